import Beacons
import Census
import Fleet
import SystemIO
import Testing

@testable import KioskService

@Suite struct CounterTests {
    /// The beginning of a quarter.
    private static let start = Instant(seconds: 1_597_276_800)
    private let counter = Counter(
        configuration: CensusConfiguration(),
        drawWord: KernelRandom.word
    )

    @Test("a clock that jumps within a quarter yields one row, of its best piece")
    func jumping() throws {
        // Each beginning closes what is open, as a step of the clock does.
        for (from, phones) in [(10, 200), (200, 240), (420, 200), (600, 220)] {
            counter.begin(at: at(from))
            for second in 0..<120 {
                hear(phones, at: at(from + second), inBursts: true)
            }
        }
        #expect(counter.rows(at: at(1059)) == [])
        let rows = counter.rows(at: at(1060))
        let row = try #require(rows.first)
        #expect(rows.count == 1)
        #expect(row.span == WindowSpan.quarter(holding: Self.start))
        #expect(row.quality == .partial)
        // Not the sum, and not the last piece; noise beyond 30 comes once in 10^13 draws.
        let android = try #require(row.figures).android
        #expect(abs(android - 240) < 30, "\(android)")
        #expect(counter.rows(at: at(1100)) == [])
    }

    @Test("a radio that goes away and comes back within a quarter yields one row of the whole")
    func flapping() throws {
        counter.begin(at: at(0))
        for (from, to) in [(0, 250), (400, 700), (720, 900)] {
            counter.resume(at: at(from))
            for second in from..<to {
                hear(200, at: at(second), inBursts: true)
            }
            counter.lose(since: at(to))
            #expect(counter.rows(at: at(to)) == [])
        }
        let rows = counter.rows(at: at(1061))
        let row = try #require(rows.first)
        #expect(rows.count == 1)
        #expect(row.quality == .partial)
        let android = try #require(row.figures).android
        #expect(abs(android - 200) < 30, "\(android)")
    }

    @Test("each quarter without anybody who listened has its deaf row")
    func absent() {
        counter.begin(at: at(0))
        counter.lose(since: at(0))
        var rows: [QuarterRow] = []
        for second in stride(from: 0, through: 3 * 900 + 200, by: 50) {
            rows += counter.rows(at: at(second))
        }
        #expect(rows.map(\.quality) == [.deaf, .deaf, .deaf])
        #expect(rows.allSatisfy { $0.figures == nil })
    }

    @Test("two adapters that hear the same count each phone once")
    func twoAdapters() throws {
        counter.begin(at: at(0))
        for second in 0..<900 {
            for adapter in 0..<2 {
                hear(50, at: at(second), inBursts: true, adapter: adapter)
            }
        }
        let row = try #require(counter.finish(at: at(901)).first)
        let android = try #require(row.figures).android
        #expect(abs(android - 50) < 30, "\(android)")
    }

    @Test(
        "a quarter that is heard to its end has its row when its grace is over, as without pauses"
    )
    func whole() throws {
        counter.begin(at: at(0))
        // On into the grace, as the air goes on.
        for second in stride(from: 0, through: 990, by: 10) {
            hear(50, at: at(second))
        }
        #expect(counter.rows(at: at(1000)) == [])
        let rows = counter.rows(at: at(1061))
        #expect(rows.count == 1)
        #expect(rows.first?.quality == .regular)
    }

    @Test("a quarter that was left releases its row when the next one is closed")
    func nextQuarter() {
        counter.begin(at: at(10))
        hear(50, at: at(60))
        counter.begin(at: at(950))
        #expect(counter.rows() == [])
        hear(50, at: at(960))
        counter.begin(at: at(970))
        let rows = counter.rows()
        #expect(rows.map(\.span.start) == [Self.start])
        #expect(counter.finish(at: at(980)).map(\.span.start) == [at(900)])
    }

    @Test("a kiosk that stops releases what it heard, and no deaf row of a quarter that goes on")
    func stopping() {
        counter.begin(at: at(10))
        hear(50, at: at(60))
        #expect(counter.finish(at: at(100)).count == 1)
        #expect(counter.finish(at: at(100)) == [])
        counter.begin(at: at(110))
        #expect(counter.finish(at: at(130)) == [])
    }

    @Test("a crowd too large for figures has a row all the same when the kiosk stops")
    func saturated() throws {
        counter.begin(at: at(0))
        for second in stride(from: 0, to: 120, by: 5) {
            hear(900, at: at(second), inBursts: true)
        }
        let rows = counter.finish(at: at(120))
        #expect(rows.count == 1)
        let row = try #require(rows.first)
        #expect(!row.quality.hasFigures && row.quality != .deaf)
        #expect(row.figures == nil)
    }

    private func at(_ second: Int) -> Instant { Self.start.adding(seconds: Int64(second)) }

    /// Hears the first so many Android phones once, or those of them that are in their 15 s of 30.
    private func hear(_ phones: Int, at time: Instant, inBursts: Bool = false, adapter: Int = 0) {
        for phone in 0..<phones {
            if inBursts, (Int(time.seconds) + phone * 7) % 30 >= 15 { continue }
            let low = UInt8(phone & 0xff)
            let high = UInt8(phone >> 8)
            let id = [0x0f, 0xff, 0xb5, 0x22, low, high] + [UInt8](repeating: 7, count: 10)
            let data = id + [0x03, 0x03, 0x56, 0x4e]
            let report = [0, 1, low, high, 3, 4, 5, 0x46, UInt8(data.count)] + data + [0xc4]
            let event = [0x3e, UInt8(report.count + 2), 0x02, 1] + report
            event.withUnsafeBytes { _ = counter.hear(ByteView($0), at: time, adapter: adapter) }
        }
    }
}
