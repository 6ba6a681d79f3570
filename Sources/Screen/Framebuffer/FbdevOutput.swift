package import Guidance

/// A display behind a framebuffer of the kernel, `/dev/fbN`.
///
/// There is one memory and no flip: changed parts are copied into what is being shown. The kernel's
/// console writes into the same memory, so it must be off (`vt.global_cursor_default=0`, no getty).
package actor FbdevOutput: Output {
    /// Opens a framebuffer by its path.
    package typealias Opener = @Sendable (String) throws(ScreenError) -> any Framebuffer

    private let path: String
    private let rotation: Rotation
    private let open: Opener
    private var device: (any Framebuffer)?
    private var layout: FramebufferLayout?
    private var reason = "not probed yet; call probe"
    /// Whether the memory holds the last frame, so that changed parts are enough.
    private var isComplete = false
    private var isOn = true
    /// Whether the driver did what it was asked last for power, nil before.
    private var obeyed: Bool?

    /// An output on a framebuffer, which is looked for at once.
    package init(path: String, rotation: Rotation = .none) async {
        await self.init(path: path, rotation: rotation) { (path) throws(ScreenError) in
            try KernelFramebuffer(path)
        }
    }

    /// The same with another way to open it, for tests.
    package init(path: String, rotation: Rotation, open: @escaping Opener) async {
        self.path = path
        self.rotation = rotation
        self.open = open
        probe()
    }

    package var state: OutputState {
        guard let layout else { return .absent(reason: reason) }
        return .on(rotation.turned(layout.size))
    }

    // Asynchronous as the protocol has it: else callers get the protocol's own default.
    package var panel: PanelState {
        get async {
            guard layout != nil else {
                return PanelState(power: .unknown, source: "no framebuffer")
            }
            guard !isOn else {
                return PanelState(power: .unknown, source: "a framebuffer does not tell")
            }
            return obeyed == true
                ? PanelState(power: .off, source: "framebuffer blanked")
                : PanelState(power: .unknown, source: "framebuffer cannot be blanked")
        }
    }

    package func show(_ painted: Painted) throws(ScreenError) {
        guard let device, let layout else { return }
        let frame = painted.frame
        let size = rotation.turned(layout.size)
        guard frame.size == size else { throw .wrongSize(frame: frame.size, display: size) }
        let copy = PanelCopy(format: layout.format, rotation: rotation)
        let boxes = isComplete ? painted.changed ?? [Box(size)] : [Box(size)]
        var isWhole = true
        device.withMemory { memory in
            for box in boxes
            where !copy.copy(box, of: frame, into: memory, pitch: layout.pitch) { isWhole = false }
        }
        guard isWhole else {
            let error = ScreenError.device(
                path: path,
                problem: "its memory is smaller than it said; it is opened again by itself"
            )
            drop(because: error.description)
            throw error
        }
        isComplete = true
    }

    /// A figure of the memory that the framebuffer shows; nil before a picture, and for other pixels than
    /// those of a frame.
    package func proof() async -> GlassProof? {
        guard isComplete, let device, let layout, layout.format == .xrgb8888 else { return nil }
        let last = (layout.size.height - 1) * layout.pitch + layout.size.width * 4
        var digest: UInt64?
        device.withMemory { memory in
            guard let first = memory.baseAddress, memory.count >= last else { return }
            digest = PictureDigest.of(
                first,
                width: layout.size.width,
                height: layout.size.height,
                pitch: layout.pitch
            )
        }
        return digest.map { GlassProof(method: .readBack, digest: $0) }
    }

    package func setPower(_ isOn: Bool) async {
        self.isOn = isOn
        obeyed = device?.setLit(isOn)
    }

    @discardableResult
    package func probe() -> OutputState {
        do throws(ScreenError) {
            if let device {
                if try device.layout() == layout { return state }
                // Another mode: what was mapped is no longer right.
                drop(because: "\(path): its mode changes")
            }
            let found = try open(path)
            layout = try found.layout()
            device = found
            if !isOn { obeyed = found.setLit(false) }
        } catch {
            drop(because: error.description)
        }
        return state
    }

    private func drop(because why: String) {
        device = nil
        layout = nil
        isComplete = false
        reason = why
    }
}
