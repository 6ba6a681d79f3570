package import Guidance
import SystemIO

/// A panel on an SPI bus that is sent MIPI DCS commands and the changed parts of the picture.
///
/// The controller turns the picture itself. It answers nothing, so whether it is lit is never known.
package actor SPIPanelOutput: Output {
    /// Opens the bus with its lines.
    package typealias Opener = @Sendable () throws(ScreenError) -> any PanelBus

    private let panelKind: SPIPanel
    private let open: Opener
    private let executor = BlockingExecutor("spi panel")
    private var bus: (any PanelBus)?
    private var reason = "not probed yet; call probe"
    /// Whether the panel's memory holds the last frame.
    private var isComplete = false
    private var isOn = true
    /// Whether the panel was told to show what it has.
    private var isLit = false

    package nonisolated var unownedExecutor: UnownedSerialExecutor {
        executor.asUnownedSerialExecutor()
    }

    /// An output on a panel, which is set up at once; it lights with the first frame.
    package init(_ panel: SPIPanel, open: @escaping Opener) async {
        panelKind = panel
        self.open = open
        probe()
    }

    package var state: OutputState {
        bus == nil ? .absent(reason: reason) : .on(panelKind.pictureSize)
    }

    // Asynchronous as the protocol has it: else callers get the protocol's own default.
    package var panel: PanelState {
        get async {
            guard bus != nil else { return PanelState(power: .unknown, source: "no SPI panel") }
            guard isOn else { return PanelState(power: .off, source: "SPI panel put to sleep") }
            return PanelState(power: .unknown, source: "an SPI panel does not answer")
        }
    }

    package func show(_ painted: Painted) throws(ScreenError) {
        guard let bus else { return }
        let (frame, size) = (painted.frame, panelKind.pictureSize)
        guard frame.size == size else { throw .wrongSize(frame: frame.size, display: size) }
        let boxes = isComplete ? painted.changed ?? [Box(size)] : [Box(size)]
        do throws(ScreenError) {
            for box in boxes { try send(box.clipped(to: size), of: frame, on: bus) }
            isComplete = true
            if isOn, !isLit {
                try send(.displayOn, on: bus)
                isLit = true
            }
        } catch {
            drop(because: error.description)
            throw error
        }
    }

    package func setPower(_ isOn: Bool) async {
        guard isOn != self.isOn else { return }
        self.isOn = isOn
        guard let bus else { return }
        do throws(ScreenError) {
            if isOn {
                try wake(bus)
                guard isComplete else { return }
                try send(.displayOn, on: bus)
                isLit = true
            } else {
                isLit = false
                try send(.displayOff, on: bus)
                try send(.sleepIn, on: bus)
                bus.wait(milliseconds: PanelController.wakingTime)
            }
        } catch {
            drop(because: error.description)
        }
    }

    @discardableResult
    package func probe() -> OutputState {
        guard bus == nil else { return state }
        do throws(ScreenError) {
            let bus = try open()
            try setUp(bus)
            if isOn { try wake(bus) }
            self.bus = bus
        } catch {
            drop(because: error.description)
        }
        return state
    }

    private func drop(because why: String) {
        bus = nil
        reason = why
        isComplete = false
        isLit = false
    }
}

// MARK: - Commands

/// MIPI DCS commands; the specification's section 6 and each controller's data sheet have them alike.
private enum DisplayCommand: UInt8 {
    case softwareReset = 0x01
    case sleepIn = 0x10
    case sleepOut = 0x11
    case inversionOff = 0x20
    case inversionOn = 0x21
    case displayOff = 0x28
    case displayOn = 0x29
    case columns = 0x2a
    case rows = 0x2b
    case memoryWrite = 0x2c
    case addressMode = 0x36
    case pixelFormat = 0x3a
}

extension SPIPanelOutput {
    private func setUp(_ bus: any PanelBus) throws(ScreenError) {
        let controller = panelKind.controller
        try bus.reset()
        try send(.softwareReset, on: bus)
        bus.wait(milliseconds: PanelController.wakingTime)
        for register in controller.setup {
            try send(register.code, register.values, on: bus)
        }
        try send(.pixelFormat, [controller.colours.code], on: bus)
        try send(.addressMode, [panelKind.addressMode], on: bus)
        try send(panelKind.isInverted ? .inversionOn : .inversionOff, on: bus)
    }

    private func wake(_ bus: any PanelBus) throws(ScreenError) {
        try send(.sleepOut, on: bus)
        bus.wait(milliseconds: PanelController.wakingTime)
    }

    private func send(_ box: Box, of frame: Frame, on bus: any PanelBus) throws(ScreenError) {
        guard box.width > 0, box.height > 0 else { return }
        let window = panelKind.window(box)
        try send(.columns, Self.octets(window.columns), on: bus)
        try send(.rows, Self.octets(window.rows), on: bus)
        try send(.memoryWrite, on: bus)
        let copy = PanelCopy(format: panelKind.controller.colours.format)
        try bus.data(copy.bytes(of: box, in: frame).bytes)
    }

    /// First and last address, two octets each, the higher first.
    private static func octets(_ range: ClosedRange<Int>) -> [UInt8] {
        [range.lowerBound, range.upperBound].flatMap {
            [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)]
        }
    }

    private func send(
        _ command: DisplayCommand,
        _ values: [UInt8] = [],
        on bus: any PanelBus
    ) throws(ScreenError) {
        try send(command.rawValue, values, on: bus)
    }

    private func send(
        _ code: UInt8,
        _ values: [UInt8],
        on bus: any PanelBus
    ) throws(ScreenError) {
        try bus.command(widened([code]))
        if !values.isEmpty { try bus.data(widened(values)) }
    }

    private func widened(_ bytes: [UInt8]) -> [UInt8] {
        panelKind.controller.isWide ? bytes.flatMap { [0, $0] } : bytes
    }
}
