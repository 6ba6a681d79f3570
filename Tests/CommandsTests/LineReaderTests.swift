import Foundation
import Testing

@testable import Commands

@Suite struct LineReaderTests {
    @Test("lines come as they are, the last one with or without its end")
    func lines() throws {
        #expect(try Self.read("a\n\nb\r\nc") == [.text("a"), .text(""), .text("b\r"), .text("c")])
        #expect(try Self.read("a\n") == [.text("a")])
        #expect(try Self.read("") == [])
    }

    @Test("a line beyond the limit is passed over, and the next one read")
    func tooLong() throws {
        let long = String(repeating: "x", count: 200_000)
        #expect(try Self.read("a\n\(long)\nb\n") == [.text("a"), .tooLong, .text("b")])
        #expect(try Self.read(long) == [.tooLong])
        let full = String(repeating: "x", count: 8192)
        #expect(try Self.read(full + "\n") == [.text(full)])
    }

    private static func read(_ text: String) throws -> [LineReader.Line] {
        let path = NSTemporaryDirectory() + "line-reader-\(UUID())"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        let file = try #require(FileHandle(forReadingAtPath: path))
        var reader = LineReader(descriptor: file.fileDescriptor)
        var lines: [LineReader.Line] = []
        while let line = reader.line() { lines.append(line) }
        return lines
    }
}
