/// Takes the scan back from programs that change it, but not in a fast fight.
///
/// The first three times within a minute it is done almost at once, so that the other's commands are
/// through; then each pause is twice the one before, up to half a minute.
struct Disturbances: Sendable {
    private var count = 0
    private var last = -Double.infinity
    private var due = Double.infinity

    private static let shortest = 0.25
    private static let longest = 30.0

    /// Somebody changed the scan.
    mutating func note(at now: Double) {
        if now - last > 60 { count = 0 }
        // The commands of one change come within moments.
        if now - last > Self.shortest { count += 1 }
        last = now
        guard due == .infinity else { return }
        due = now + min(Self.shortest * Double(1 << min(max(count - 3, 0), 10)), Self.longest)
    }

    /// Whether it is time to begin the scan anew; then the change is dealt with.
    mutating func isDue(at now: Double) -> Bool {
        guard now >= due else { return false }
        due = .infinity
        return true
    }
}
