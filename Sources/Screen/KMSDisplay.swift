import Glibc
import Guidance
import SystemIO

/// A display that is being driven: two buffers, one on the glass, one to draw into.
///
/// Nothing is restored at the end of its life: the picture stays for as long as somebody keeps the
/// card open, then the kernel's console returns by itself.
final class KMSDisplay {
    let card: KMSCard
    /// What is driven; the display's own words may become known later.
    private(set) var connection: KMSConnection
    private let rotation: Rotation
    private let buffers: [KMSBuffer]
    private let flips: KMSFlips
    private var scanout: any KMSScanout
    private var plan: BufferPlan
    private let fades: FadeCopy
    private var modeIsSet = false
    /// Set when a driver refuses page flips; then each frame is a mode set with the same mode.
    private var flipsAreRefused = false
    /// Whether there is to be a signal.
    private(set) var isPowered: Bool

    init(
        card: KMSCard,
        connection: KMSConnection,
        rotation: Rotation,
        isPowered: Bool
    ) throws(ScreenError) {
        self.card = card
        self.connection = connection
        self.rotation = rotation
        self.isPowered = isPowered
        buffers = try Self.buffers(card: card, size: connection.size)
        flips = KMSFlips(card: card)
        fades = FadeCopy(rotation: rotation)
        plan = BufferPlan(size: rotation.turned(connection.size))
        scanout =
            KMSAtomic(card: card, connection: connection)
            ?? KMSLegacy(card: card, connection: connection)
    }

    /// The size of upright pictures.
    var size: PixelSize { rotation.turned(connection.size) }

    /// The page flips so far.
    var flipCount: FlipCount { flips.count }

    /// Whether the glass shows the picture that came last.
    var isCurrent: Bool { modeIsSet && plan.isCurrent }

    /// Copies what changed into the back buffer and brings it to the glass.
    func show(_ painted: Painted) throws(ScreenError) {
        try checkSize(painted.frame)
        plan.change(painted.changed)
        // In the dark the buffers only fall behind.
        guard isPowered, !isCurrent else { return }
        try flips.wait()
        let (lacking, back) = (plan.lacking, buffers[plan.back])
        for box in lacking {
            PixelCopy.copy(
                box,
                of: painted.frame,
                to: back.memory,
                pitch: back.pitch,
                rotation: rotation
            )
        }
        try present(back, damage: lacking.map { rotation.turned($0, in: size) })
        plan.flip()
    }

    /// Takes over what a later look at the same connection found.
    func learn(_ newer: KMSConnection) {
        if newer.edid != nil { connection = newer }
    }

    /// Takes the signal away or brings it back with the picture that was on the glass.
    func setPower(_ isOn: Bool) throws(ScreenError) {
        guard isOn != isPowered else { return }
        isPowered = isOn
        guard modeIsSet else { return }
        try flips.wait()
        if isOn { try setMode(buffers[plan.front]) } else { try scanout.switchOff() }
    }

    /// Frees the buffers, and so darkens the display.
    func remove() {
        for buffer in buffers { buffer.remove() }
    }

    private func checkSize(_ frame: Frame) throws(ScreenError) {
        guard frame.size == size else { throw .wrongSize(frame: frame.size, display: size) }
    }

    private static func buffers(card: KMSCard, size: PixelSize) throws(ScreenError) -> [KMSBuffer] {
        do throws(ScreenError) {
            return try two(card: card, size: size)
        } catch {
            // No room for four: the predecessor's picture goes before ours is there.
            guard card.isInherited else { throw error }
            card.freeFramebuffers(except: [])
            card.isInherited = false
            return try two(card: card, size: size)
        }
    }

    private static func two(card: KMSCard, size: PixelSize) throws(ScreenError) -> [KMSBuffer] {
        let first = try KMSBuffer(card: card, size: size)
        do throws(ScreenError) {
            return [first, try KMSBuffer(card: card, size: size)]
        } catch {
            first.remove()
            throw error
        }
    }
}

// MARK: - To the glass

extension KMSDisplay {
    private func present(_ buffer: KMSBuffer, damage: [Box]) throws(ScreenError) {
        guard modeIsSet, !flipsAreRefused else { return try setMode(buffer) }
        let number = flips.number()
        let result = scanout.flip(to: buffer, damage: damage, number: number)
        guard result != 0 else { return flips.begin(number) }
        switch -result {
        case EBUSY: break  // The last flip's event was lost; setting the mode waits for its end.
        case EINVAL, ENOSYS, EOPNOTSUPP: flipsAreRefused = true
        default: return try check(result, "page flip")
        }
        try setMode(buffer)
    }

    private func setMode(_ buffer: KMSBuffer) throws(ScreenError) {
        do throws(ScreenError) {
            try scanout.setMode(buffer)
        } catch {
            // A driver may promise atomic mode setting and fail at it.
            guard !modeIsSet, scanout is KMSAtomic, case .driver(_, EINVAL) = error else {
                throw error
            }
            scanout = KMSLegacy(card: card, connection: connection)
            try scanout.setMode(buffer)
        }
        modeIsSet = true
        guard card.isInherited else { return }
        card.freeFramebuffers(except: buffers.map(\.framebuffer))
        card.isInherited = false
    }
}

// MARK: - Fades

extension KMSDisplay {
    /// Runs a fade, one step a refresh, each straight into the back buffer; ends with its end picture.
    ///
    /// A cancelled task goes to the end at once. A driver without page flips shows the end alone.
    func run(_ fade: Fade, over frame: Frame) throws(ScreenError) {
        try checkSize(frame)
        plan.change(nil)
        guard isPowered else { return }
        let steps = FadeSteps(fade)
        let period = Int64(1_000_000 / max(30, Int(connection.mode.vrefresh)))
        let begin = Clocks.boottime()
        var next = begin
        while true {
            try flips.wait()
            // Some drivers have no refresh to wait for, and say at once that a flip is done.
            Self.sleep(until: next)
            let now = Clocks.boottime()
            next = now + period * 7 / 8
            let isLast = flipsAreRefused || !modeIsSet || Task.isCancelled
            let weight = isLast ? steps.end : steps.weight(after: now - begin + period)
            let back = buffers[plan.back]
            fades.write(frame, fade: fade, weight: weight, to: back.memory, pitch: back.pitch)
            try present(back, damage: [Box(connection.size)])
            plan.flipSpoilt()
            guard weight != steps.end else { break }
        }
        if fade.direction == .in { plan.frontIsPicture() }
    }

    private static func sleep(until moment: Int64) {
        let left = moment - Clocks.boottime()
        guard left > 0, left < 1_000_000 else { return }
        var time = timespec(tv_sec: 0, tv_nsec: Int(left) * 1000)
        nanosleep(&time, nil)
    }
}

// MARK: - What the kernel says

extension KMSDisplay {
    /// What is known of the panel's light, and its own words about itself.
    var panel: PanelState {
        let (power, source): (PanelState.Power, String)
        if !isPowered {
            (power, source) = (.off, "\(connection.name): switched off by the kiosk")
        } else if !scanout.isActive {
            (power, source) = (.unknown, "\(connection.name): nothing is sent yet")
        } else if connection.isBuiltIn {
            (power, source) = (.on, "\(connection.name): built in, and has a signal")
        } else {
            (power, source) = (
                .unknown, "\(connection.name) has a signal; whether the panel is lit is not known"
            )
        }
        return PanelState(power: power, source: source, asset: connection.edid?.asset)
    }

    /// A proof of what is on the glass, nil when that is not our picture.
    func proof() -> GlassProof? {
        guard modeIsSet, isPowered else { return nil }
        try? flips.wait()
        if let card = card.number, let crc = CRCReader.read(card: card, crtc: connection.crtcIndex)
        {
            return GlassProof(method: .crc, digest: crc)
        }
        let (front, scanned) = (buffers[plan.front], scanout.scannedOut)
        guard scanned == 0 || scanned == front.framebuffer else { return nil }
        let digest = PictureDigest.of(
            front.memory,
            width: front.size.width,
            height: front.size.height,
            pitch: front.pitch
        )
        return GlassProof(method: scanned == 0 ? .buffer : .readBack, digest: digest)
    }
}
