import Census
import Fleet
import KioskLogic
import Lifecycle
import Synchronization
import SystemIO
import Testing

@testable import KioskService

/// The whole way from an adapter with scripted faults to rows, status and log, without a thread.
@Suite struct AdapterWatchTests {
    private final class Lines: Sendable {
        let all = Mutex<[String]>([])
        var log: Log {
            Log { level, line in self.all.withLock { $0.append("\(level.word): \(line)") } }
        }
        func has(_ text: String) -> Bool { all.withLock { $0.contains { $0.contains(text) } } }
    }

    private final class Rows: Sendable {
        let all = Mutex<[QuarterRow]>([])
    }

    private static let start = Instant(seconds: 1_597_276_800)
    private let adapter = FakeAdapter(start: AdapterWatchTests.start)
    private let lines = Lines()
    private let status = KioskStatus()
    private let counter = Counter(
        configuration: CensusConfiguration(),
        drawWord: KernelRandom.word
    )
    private let rows = Rows()

    /// Plays a script: at each second of it the air changes; the counter is ticked each second.
    private func play(_ script: [Int: (inout FakeAdapter.Air) -> Void], seconds: Int) -> [Int: Bool]
    {
        let air = SharedAir(counter: counter, status: status, log: lines.log)
        air.begin(at: Self.start)
        var watch = AdapterWatch(
            number: 0,
            port: adapter,
            air: air,
            clocks: (adapter, adapter),
            desk: adapter,
            log: lines.log
        )
        var hearing: [Int: Bool] = [:]
        var last = -1
        watch.run {
            let second = Int(adapter.now().seconds - Self.start.seconds)
            if second != last {
                last = second
                script[second].map { change in
                    var air = adapter.air
                    change(&air)
                    adapter.air = air
                }
                hearing[second] = status.isHearing
                rows.all.withLock { $0 += counter.rows(at: adapter.now()) }
            }
            return second >= seconds
        }
        return hearing
    }

    @Test(
        "a deaf radio is noticed within 90 s, its windows are deaf, and counting resumes by itself"
    )
    func deafHour() throws {
        let hearing = play(
            [1000: { $0 = .init(answers: false) }, 4000: { $0 = .init() }],
            seconds: 6 * 900 + 200
        )
        #expect(hearing[999] == true)
        #expect((1001...1090).contains { hearing[$0] == false })
        #expect(hearing[3999] == false)
        #expect((4001...4070).contains { hearing[$0] == true })
        let rows = rows.all.withLock { $0 }
        #expect(rows.count == 6)
        #expect(
            rows.map(\.quality) == [.regular, .partial, .deaf, .deaf, .partial, .regular],
            "\(rows.map(\.quality))"
        )
        for row in rows where row.figures != nil {
            #expect(abs(try #require(row.figures).android - 20) < 20)
        }
        #expect(lines.has("reset: done"))
        #expect(lines.has("deaf: no answer"))
    }

    @Test(
        "the stages come in their order, and a reboot is asked for when none helped, with its quota"
    )
    func ladder() {
        _ = play([600: { $0 = .init(answers: false) }], seconds: 3 * 3600)
        #expect(Array(adapter.stages.prefix(4)) == RadioStage.allCases)
        #expect((1...2).contains(adapter.requests.count))
        #expect(lines.has("asks for a reboot"))
        #expect(status.radio.contains("reboot asked for") || status.radio.contains("last: "))
        #expect(adapter.closings == 1)
    }

    @Test(
        "a cure by any stage is told in the log and on the province's page",
        arguments: RadioStage.allCases
    )
    func cure(stage: RadioStage) {
        _ = play([600: { $0 = .init(answers: false, cure: stage) }], seconds: 900)
        #expect(adapter.stages.last == stage)
        #expect(lines.has("listens again after: \(stage) done"))
        #expect(status.radio.contains("last: \(stage) done"))
        #expect(status.isHearing)
    }

    @Test(
        "an adapter that is absent says why, and is heard when it is back",
        arguments: [RadioTrouble.Kind.gone, .blocked, .notPermitted, .noAdapter, .off]
    )
    func absent(kind: RadioTrouble.Kind) {
        let trouble = RadioTrouble(kind, "the thing is so: do that")
        let hearing = play(
            [100: { $0.trouble = trouble }, 200: { $0.trouble = nil }],
            seconds: 280
        )
        #expect(hearing[102] == false)
        #expect(lines.has("the thing is so: do that"))
        #expect((200...270).contains { hearing[$0] == true })
        #expect(status.excuse == nil)
        #expect(adapter.stages.isEmpty)
    }

    @Test("a scan that others changed is begun anew at once, and counting goes on")
    func disturbed() {
        let hearing = play([100: { $0.isDisturbed = true }], seconds: 110)
        #expect(adapter.stages == [.restartScan])
        #expect((1...109).allSatisfy { hearing[$0] == true })
        #expect(lines.has("another program changed the scan"))
    }

    @Test("lost adverts are told")
    func lost() {
        _ = play([100: { $0.lost = 7 }], seconds: 110)
        #expect(!status.radio.contains("7"))
        #expect(lines.has("7 adverts lost"))
    }
}
