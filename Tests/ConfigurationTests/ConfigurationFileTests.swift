import Foundation
import Testing

@testable import Configuration

@Suite struct ConfigurationFileTests {
    private struct Settings: Decodable, Equatable {
        var name: String
        var count: Int
        var part: Part?
        var list: [Part]?

        enum Key: String, CodingKey, CaseIterable {
            case name, count, part, list
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.strictContainer(keyedBy: Key.self)
            name = try container.decode(String.self, forKey: .name)
            count = try container.decode(Int.self, forKey: .count)
            part = try container.decodeIfPresent(Part.self, forKey: .part)
            list = try container.decodeIfPresent([Part].self, forKey: .list)
        }
    }

    private struct Part: Decodable, Equatable {
        var on: Bool
        var share: Double
        var level: UInt8

        enum Key: String, CodingKey, CaseIterable {
            case on, share, level
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.strictContainer(keyedBy: Key.self)
            on = try container.decodeIfPresent(Bool.self, forKey: .on) ?? false
            share = try container.decodeIfPresent(Double.self, forKey: .share) ?? 0
            level = try container.decodeIfPresent(UInt8.self, forKey: .level) ?? 0
            guard level != 66 else { throw ConfigurationError("level: 66 is not allowed") }
            struct Odd: Error, CustomStringConvertible { let description = "odd" }
            guard level != 67 else { throw Odd() }
        }
    }

    private func message(_ text: String) -> String? {
        message(Array(text.utf8))
    }

    private func message(_ bytes: [UInt8]) -> String? {
        do {
            _ = try ConfigurationFile.decode(Settings.self, from: bytes, file: "/etc/k.json5")
            return nil
        } catch let error as ConfigurationError {
            return error.description
        } catch {
            return "some other error: \(error)"
        }
    }

    @Test("JSON5 is read: comments, names without quotes, commas at the end")
    func json5() throws {
        let text = """
            // The kiosk's settings.
            {
                name: 'bến xe', /* in single
                quotes */
                "count": +0x10,
                part: {on: true, share: .5, level: 255,},
                list: [{}, {level: 1},],
            }
            """
        let settings = try ConfigurationFile.decode(
            Settings.self,
            from: Array(text.utf8),
            file: "test"
        )
        #expect(settings.name == "bến xe")
        #expect(settings.count == 16)
        #expect(settings.part?.on == true)
        #expect(settings.part?.share == 0.5)
        #expect(settings.list?.map(\.level) == [0, 1])
    }

    @Test(
        "a fault is told with file, key and what is expected",
        arguments: [
            ("{count: 1}", "name is missing"),
            ("{name: 'a'}", "count is missing"),
            ("{name: null, count: 1}", "name is null, not a text"),
            ("{name: 7, count: 1}", "name is not a text"),
            ("{name: 'a', count: 'x'}", "count is not a whole number"),
            ("{name: 'a', count: [1]}", "count is not a whole number"),
            ("{name: 'a', count: 1, part: {on: 1}}", "part.on is not true or false"),
            ("{name: 'a', count: 1, part: {share: 'x'}}", "part.share is not a number"),
            ("{name: 'a', count: 1, part: 5}", "part is not an object"),
            ("{name: 'a', count: 1, list: {}}", "list is not a list"),
            ("{name: 'a', count: 1, list: [{}, {on: 1}]}", "list[1].on is not true or false"),
            ("[1]", "the whole is not an object"),
            ("5", "the whole is not an object"),
            (
                "{name: 'a', count: 1, nane: 'b'}",
                "unknown key nane; known are name, count, part, list"
            ),
            (
                "{name: 'a', count: 1, part: {no: 1, off: 1}}",
                "unknown key part.no; known are on, share, level"
            ),
            (
                "{name: 'a', count: 1, list: [{}, {off: 1}]}",
                "unknown key list[1].off; known are on, share, level"
            ),
            ("{name: 'a', count: 1, part: {level: 66}}", "level: 66 is not allowed"),
            ("{name: 'a', count: 1, part: {level: 67}}", "odd"),
        ]
    )
    func faults(text: String, expected: String) {
        #expect(message(text) == "/etc/k.json5: \(expected)")
    }

    @Test(
        "a number that does not fit is told as that; the decoder does not give its key",
        arguments: [
            "{name: 'a', count: 1.5}",
            "{name: 'a', count: 99999999999999999999}",
            "{name: 'a', count: 1, part: {level: 256}}",
            "{name: 'a', count: 1, part: {level: -1}}",
        ]
    )
    func numbers(text: String) {
        let told = "/etc/k.json5: a number in it is too large, or not whole where it must be"
        #expect(message(text) == told)
    }

    @Test(
        "what is no JSON says so with the file",
        arguments: ["{", "{name: 'a'", "name = a", "<xml/>", "{name: 'a' count: 1}", "{}}", "// x"]
    )
    func noJSON(text: String) throws {
        let told = try #require(message(text) as String?)
        #expect(told.hasPrefix("/etc/k.json5: not JSON: "))
        #expect(!told.contains("Error Domain"))
        #expect(!told.contains("NSJSON"))
    }

    @Test("an empty file says that it is empty", arguments: ["", " \n\t"])
    func empty(text: String) {
        #expect(message(text) == "/etc/k.json5: the file is empty")
    }

    @Test("bytes that are no text and depth without end are errors, not crashes")
    func hostile() throws {
        let table: [[UInt8]] = [
            [0xff, 0xfe, 0x00], [0], Array("{name: '".utf8) + [0xc3, 0x28] + Array("'}".utf8),
            [UInt8](repeating: UInt8(ascii: "["), count: 100_000),
        ]
        for bytes in table {
            #expect(try #require(message(bytes)).hasPrefix("/etc/k.json5: "))
        }
    }

    @Test("a file is loaded; one that cannot be read is named")
    func load() throws {
        let path = NSTemporaryDirectory() + "configuration-tests-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data("{name: 'a', count: 2}".utf8).write(to: URL(fileURLWithPath: path))
        #expect(try ConfigurationFile.load(Settings.self, from: path).count == 2)
        #expect(throws: ConfigurationError("\(path)/x: Not a directory (open)")) {
            try ConfigurationFile.load(Settings.self, from: path + "/x")
        }
        #expect(throws: ConfigurationError("/proc: Is a directory (read)")) {
            try ConfigurationFile.load(Settings.self, from: "/proc")
        }
        #expect(throws: ConfigurationError("/dev/zero: File too large (read)")) {
            try ConfigurationFile.load(Settings.self, from: "/dev/zero")
        }
    }
}
