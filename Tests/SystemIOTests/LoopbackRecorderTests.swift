import Glibc
import Testing

@testable import SystemIO

@Suite struct LoopbackRecorderTests {
    @Test("what a connection sends is kept to the byte, and answered when there is enough of it")
    func kept() throws {
        let recorder = try LoopbackRecorder { $0.count >= 6 ? Array("thanks".utf8) : nil }
        recorder.start()
        defer { recorder.finish() }
        let folder = try TemporaryFolder()
        // bash alone speaks TCP; dash does not.
        let child = try ChildProcess(
            "/bin/bash",
            [
                "-c",
                """
                exec 3<>/dev/tcp/127.0.0.1/\(recorder.port); printf abc >&3; printf def >&3
                read -r -n 6 answer <&3; printf %s "$answer"
                """,
            ],
            environment: [],
            log: folder.path + "/log"
        )
        #expect(child.wait() == 0)
        #expect(recorder.bytes == Array("abcdef".utf8))
        #expect(try Files.read(folder.path + "/log") == Array("thanks".utf8))
    }
}
