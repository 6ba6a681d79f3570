import Testing

@testable import Web

@Suite
struct HTTPLimitsTests {
    @Test(
        "durations become milliseconds within bounds",
        arguments: [
            (.zero, 0), (.seconds(-3), 0), (.milliseconds(-1), 0), (.microseconds(1999), 1),
            (.seconds(75), 75_000), (.seconds(Int64.max), 2_000_000_000),
        ] as [(Duration, Int32)]
    )
    func milliseconds(duration: Duration, expected: Int32) {
        #expect(duration.clampedMilliseconds == expected)
    }
}
