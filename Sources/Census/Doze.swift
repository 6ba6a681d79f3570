/// How long a phone advertises in a spell, and how long it is silent between spells, in seconds.
///
/// Rests are taken to be spread evenly up to twice their mean. The silence from a random moment on
/// follows from that (inspection paradox): none while the phone advertises, else what is left of a rest.
struct Doze {
    let run: Double
    let rest: Double

    /// The share of its time in which it rests.
    private var quiet: Double { rest / (run + rest) }

    /// The part of the longest rest that is beyond a length, from 1 down to 0.
    private func beyond(_ gap: Double) -> Double { max(1 - gap / (2 * rest), 0) }

    /// Seconds of silence to expect from a random moment on.
    var silence: Double { quiet * rest * 2 / 3 }

    /// Density of that silence at a length, per second.
    func density(_ gap: Double) -> Double { beyond(gap) / (run + rest) }

    /// Probability that it lasts longer.
    func survival(_ gap: Double) -> Double { quiet * beyond(gap) * beyond(gap) }

    /// Seconds of it to expect, cut at a length.
    func expected(upTo gap: Double) -> Double {
        let left = beyond(gap)
        return silence * (1 - left * left * left)
    }

    /// Seconds from the moment at which ids change to the first burst with the new one, for a phone that
    /// goes on under its old id first: what is left of the run, and a whole rest.
    private var afterRun: Double { run * 2 / 3 + rest }

    /// Density of that time, for phones that advertise when ids change, per second.
    func densityAfterRun(_ gap: Double) -> Double {
        guard rest > run / 3 else {
            // Short rests: what is left of the run decides.
            return (1 - quiet) * max(1 - gap / (2 * run), 0) / run
        }
        // A sum of two is spread by half of its mean: a gamma distribution of order 4.
        let time = gap * 4 / afterRun
        return (1 - quiet) * time * time * time * Elementary.decay(time) / 6 * 4 / afterRun
    }

    /// Of that time the part in which the old id does not stand for the phone.
    var shareAfterRun: Double { rest / afterRun }

    /// Seconds from the moment at which ids change to the first burst with the new one.
    var untilNewId: Double { (1 - quiet) * afterRun + silence }
}

/// Silence that chance ends: none for a part of the time, else as long as chance makes it.
///
/// Its mean is known from a few pauses only; over what it may be besides, an exponential distribution
/// becomes a Pareto distribution (of the second kind, after K. Lomax).
struct Lull {
    /// Seconds to expect from a random moment on.
    let mean: Double
    /// The part of the time in which there is silence, from 0 to 1.
    let share: Double
    /// Pauses that tell of it, two at least.
    let pauses: Int

    /// Probability that silence lasts longer where there is silence, to a power of this many pauses.
    private func tail(_ gap: Double, _ power: Int) -> Double {
        let base = 1 / (1 + gap * share / (mean * Double(pauses)))
        var factor = base
        var result = 1.0
        var left = power
        while left > 0 {
            if left & 1 == 1 { result *= factor }
            factor *= factor
            left >>= 1
        }
        return result
    }

    /// Density of the silence from a random moment on at a length, per second.
    func density(_ gap: Double) -> Double { tail(gap, pauses + 1) * share * share / mean }

    /// Probability that it lasts longer.
    func survival(_ gap: Double) -> Double { tail(gap, pauses) * share }

    /// Seconds of it to expect, cut at a length.
    func expected(upTo gap: Double) -> Double {
        mean * Double(pauses) / Double(pauses - 1) * (1 - tail(gap, pauses - 1))
    }
}

/// Phones in doze at a place, as far as is known.
struct Dozing {
    /// Of the phones those that doze, from 0 to 1.
    var share = 0.0
    /// How they do, nil when too few are here to tell.
    var usual: Doze?
}
