import Foundation
import Testing

@testable import SystemIO

@Suite struct ClocksTests {
    @Test("the boot-time clock never goes back and stands for the uptime")
    func boottime() throws {
        let text = String(decoding: try Files.read("/proc/uptime"), as: UTF8.self)
        let uptime = try #require(text.split(separator: " ").first.flatMap { Double($0) })
        let first = Clocks.boottime()
        #expect(abs(Double(first) / 1_000_000 - uptime) < 60)
        var last = first
        for _ in 0..<1000 {
            let now = Clocks.boottime()
            #expect(now >= last)
            last = now
        }
    }

    @Test("the real-time clock is in microseconds since 1970")
    func realtime() {
        let seconds = Date().timeIntervalSince1970
        #expect(abs(Double(Clocks.realtime()) / 1_000_000 - seconds) < 60)
    }
}
