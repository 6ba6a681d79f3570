import Synchronization
import Testing

@testable import Lifecycle

@Suite struct LogTests {
    @Test("each call writes its level, with the name and number of syslog")
    func levels() {
        let lines = Mutex<[String]>([])
        let log = Log { level, line in
            lines.withLock { $0.append("\(level.rawValue) \(level.word) \(line)") }
        }
        log.error("a")
        log.warning("b")
        log.notice("c")
        log.info("d")
        #expect(lines.withLock { $0 } == ["3 error a", "4 warning b", "5 notice c", "6 info d"])
    }
}
