import Guidance
import KioskService
import Lifecycle
import Paint
import Screen

/// The display behind the port: looks again for one that is absent, and for one that went away.
actor ScreenGlass: Glass {
    private let output: any Output
    private let desk: PanelDesk
    private let usualSize: PixelSize
    private var generation = 0
    private var isOn = false
    private var problem: String?
    private var said: String?
    private let log: Log
    private var nextProbe = ContinuousClock.now

    /// Time between two looks for a display.
    private static let probeInterval: Duration = .seconds(10)

    init(spec: DisplaySpec, board: BoardProfile, desk: PanelDesk, log: Log) async {
        self.log = log
        self.desk = desk
        usualSize = board.panel.pictureSize
        switch spec {
        case .kms:
            output = await KMSOutput()
        case .fbdev(let path):
            output = await FbdevOutput(path: path, rotation: board.panel.turn)
        case .spi:
            output = await board.panel.spiOutput()
        case .png(let directory):
            output = PNGOutput(directory: directory, size: usualSize) { try PNGEncoder.encode($0) }
        case .none:
            output = AbsentOutput(reason: "none asked for")
        }
    }

    func canvas() async -> Canvas {
        if ContinuousClock.now >= nextProbe {
            nextProbe = .now + Self.probeInterval
            _ = await output.probe()
        }
        let state = await output.state
        say("\(state)")
        guard case .on(let size) = state else {
            isOn = false
            return Canvas(size: usualSize, generation: generation)
        }
        if !isOn {
            isOn = true
            generation += 1
        }
        return Canvas(size: size, generation: generation)
    }

    func show(_ painted: Painted) async {
        do {
            try await output.show(painted)
            problem = nil
        } catch {
            problem = "\(error)"
            say("\(error)")
        }
    }

    func run(_ fade: Fade, over frame: Frame) async {
        try? await output.run(fade, over: frame)
    }

    func setPower(_ isOn: Bool) async {
        await output.setPower(isOn)
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
