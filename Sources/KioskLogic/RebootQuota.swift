/// How often a day a reboot of the board may be asked for.
package struct RebootQuota: Sendable {
    /// When reboots were asked for, seconds of the asker's clock; those before its beginning are negative.
    package private(set) var past: [Double]
    /// Reboots within any 24 hours.
    private let most: Int
    /// Seconds from one to the next, so that a board that does not recover still shows its guidance.
    private let interval: Double

    package init(past: [Double] = [], most: Int = 2, interval: Double = 3600) {
        self.past = past
        self.most = most
        self.interval = interval
    }

    /// Takes one if one is left.
    mutating func take(at now: Double) -> Bool {
        past.removeAll { now - $0 >= 86_400 }
        guard past.count < most, past.allSatisfy({ now - $0 >= interval }) else { return false }
        past.append(now)
        return true
    }
}
