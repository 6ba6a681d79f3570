import Testing

@testable import Fleet

@Suite struct WindowSpanTests {
    @Test(
        "a span holds its first moment and not its end",
        arguments: [WindowSpan.windowLength, WindowSpan.quarterLength]
    )
    func bounds(length: Int64) {
        func make(_ instant: Instant) -> WindowSpan {
            length == WindowSpan.windowLength
                ? WindowSpan.window(holding: instant) : WindowSpan.quarter(holding: instant)
        }
        let span = make(Instant(seconds: 1_597_305_777))
        #expect(span.length == length)
        #expect(span.contains(span.start))
        #expect(span.contains(Instant(microseconds: span.end.microseconds - 1)))
        #expect(!span.contains(span.end))
        #expect(!span.contains(Instant(microseconds: span.start.microseconds - 1)))
        #expect(make(span.start) == span)
        #expect(make(span.end).start == span.end)
    }

    @Test("15h00 in Vietnam begins a quarter and a window")
    func publishingHour() {
        let three = Instant(seconds: 1_597_305_600)
        #expect(WindowSpan.quarter(holding: three) == WindowSpan(start: three, length: 900))
        #expect(WindowSpan.window(holding: three) == WindowSpan(start: three, length: 300))
    }
}
