/// Decides when the kiosk talks to the province: at once when there is something new, else now and then.
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
    /// Seconds between two messages that only tell how the kiosk is, so that a flapping part costs little.
    private static let newsPause: Double = 10

    /// Seconds between two messages when there is nothing new to send.
    private let heartbeat: Double
    private var nextHeartbeat: Double = 0
    private var failures = 0
    private var notBefore: Double = 0
    private var lastSuccess = -Double.infinity

    package init(heartbeat: Double) {
        self.heartbeat = heartbeat
    }

    /// What to do at a moment.
    ///
    /// - Parameters:
    ///   - now: The moment.
    ///   - waitingRows: Rows that the province does not have.
    ///   - hasNews: Whether a part of the kiosk is not as the province was told.
    /// - Returns: To send, or how long to wait.
    package func action(now: Double, waitingRows: Int, hasNews: Bool = false) -> Action {
        let newsDue = hasNews ? min(lastSuccess + Self.newsPause, nextHeartbeat) : nextHeartbeat
        let due = waitingRows > 0 ? notBefore : max(notBefore, newsDue)
        return now >= due ? .send : .wait(seconds: due - now)
    }

    /// The province answered and holds what was sent.
    package mutating func succeeded(now: Double) {
        failures = 0
        notBefore = now
        lastSuccess = now
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
