import Glibc
import Testing

@testable import SystemIO

@Suite struct ErrnoTests {
    @Test("the sentence names the thing, the reason and the call")
    func wording() {
        let error = SystemError("open", "/etc/none", number: ENOENT)
        #expect("\(error)" == "/etc/none: No such file or directory (open)")
        #expect("\(SystemError("fsync", number: EIO))" == "fsync: Input/output error")
    }

    @Test("the last error is the thread's errno")
    func last() {
        errno = EBUSY
        #expect(SystemError.last("mount", "/mnt") == SystemError("mount", "/mnt", number: EBUSY))
    }

    @Test("an interrupted call is repeated, another failure is not")
    func retries() {
        var answers: [(Int, Int32)] = [(-1, EINTR), (-1, EINTR), (5, 0)]
        var calls = 0
        func call() -> Int {
            calls += 1
            let (result, number) = answers.removeFirst()
            errno = number
            return result
        }
        #expect(retrying(call) == 5)
        #expect(calls == 3)
        answers = [(-1, EIO)]
        #expect(retrying(call) == -1)
        #expect(calls == 4)
    }
}
