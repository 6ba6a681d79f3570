/// Why a page could not be painted or encoded.
package enum PaintError: Error, Equatable, CustomStringConvertible {
    /// Cairo refused an operation; the status is cairo's own sentence.
    case cairo(operation: String, status: String)
    /// The panel size is zero, negative or larger than cairo's limit of 32767 pixels a side.
    case unusableSize(width: Int, height: Int)
    /// A text cannot be encoded as a QR code.
    case codeNotEncodable(text: String)
    /// A QR code would need modules under two pixels in its box.
    case codeTooSmall(box: Int, needed: Int)

    package var description: String {
        switch self {
        case .cairo(let operation, let status):
            "cairo could not \(operation): \(status); "
                + "check free memory and the installed cairo library."
        case .unusableSize(let width, let height):
            "a picture of \(width)x\(height) pixels cannot be painted; "
                + "use sides from 1 to 32767 pixels."
        case .codeNotEncodable(let text):
            "the text \"\(text)\" cannot become a QR code; "
                + "shorten it, and use capitals to keep the code coarse."
        case .codeTooSmall(let box, let needed):
            "a QR code needs a square of \(needed) pixels and has \(box); "
                + "give its element a larger box or its text fewer characters."
        }
    }
}
