import Glibc
import Testing

@testable import SystemIO

@Suite struct ProcessMemoryTests {
    @Test("a line of a process's maps is taken apart, with spaces in its path")
    func line() throws {
        let mapping = try #require(
            MemoryMapping("7f01ac000000-7f01ac021000 rw-p 00001000 08:01 77       /a dir/b c.so")
        )
        #expect(mapping.range == 0x7f01_ac00_0000..<0x7f01_ac02_1000)
        #expect(mapping.isReadable && !mapping.isKernels)
        #expect(mapping.name == "/a dir/b c.so")
        let bare = try #require(MemoryMapping("1000-2000 ---p 00000000 00:00 0 "))
        #expect(!bare.isReadable && bare.name == "")
        #expect(MemoryMapping("1000-2000 r--p 0 0:0 0 [vvar]")?.isKernels == true)
    }

    @Test(
        "what is no line of maps is refused",
        arguments: ["", "x", "1-2", "2-1 r--p 0 0:0 0", "z-2 r 0 0 0"]
    )
    func noLine(text: String) {
        #expect(MemoryMapping(text) == nil)
    }

    @Test("a process's memory holds its environment")
    func environment() throws {
        let folder = try TemporaryFolder()
        let child = try ChildProcess(
            "/bin/sleep",
            ["60"],
            environment: ["SYSTEMIO_TEST=fourty-two"],
            log: folder.path + "/log"
        )
        child.send(SIGSTOP)
        child.waitUntilStopped()
        let memory = try ProcessMemory(of: child.identifier)
        let stack = try #require(memory.mappings.first { $0.name == "[stack]" })
        var bytes = [UInt8](
            repeating: 0,
            count: Int(stack.range.upperBound - stack.range.lowerBound)
        )
        let count = bytes.withUnsafeMutableBytes {
            memory.read(at: stack.range.lowerBound, into: $0)
        }
        #expect(count == bytes.count)
        #expect(String(decoding: bytes, as: UTF8.self).contains("SYSTEMIO_TEST=fourty-two"))
        child.send(SIGKILL)
        #expect(child.wait() == 128 + SIGKILL)
    }
}
