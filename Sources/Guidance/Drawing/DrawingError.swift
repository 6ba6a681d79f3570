/// Why an SVG file is no drawing of ours: the line, the thing, and what helps.
package struct DrawingError: Error, Equatable, CustomStringConvertible {
    /// The line of the file, from 1.
    package let line: Int
    /// What is wrong and what helps.
    package let reason: String

    package var description: String { "line \(line): \(reason)" }
}
