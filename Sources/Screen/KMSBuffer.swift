import CDRM
import Glibc
import Guidance

/// One dumb buffer of XRGB8888 pixels that the display can scan out.
///
/// It is written once a frame and never read: on some boards the memory is write-combined.
final class KMSBuffer {
    /// Keeps the card open for as long as the buffer lives.
    private let card: KMSCard
    private let size: PixelSize
    private var handle: UInt32 = 0
    private var pitch: UInt32 = 0
    private var length: UInt64 = 0
    private var memory: UnsafeMutableRawPointer?

    /// The kernel's number of the framebuffer.
    private(set) var framebuffer: UInt32 = 0

    init(card: KMSCard, size: PixelSize) throws(ScreenError) {
        self.card = card
        self.size = size
        let (width, height) = (UInt32(size.width), UInt32(size.height))
        let descriptor = card.descriptor
        try check(
            drmModeCreateDumbBuffer(descriptor, width, height, 32, 0, &handle, &pitch, &length),
            "drmModeCreateDumbBuffer"
        )
        // Depth 24 in 32 bits is DRM_FORMAT_XRGB8888.
        try check(
            drmModeAddFB(descriptor, width, height, 24, 32, pitch, handle, &framebuffer),
            "drmModeAddFB"
        )
        var offset: UInt64 = 0
        try check(drmModeMapDumbBuffer(descriptor, handle, &offset), "drmModeMapDumbBuffer")
        let mapped = mmap(
            nil,
            Int(length),
            PROT_READ | PROT_WRITE,
            MAP_SHARED,
            descriptor,
            off_t(offset)
        )
        guard mapped != MAP_FAILED else { throw .driver(call: "mmap", errno: errno) }
        memory = mapped
    }

    deinit {
        if let memory { munmap(memory, Int(length)) }
        if framebuffer != 0 { _ = drmModeRmFB(card.descriptor, framebuffer) }
        if handle != 0 { _ = drmModeDestroyDumbBuffer(card.descriptor, handle) }
    }

    /// Copies a frame of the buffer's size.
    func write(_ frame: Frame) {
        guard let memory, frame.size == size else { return }
        let row = size.width * 4
        frame.pixels.withUnsafeBytes { source in
            guard let start = source.baseAddress else { return }
            for line in 0..<size.height {
                let target = memory + line * Int(pitch)
                target.copyMemory(from: start + line * frame.stride, byteCount: row)
            }
        }
    }
}

/// Throws for a libdrm result that is a negative error number.
func check(_ result: Int32, _ call: String) throws(ScreenError) {
    guard result < 0 else { return }
    // Some calls return -1 and set errno, the others return -errno.
    throw .driver(call: call, errno: result == -1 && errno != 0 ? errno : -result)
}
