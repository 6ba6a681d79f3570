import Air
import Beacons
import Testing

@testable import VirtualController

@Suite struct LegacyReportTests {
    @Test("every legacy type survives the way through an extended report")
    func types() {
        for type in UInt8(0)...4 {
            let report = Host.report(type: type)
            for kind in ControllerKind.allCases {
                let event = Array(report.event(kind).dropFirst())
                #expect(LegacyReport.reports(inEvent: event) == [report])
            }
        }
    }

    @Test("reports of one event are all taken, up to where it is damaged")
    func several() throws {
        let one = Array(Host.report(1).event(.legacy)[5...])
        let two = Array(Host.report(2).event(.legacy)[5...])
        func event(_ count: UInt8, _ body: [UInt8]) -> [UInt8] {
            [0x3e, UInt8(body.count + 2), 0x02, count] + body
        }
        #expect(LegacyReport.reports(inEvent: event(2, one + two)).count == 2)
        #expect(LegacyReport.reports(inEvent: event(2, one + two.dropLast())).count == 1)
        #expect(LegacyReport.reports(inEvent: event(3, one + two)).count == 2)
    }

    @Test(
        "what is no advert of Bluetooth 4 is left out",
        arguments: [
            [], [0x3e], [0x0e, 4, 1, 3, 0x0c, 0], [0x3e, 2, 0x01, 1], [0x3e, 9, 0x02, 1],
            // An extended advert, no legacy bit.
            [0x3e, 26, 0x0d, 1] + [UInt8](repeating: 0, count: 24),
        ] as [[UInt8]]
    )
    func others(_ event: [UInt8]) {
        #expect(LegacyReport.reports(inEvent: event).isEmpty)
    }

    @Test("a description tells nothing of who sent it")
    func description() {
        #expect("\(Host.report(0x77))" == "<redacted>")
    }

    @Test(
        "a scene played through a controller is classified as its capture is",
        arguments: [
            CaptureFormat.Reports.legacy, .extended,
        ]
    )
    func scene(_ reports: CaptureFormat.Reports) throws {
        var scene = try Scene.named("bus")
        scene.length = 60
        var machine = Host.controller(.extended)
        _ = machine.take(Host.extendedParameters(type: 1))
        _ = machine.take(Host.extendedScan(1))
        var direct = Listener()
        var through = Listener()
        scene.play(seed: 852, reports: reports) { event, _ in
            direct.hear(event)
            for report in LegacyReport.reports(inEvent: event) {
                if let given = machine.hear(report) { through.hear(Array(given.dropFirst())) }
            }
        }
        #expect(direct.heard.count > 1000)
        #expect(direct.heard == through.heard)
    }
}

/// What `kiosk` would make of events.
private struct Listener {
    private var listener = AdvertListener()
    private(set) var heard: [String] = []

    mutating func hear(_ event: [UInt8]) {
        event.withUnsafeBytes { bytes in
            listener.hear(ByteView(bytes), into: &heard) { $0.append("\($1.kind) \($1.rssi)") }
        }
    }
}
