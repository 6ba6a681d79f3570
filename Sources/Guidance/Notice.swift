/// Something the reader must know about the picture, shown as a tag.
package enum Notice: Sendable, Hashable {
    /// The count comes from a recording and not from the air.
    case replay
    /// The clock of the board is not yet trustworthy.
    case clockNotTrusted
    /// Another short text.
    case text(String)

    /// The words on the tag, in Vietnamese.
    package var vietnamese: String {
        switch self {
        case .replay: "PHÁT LẠI BẢN\u{A0}GHI"
        case .clockNotTrusted: "GIỜ CHƯA CHẮC"
        case .text(let text): text
        }
    }
}
