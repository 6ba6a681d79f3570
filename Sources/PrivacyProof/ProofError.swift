/// Why nothing could be proved, and what to do about it.
package enum ProofError: Error, Equatable, CustomStringConvertible {
    case noControl(String)
    case ended(code: Int32, line: String)
    case late(String, seconds: Int, line: String)
    case deaf(ProofResult.Heard)
    case memory(String)
    case badEnd(Int32)

    package var description: String {
        switch self {
        case .noControl(let what): "the search cannot be trusted: \(what)"
        case .ended(let code, let line): "the kiosk ended with \(code): \(line)"
        case .late(let what, let seconds, let line):
            "\(what) did not come within \(seconds) s; the kiosk said last: \(line); fewer --phones "
                + "take less time"
        case .deaf(let heard):
            "\(heard.withFigures) of \(heard.quarters) quarters had figures, and these tell of "
                + "\(heard.counted) of \(heard.planted) planted ids, so that nothing is shown"
        case .memory(let reason):
            "the kiosk's memory cannot be read: \(reason); run this as root or as the same user "
                + "with ptrace allowed (sysctl kernel.yama.ptrace_scope=1)"
        case .badEnd(let code): "the kiosk ended with \(code) when told to stop, not with 0"
        }
    }
}
