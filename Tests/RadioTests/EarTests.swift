import Fleet
import Testing

@testable import Radio

@Suite struct EarTests {
    @Test(
        "the kernel's time stamp counts where it is of just now, else the moment of reading",
        arguments: [
            // Read now, 50 ms and 1 s after it came.
            (0, 0), (-50_000, -50_000), (-1_000_000, -1_000_000),
            // After a standstill, a step of the clock, and without a stamp.
            (-1_000_001, 0), (-5_000_000, 0), (1, 0), (3_600_000_000, 0),
            (-1_597_277_700_000_000, 0),
        ] as [(Int64, Int64)]
    )
    func moment(came: Int64, expected: Int64) {
        let now: Int64 = 1_597_277_700_000_000
        let found = Ear.moment(came: now + came, now: now)
        #expect(found.microseconds - now == expected)
    }
}
