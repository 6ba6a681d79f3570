import Testing

@testable import SystemIO

@Suite struct MemoryGuardTests {
    @Test(
        "swap is seen in the kernel's list, and a list that cannot be read counts as swap",
        arguments: [
            ("Filename\tType\tSize\tUsed\tPriority\n", false),
            ("Filename\tType\tSize\tUsed\tPriority\n/dev/zram0 partition 1 0 -2\n", true),
            ("", true),
        ]
    )
    func swaps(list: String, expected: Bool) {
        #expect(MemoryGuard.hasSwap(list) == expected)
    }

    @Test("memory that may be swapped names both remedies")
    func remedies() {
        let text = "\(MemoryGuard.swappable)"
        #expect(text.contains("LimitMEMLOCK=infinity") && text.contains("swapoff"))
    }

    @Test(
        "capabilities are read from a process's status",
        arguments: [("Name:\tx\nCapEff:\t0000000000084000\n", 0x84000), ("Name:\tx\n", 0)]
    )
    func capabilities(status: String, mask: UInt64) {
        #expect(Capability.mask(inStatus: status) == mask)
    }
}
