import Foundation
import Testing

@testable import Air

/// The capture in `deploy/demo` against the code that made it.
@Suite struct DemoTests {
    private static let seed: UInt64 = 852
    private static let reception = 0.048

    private static func demo(_ name: String) throws -> [UInt8] {
        let root = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return try Array(Data(contentsOf: root.appendingPathComponent("deploy/demo/\(name)")))
    }

    @Test("capture and truth are what the documented command makes")
    func reproducible() throws {
        let scene = try Scene.bus.heard(reception: Self.reception)
        let (capture, truth) = scene.render(seed: Self.seed)
        // Compared outside the expectation, which would print both files.
        let sameCapture = try Self.demo("bus-ride.btsnoop") == capture
        let sameTruth = try Self.demo("bus-ride.truth.json") == Array(truth.json().utf8)
        #expect(sameCapture)
        #expect(sameTruth)
    }

    @Test("it is small, and yet practically every burst on board is heard")
    func everyBurst() throws {
        let bytes = try Self.demo("bus-ride.btsnoop")
        #expect(bytes.count <= 1_500_000)
        let scene = try Scene.bus.heard(reception: Self.reception)
        let aboard = scene.stays(seed: Self.seed).filter {
            $0.place == .aboard && $0.device == .bluezoneAndroid
        }
        let reports = try CaptureReader(bytes).legacyReports().filter { $0.androidId != nil }
        let heard = Dictionary(grouping: reports, by: \.address)
        // A phone that stays for a time t has t/30 s bursts; passers-by add a few.
        let seconds = aboard.reduce(0) { $0 + $1.span.length } / Microseconds.second
        let bursts = Double(seconds) / 30
        #expect(Double(heard.count) > 0.99 * bursts)
        #expect(Double(reports.count) / Double(heard.count) > 5)
    }

    @Test("the weakest seat still has five receptions expected in a burst")
    func weakestSeat() {
        let level = DeviceKind.bluezoneAndroid.levelAtOneMetre - 20.8
        let reports = listen(
            to: stay(of: .bluezoneAndroid, seconds: 7200, level: level),
            ear: Ear(reception: Self.reception)
        ).reports
        #expect(Double(reports.count) / 240 > 5)
    }
}
