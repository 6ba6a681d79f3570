package import Guidance

/// Whether an output can show something.
package enum OutputState: Sendable, Equatable, CustomStringConvertible {
    /// Frames of that size can be shown.
    case on(PixelSize)
    /// Nothing can be shown, and what would change that.
    case absent(reason: String)

    package var description: String {
        switch self {
        case .on(let size): "on \(size)"
        case .absent(let reason): "absent: \(reason)"
        }
    }
}
