import Census
import Commands
import Fleet
import Foundation
import Guidance
import KioskService
import Lifecycle
import Testing

@testable import kiosk

/// The whole line in one process: adverts go in at one end, a number stands on a page at the other.
///
/// Read this first. The parts are the real ones; only the radio is a capture, and the glass a file.
@Suite struct BusRideTests {
    @Test("a bus ride goes in as adverts and stands on the province's page as numbers")
    func busRide() async throws {
        // A province listens on loopback, with a certificate and a fleet of one kiosk.
        let province = try TestProvince()
        let state = province.folder.path + "/kiosk"
        let glass = province.folder.path + "/glass"

        // The kiosk hears 45 minutes of synthetic air as fast as it can, draws, stores and reports.
        let arguments = try Arguments(
            [
                "--config", province.kioskSettings(state: state), "--replay", Ride.capture,
                "--replay-speed", "100000", "--display", "png:" + glass,
            ],
            for: Kiosk.run
        )
        try FileManager.default.createDirectory(atPath: state, withIntermediateDirectories: true)
        let services = try await Wiring(
            arguments: arguments,
            settings: KioskSettings.load(arguments),
            log: Log { _, _ in }
        ).services()
        let kiosk = Task { try await ServiceGroup.run(services) }
        try await eventually("three quarters and a picture at the province") {
            let page = try await fleetPage(of: province)
            return try await province.rows().count == 3 && page.contains("screen.png")
        }
        kiosk.cancel()
        try await kiosk.value

        // Each quarter of the ride is there once, near the truth: noise has a standard deviation of
        // 1.36, and whoever was heard from beside the bus is counted too.
        let rows = try await province.rows()
        for (row, truth) in zip(rows, try Ride.truth().quarters) {
            let figures = try #require(row.row.figures)
            #expect(row.row.span.start.seconds == truth.start)
            #expect(row.row.quality == .regular)
            let heardAtMost = truth.androidDistinct + truth.passersBy
            #expect(figures.android > truth.androidDistinct - 12)
            #expect(figures.android < heardAtMost + 20)
            #expect(abs(Double(figures.ios) - truth.iosOccupancy) < 14)
        }

        // The page shows the newest of them, escaped and for people.
        let newest = try #require(rows.last?.row.figures)
        let page = try await fleetPage(of: province)
        #expect(page.contains("<b>\(newest.android)</b>"))
        #expect(page.contains("07:45–08:00 ngày 13/8/2020"))
        #expect(page.contains("Xe buýt &lt;thử&gt;"))
        #expect(page.contains("vừa xong") || page.contains("giây trước"))

        // The glass showed the guidance, and what the province got is a smaller picture of it.
        let drawn = try Data(contentsOf: URL(fileURLWithPath: glass + "/screen.png"))
        #expect(try Self.size(ofPNG: Array(drawn)) == PixelSize(width: 1920, height: 1080))
        let id = try #require(KioskID(TestProvince.kiosk))
        let sent = try #require(try await province.store.screen(of: id))
        #expect(try Self.size(ofPNG: sent) == PixelSize(width: 640, height: 360))
        await province.server.stop()
    }

    private func fleetPage(of province: TestProvince) async throws -> String {
        let certificate = province.folder.path + "/server.pem"
        return try await Fetch.text(province.address + "/", trusting: certificate)
    }

    private static func size(ofPNG bytes: [UInt8]) throws -> PixelSize {
        try #require(bytes.count > 24)
        let number = { (at: Int) in bytes[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
        return PixelSize(width: number(16), height: number(20))
    }
}
