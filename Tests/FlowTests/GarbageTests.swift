import Fleet
import Foundation
import KioskService
import Testing

/// Bad input of every kind: a clear error, an exit code, nothing lost, and never a crash.
@Suite struct GarbageTests {
    @Test(
        "kiosk count says what is wrong with a file that is no capture",
        arguments: [
            ([], "empty"),
            (Array("hello, this is no capture".utf8), "not a capture"),
            (Array("btsnoop\0".utf8) + [0, 0, 0, 2, 0, 0, 3, 0xea], "version 2"),
            (Array("btsnoop\0".utf8) + [0, 0, 0, 1, 0, 0, 0, 9], "datalink 9"),
            (Array("btsnoop\0".utf8) + [0, 0], "cut"),
        ] as [([UInt8], String)]
    )
    func noCapture(bytes: [UInt8], word: String) throws {
        let folder = try Folder()
        let file = try folder.write(bytes, to: "capture")
        let end = try Program.run("kiosk", ["count", "--replay", file])
        #expect(end.code == 3)
        #expect(end.errors.contains(word) && end.errors.contains(file))
        let run = try Program.run(
            "kiosk",
            ["run", "--config", try Self.settings(folder), "--replay", file, "--display", "none"]
        )
        #expect(run.code == 3)
        #expect(run.errors.contains(word) && run.errors.contains(file))
    }

    @Test(
        "kiosk count of a missing file, a folder and a device names them",
        arguments: [
            "/nonexistent/capture", "/tmp", "/dev/null",
        ]
    )
    func noFile(path: String) throws {
        let end = try Program.run("kiosk", ["count", "--replay", path, "--json"])
        #expect(end.code == 3)
        #expect(end.errors.contains(path))
        #expect(end.output.isEmpty)
    }

    @Test("a capture cut anywhere is counted up to the cut, and the cut is told")
    func cutCapture() throws {
        let folder = try Folder()
        let whole = [UInt8](try Data(contentsOf: URL(fileURLWithPath: Ride.capture)))
        let complete = Self.quarters(
            try Program.run("kiosk", ["count", "--replay", Ride.capture, "--json"])
        )
        try #require(complete.map(\.count) == [4, 4, 4])
        for length in [17, 40, 41, 9_999, 300_000, 700_001, 1_200_000, whole.count - 1] {
            let file = try folder.write(Array(whole[..<length]), to: "cut")
            let end = try Program.run("kiosk", ["count", "--replay", file, "--json"])
            #expect(end.code == 3)
            #expect(end.errors.contains("cut at byte") && end.errors.contains(file))
            let quarters = Self.quarters(end)
            #expect(quarters.isEmpty == (length < 100))
            // All quarters before the one with the cut are those of the whole ride.
            #expect(quarters.dropLast() == complete.prefix(max(quarters.count - 1, 0)))
        }
    }

    /// The lines of each quarter: its windows, and then itself.
    private static func quarters(_ outcome: Program.Outcome) -> [[Substring]] {
        outcome.lines.reduce(into: []) { quarters, line in
            let isBegun = quarters.last?.last.map { !$0.contains("\"quarter\"") } ?? false
            if isBegun {
                quarters[quarters.count - 1].append(line)
            } else {
                quarters.append([line])
            }
        }
    }

    @Test("kiosk classify answers every line, and says which ones are none")
    func classifyGarbage() throws {
        let input = "adv 0201020303564e\nnonsense\nadv 0g\nadv 0\n\next\nscanrsp FF\n"
        let end = try Program.run("kiosk", ["classify"], input: Array(input.utf8))
        #expect(end.code == 2)
        let expected = ["other", "malformed", "malformed", "malformed", "other", "malformed"]
        #expect(end.lines.map(String.init) == expected)
        #expect(end.errors.contains("line 2") && end.errors.contains("line 4"))
    }

    @Test("every program knows --help and --version, and refuses what it does not know")
    func usage() throws {
        for name in ["kiosk", "province", "fleetsim"] {
            #expect(try Program.run(name, ["--help"]).code == 0)
            #expect(try Program.run(name, ["--version"]).output.contains(Product.version))
            #expect(try Program.run(name, ["dance"]).code == 2)
            #expect(try Program.run(name, []).code == 2)
        }
        for command in ["run", "count", "classify", "show", "outbox"] {
            let help = try Program.run("kiosk", [command, "--help"])
            #expect(help.code == 0 && help.output.contains("Usage: kiosk \(command)"))
            #expect(try Program.run("kiosk", [command, "--bogus"]).code == 2)
        }
    }

    @Test("settings that are wrong are refused with file and key")
    func wrongSettings() throws {
        let folder = try Folder()
        for (text, word) in [
            ("{", "not JSON"), ("{kiosk: 'A B', state: 'x'}", "kiosk"), ("{kiosk: 'a'}", "state"),
            ("{kiosk: 'a', state: 'x', colour: 1}", "colour"),
            (
                "{kiosk: 'a', state: 'x', province: {server: 'ftp://x', token: 't'}}",
                "province.server"
            ),
        ] {
            let file = try folder.write(text, to: "kiosk.json5")
            let end = try Program.run("kiosk", ["run", "--config", file, "--display", "none"])
            #expect(end.code == 3)
            #expect(end.errors.contains(file) && end.errors.contains(word), "\(end.errors)")
        }
    }

    @Test("without Bluetooth the kiosk says so, shows its page and runs on")
    func noBluetooth() async throws {
        let folder = try Folder()
        let glass = folder.path + "/glass"
        let kiosk = try Program(
            "kiosk",
            ["run", "--config", try Self.settings(folder), "--display", "png:" + glass]
        )
        try await eventually("a picture and a word about the radio") {
            kiosk.errors.contains("radio: ")
                && FileManager.default.fileExists(atPath: glass + "/screen.png")
        }
        #expect(kiosk.isRunning)
        // A second kiosk in the same state folder is refused.
        let second = try Program.run(
            "kiosk",
            ["run", "--config", try Self.settings(folder), "--display", "none"]
        )
        #expect(second.code == 3)
        #expect(second.errors.contains("another kiosk is running"))
        kiosk.send(SIGTERM)
        #expect(kiosk.wait().code == 0)
    }

    @Test("a damaged capture is replayed up to the damage, once, and the kiosk runs on")
    func damagedReplay() async throws {
        let folder = try Folder()
        let whole = [UInt8](try Data(contentsOf: URL(fileURLWithPath: Ride.capture)))
        let file = try folder.write(Array(whole[..<900_000]), to: "cut")
        let kiosk = try Program(
            "kiosk",
            [
                "run", "--config", try Self.settings(folder), "--display", "none", "--replay", file,
                "--replay-speed", "100000",
            ]
        )
        try await eventually("a word about the cut") { kiosk.errors.contains("is cut at byte") }
        let store = try KioskStore(reading: folder.path + "/state/kiosk.sqlite")
        try await eventually("two quarters, the second one partial") {
            try await store.all().map(\.row.quality) == [.regular, .partial]
        }
        #expect(kiosk.isRunning)
        kiosk.send(SIGTERM)
        #expect(kiosk.wait().code == 0)
    }

    private static func settings(_ folder: Folder) throws -> String {
        try folder.write("{kiosk: 'a', state: '\(folder.path)/state'}", to: "kiosk.json5")
    }
}
