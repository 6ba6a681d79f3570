import Foundation
import Testing

/// `kiosk scan` as a technician uses it, without an adapter.
@Suite struct ScanTests {
    @Test("a capture into a pipe gives a line a second, without escape codes")
    func lines() throws {
        let end = try Program.run(
            "kiosk",
            ["scan", "--replay", Ride.capture, "--replay-speed", "600", "--seconds", "2"]
        )
        #expect(end.code == 0, "\(end.errors)")
        #expect(end.lines.count == 2)
        #expect(!end.output.contains("\u{1b}"))
        #expect(end.output.contains("bluezone-android"))
        #expect(end.output.contains("lost 0"))
    }

    @Test("JSON has every class, the histogram, and no identifier")
    func json() throws {
        let end = try Program.run(
            "kiosk",
            ["scan", "--replay", Ride.capture, "--replay-speed", "600", "--seconds", "1", "--json"]
        )
        let line = try #require(end.lines.first)
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        )
        let kinds = try #require(object["classes"] as? [String: Int])
        #expect(kinds.count == 7)
        #expect(kinds.values.reduce(0, +) == object["reports"] as? Int)
        let levels = try #require(object["rssi_reports"] as? [Int])
        #expect(levels.count == 7)
        #expect(object["lost"] as? Int == 0)
    }

    @Test("a capture that ends ends it, and a page has at most 80 columns")
    func terminal() throws {
        let kiosk = try Program.path("kiosk")
        let end = try Program.run(
            "env",
            [
                "script", "-qec",
                "\(kiosk) scan --replay \(Ride.capture) --replay-speed 2000 --seconds 3",
                "/dev/null",
            ]
        )
        try #require(end.code == 0, "\(end.errors)")
        let page = end.output.replacing(#/\u{1b}\[[0-9]*[A-Z]/#, with: "")
        #expect(page.contains("signal, dBm"))
        #expect(page.split(whereSeparator: \.isNewline).allSatisfy { $0.count <= 80 })
        // No other screen, no hidden cursor: whenever it ends, the terminal is as it was.
        #expect(!end.output.contains("\u{1b}[?"))
    }

    @Test("an adapter that is not there ends it with the cause and the remedy")
    func absent() throws {
        let end = try Program.run("kiosk", ["scan", "--adapter", "usb99/99-9", "--seconds", "1"])
        #expect(end.code == 3)
        #expect(end.errors.contains("Bluetooth") || end.errors.contains("CAP_NET_RAW"))
        #expect(end.output.isEmpty)
    }

    @Test(
        "wrong use is told",
        arguments: [
            ["--adapter", "blue"], ["--seconds", "0"], ["--replay-speed", "2"],
        ]
    )
    func usage(arguments: [String]) throws {
        #expect(try Program.run("kiosk", ["scan"] + arguments).code == 2)
    }
}
