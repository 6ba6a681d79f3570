import Guidance
import Screen
import Testing

@Suite struct FramebufferLayoutTests {
    private typealias Channel = PixelFormat.Channel

    static let fine = FramebufferFacts(
        width: 480,
        height: 320,
        bits: 16,
        pitch: 1024,
        length: 1024 * 320,
        red: Channel(11, 5),
        green: Channel(5, 6),
        blue: Channel(0, 5)
    )

    @Test("a panel of 16 bits with longer rows and a shifted view is laid out")
    func layout() throws {
        var facts = Self.fine
        facts.length *= 2
        (facts.left, facts.top) = (8, 320)
        let layout = try FramebufferLayout(facts, path: "/dev/fb1")
        #expect(layout.size == PixelSize(width: 480, height: 320))
        #expect(layout.format == .rgb565)
        #expect(layout.pitch == 1024)
        #expect(layout.start == 320 * 1024 + 16)
    }

    static let wrong: [(name: String, facts: FramebufferFacts)] = {
        func changed(_ change: (inout FramebufferFacts) -> Void) -> FramebufferFacts {
            var facts = fine
            change(&facts)
            return facts
        }
        return [
            ("a palette", changed { $0.isTrueColour = false }), ("8 bits", changed { $0.bits = 8 }),
            ("1 bit", changed { $0.bits = 1 }), ("short rows", changed { $0.pitch = 958 }),
            ("little memory", changed { $0.length -= 64 * 2 }),
            ("no pixels", changed { $0.width = 0 }),
            ("a view beyond the memory", changed { $0.top = 1 }),
            ("a view beyond the row", changed { $0.left = 33 }),
            ("absurd", changed { $0.height = 1 << 40 }),
            ("absurd rows", changed { $0.pitch = 1 << 40 }),
        ]
    }()

    @Test(
        "a framebuffer that cannot be drawn on is refused with its path and a remedy",
        arguments: wrong
    )
    func refused(name: String, facts: FramebufferFacts) throws {
        let error = #expect(throws: ScreenError.self, "\(name)") {
            try FramebufferLayout(facts, path: "/dev/fb1")
        }
        let text = try #require(error).description
        #expect(text.hasPrefix("/dev/fb1: ") && text.contains("set its depth"))
    }
}
