import KioskService
import Lifecycle
import Screen

/// What lights the panel beside the output, and what is known of it: backlight and CEC.
actor PanelDesk: PanelLight {
    private let backlight: Backlight?
    private let cec: CECLine?
    private let log: Log
    private var said: [String: String] = [:]

    /// The desk of a display; a picture file has neither light nor cable.
    init(spec: DisplaySpec, panel: BoardProfile.Panel, log: Log) {
        let isReal: Bool
        switch spec {
        case .kms, .fbdev, .spi: isReal = true
        case .png, .memory, .none: isReal = false
        }
        backlight = isReal ? Backlight(named: panel.backlight) : nil
        cec = isReal && panel.hasCEC && spec != .spi ? CECLine() : nil
        self.log = log
    }

    func setLevel(_ level: Double) {
        do {
            try backlight?.set(level: level)
            say("backlight", nil)
        } catch {
            say("backlight", "\(error)")
        }
    }

    func setPower(_ isOn: Bool) async {
        do {
            try backlight?.setPower(isOn)
            say("backlight", nil)
        } catch {
            say("backlight", "\(error)")
        }
        do {
            if isOn { try await cec?.wake() } else { try await cec?.standby() }
            say("CEC", nil)
        } catch {
            say("CEC", "\(error)")
        }
    }

    /// A few words on the panel for the report; nil for a display that has none.
    func words(output: PanelState) async -> String? {
        guard let backlight else { return nil }
        let panel = PanelState.combined(
            cec: await cec?.panel(),
            backlight: backlight.panel,
            output: output
        )
        // The record of what hangs there goes with every report: panels are exchanged in a hurry.
        let words = (panel.asset.map { "\($0); " } ?? "") + "panel \(panel)"
        guard case .nothing(let reason) = backlight.search() else { return words }
        return "\(words); \(reason): dimmed by the night colours only"
    }

    /// Says a problem once, and again only when it is another one.
    private func say(_ part: String, _ problem: String?) {
        guard said[part] != problem else { return }
        said[part] = problem
        if let problem { log.warning("panel: \(part): \(problem)") }
    }
}
