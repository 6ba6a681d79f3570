import CLinux
import Glibc

/// What keeps this process's memory from being written to a swap device.
package enum MemoryGuard: Equatable, Sendable, CustomStringConvertible {
    /// Every page, also of what is still to be allocated, stays in memory.
    case locked
    /// Pages are not locked, but there is no swap they could go to.
    case noSwap
    /// Pages may be written to a swap device.
    case swappable

    /// Locks the memory where that is allowed, else looks whether there is swap at all.
    ///
    /// Pages are locked when they are first touched (MCL_ONFAULT), so that the lock itself takes no
    /// memory; without that every thread's whole stack would be resident. It is only tried without a
    /// limit on locked memory, since under a limit a later allocation would fail instead. The C
    /// function is `mlockall`.
    package static func apply() -> MemoryGuard {
        if isUnlimited, mlockall(MCL_CURRENT | MCL_FUTURE | MCL_ONFAULT) == 0 { return .locked }
        let swaps = try? Files.read("/proc/swaps", limit: 64 << 10)
        return hasSwap(String(decoding: swaps ?? [], as: UTF8.self)) ? .swappable : .noSwap
    }

    /// Whether the kernel's list of swap areas has any behind its heading; yes when it is no list.
    static func hasSwap(_ list: String) -> Bool {
        let lines = list.split(separator: "\n")
        return lines.first?.hasPrefix("Filename") != true || lines.count > 1
    }

    /// Whether this process may lock as much as it likes.
    private static var isUnlimited: Bool {
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(__RLIMIT_MEMLOCK.rawValue), &limit)
        return limit.rlim_cur == rlim_t.max || Capability.isEffective(.lockMemory)
    }

    package var description: String {
        switch self {
        case .locked: "memory is locked: no page of it goes to swap"
        case .noSwap: "memory is not locked, and there is no swap it could go to"
        case .swappable:
            "memory may be written to swap: allow locking (systemd: LimitMEMLOCK=infinity) or switch "
                + "swap off (swapoff -a)"
        }
    }
}
