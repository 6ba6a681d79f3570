import CQRCode

/// The modules of a QR code at error correction level Q.
///
/// Made by libqrencode's `QRcode_encodeString`, which picks the smallest version and the
/// alphanumeric mode where the characters allow it.
package struct QRMatrix: Sendable, Equatable {
    /// The modules on one side, without the quiet zone.
    package let width: Int
    /// The modules row by row; true is dark.
    package let dark: [Bool]

    /// The code of a text.
    package init(_ text: String) throws(PaintError) {
        guard !text.isEmpty, !text.utf8.contains(0),
            let code = QRcode_encodeString(text, 0, QR_ECLEVEL_Q, QR_MODE_8, 1)
        else { throw .codeNotEncodable(text: text) }
        defer { QRcode_free(code) }
        let width = Int(code.pointee.width)
        guard width > 0, let data = code.pointee.data else { throw .codeNotEncodable(text: text) }
        self.width = width
        dark = (0..<width * width).map { data[$0] & 1 == 1 }
    }
}
