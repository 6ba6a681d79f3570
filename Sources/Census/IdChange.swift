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
    ///   - before: Phones here when the quarter before ended, nil when that is not known.
    ///   - entries: What is held of the quarter's ids.
    /// - Returns: How many, 0 when it may be chance.
    func goneUnheard(before: Double?, _ entries: [SightingTable.Entry]) -> Double {
        guard judge.beginsWithRotation, let before else { return 0 }
        let late = Double(
            entries.count {
                $0.isCarried && $0.firstSecond <= judge.configuration.burstOn
            }
        )
        let most = 2 * late + 2 * late.squareRoot() + 3
        let staying = stays.reduce(0) { sum, stay in
            sum + (stay.role == .new && stay.rhythm == .usual ? 1 - stay.came : 0)
        }
        let usual = judge.hazard.leaving * before * judge.configuration.period * 2 / 3
        let excess = min(before, most) - staying - usual
        return excess > 2.5 * (1 + before / 10).squareRoot() ? excess : 0
    }

    /// Phones whose id changed within the quarter, because theirs live for ten minutes.
    ///
    /// Ids that begin in the cycle after the change, and those that end around it, beyond what the rest
    /// of the quarter lets expect; none unless both stand out by two standard deviations.
    var countedTwice: Double {
        let configuration = judge.configuration
        let listened = judge.listened
        let change = judge.tenMinuteChange
        let cycle = configuration.cycle
        guard change - cycle > listened.from, change + cycle < listened.to else { return 0 }
        let beginning = change - configuration.clockTolerance...change + cycle
        let ending = change - configuration.burstOn - 2...change + configuration.burstOn + 2
        let calm = listened.from + cycle...listened.to - cycle
        let new = stays.filter { $0.role == .new }
        let excesses = [
            excess(of: new.map(\.first), in: beginning, of: calm),
            excess(of: new.map(\.last), in: ending, of: calm),
        ]
        return max(excesses.min() ?? 0, 0)
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
        guard rest > length else { return 0 }
        let usual = outside * length / rest
        let excess = inside - usual
        return excess > 2 * (usual + 1).squareRoot() ? excess : 0
    }
}
