import CDRM
import Glibc
import Guidance

/// One dumb buffer of XRGB8888 pixels that the display can scan out.
///
/// It is written once a frame and hardly ever read: on some boards the memory is write-combined. Its
/// handle is closed once the framebuffer and the mapping hold it, so that whoever inherits the card
/// frees the memory with the framebuffer, which it finds in the kernel's list.
final class KMSBuffer {
    /// Keeps the card open for as long as the buffer lives.
    private let card: KMSCard
    private var length = 0

    /// The size of the panel's picture.
    let size: PixelSize
    /// The distance from one row to the next, in bytes.
    private(set) var pitch = 0
    /// The first pixel.
    let memory: UnsafeMutableRawPointer
    /// The kernel's number of the framebuffer.
    let framebuffer: UInt32

    /// Allocates a buffer; the kernel gives it black.
    ///
    /// The C functions are `drmModeCreateDumbBuffer`, `drmModeAddFB` and `mmap`.
    init(card: KMSCard, size: PixelSize) throws(ScreenError) {
        let (width, height) = (UInt32(size.width), UInt32(size.height))
        let descriptor = card.descriptor
        var (handle, pitch, length) = (UInt32(0), UInt32(0), UInt64(0))
        try check(
            drmModeCreateDumbBuffer(descriptor, width, height, 32, 0, &handle, &pitch, &length),
            "drmModeCreateDumbBuffer"
        )
        defer { _ = drmModeDestroyDumbBuffer(descriptor, handle) }
        var framebuffer: UInt32 = 0
        // Depth 24 in 32 bits is DRM_FORMAT_XRGB8888.
        try check(
            drmModeAddFB(descriptor, width, height, 24, 32, pitch, handle, &framebuffer),
            "drmModeAddFB"
        )
        do throws(ScreenError) {
            memory = try Self.map(card, handle: handle, length: Int(length))
        } catch {
            _ = drmModeRmFB(descriptor, framebuffer)
            throw error
        }
        self.card = card
        self.size = size
        self.pitch = Int(pitch)
        self.length = Int(length)
        self.framebuffer = framebuffer
    }

    deinit {
        munmap(memory, length)
    }

    /// Frees the framebuffer; a display that shows it goes dark.
    ///
    /// Not a part of the end of its life: the last picture of a process stays on the glass when the
    /// service manager keeps the card, and else goes with the card.
    func remove() {
        _ = drmModeRmFB(card.descriptor, framebuffer)
    }

    private static func map(
        _ card: KMSCard,
        handle: UInt32,
        length: Int
    ) throws(ScreenError) -> UnsafeMutableRawPointer {
        var offset: UInt64 = 0
        try check(drmModeMapDumbBuffer(card.descriptor, handle, &offset), "drmModeMapDumbBuffer")
        let mapped = mmap(
            nil,
            length,
            PROT_READ | PROT_WRITE,
            MAP_SHARED,
            card.descriptor,
            off_t(offset)
        )
        guard let mapped, mapped != MAP_FAILED else { throw .driver(call: "mmap", errno: errno) }
        return mapped
    }
}

/// Throws for a libdrm result that is a negative error number.
func check(_ result: Int32, _ call: String) throws(ScreenError) {
    guard result < 0 else { return }
    // Some calls return -1 and set errno, the others return -errno.
    throw .driver(call: call, errno: result == -1 && errno != 0 ? errno : -result)
}
