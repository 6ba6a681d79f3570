/// Why no air could be made.
package enum AirError: Error, Equatable, CustomStringConvertible {
    /// No scene has this name.
    case unknownScene(String)
    /// The share of packets to hear is not a number above 0 and at most 1.
    case receptionOutOfRange(Double)

    /// One sentence that names the thing and the remedy.
    package var description: String {
        switch self {
        case .unknownScene(let name):
            let known = Scene.all.map(\.name).joined(separator: ", ")
            return "there is no scene \"\(name)\"; use one of: \(known)"
        case .receptionOutOfRange(let value):
            return "a reception of \(value) is not possible; use a share above 0 and at most 1"
        }
    }
}
