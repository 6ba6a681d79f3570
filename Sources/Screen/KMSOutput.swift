package import Guidance

/// The first connected display, driven through the kernel's mode setting with libdrm.
///
/// The actor owns the card. A display that is unplugged, busy or missing is a state and not an
/// error; call `probe` on a hot-plug event of the kernel and every half minute.
package actor KMSOutput: Output {
    private let folder: String
    private var card: KMSCard?
    private var display: KMSDisplay?
    private var reason = "not probed yet; call probe"
    /// What is on the glass or should be, to show again when the same size has to be set anew.
    private var last: Frame?

    /// An output that looks for cards in a folder and probes at once.
    package init(folder: String = "/dev/dri") async {
        self.folder = folder
        probe()
    }

    package var state: OutputState {
        guard let display else { return .absent(reason: reason) }
        return .on(display.connection.size)
    }

    /// Shows a frame; on a driver error the output becomes absent until the next probe.
    ///
    /// The card goes too: a card that was taken by another program is only had again by opening it.
    package func show(_ painted: Painted) throws(ScreenError) {
        let frame = painted.frame
        guard let display else {
            last = nil
            return
        }
        do throws(ScreenError) {
            try display.show(frame)
            last = frame
        } catch {
            if case .driver = error {
                drop(because: error.description)
                card = nil
                // The next probe may come before anybody has seen that the display was gone.
                last = frame
            }
            throw error
        }
    }

    @discardableResult
    package func probe() -> OutputState {
        guard let card = openCard() else { return state }
        guard let connection = card.connection() else {
            drop(because: "no display on \(card.path); plug one in, it is found by itself")
            return state
        }
        if let display, display.connection.isSame(as: connection) { return state }
        // The old buffers go first: small boards have no room for four.
        display = nil
        do throws(ScreenError) {
            let display = try KMSDisplay(card: card, connection: connection)
            // Whoever draws sees no change when another connector has the same size.
            if let last, last.size == connection.size { try display.show(last) }
            self.display = display
        } catch {
            drop(because: error.description)
            self.card = nil
        }
        return state
    }

    /// Lets go of the display, the buffers and the card.
    package func close() {
        drop(because: "closed")
        card = nil
    }

    private func openCard() -> KMSCard? {
        if let card, card.hasConnectors { return card }
        // A card that has lost its connectors is gone; its buffers go before it.
        display = nil
        card = nil
        switch KMSCard.search(in: folder) {
        case .found(let found): card = found
        case .nothing(let why): drop(because: why)
        }
        return card
    }

    private func drop(because why: String) {
        display = nil
        last = nil
        reason = why
    }
}
