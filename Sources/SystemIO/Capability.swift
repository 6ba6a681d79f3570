/// What the kernel allows a process beyond its user; numbers of capabilities(7).
package enum Capability: Int, Sendable {
    /// CAP_NET_ADMIN: power adapters, reset them, enlarge socket buffers.
    case networkAdministration = 12
    /// CAP_NET_RAW: open raw sockets and send commands through them.
    case rawNetwork = 13
    /// CAP_IPC_LOCK: lock memory without limit.
    case lockMemory = 14
    /// CAP_SYS_PTRACE: read the memory of any process.
    case trace = 19

    /// The name that capabilities(7) and systemd use.
    package var name: String {
        switch self {
        case .networkAdministration: "CAP_NET_ADMIN"
        case .rawNetwork: "CAP_NET_RAW"
        case .lockMemory: "CAP_IPC_LOCK"
        case .trace: "CAP_SYS_PTRACE"
        }
    }

    /// Whether this process has a capability now; no when that cannot be told.
    package static func isEffective(_ capability: Capability) -> Bool {
        let status = (try? Files.read("/proc/self/status", limit: 64 << 10)) ?? []
        return mask(inStatus: String(decoding: status, as: UTF8.self)) >> capability.rawValue & 1
            == 1
    }

    /// The effective capabilities as `/proc/PID/status` has them, none when they are not there.
    static func mask(inStatus text: String) -> UInt64 {
        let line = text.split(separator: "\n").first { $0.hasPrefix("CapEff:") }
        return line?.split(whereSeparator: \.isWhitespace).last.flatMap { UInt64($0, radix: 16) }
            ?? 0
    }
}
