/// Why a request got no answer.
package enum UplinkError: Error, Equatable, CustomStringConvertible {
    case badURL(String)
    case badToken
    case noLibrary
    case failed(url: String, reason: String)
    case answerTooLong(limit: Int)
    case cancelled

    package var description: String {
        switch self {
        case .badURL(let url): "\(url): not an http:// or https:// address"
        case .badToken: "the token is not of visible ASCII characters"
        case .noLibrary: "libcurl could not be loaded and started; install libcurl4"
        case .failed(let url, let reason): "\(url): \(reason)"
        case .answerTooLong(let limit): "the answer is longer than \(limit) bytes"
        case .cancelled: "the request was cancelled"
        }
    }
}
