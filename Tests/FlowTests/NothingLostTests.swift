import Fleet
import Foundation
import KioskService
import Testing

/// Kiosks that are killed and provinces that go away: every quarter is there once in the end.
@Suite(.serialized) struct NothingLostTests {
    /// The quarters that `kiosk count` finds in the ride.
    private static let starts: [Int64] = [1_597_277_700, 1_597_278_600, 1_597_279_500]

    @Test("a kiosk killed at any moment, again and again, loses no quarter and sends none twice")
    func killedKiosk() async throws {
        let province = try TestProvince()
        let state = province.folder.path + "/kiosk"
        let settings = try province.kioskSettings(state: state)
        var dice = SystemRandomNumberGenerator()
        for _ in 0..<8 {
            // The ride takes 9 s at this speed; a kiosk lives for 0.1 to 3 s of it, then catches up.
            let kiosk = try Self.kiosk(settings, speed: 300)
            try await Task.sleep(for: .milliseconds(Int.random(in: 100...3000, using: &dice)))
            #expect(kiosk.isRunning)
            kiosk.send(SIGKILL)
            #expect(kiosk.wait().code == 128 + SIGKILL)
        }
        let kiosk = try Self.kiosk(settings, speed: 3000)
        try await eventually("a start") { kiosk.errors.contains("started") }
        try await Self.expectEachQuarterOnce(province, state: state)
        kiosk.send(SIGTERM)
        #expect(kiosk.wait().code == 0)
        await province.server.stop()
    }

    @Test("a province that is away for a while gets every quarter once when it is back")
    func provinceAway() async throws {
        let first = try TestProvince()
        let state = first.folder.path + "/kiosk"
        let settings = try first.kioskSettings(state: state)
        let kiosk = try Self.kiosk(settings, speed: 500)
        try await eventually("the first quarter") { try await first.rows().count >= 1 }
        await first.server.stop()
        // The kiosk goes on alone until the ride is over.
        let store = try KioskStore(reading: state + "/kiosk.sqlite")
        try await eventually("three quarters stored") { try await store.counts().rows == 3 }
        #expect(kiosk.isRunning)
        try await eventually("the failure is said") { kiosk.errors.contains("reporting: ") }
        let port = try #require(UInt16(first.address.split(separator: ":").last ?? ""))
        let second = try TestProvince(folder: first.folder, port: port)
        try await Self.expectEachQuarterOnce(second, state: state)
        try await eventually(within: Self.patience, "the province back") {
            kiosk.errors.contains("the province answers again")
        }
        kiosk.send(SIGINT)
        #expect(kiosk.wait().code == 0)
        await second.server.stop()
    }

    @Test("a province killed with reports under way has what it acknowledged, and the rest arrives")
    func killedProvince() async throws {
        let certificates = try TestProvince()
        await certificates.server.stop()
        let folder = certificates.folder
        let settings = try certificates.kioskSettings(state: folder.path + "/kiosk")
        let port = try #require(certificates.address.split(separator: ":").last)
        let fleet = try folder.write(
            """
            {kiosks: [{id: "\(TestProvince.kiosk)", name: "n", place: "p",
                       token: "\(TestProvince.token)"}]}
            """,
            to: "province.json5"
        )
        let kiosk = try Self.kiosk(settings, speed: 500)
        for life in [400, 900, 1500, 700, 2500] {
            let province = try Program(
                "province",
                [
                    "serve", "--config", fleet, "--listen", "https://127.0.0.1:\(port)",
                    "--database", "sqlite:" + folder.path + "/province.sqlite",
                    "--tls-certificate", folder.path + "/server.pem",
                    "--tls-key", folder.path + "/server.key",
                ]
            )
            try await Task.sleep(for: .milliseconds(life))
            province.send(SIGKILL)
            _ = province.wait()
        }
        let last = try TestProvince(folder: folder, port: try #require(UInt16(port)))
        try await Self.expectEachQuarterOnce(last, state: folder.path + "/kiosk")
        kiosk.send(SIGTERM)
        #expect(kiosk.wait().code == 0)
        await last.server.stop()
    }

    private static func kiosk(_ settings: String, speed: Int) throws -> Program {
        try Program(
            "kiosk",
            [
                "run", "--config", settings, "--replay", Ride.capture,
                "--replay-speed", "\(speed)", "--display", "none",
            ]
        )
    }

    /// Seconds that a kiosk may take to try again: its pauses grow as long as the province was away, which
    /// on a busy machine is long.
    private static let patience: Double = 180

    /// Waits until all quarters are at the province, then compares them with the kiosk's own.
    private static func expectEachQuarterOnce(_ province: TestProvince, state: String) async throws
    {
        let store = try KioskStore(reading: state + "/kiosk.sqlite")
        try await eventually(within: patience, "three quarters at the province, none waiting") {
            let counts = try await store.counts()
            return try await province.rows().count == 3 && counts.rows == 3 && counts.waiting == 0
        }
        let rows = try await province.rows()
        #expect(rows.map { $0.row.span.start.seconds } == starts)
        #expect(Set(rows.map(\.sequence)).count == 3)
        let kept = try await store.all()
        #expect(Set(kept) == Set(rows))
    }
}
