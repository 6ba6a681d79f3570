import Glibc
import Testing

@testable import SystemIO

#if compiler(>=6.2)
// In a process of its own, since a process cannot take the hardening back.
@Suite struct ProcessHardeningTests {
    @Test("after hardening no core is written, and nothing can allow one again")
    func noCore() async {
        await #expect(processExitsWith: .success) {
            try ProcessHardening.forbidDumps()
            try ProcessHardening.forbidDumps()
            var limit = rlimit()
            getrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit)
            #expect(limit.rlim_cur == 0)
            #expect(limit.rlim_max == 0)
        }
    }
}
#endif
