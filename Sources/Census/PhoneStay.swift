/// One id's phone: when it was probably here, in seconds of the quarter.
struct PhoneStay {
    /// What an id stands for.
    enum Role {
        /// An id first heard in this quarter: a phone of its own.
        case new
        /// The id of the quarter before, of a phone that goes on under a new one.
        case leftOver
        /// The id of the quarter before, of a phone that shows no other in this quarter.
        case lasting
    }

    let role: Role
    let rhythm: Rhythm
    /// Bit n: heard in the n-th window.
    let windows: UInt8
    let first: Double
    let last: Double
    /// When it was here, silence included.
    let start: Double
    let end: Double
    /// Probability that it came during the quarter, and that it left.
    let came: Double
    let left: Double
    /// Seconds of silence to expect of it.
    let silence: Double
    /// Seconds until a new id of it would be heard.
    let untilNewId: Double
    let isWellHeard: Bool
    let hits: UInt32

    /// Variance of its presence, in square seconds: each true end is uncertain by about the silence.
    var variance: Double {
        // A rest of 15 s in 30: mean 3.75, mean square 37.5, so the variance is 1.67 of the mean's square.
        (came + left) * 1.67 * silence * silence
    }
}
