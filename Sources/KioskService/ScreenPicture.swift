/// A picture of what was painted last, for the report.
package struct ScreenPicture: Sendable {
    /// The file's bytes, PNG.
    package let bytes: [UInt8]
    /// The number of what it shows; it rises whenever the painting changes.
    package let number: Int

    package init(bytes: [UInt8], number: Int) {
        self.bytes = bytes
        self.number = number
    }
}
