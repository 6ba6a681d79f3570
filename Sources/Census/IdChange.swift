/// What a crowd shows at the moments at which ids change.
struct IdChange {
    let judge: StayJudge
    let stays: [PhoneStay]

    /// Phones that were here when the quarter began, and then show no id of it.
    ///
    /// At a stop or a landing a group leaves within seconds, which the usual rate does not say. Those
    /// here at the end of the quarter before are more than those here from this one's start by more
    /// than chance makes it. Half of them advertised when ids changed and were heard after it, else
    /// they had left before.
    ///
    /// - Parameters:
    ///   - handover: What the quarter before tells, nil when it was not listened to.
    ///   - entries: What is held of the quarter's ids.
    /// - Returns: How many; less than `sure` may be chance.
    func goneUnheard(
        after handover: Handover?,
        _ entries: [SightingTable.Entry]
    ) -> Excess {
        guard judge.beginsWithRotation, let before = handover?.present else { return Excess() }
        let late = Double(
            entries.count {
                $0.isCarried && $0.firstSecond <= judge.configuration.burstOn
            }
        )
        let usual = judge.hazard.leaving * before * judge.configuration.period * 2 / 3
        return Excess(
            value: min(before, 2 * late) - staying - usual,
            sure: 2.5 * (1 + before / 10).squareRoot()
        )
    }

    /// Phones in the usual rhythm that were here from the quarter's start.
    ///
    /// Those with ids of ten minutes go on under their old one in every other quarter.
    private var staying: Double {
        stays.reduce(0) { sum, stay in
            guard stay.rhythm == .usual else { return sum }
            if stay.role == .new { return sum + 1 - stay.came }
            return sum + (stay.last > judge.configuration.period ? 1 : 0)
        }
    }

    /// Phones in the usual rhythm that are here at the end.
    var present: Double {
        stays.reduce(0) { sum, stay in
            let isOwn = stay.role == .new && stay.rhythm == .usual
            return sum + (isOwn ? 1 - stay.left : 0)
        }
    }

    /// Phones beyond what is usual, which may be chance.
    struct Excess {
        var value = 0.0
        /// From here on it is none.
        var sure = 0.0

        /// The excess where it is sure, else 0.
        var certain: Double { value > sure ? value : 0 }
        /// The excess where it may be chance, else 0.
        var doubtful: Double { value > sure ? 0 : max(value, 0) }
    }

    /// Phones whose id changed within the quarter, because theirs live for ten minutes.
    ///
    /// Ids that begin in the cycle after the change, and those that end around it, beyond what the rest
    /// of the quarter lets expect. A stop at that moment looks the same; so no more than half as many
    /// again as the quarter before lets expect.
    ///
    /// - Parameter share: Of the phones those with such ids, nil when that is not known.
    /// - Returns: How many; none is certain where the share is not known.
    func countedTwice(_ share: Double?) -> Excess {
        // Where ids of ten minutes last through the quarter's start, they are new only once.
        guard judge.beginsWithRotation, !judge.isOdd else { return Excess() }
        let configuration = judge.configuration
        let listened = judge.listened
        let change = judge.tenMinuteChange
        let cycle = configuration.cycle
        guard change - cycle > listened.from, change + cycle < listened.to else { return Excess() }
        let beginning = change - configuration.clockTolerance...change + cycle
        let ending = change - configuration.burstOn - 2...change + configuration.burstOn + 2
        let calm = listened.from + cycle...listened.to - cycle
        let new = stays.filter { $0.role == .new }
        let begun = excess(of: new.map(\.first), in: beginning, of: calm)
        let ended = excess(of: new.map(\.last), in: ending, of: calm)
        let value = min(begun, ended)
        guard let share else { return Excess(value: value, sure: .infinity) }
        let expected = share * Double(new.count) / (1 + share)
        return Excess(value: min(value, 1.5 * expected), sure: 1)
    }

    /// Of the phones in the usual rhythm those whose ids live for ten minutes, from 0 to 1.
    ///
    /// They show their old id for minutes in every other quarter. Nil in the quarters between.
    var tenMinuteShare: Double? {
        guard judge.isOdd, judge.listened.from <= judge.configuration.coverageTolerance else {
            return nil
        }
        let usual = stays.filter { $0.rhythm == .usual }
        let old = usual.count { $0.role != .new && $0.last >= judge.tenMinuteChange * 2 / 3 }
        return Double(old) / Double(max(usual.count { $0.role == .new }, 1))
    }

    /// Whether the kiosk's clock is wrong: many phones show the old id for longer than they can, and
    /// then no more.
    ///
    /// Ids of ten minutes end at their time, and ids that never change do not end.
    var isClockWrong: Bool {
        // Where nobody listened, ids end that do not.
        guard judge.listened.length == judge.listened.to - judge.listened.from else { return false }
        let change = judge.tenMinuteChange
        let cycle = judge.configuration.cycle
        let tenMinutes = judge.isOdd ? change * 2 / 3...change + cycle : 0...0
        let old = stays.count { stay in
            stay.role != .new && stay.rhythm == .usual && stay.last > judge.configuration.lastOld
                && stay.last < judge.listened.to - cycle && !tenMinutes.contains(stay.last)
        }
        return old >= 5 && Double(old) > staying / 4
    }

    private func excess(
        of moments: [Double],
        in stretch: ClosedRange<Double>,
        of calm: ClosedRange<Double>
    ) -> Double {
        let inside = Double(moments.count { stretch.contains($0) })
        let outside = Double(moments.count { calm.contains($0) && !stretch.contains($0) })
        let length = stretch.upperBound - stretch.lowerBound
        let rest = calm.upperBound - calm.lowerBound - length
        return rest > length ? inside - outside * length / rest : 0
    }
}
