import KioskLogic

/// An adapter whose faults follow a script, played against a `RadioHealth` in steps of a second.
struct ScriptedRadio {
    /// What goes on with the adapter.
    struct Fault {
        /// Adverts a second, 0 for silence.
        var adverts = 10
        /// What opening, asking and stages throw; nil when they work.
        var trouble: RadioTrouble?
        /// Whether the controller answers to a sign of life.
        var answers = true
        /// The stage that mends it, nil when none does.
        var cure: RadioStage?
        /// Stages that cannot be done.
        var impossible: Set<RadioStage> = []
    }

    enum Entry: Equatable {
        case action(RadioHealth.Action)
        case state(RadioHealth.State)
    }

    var health: RadioHealth
    var fault = Fault()
    private(set) var now = 0.0
    private(set) var diary: [(time: Double, entry: Entry)] = []
    private var isOpen = false

    static let dead = RadioTrouble(.silent, "no answer")

    init(quota: RebootQuota = RebootQuota()) {
        health = RadioHealth(quota: quota)
    }

    /// Lets so many seconds pass.
    mutating func run(_ seconds: Int) {
        for _ in 0..<seconds {
            act()
            if isOpen { health.heard(fault.adverts, at: now) }
            note()
            now += 1
        }
    }

    /// The adapter is pulled, switched off or the like while it is listened to.
    mutating func fail(_ trouble: RadioTrouble) {
        fault.trouble = trouble
        isOpen = false
        health.failed(trouble, at: now)
        note()
    }

    private mutating func act() {
        while let action = health.next(at: now) {
            diary.append((now, .action(action)))
            switch action {
            case .start: start()
            case .probe: probe()
            case .perform(let stage): perform(stage)
            case .requestReboot: break
            }
            note()
        }
    }

    private mutating func start() {
        if let trouble = fault.trouble {
            health.failed(trouble, at: now)
        } else if !fault.answers {
            health.failed(Self.dead, at: now)
        } else {
            isOpen = true
            health.started(at: now)
        }
    }

    private mutating func probe() {
        if fault.answers {
            health.answered(at: now)
        } else {
            isOpen = false
            health.failed(Self.dead, at: now)
        }
    }

    private mutating func perform(_ stage: RadioStage) {
        let isPossible =
            !fault.impossible.contains(stage)
            && (fault.answers || stage != .restartScan || stage == fault.cure)
        if isPossible, stage == fault.cure { fault = Fault() }
        if !isPossible || stage != .restartScan { isOpen = false }
        health.finished(stage, worked: isPossible, at: now)
    }

    private mutating func note() {
        let state = health.state
        let last = diary.last { if case .state = $0.entry { true } else { false } }
        if last?.entry != .state(state) { diary.append((now, .state(state))) }
    }

    /// Seconds from a moment until a state that does not listen, nil when there was none.
    func deafness(after moment: Double) -> Double? {
        diary.first { time, entry in
            guard time >= moment, case .state(let state) = entry else { return false }
            return !state.isListening
        }.map { $0.time - moment }
    }

    /// The stages done after a moment, in their order.
    func stages(after moment: Double) -> [RadioStage] {
        diary.compactMap { time, entry in
            guard time >= moment, case .action(.perform(let stage)) = entry else { return nil }
            return stage
        }
    }

    /// When reboots were asked for.
    var reboots: [Double] {
        diary.compactMap { $0.entry == .action(.requestReboot) ? $0.time : nil }
    }
}
