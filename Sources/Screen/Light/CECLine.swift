import SystemIO

/// The television at the other end of the HDMI cable, as far as it can be talked to.
///
/// Without an adapter every call does nothing. An adapter that appears later is found by itself.
package actor CECLine {
    /// Opens an adapter by its path.
    package typealias Opener = @Sendable (String) throws(ScreenError) -> any CECPort

    private let paths: [String]
    private let open: Opener
    private let executor = BlockingExecutor("cec")
    private var port: (any CECPort)?

    package nonisolated var unownedExecutor: UnownedSerialExecutor {
        executor.asUnownedSerialExecutor()
    }

    /// The line of the first adapter that has a panel.
    package init(folder: String = "/dev") {
        self.init(paths: (0..<4).map { "\(folder)/cec\($0)" }) { (path) throws(ScreenError) in
            try KernelCEC(path)
        }
    }

    /// A line of one of these adapters, opened in some other way.
    package init(paths: [String], open: @escaping Opener) {
        self.paths = paths
        self.open = open
    }

    /// Lights the television and makes it show the kiosk.
    ///
    /// - Throws: `ScreenError` when the adapter fails; a television that is silent is no error.
    package func wake() throws(ScreenError) {
        try talk { (port, own) throws(ScreenError) in
            _ = try port.transmit(.imageViewOn(from: own), reply: nil)
            if let physical = port.physicalAddress {
                _ = try port.transmit(.activeSource(from: own, physical: physical), reply: nil)
            }
        }
    }

    /// Puts the television into standby.
    package func standby() throws(ScreenError) {
        try talk { (port, own) throws(ScreenError) in
            _ = try port.transmit(.standby(from: own), reply: nil)
        }
    }

    /// What the television says of itself; nil without an adapter, or when nobody is on the line.
    package func panel() -> PanelState? {
        var found: PanelState?
        do throws(ScreenError) {
            try talk { (port, own) throws(ScreenError) in
                let answer = try port.transmit(
                    .givePowerStatus(from: own),
                    reply: CECMessage.reportPowerStatus
                )
                switch answer {
                case .reply(let message): found = message.panel
                case .silence: found = PanelState(power: .unknown, source: "CEC: no answer")
                case .taken, .nobody: break
                }
            }
        } catch {
            return PanelState(power: .unknown, source: error.description)
        }
        return found
    }

    /// Runs something with an adapter that has a panel and an address; nothing where there is none.
    private func talk(
        _ body: (any CECPort, UInt8) throws(ScreenError) -> Void
    ) throws(ScreenError) {
        guard let port = try found(), let own = port.logicalAddress else { return }
        do throws(ScreenError) {
            try body(port, own)
        } catch {
            // An adapter that was pulled is looked for again.
            self.port = nil
            throw error
        }
    }

    private func found() throws(ScreenError) -> (any CECPort)? {
        if let port { return port }
        var spare: (any CECPort)?
        var problem: ScreenError?
        for path in paths where Files.exists(path) {
            do throws(ScreenError) {
                let candidate = try open(path)
                if candidate.physicalAddress != nil {
                    port = candidate
                    return candidate
                }
                spare = spare ?? candidate
            } catch {
                problem = problem ?? error
            }
        }
        // One without a panel is not kept: the panel may be plugged into another one.
        if let problem, spare == nil { throw problem }
        return spare
    }
}
