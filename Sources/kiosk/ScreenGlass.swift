import Commands
import Fleet
import Guidance
import KioskService
import Lifecycle
import Paint
import Screen
import Synchronization
import SystemIO

/// The display behind the port: looks again for one that is absent, and for one that went away.
actor ScreenGlass: Glass {
    private let output: any Output
    private let desk: PanelDesk
    private let usualSize: PixelSize
    private let known: Mutex<PixelSize>
    private var generation = 0
    /// The output's own generation that was seen last.
    private var seen = 0
    private var isOn = false
    /// Whether the next picture is the first on this glass.
    private var isFirst = true
    private var problem: String?
    private var said: String?
    private var saidRemark: String?
    /// When the glass may be looked at again to see what it shows.
    private var nextProof = ContinuousClock.now
    /// Time between two such looks: pages are told apart, not seconds.
    private static let proofInterval: Duration = .seconds(55)
    private let log: Log
    private let bell = ProbeBell()
    /// Hears of displays that are plugged in and pulled out.
    private let listener: UeventListener?

    init(spec: DisplaySpec, board: BoardProfile, desk: PanelDesk, log: Log) async {
        self.log = log
        self.desk = desk
        usualSize = board.panel.pictureSize
        known = Mutex(usualSize)
        switch spec {
        case .kms:
            var handed = HandedDescriptors.take()
            output = await KMSOutput(
                options: Self.options(board.panel),
                inherited: handed.remove(KMSOutput.storeName),
                manager: .fromEnvironment()
            )
        case .fbdev(let path):
            output = await FbdevOutput(path: path, rotation: board.panel.turn)
        case .spi:
            output = await board.panel.spiOutput()
        case .png(let directory):
            output = PNGOutput(directory: directory, size: usualSize) { try PNGEncoder.encode($0) }
        case .memory:
            output = MemoryOutput(size: usualSize)
        case .none:
            output = AbsentOutput(reason: "none asked for")
        }
        listener = spec == .kms ? Self.listener(bell, log) : nil
    }

    func canvas() async -> Canvas {
        var state = await output.state
        if bell.takeDue(isAbsent: isAbsent(state)) { state = await output.probe() }
        // What works again is said when a picture was shown, not each time one is about to be.
        if problem == nil || isAbsent(state) { say("\(state)") }
        say(remark: await output.remark)
        let now = await output.generation
        if now != seen {
            (seen, isOn) = (now, false)
        }
        guard case .on(let size) = state else {
            isOn = false
            return Canvas(size: usualSize, generation: generation)
        }
        if !isOn {
            isOn = true
            isFirst = true
            generation += 1
        }
        known.withLock { $0 = size }
        return Canvas(size: size, generation: generation)
    }

    /// The size of the picture, as far as it is known; until then what the board's profile says.
    nonisolated var size: PixelSize { known.withLock { $0 } }

    func show(_ painted: Painted) async {
        do {
            try await output.show(painted)
            problem = nil
            if isFirst, isOn, let proof = await newProof() {
                isFirst = false
                log.notice("display: the picture is on the glass: \(proof)")
            }
        } catch {
            note(error)
        }
    }

    func run(_ fade: Fade, over frame: Frame) async {
        do {
            try await output.run(fade, over: frame)
            problem = nil
        } catch {
            note(error)
        }
    }

    private func note(_ error: any Error) {
        problem = "\(error)"
        say("\(error)")
    }

    func proof() async -> ShownPage.Proof {
        guard isOn, problem == nil else { return .none }
        guard ContinuousClock.now >= nextProof, let proof = await newProof() else { return .buffer }
        return switch proof.method {
        case .crc: .crc
        case .readBack: .readBack
        case .buffer: .buffer
        }
    }

    /// Looks at the glass, which takes a board a tenth of a second and more.
    private func newProof() async -> GlassProof? {
        nextProof = .now + Self.proofInterval
        return await output.proof()
    }

    func setPower(_ isOn: Bool) async {
        await output.setPower(isOn)
    }

    private func isAbsent(_ state: OutputState) -> Bool {
        if case .absent = state { return true }
        return false
    }

    /// How the board's panel is to be driven.
    private static func options(_ panel: BoardProfile.Panel) -> KMSOutput.Options {
        KMSOutput.Options(
            rotation: panel.turn,
            mode: panel.mode.flatMap { ModeWish("\($0)") },
            connector: panel.connector
        )
    }

    private static func listener(_ bell: ProbeBell, _ log: Log) -> UeventListener? {
        do {
            return try UeventListener { heard in
                switch heard {
                case .event(let event) where !event.isDisplayChange: break
                case .event, .lost: bell.ring()
                }
            }
        } catch {
            log.warning("display: plugging is noticed within half a minute only: \(error)")
            return nil
        }
    }

    /// Says a remark once, when it is another one than before.
    private func say(remark: String?) {
        guard remark != saidRemark else { return }
        saidRemark = remark
        if let remark { log.warning("display: \(remark)") }
    }

    /// Says a state once, when it is another one than before.
    private func say(_ state: String) {
        guard state != said else { return }
        said = state
        log.notice("display: \(state)")
    }

    func state() async -> String {
        let state = await output.state
        if let problem { return problem }
        guard case .on = state, let panel = await desk.words(output: await output.panel) else {
            return "\(state)"
        }
        return "\(state); \(panel)"
    }
}
