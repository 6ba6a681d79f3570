/// Which display the command line asks for.
package enum DisplaySpec: Sendable, Equatable, CustomStringConvertible {
    /// The first connected display of the kernel's mode setting.
    case kms
    /// A framebuffer of the kernel, such as `/dev/fb0`.
    case fbdev(path: String)
    /// The SPI panel that the board's profile describes.
    case spi
    /// A picture file in a folder.
    case png(directory: String)
    /// A picture in this process's memory, for measuring.
    case memory
    /// No display at all.
    case none

    /// Reads `kms`, `fbdev:PATH`, `spi`, `png:DIR`, `memory` or `none`.
    package init(_ text: String) throws(ScreenError) {
        switch text {
        case "kms": self = .kms
        case "memory": self = .memory
        case "spi": self = .spi
        case "none": self = .none
        case _ where text.hasPrefix("png:"):
            self = .png(directory: try Self.path(in: text, after: "png:"))
        case _ where text.hasPrefix("fbdev:"):
            self = .fbdev(path: try Self.path(in: text, after: "fbdev:"))
        default: throw .unknownDisplay(text)
        }
    }

    package var description: String {
        switch self {
        case .kms: "kms"
        case .fbdev(let path): "fbdev:\(path)"
        case .spi: "spi"
        case .png(let directory): "png:\(directory)"
        case .memory: "memory"
        case .none: "none"
        }
    }

    private static func path(in text: String, after prefix: String) throws(ScreenError) -> String {
        let path = String(text.dropFirst(prefix.count))
        guard !path.isEmpty, !path.utf8.contains(0) else { throw .missingPath(display: prefix) }
        return path
    }
}
