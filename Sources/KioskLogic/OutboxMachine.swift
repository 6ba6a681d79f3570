/// Decides when the kiosk talks to the province: at once when there are rows, else now and then.
///
/// A failed attempt is repeated after a pause that doubles up to a limit and is spread by chance, so
/// that a fleet does not come back in step. Times are seconds of a clock that never steps.
package struct OutboxMachine: Sendable {
    /// What to do now.
    package enum Action: Equatable, Sendable {
        /// Send what is waiting and how the kiosk is.
        case send
        /// Do nothing for so many seconds, unless rows arrive.
        case wait(seconds: Double)
    }

    /// Longest pause after failures, in seconds.
    package static let longestPause: Double = 300
    private static let shortestPause: Double = 1

    /// Seconds between two messages when there is nothing new to send.
    private let heartbeat: Double
    private var nextHeartbeat: Double = 0
    private var failures = 0
    private var notBefore: Double = 0

    package init(heartbeat: Double) {
        self.heartbeat = heartbeat
    }

    /// What to do at a moment, with so many rows waiting.
    package func action(now: Double, waitingRows: Int) -> Action {
        let due = waitingRows > 0 ? notBefore : max(notBefore, nextHeartbeat)
        return now >= due ? .send : .wait(seconds: due - now)
    }

    /// The province answered and holds what was sent.
    package mutating func succeeded(now: Double) {
        failures = 0
        notBefore = now
        nextHeartbeat = now + heartbeat
    }

    /// The attempt failed.
    ///
    /// - Parameters:
    ///   - now: When.
    ///   - chance: A random number from 0 to 1 that spreads the pause.
    package mutating func failed(now: Double, chance: Double) {
        let doublings = min(failures, 20)
        let pause = min(Self.shortestPause * Double(1 << doublings), Self.longestPause)
        failures += 1
        notBefore = now + pause * (0.5 + chance / 2)
    }
}
