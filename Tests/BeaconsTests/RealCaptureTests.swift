import Fleet
import Foundation
import Testing

@testable import Beacons

private let tshark = ["/usr/bin/tshark", "/usr/local/bin/tshark"]
    .first(where: FileManager.default.isExecutableFile)

/// A capture of strangers' devices; it is no part of the project, so it may be absent.
private let capture = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("../shared/captures/govee_20230209_btsnoop_hci.log")

/// A real capture, counted here and by a decoder nobody here wrote; addresses only as digests.
@Suite(
    .enabled(if: FileManager.default.isReadableFile(atPath: capture.path), "the capture is absent")
)
struct RealCaptureTests {
    /// What can be told about a capture without naming anybody.
    struct Summary: Equatable {
        var reports = 0
        var senders = 0
        var types: [UInt16: Int] = [:]
    }

    private static func ours() throws -> (Summary, listener: AdvertListener) {
        var summary = Summary()
        var listener = AdvertListener()
        var senders: Set<UInt64> = []
        try withView(Array(Data(contentsOf: capture))) { file in
            var reader = try CaptureReader(file)
            while let captured = try reader.next() {
                listener.hear(captured.packet, into: &summary.reports) { count, _ in count += 1 }
                guard let event = HCIEvent(captured.packet) else { continue }
                var reports = AdvertisingReports(event)
                while let report = reports?.next() {
                    summary.types[report.eventType, default: 0] += 1
                    senders.insert(report.address.trace.digest(under: testKey))
                }
            }
        }
        summary.senders = senders.count
        return (summary, listener)
    }

    private static func theirs() throws -> Summary {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(tshark))
        process.arguments = [
            "-n", "-r", capture.path, "-Y", "bthci_evt.le_meta_subevent == 0x02", "-T", "fields",
            "-E", "occurrence=a", "-E", "separator=|", "-e", "bthci_evt.le_advts_event_type",
            "-e", "bthci_evt.bd_addr", "-e", "bthci_evt.le_peer_address_type",
        ]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        var summary = Summary()
        var senders: Set<String> = []
        for line in String(decoding: text, as: UTF8.self).split(separator: "\n") {
            let columns = line.split(separator: "|", omittingEmptySubsequences: false)
                .map { $0.split(separator: ",").map(String.init) }
            for type in columns[0] {
                summary.reports += 1
                summary.types[try #require(UInt16(type.dropFirst(2), radix: 16)), default: 0] += 1
            }
            for (address, type) in zip(columns[1], columns[2]) { senders.insert(address + type) }
        }
        summary.senders = senders.count
        return summary
    }

    @Test("every record is read and nothing is damaged")
    func whole() throws {
        let (summary, listener) = try Self.ours()
        #expect(summary.reports == 9265)
        #expect(listener.reports == 9265)
        #expect(listener.damagedEvents == 0)
        #expect(listener.lostChains == 0)
    }

    @Test(
        "reports, senders and event types are those that tshark finds",
        .enabled(if: tshark != nil, "tshark is not installed")
    )
    func agreement() throws {
        let (ours, theirs) = (try Self.ours().0, try Self.theirs())
        // Compared number by number, so that a failure prints numbers only.
        #expect(ours.reports == theirs.reports)
        #expect(ours.senders == theirs.senders)
        #expect(ours.types == theirs.types)
    }

    @Test("there are adverts of exposure notification and no Bluezone phone")
    func classes() throws {
        var kinds: [BeaconClass: Int] = [:]
        try withView(Array(Data(contentsOf: capture))) { file in
            var reader = try CaptureReader(file)
            var listener = AdvertListener()
            while let captured = try reader.next() {
                listener.hear(captured.packet, into: &kinds) { $0[$1.kind, default: 0] += 1 }
            }
        }
        #expect(kinds[.gaen] == 552)
        #expect(kinds[.bluezoneAndroid] == nil)
        #expect(kinds[.bluezoneIOSForeground] == nil)
        #expect(kinds[.malformed, default: 0] < 93)
    }
}
