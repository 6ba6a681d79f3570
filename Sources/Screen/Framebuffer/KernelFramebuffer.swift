import CPanel
import Glibc
import Guidance
import SystemIO

/// A framebuffer of the kernel, `/dev/fbN`; see Linux `Documentation/fb/api.rst`.
final class KernelFramebuffer: Framebuffer {
    private let device: FileDescriptor
    private let path: String
    private let memory: UnsafeMutableRawPointer
    private let mapped: FramebufferLayout
    /// Bytes from the mapping's page to the memory's first byte, as `smem_start` has it.
    private let skipped: Int

    /// Opens, locks and maps a framebuffer.
    ///
    /// The lock (`flock`) keeps a second kiosk out; other programs do not ask for it.
    init(_ path: String) throws(ScreenError) {
        self.path = path
        do {
            device = try FileDescriptor.open(path, O_RDWR)
        } catch {
            throw .device(path: path, problem: Self.remedy(for: error.number))
        }
        guard flock(device.number, LOCK_EX | LOCK_NB) == 0 else {
            throw .device(path: path, problem: "another kiosk draws on it; stop that one")
        }
        mapped = try Self.layout(device.number, path)
        var fixed = fb_fix_screeninfo()
        skipped = CPanel_fb_fixed(device.number, &fixed) == 0 ? Int(fixed.smem_start & 4095) : 0
        let address = mmap(
            nil,
            mapped.length + skipped,
            PROT_READ | PROT_WRITE,
            MAP_SHARED,
            device.number,
            0
        )
        guard let address, address != MAP_FAILED else {
            throw .device(
                path: path,
                problem: "its memory cannot be mapped: \(systemMessage(errno)); use --display kms"
            )
        }
        memory = address
    }

    deinit {
        munmap(memory, mapped.length + skipped)
    }

    func layout() throws(ScreenError) -> FramebufferLayout {
        try Self.layout(device.number, path)
    }

    func withMemory(_ body: (UnsafeMutableRawBufferPointer) -> Void) {
        body(
            UnsafeMutableRawBufferPointer(
                start: memory + skipped + mapped.start,
                count: mapped.length - mapped.start
            )
        )
    }

    func setLit(_ isLit: Bool) -> Bool {
        CPanel_fb_blank(device.number, isLit ? 1 : 0) == 0
    }

    private static func layout(
        _ device: Int32,
        _ path: String
    ) throws(ScreenError) -> FramebufferLayout {
        var (fixed, variable) = (fb_fix_screeninfo(), fb_var_screeninfo())
        guard CPanel_fb_fixed(device, &fixed) == 0, CPanel_fb_variable(device, &variable) == 0
        else {
            throw .device(
                path: path,
                problem: "no framebuffer: \(systemMessage(errno)); name one, such as fbdev:/dev/fb0"
            )
        }
        return try FramebufferLayout(FramebufferFacts(fixed, variable), path: path)
    }

    private static func remedy(for number: Int32) -> String {
        switch number {
        case ENOENT, ENODEV, ENXIO:
            "there is no such framebuffer; load the panel's driver, or use --display kms"
        case EACCES, EPERM: "it cannot be opened by this user; add the user to the group video"
        case EBUSY: "another program has it; stop that one"
        default: "it cannot be opened: \(systemMessage(number)); check the device and its driver"
        }
    }
}

extension FramebufferFacts {
    /// The kernel's words for packed pixels, true colours, and true colours through tables.
    private static let (packed, trueColour, directColour): (UInt32, UInt32, UInt32) = (0, 2, 4)

    fileprivate init(_ fixed: fb_fix_screeninfo, _ variable: fb_var_screeninfo) {
        self.init(
            width: Int(variable.xres),
            height: Int(variable.yres),
            bits: Int(variable.bits_per_pixel),
            pitch: Int(fixed.line_length),
            length: Int(fixed.smem_len),
            red: PixelFormat.Channel(variable.red),
            green: PixelFormat.Channel(variable.green),
            blue: PixelFormat.Channel(variable.blue)
        )
        left = Int(variable.xoffset)
        top = Int(variable.yoffset)
        alpha = variable.transp.length > 0 ? PixelFormat.Channel(variable.transp) : nil
        isTrueColour =
            fixed.type == Self.packed && variable.nonstd == 0 && variable.grayscale == 0
            && [Self.trueColour, Self.directColour].contains(fixed.visual)
    }
}

extension PixelFormat.Channel {
    fileprivate init(_ field: fb_bitfield) {
        self.init(Int(field.offset), Int(field.length))
    }
}
