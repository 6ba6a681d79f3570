import CDRM
import Glibc
import Guidance

/// A display that is being driven: two buffers, one on the glass, one to draw into.
///
/// Letting go of it frees the buffers; nothing is restored, the kernel's console returns by itself
/// when the card is closed.
final class KMSDisplay {
    let card: KMSCard
    let connection: KMSConnection
    private let buffers: [KMSBuffer]
    private var front = 0
    private var modeIsSet = false
    /// Set when a driver refuses page flips; then each frame is a mode set with the same mode.
    private var flipsAreRefused = false

    init(card: KMSCard, connection: KMSConnection) throws(ScreenError) {
        self.card = card
        self.connection = connection
        buffers = [
            try KMSBuffer(card: card, size: connection.size),
            try KMSBuffer(card: card, size: connection.size),
        ]
    }

    /// Copies a frame into the back buffer and brings it to the glass.
    func show(_ frame: Frame) throws(ScreenError) {
        guard frame.size == connection.size else {
            throw .wrongSize(frame: frame.size, display: connection.size)
        }
        try awaitFlip()
        let back = 1 - front
        buffers[back].write(frame)
        if modeIsSet, !flipsAreRefused {
            try flip(to: buffers[back])
        } else {
            try setMode(with: buffers[back])
        }
        front = back
    }

    private func setMode(with buffer: KMSBuffer) throws(ScreenError) {
        var connector = connection.connector
        var mode = connection.mode
        try check(
            drmModeSetCrtc(
                card.descriptor,
                connection.crtc,
                buffer.framebuffer,
                0,
                0,
                &connector,
                1,
                &mode
            ),
            "drmModeSetCrtc"
        )
        modeIsSet = true
        // Drivers that keep their own copy (virtio-gpu, udl) send it on this call; the others say
        // that they know nothing of it, which is fine.
        _ = drmModeDirtyFB(card.descriptor, buffer.framebuffer, nil, 0)
    }

    private func flip(to buffer: KMSBuffer) throws(ScreenError) {
        let result = drmModePageFlip(
            card.descriptor,
            connection.crtc,
            buffer.framebuffer,
            UInt32(DRM_MODE_PAGE_FLIP_EVENT),
            Unmanaged.passUnretained(card).toOpaque()
        )
        guard result != 0 else {
            card.flipIsPending = true
            return
        }
        switch -result {
        case EBUSY: break  // The event of the last flip is late; setting the mode waits for it.
        case EINVAL, ENOSYS, EOPNOTSUPP: flipsAreRefused = true
        default: return try check(result, "drmModePageFlip")
        }
        try setMode(with: buffer)
    }

    /// Waits until the last flip is over, at most a tenth of a second.
    ///
    /// At one frame a second it is long over. After an unplugged cable the event may never come;
    /// then the display goes on without it.
    private func awaitFlip() throws(ScreenError) {
        var waits = 0
        while card.flipIsPending, waits < 5 {
            var request = pollfd(fd: card.descriptor, events: Int16(POLLIN), revents: 0)
            let ready = poll(&request, 1, 20)
            waits += 1
            guard ready > 0 else { continue }
            try handleEvents()
        }
        card.flipIsPending = false
    }

    private func handleEvents() throws(ScreenError) {
        var context = drmEventContext()
        context.version = 3
        // The pointer is the card, whose descriptor is the source of events; it outlives them.
        context.page_flip_handler2 = { _, _, _, _, _, pointer in
            guard let pointer else { return }
            Unmanaged<KMSCard>.fromOpaque(pointer).takeUnretainedValue().flipIsPending = false
        }
        let result = drmHandleEvent(card.descriptor, &context)
        guard result == 0 || errno == EAGAIN || errno == EINTR else {
            throw .driver(call: "drmHandleEvent", errno: errno)
        }
    }
}
