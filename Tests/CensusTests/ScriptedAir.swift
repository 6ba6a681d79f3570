import Fleet
import Synchronization

@testable import Census

/// Air written by hand: a census, a clock in seconds from a quarter's start, and phones by number.
struct ScriptedAir {
    /// 15h00 on 13 August 2020 in Vietnam, a quarter's start.
    static let noon = Instant(seconds: 1_597_305_600)

    var census: Census
    private(set) var heard: UInt64 = 0
    private(set) var results: [CensusResult] = []

    init(_ configuration: CensusConfiguration = CensusConfiguration()) {
        let dice = Mutex(Dice(state: 852))
        census = Census(configuration: configuration) {
            dice.withLock { DigestKey($0.next(), $0.next()) }
        }
    }

    static func moment(_ seconds: Double) -> Instant {
        Instant(microseconds: noon.microseconds + Int64((seconds * 1e6).rounded()))
    }

    mutating func begin(_ seconds: Double) {
        census.begin(at: Self.moment(seconds))
        collect()
    }

    mutating func hear(_ kind: BeaconClass, _ sender: UInt64, at seconds: Double) {
        let trace = Trace(low: sender, high: 0)
        census.hear(Sighting(kind: kind, trace: trace, rssi: -60), at: Self.moment(seconds))
        heard += 1
        collect()
    }

    mutating func advance(_ seconds: Double) {
        census.advance(to: Self.moment(seconds))
        collect()
    }

    mutating func finish(_ seconds: Double) {
        census.finish(at: Self.moment(seconds))
        collect()
    }

    private mutating func collect() {
        results += census.takeResults()
    }

    /// Results by kind.
    struct Results {
        let windows: [WindowTally]
        let quarters: [QuarterTally]

        init(_ results: [CensusResult]) {
            windows = results.compactMap { if case .window(let tally) = $0 { tally } else { nil } }
            quarters = results.compactMap {
                if case .quarter(let tally) = $0 { tally } else { nil }
            }
        }
    }

    var windows: [WindowTally] { Results(results).windows }

    var quarters: [QuarterTally] { Results(results).quarters }

    /// Starts of the windows in seconds from noon.
    var windowStarts: [Int64] { windows.map { $0.span.start.seconds - Self.noon.seconds } }

    /// Starts of the quarters in seconds from noon.
    var quarterStarts: [Int64] { quarters.map { $0.span.start.seconds - Self.noon.seconds } }

    /// Reports in all windows.
    var counted: UInt64 { windows.reduce(0) { $0 + $1.reports } }
}

extension ScriptedAir {
    /// Plays phones, whose ids are chosen at the start of each burst of 15 s in 30 s, in order of time.
    ///
    /// - Parameters:
    ///   - phones: From when to when each is here, in seconds from noon.
    ///   - step: Seconds between two adverts of a burst.
    ///   - lead: Seconds by which the phones' clocks are ahead.
    ///   - stopped: When nobody listens.
    mutating func play(
        _ phones: [ClosedRange<Double>],
        step: Double = 1,
        lead: Double = 0,
        stopped: ClosedRange<Double>? = nil
    ) {
        var adverts: [(time: Double, id: UInt64)] = []
        for (number, stay) in phones.enumerated() {
            var burst = -630.0 + Double(number * 7 % 30)
            while burst <= stay.upperBound {
                let quarter = UInt64(max((burst + lead + 900) / 900, 0))
                for time in stride(from: burst, to: burst + 15, by: step)
                where time >= 0 && time < stay.upperBound && stay.contains(time) {
                    adverts.append((time, UInt64(number + 1) << 32 | quarter))
                }
                burst += 30
            }
        }
        for advert in adverts.sorted(by: { ($0.time, $0.id) < ($1.time, $1.id) })
        where stopped?.contains(advert.time) != true {
            hear(.bluezoneAndroid, advert.id, at: advert.time)
        }
    }
}
