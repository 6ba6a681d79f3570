import CLinux
import Glibc

/// Keeps what is in memory from reaching a disk.
package enum ProcessHardening {
    /// Forbids core dumps and reading by other processes of the same user.
    ///
    /// The C functions are `prctl` (PR_SET_DUMPABLE) and `setrlimit` (RLIMIT_CORE).
    ///
    /// - Parameter exceptReading: Leaves the memory readable for other processes of the same user, and
    ///   lets them allow a core.
    /// - Throws: `SystemError` when the kernel refuses.
    package static func forbidDumps(exceptReading: Bool = false) throws(SystemError) {
        guard exceptReading || CLinux_set_dumpable(0) == 0 else {
            throw SystemError.last("prctl", "PR_SET_DUMPABLE")
        }
        var none = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
        none.rlim_cur = 0
        if !exceptReading { none.rlim_max = 0 }
        guard setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none) == 0 else {
            throw SystemError.last("setrlimit", "RLIMIT_CORE")
        }
        // A toolchain's backtracer would write registers and the memory they point to into the log.
        for number in [SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGBUS, SIGSEGV] {
            signal(number, SIG_DFL)
        }
    }
}
