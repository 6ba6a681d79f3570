/// Tells expected silence from deafness, and brings a deaf radio back step by step.
///
/// Knows one adapter. The shell tells what happened and asks what to do; times are seconds of a clock
/// that never steps. Where adverts are usual, silence alone tells; in a lone depot at night the
/// controller is asked for a sign of life, and the scan begun afresh now and then. Deafness is known
/// after 90 s at the latest. The kiosk is restarted by nobody here: that is asked for, and not often.
package struct RadioHealth: Sendable {
    /// What the shell is to do now.
    package enum Action: Equatable, Sendable {
        /// Find the adapter, power it and begin to scan; then tell `started` or `failed`.
        case start
        /// Ask the controller for a sign of life; then tell `answered` or `failed`.
        case probe
        /// Do one step; then tell `finished`.
        case perform(RadioStage)
        /// Ask for a reboot of the board; nothing else helped.
        case requestReboot
    }

    /// How the radio is.
    package enum State: Hashable, Sendable {
        case starting
        case listening
        /// Nothing is heard, the controller answers, and that may be so.
        case quiet
        /// Nothing is heard where there was traffic; the scan is begun anew.
        case doubtful
        /// It does not hear: why, or nil when the controller answers and hears nothing.
        case deaf(RadioTrouble?)
        /// There is nothing to listen with.
        case absent(RadioTrouble)

        /// Whether what is heard, and what is not, may be counted.
        package var isListening: Bool {
            switch self {
            case .listening, .quiet, .doubtful: true
            case .starting, .deaf, .absent: false
            }
        }
    }

    package internal(set) var state = State.starting
    /// The last moment at which the radio surely listened, nil while it never did.
    package internal(set) var lastSign: Double?
    var rate = AdvertRate()
    /// Whether the adapter is open and scans, as far as anybody knows.
    var isOpen = false
    /// When the adapter is to be opened, never while it is open.
    var startDue = 0.0
    /// Since when there has been no advert.
    var silentSince = 0.0
    var probeDue = Double.infinity
    var freshScanDue = Double.infinity
    /// How far up the ladder: 0 on the ground, 1 before the first stage.
    var rung = 0
    var rungDue = Double.infinity
    /// Whether the ladder is climbed because nothing is heard where there was traffic.
    var isClimbingForSilence = false
    /// Whether the last stage could be done; else there is nothing to wait for.
    var hasStageWorked = true
    /// Ladders climbed in vain since anything was heard.
    var laps = 0
    var quota: RebootQuota
    var disturbances = Disturbances()
    /// Times it was found off within a minute.
    var offs = 0
    var lastOff = -Double.infinity

    /// - Parameter quota: The reboots that were asked for before.
    package init(quota: RebootQuota = RebootQuota()) {
        self.quota = quota
    }

    /// Seconds in which adverts must come after a stage, where there was traffic.
    static let patience: Double = 15
    /// Seconds between two questions for a sign of life in silence.
    static let probeInterval: Double = 60
    /// Seconds between two fresh scans in silence.
    static let freshScanInterval: Double = 300

    /// Whether stages are being done to bring the radio back.
    package var isRecovering: Bool { rung > 0 }

    /// Adverts a minute that are usual here, nil before that is known.
    package var usualRate: Double? { rate.perMinute }
}

// MARK: - What to do

extension RadioHealth {
    /// What is to be done at a moment; nil to go on listening, or waiting.
    package mutating func next(at now: Double) -> Action? {
        if now >= rungDue { return climb(at: now) }
        guard isOpen else {
            guard now >= startDue else { return nil }
            startDue = .infinity
            return .start
        }
        if disturbances.isDue(at: now) { return .perform(.restartScan) }
        guard rung == 0 else { return nil }
        if now >= freshScanDue {
            freshScanDue = now + Self.freshScanInterval
            return .perform(.restartScan)
        }
        let limit = rate.limit.seconds
        guard now - silentSince >= limit, now >= min(probeDue, silentSince + limit) else {
            return nil
        }
        guard probeDue == .infinity || now >= probeDue else { return nil }
        probeDue = now + Self.probeInterval
        return .probe
    }

    /// The next stage of the ladder, or what comes above it.
    private mutating func climb(at now: Double) -> Action? {
        rungDue = .infinity
        let stages = RadioStage.allCases
        guard rung <= stages.count else { return leaveLadder(at: now) }
        if rung > 1, state == .doubtful { state = .deaf(nil) }
        let stage = stages[rung - 1]
        rung += 1
        return .perform(stage)
    }

    /// The end of the ladder: silence that no stage changed is believed, a dead controller is not.
    private mutating func leaveLadder(at now: Double) -> Action? {
        if isOpen {
            rung = 0
            rate.forget()
            state = .quiet
            silentSince = now
            probeDue = now + Self.probeInterval
            freshScanDue = now + Self.freshScanInterval
            return nil
        }
        laps += 1
        rung = 1
        rungDue = now + min(60 * Double(1 << min(laps - 1, 5)), 1800)
        startDue = min(startDue, now + 30)
        // Once more before that: a board that boots shows no guidance meanwhile.
        guard laps > 1 else { return nil }
        return quota.take(at: now) ? .requestReboot : nil
    }
}
