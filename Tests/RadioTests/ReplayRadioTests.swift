import Beacons
import Fleet
import SystemIO
import Testing

@testable import Radio

@Suite(.timeLimit(.minutes(2)))
struct ReplayRadioTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// A clock for which every moment of a test is past.
    private var rushing: ReplayClock {
        ReplayClock(begin: Instant.plausible.upperBound, beginTicks: Clocks.boottime(), speed: 1)
    }

    /// A clock that stands at the beginning of the capture for the length of a test.
    private var standing: ReplayClock {
        ReplayClock(begin: TestCapture.begin, beginTicks: Clocks.boottime(), speed: 0.000_001)
    }

    private func replay(_ capture: TestCapture, isLooping: Bool = false) throws -> ReplayRadio {
        try ReplayRadio(path: folder.write(capture.bytes), isLooping: isLooping)
    }

    // MARK: Playing

    @Test("all events are played in order, each at its moment")
    func playsAll() throws {
        let seconds: [Double] = [0, 0.25, 0.25, 30, 3600]
        let capture = TestCapture(seconds: seconds)
        let replay = try replay(capture)
        #expect(replay.firstEvent == TestCapture.begin)
        var packets: [[UInt8]] = []
        var times: [Double] = []
        let clock = ReplayClock(
            begin: TestCapture.begin,
            beginTicks: Clocks.boottime(),
            speed: 1_000_000
        )
        let last = try replay.play(clock: clock, until: { false }) { packet, time in
            packets.append((0..<packet.count).compactMap { packet.byte($0) })
            times.append(time.seconds(since: TestCapture.begin))
            #expect(clock.now(ticks: Clocks.boottime()) >= time)
        }
        #expect(packets == capture.events)
        #expect(times == seconds)
        #expect(last == TestCapture.begin.adding(seconds: 3600))
    }

    @Test("years without an event are passed over, not waited for")
    func longGap() throws {
        let year: Double = 365 * 86_400
        let replay = try replay(TestCapture(seconds: [0, year, year + 60, 20 * year]))
        var times: [Double] = []
        let clock = ReplayClock(
            begin: TestCapture.begin,
            beginTicks: Clocks.boottime(),
            speed: 1_000
        )
        _ = try replay.play(clock: clock, until: { false }) { _, time in
            times.append(time.seconds(since: TestCapture.begin))
        }
        #expect(times == [0, year, year + 60, 20 * year])
    }

    @Test("events out of order are played as they come; the end is the latest")
    func outOfOrder() throws {
        var times: [Double] = []
        let replay = try replay(TestCapture(seconds: [5, 2, 9, 1]))
        let last = try replay.play(clock: rushing, until: { false }) { _, time in
            times.append(time.seconds(since: TestCapture.begin))
        }
        #expect(times == [5, 2, 9, 1])
        #expect(last == TestCapture.begin.adding(seconds: 9))
    }

    @Test("a stop ends it at once, and nothing is heard after it", arguments: [0, 1, 2])
    func stops(heard: Int) throws {
        var count = 0
        let replay = try replay(TestCapture(seconds: [0, 1, 2, 3]))
        _ = try replay.play(clock: rushing, until: { count >= heard }) { _, _ in count += 1 }
        #expect(count == heard)
    }

    @Test("a stop ends the wait for an event that is not due, which is not heard")
    func stopsWaiting() throws {
        var asked = 0
        var times: [Double] = []
        let replay = try replay(TestCapture(seconds: [0, 60]), isLooping: true)
        let began = Clocks.boottime()
        _ = try replay.play(
            clock: standing,
            until: {
                asked += 1
                return asked > 5
            },
            deliver: { _, time in times.append(time.seconds(since: TestCapture.begin)) }
        )
        #expect(times == [0])
        // It asks at least four times a second; far from the minute and the years of the clock.
        #expect(Clocks.boottime() - began < 30_000_000)
    }

    // MARK: Loops

    @Test(
        "each round begins whole quarters later and after the end of the one before",
        arguments: [
            ([0], 900), ([0, 10], 900), ([0, 899.9], 900), ([0, 900], 1800), ([0, 5, 2000], 2700),
        ] as [([Double], Double)]
    )
    func loops(seconds: [Double], shift: Double) throws {
        var times: [Double] = []
        let replay = try replay(TestCapture(seconds: seconds), isLooping: true)
        let rounds = 4
        let last = try replay.play(
            clock: rushing,
            until: { times.count >= seconds.count * rounds },
            deliver: { _, time in times.append(time.seconds(since: TestCapture.begin)) }
        )
        let expected = (0..<rounds).flatMap { round in seconds.map { $0 + Double(round) * shift } }
        #expect(times == expected)
        #expect(times == times.sorted())
        #expect(last.seconds(since: TestCapture.begin) == expected.last)
    }

    // MARK: Boot ids

    @Test("the same capture has the same boot id, wherever it lies")
    func sameBoot() throws {
        let capture = TestCapture(seconds: [0, 1])
        let first = try ReplayRadio(path: folder.write(capture.bytes, to: "a"), isLooping: false)
        let second = try ReplayRadio(path: folder.write(capture.bytes, to: "b"), isLooping: true)
        #expect(first.boot == second.boot)
    }

    @Test("another capture has another one, also when only one byte differs", arguments: 0..<4)
    func otherBoot(place: Int) throws {
        let seconds = (0..<400).map { Double($0) }
        let capture = TestCapture(seconds: seconds)
        let boot = try replay(capture).boot
        #expect(try replay(TestCapture(seconds: seconds, seed: 2)).boot != boot)
        #expect(try replay(TestCapture(seconds: Array(seconds.dropLast()))).boot != boot)
        // An RSSI in the middle, and the very last bytes.
        var bytes = capture.bytes
        let offset = [bytes.count / 2, bytes.count - 1, bytes.count - 5, bytes.count - 17][place]
        bytes[offset] ^= 1
        let other = try? ReplayRadio(path: folder.write(bytes), isLooping: false)
        #expect(try #require(other).boot != boot)
    }

    // MARK: Bad files

    @Test("a cut capture is played up to the cut, then says so")
    func cut() throws {
        let capture = TestCapture(seconds: [0, 1, 2])
        let path = try folder.write(Array(capture.bytes.dropLast(3)))
        let replay = try ReplayRadio(path: path, isLooping: true)
        var count = 0
        let error = #expect(throws: CaptureError.self) {
            _ = try replay.play(clock: rushing, until: { false }) { _, _ in count += 1 }
        }
        #expect(count == 2)
        guard case .cut(_, records: 2) = error else {
            Issue.record("not cut after two records: \(String(describing: error))")
            return
        }
    }

    @Test("what is no capture is refused when it is opened")
    func refused() throws {
        let empty = BtsnoopHeader.bytes
        let table: [(bytes: [UInt8], error: String)] = [
            ([], "the capture is empty"),
            (Array("hello, world, this is no capture".utf8), "not a capture"),
            (Array("btsn".utf8), "cut at byte"),
            (empty, "it holds no HCI event"),
            (empty + [1, 2, 3], "cut"),
            (Array(empty.prefix(12)), "cut"),
        ]
        for (bytes, expected) in table {
            let path = try folder.write(bytes)
            let error = #expect(throws: CaptureError.self) {
                _ = try ReplayRadio(path: path, isLooping: false)
            }
            #expect(error?.description.contains(expected) == true)
        }
    }

    @Test("a missing file and a folder are named")
    func missing() {
        for path in [folder.path + "/none", folder.path] {
            let error = #expect(throws: SystemError.self) {
                _ = try ReplayRadio(path: path, isLooping: false)
            }
            #expect(error?.subject == path)
        }
    }
}

/// The header of a btsnoop file with H4 packets.
private enum BtsnoopHeader {
    static let bytes = Array("btsnoop\0".utf8) + [0, 0, 0, 1, 0, 0, 3, 0xea]
}
