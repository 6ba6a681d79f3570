import Glibc
import Testing

@testable import SystemIO

@Suite struct CodePagesTests {
    @Test("code is let go of and comes back; what the process wrote stays")
    func letGo() {
        let data = (0..<100_000).map { $0 &* 7 }
        let freed = CodePages.letGo()
        // The test program and its libraries have megabytes of code.
        #expect(freed > 1 << 20)
        #expect(data.indices.allSatisfy { data[$0] == $0 &* 7 })
    }

    @Test(
        "only mappings that cannot have been written are code",
        arguments: [
            ("7f00-7f10 r-xp 00000000 08:01 12 /usr/lib/libm.so.6", true),
            ("7f00-7f10 r--p 00000000 08:01 12 /usr/lib/libm.so.6", false),
            ("7f00-7f10 rwxp 00000000 08:01 12 /usr/lib/libm.so.6", false),
            ("7f00-7f10 r-xp 00000000 00:00 0 [vdso]", false),
            ("7f00-7f10 r-xp 00000000 00:00 0", false),
        ]
    )
    func kinds(line: String, expected: Bool) {
        #expect(MemoryMapping(line)?.isCode == expected)
    }
}
