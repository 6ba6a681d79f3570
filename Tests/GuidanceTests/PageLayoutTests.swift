import Guidance
import Testing

@Suite struct PageLayoutTests {
    static let sizes: [PixelSize] = [
        (1920, 1080), (1920, 360), (1080, 1920), (480, 320), (800, 480), (1280, 800), (1024, 600),
        (1366, 768), (1024, 768), (1080, 1080), (720, 1280), (1280, 240), (3840, 1080), (320, 240),
        (240, 320), (320, 480), (160, 128), (1, 1),
    ].map { PixelSize(width: $0.0, height: $0.1) }

    static let states = [
        LiveState(clock: "07:42", date: "Thứ Năm, 20/8/2020", count: .about(15)),
        LiveState(clock: "", date: "", count: .fewerThanFive),
        LiveState(
            clock: "23:59",
            date: "Thứ Năm, 20/8/2020",
            count: .unknown(reason: "không thấy bộ Bluetooth"),
            notices: [.replay, .clockNotTrusted]
        ),
    ]

    private func lists(_ size: PixelSize) -> [DrawList] {
        Self.states.map { PageLayout().drawList(page: .install, live: $0, size: size) }
    }

    @Test("everything is inside the panel", arguments: sizes)
    func inside(size: PixelSize) {
        for list in lists(size) {
            #expect(list.elements.allSatisfy { Box(size).contains($0.box) })
        }
    }

    @Test("no two texts, codes or discs overlap", arguments: sizes)
    func apart(size: PixelSize) {
        for list in lists(size) {
            let parts = list.elements.filter(\.isContent)
            for (index, one) in parts.enumerated() {
                for two in parts[(index + 1)...] {
                    #expect(!one.box.overlaps(two.box), "\(one) and \(two)")
                }
            }
        }
    }

    @Test("the code has four modules of quiet zone and at least two pixels a module")
    func code() {
        for size in Self.sizes.prefix(13) {
            for list in lists(size) {
                let codes = list.elements.filter { if case .code = $0 { true } else { false } }
                #expect(codes.count == 1)
                for code in codes {
                    #expect(code.box.width == code.box.height)
                    #expect(code.box.width >= (25 + 8) * 2)
                    #expect(code.box.width % (25 + 8) == 0)
                }
            }
        }
    }

    @Test("every text has a contrast of at least seven to one")
    func contrast() {
        for size in Self.sizes {
            for text in lists(size).flatMap(\.elements).compactMap(\.text) {
                #expect(text.colour.contrast(with: text.background) >= 7, "\(text.name)")
            }
        }
    }

    @Test("panels with room show all that the page says", arguments: sizes.prefix(13))
    func complete(size: PixelSize) {
        let list = PageLayout().drawList(page: .install, live: Self.states[0], size: size)
        let strings = Set(list.elements.compactMap(\.text?.string))
        let page = GuidancePage.install
        #expect(strings.contains(page.title))
        for step in page.steps {
            #expect(strings.contains(step.headline) && strings.contains(step.line))
        }
        #expect(strings.contains(page.privacy.full) || strings.contains(page.privacy.brief))
        #expect(strings.contains(Self.states[0].count.vietnamese))
        #expect(strings.contains("07:42"))
    }

    @Test("notices, privacy and the reason for no count are never left out")
    func honest() {
        for size in Self.sizes.prefix(13) {
            let list = PageLayout().drawList(page: .install, live: Self.states[2], size: size)
            let strings = list.elements.compactMap(\.text?.string).joined(separator: "|")
            #expect(strings.contains(Notice.replay.vietnamese))
            #expect(strings.contains("không thấy bộ Bluetooth"))
            #expect(strings.contains("không lưu") || strings.contains("Không lưu"))
        }
    }

    @Test("a count is never shown without its notices", arguments: sizes)
    func tagged(size: PixelSize) {
        let list = PageLayout().drawList(page: .install, live: Self.states[2], size: size)
        let names = Set(list.elements.compactMap(\.text?.name))
        #expect(!names.contains("live count") || names.contains("notice"))
    }

    @Test("the same input gives the same list, an empty panel an empty one")
    func pure() {
        #expect(lists(Self.sizes[0]) == lists(Self.sizes[0]))
        let none = PixelSize(width: 0, height: -4)
        #expect(lists(none).allSatisfy { $0.elements.isEmpty })
    }
}

extension DrawElement {
    fileprivate var text: TextElement? {
        guard case .text(let text) = self else { return nil }
        return text
    }

    fileprivate var isContent: Bool {
        if case .fill = self { false } else { true }
    }
}
