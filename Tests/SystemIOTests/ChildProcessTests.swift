import Glibc
import Testing

@testable import SystemIO

@Suite struct ChildProcessTests {
    @Test("a program's exit code, its words and its environment arrive")
    func outcome() throws {
        let folder = try TemporaryFolder()
        let log = folder.path + "/log"
        let child = try ChildProcess(
            "/bin/sh",
            ["-c", "echo $WORD; echo oops >&2; exit 7"],
            environment: ["WORD=hello"],
            log: log
        )
        #expect(child.wait() == 7)
        #expect(child.poll() == 7)
        #expect(String(decoding: try Files.read(log), as: UTF8.self) == "hello\noops\n")
    }

    @Test("a program works in the folder given, and may not leave a core unless that is allowed")
    func folder() throws {
        let folder = try TemporaryFolder()
        let log = folder.path + "/log"
        let child = try ChildProcess(
            "/bin/sh",
            ["-c", "pwd; ulimit -c 0; kill -ABRT $$"],
            environment: [],
            log: log,
            folder: folder.path
        )
        #expect(child.wait() == 128 + SIGABRT)
        #expect(!child.hasCore)
        #expect(!child.allowCore())
        #expect(String(decoding: try Files.read(log), as: UTF8.self) == folder.path + "\n")
    }

    @Test("a program that is not there cannot be started")
    func missing() throws {
        let folder = try TemporaryFolder()
        #expect(throws: SystemError.self) {
            try ChildProcess("/nowhere/x", [], environment: [], log: folder.path + "/log")
        }
    }

    @Test("a program ends with the value that stands for it")
    func released() throws {
        let folder = try TemporaryFolder()
        var number: Int32 = 0
        do {
            let child = try ChildProcess(
                "/bin/sleep",
                ["60"],
                environment: [],
                log: folder.path + "/log"
            )
            number = child.identifier
            #expect(child.poll() == nil)
        }
        #expect(kill(number, 0) == -1 && errno == ESRCH)
    }
}
