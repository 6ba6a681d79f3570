import Guidance

/// An element with all that its pixels depend on.
enum PaintStep: Equatable {
    /// A text, at the size found for it.
    case text(Fitting)
    /// Anything else.
    case shape(DrawElement)

    /// The box that no pixel of it leaves.
    var box: Box {
        switch self {
        case .text(let fitting): fitting.text.box
        case .shape(let element): element.box
        }
    }

    /// Whether it has edges that are neither upright nor level.
    ///
    /// Cairo cuts such edges at a clip and rounds where it cuts, so they are painted whole or not at
    /// all; glyphs are masks that it copies, which a clip cuts exactly.
    var isCurved: Bool {
        switch self {
        case .text, .shape(.text), .shape(.code): false
        case .shape(.fill(let fill)): fill.radius > 0
        case .shape(.disc), .shape(.drawing): true
        }
    }
}
