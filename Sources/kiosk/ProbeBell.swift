import Screen
import Synchronization

/// Tells the glass when to look for displays; rung from the thread that hears the kernel.
final class ProbeBell: Sendable {
    private let plan = Mutex(ProbePlan(now: .now))

    /// Something was plugged in or pulled out.
    func ring() { plan.withLock { $0.ring(.now) } }

    /// Whether it is time for a look; then the next one is after the usual while.
    func takeDue(isAbsent: Bool) -> Bool {
        plan.withLock { plan in
            guard plan.isDue(.now) else { return false }
            plan.looked(.now, isAbsent: isAbsent)
            return true
        }
    }
}
