import Foundation
import Testing

@testable import SystemIO

@Suite struct LinePipeTests {
    @Test("lines come whole, however they were written, and writers may come and go")
    func lines() throws {
        let folder = try TemporaryFolder()
        var pipe = try LinePipe(folder("pipe"))
        #expect(pipe.lines() == [])
        do {
            let writer = try FileDescriptor.open(folder("pipe"), O_WRONLY)
            try writer.writeAll(Array("one\ntwo\nthr".utf8))
        }
        #expect(pipe.lines() == ["one", "two"])
        let writer = try FileDescriptor.open(folder("pipe"), O_WRONLY)
        try writer.writeAll(Array("ee\n\n".utf8))
        #expect(pipe.lines() == ["three", ""])
        try writer.writeAll([UInt8](repeating: 0x61, count: 5000))
        #expect(pipe.lines() == [])
        try writer.writeAll(Array("\nfour\n".utf8))
        #expect(pipe.lines() == ["", "four"])
    }

    @Test("a pipe that is there is taken, and it goes with the last user")
    func again() throws {
        let folder = try TemporaryFolder()
        do {
            let first = try LinePipe(folder("pipe"))
            let second = try LinePipe(folder("pipe"))
            #expect(first.number != second.number)
        }
        #expect(try folder.names() == [])
    }

    @Test("a file that is no pipe is left alone")
    func file() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write([1], to: "file")
        #expect(throws: SystemError("mkfifo", path, number: EEXIST)) { _ = try LinePipe(path) }
        #expect(throws: SystemError("mkfifo", "/nonexistent/pipe", number: ENOENT)) {
            _ = try LinePipe("/nonexistent/pipe")
        }
    }
}
