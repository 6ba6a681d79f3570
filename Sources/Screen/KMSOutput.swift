package import Guidance
package import SystemIO

/// The first connected display, driven through the kernel's mode setting with libdrm.
///
/// The actor owns the card and works in a thread of its own, since it waits for the display. A display
/// that is unplugged, busy or missing is a state and not an error; call `probe` on a hot-plug event of
/// the kernel and every half minute.
package actor KMSOutput: Output {
    private let executor = BlockingExecutor("display")
    private let folder: String
    private let options: Options
    /// Who keeps the card open beyond the end of the process, so that the last picture stays.
    private let manager: ServiceManager?
    private var card: KMSCard?
    private var display: KMSDisplay?
    private var reason = "not probed yet; call probe"
    private var isPowered = true

    package private(set) var generation = 0
    package private(set) var remark: String?

    /// The name under which the service manager keeps the card.
    package static let storeName = "display"

    package nonisolated var unownedExecutor: UnownedSerialExecutor {
        executor.asUnownedSerialExecutor()
    }

    /// An output that looks for cards in a folder and probes at once.
    ///
    /// - Parameters:
    ///   - folder: Where the cards are, `card0` and so on.
    ///   - options: How the panel is to be driven.
    ///   - inherited: A card that the manager kept for a predecessor. One that is dead is put away.
    ///   - manager: Is given a card to keep.
    package init(
        folder: String = "/dev/dri",
        options: Options = Options(),
        inherited: consuming FileDescriptor? = nil,
        manager: ServiceManager? = nil
    ) async {
        self.folder = folder
        self.options = options
        self.manager = manager
        if let inherited {
            card = KMSCard(inherited: inherited)
            if card == nil { forget() }
        }
        probe()
    }

    package var state: OutputState {
        guard let display else { return .absent(reason: reason) }
        return .on(display.size)
    }

    package var panel: PanelState {
        display?.panel ?? PanelState(power: .unknown, source: reason)
    }

    /// The page flips of the present display.
    package var flipCount: FlipCount { display?.flipCount ?? FlipCount() }

    /// Shows a frame; on a driver error the output becomes absent until the next probe.
    package func show(_ painted: Painted) throws(ScreenError) {
        try drive { display throws(ScreenError) in try display.show(painted) }
    }

    package func run(_ fade: Fade, over frame: Frame) async throws(ScreenError) {
        try drive { display throws(ScreenError) in try display.run(fade, over: frame) }
    }

    package func setPower(_ isOn: Bool) async {
        isPowered = isOn
        // A driver error makes the output absent, which its state says.
        try? drive { display throws(ScreenError) in try display.setPower(isOn) }
        // What was shown in the dark is not in the buffers.
        if isOn, display?.isCurrent == false { generation += 1 }
    }

    package func proof() async -> GlassProof? { display?.proof() }

    @discardableResult
    package func probe() -> OutputState {
        guard let (card, look) = look() else { return state }
        switch look {
        case .nothing(let why): drop(because: why)
        case .found(let connection):
            remark = connection.refusal
            if let display, display.connection.isSame(as: connection) {
                display.learn(connection)
            } else {
                begin(card, connection)
            }
        }
        return state
    }

    /// Lets go of the display, the buffers and the card.
    package func close() {
        drop(because: "closed")
        dropCard()
    }
}

extension KMSOutput {
    /// How a display is to be driven; from the board's profile.
    package struct Options: Sendable, Equatable {
        /// How the panel is mounted.
        package var rotation: Rotation
        /// A mode in place of the one that the rule chooses, nil for the rule.
        package var mode: ModeWish?
        /// The connector's name, such as `HDMI-A-1`, nil for the first that is plugged in.
        package var connector: String?

        /// Options; an upright panel on any connector unless told otherwise.
        package init(
            rotation: Rotation = .none,
            mode: ModeWish? = nil,
            connector: String? = nil
        ) {
            self.rotation = rotation
            self.mode = mode
            self.connector = connector
        }
    }

    /// Looks at the card there is, or for another one when that has no display.
    private func look() -> (card: KMSCard, look: KMSCard.Look)? {
        guard let card = openCard() else { return nil }
        let first = card.connection(options)
        guard case .nothing = first, KMSCard.isChoice(in: folder) else { return (card, first) }
        drop(because: "")
        dropCard()
        guard let other = openCard() else { return nil }
        return (other, other.connection(options))
    }

    private func begin(_ card: KMSCard, _ connection: KMSConnection) {
        // The old buffers go first: small boards have no room for four.
        drop(because: "")
        do throws(ScreenError) {
            display = try KMSDisplay(
                card: card,
                connection: connection,
                rotation: options.rotation,
                isPowered: isPowered
            )
            generation += 1
        } catch {
            fail(error)
        }
    }

    private func drive(_ work: (KMSDisplay) throws(ScreenError) -> Void) throws(ScreenError) {
        guard let display else { return }
        do throws(ScreenError) {
            try work(display)
        } catch {
            if case .driver = error { fail(error) }
            throw error
        }
    }

    /// After an error of the driver: a card that was taken by another program, or pulled out, goes too.
    private func fail(_ error: ScreenError) {
        drop(because: error.description)
        if card?.isUsable == false { dropCard() }
    }

    private func openCard() -> KMSCard? {
        if let card, card.hasConnectors { return card }
        // A card that has lost its connectors is gone; its buffers go before it.
        drop(because: "")
        dropCard()
        switch KMSCard.search(in: folder, options: options) {
        case .found(let found):
            card = found
            try? manager?.tell(.store(name: Self.storeName), descriptor: found.descriptor)
        case .nothing(let why): reason = why
        }
        return card
    }

    private func drop(because why: String) {
        display?.remove()
        display = nil
        reason = why
    }

    private func dropCard() {
        guard card != nil else { return }
        card = nil
        forget()
    }

    /// What the manager keeps would stay master of the card, and nobody could open it anew.
    private func forget() {
        try? manager?.tell(.forget(name: Self.storeName))
    }
}
