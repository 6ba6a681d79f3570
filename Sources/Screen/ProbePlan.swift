/// When the display hardware is to be looked at again.
package struct ProbePlan: Sendable, Equatable {
    private var due: ContinuousClock.Instant

    /// From a message about plugging to the look: cables bounce, and displays send two or three.
    package static let settling: Duration = .milliseconds(500)
    /// Between looks without a message, while there is a display and while there is none.
    package static let usual: Duration = .seconds(30)
    package static let whileAbsent: Duration = .seconds(10)

    /// A plan that begins with a look.
    package init(now: ContinuousClock.Instant) {
        due = now
    }

    /// Whether it is time for a look.
    package func isDue(_ now: ContinuousClock.Instant) -> Bool { now >= due }

    /// Something was plugged in or pulled out.
    package mutating func ring(_ now: ContinuousClock.Instant) {
        due = now + Self.settling
    }

    /// A look begins; what is plugged from here on is for the next one.
    package mutating func looked(_ now: ContinuousClock.Instant, isAbsent: Bool) {
        due = now + (isAbsent ? Self.whileAbsent : Self.usual)
    }
}
