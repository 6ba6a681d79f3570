package import Guidance

/// Why a frame could not be shown or an output not be made.
package enum ScreenError: Error, Equatable, CustomStringConvertible {
    /// The display setting is none of the known forms.
    case unknownDisplay(String)
    /// A form of display setting that needs a path came without one.
    case missingPath(display: String)
    /// A device file or a part of sysfs cannot be used; `problem` says why and what helps.
    case device(path: String, problem: String)
    /// What a panel is said to be cannot be.
    case panel(String)
    /// The frame does not have the size of the display.
    case wrongSize(frame: PixelSize, display: PixelSize)
    /// A call into the display driver failed; `errno` is the system's number.
    case driver(call: String, errno: Int32)

    package var description: String {
        switch self {
        case .unknownDisplay(let text):
            "\"\(text)\" is not a display; use kms, fbdev:PATH, spi, png:DIR, memory or none"
        case .missingPath(let display):
            "the display \"\(display)\" names no path; write \(display)PATH."
        case .device(let path, let problem):
            "\(path): \(problem)"
        case .panel(let problem):
            problem
        case .wrongSize(let frame, let display):
            "a frame of \(frame) does not fit the display of \(display); "
                + "read the output's state and draw again."
        case .driver(let call, let errno):
            "\(call) failed: \(systemMessage(errno)); "
                + "check that no other program owns the display, then probe again."
        }
    }
}
