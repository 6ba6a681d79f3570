import Guidance
import Testing

@Suite struct PagePassageTests {
    private let size = PixelSize(width: 200, height: 100)
    private let card = Box(x: 100, y: 0, width: 90, height: 100)
    private let code = Box(x: 110, y: 5, width: 70, height: 70)

    private func list(
        ground: Colour = Colour(0x0B2545),
        card: Box? = nil,
        code: Box? = nil,
        text: String = "A"
    ) -> DrawList {
        DrawList(
            size: size,
            elements: [
                .fill(FillElement(box: Box(size), colour: ground)),
                .fill(FillElement(box: card ?? self.card, radius: 3, colour: Colour(0xFFFFFF))),
                .code(CodeElement(box: code ?? self.code, text: text)),
            ]
        )
    }

    @Test("pages pass through the ground of the new one, within the time a change may take")
    func ground() throws {
        let new = list(ground: Colour(0x101418))
        let passage = try #require(PagePassage(from: list(), to: new))
        #expect(passage.out.direction == .out && passage.in.direction == .in)
        #expect(passage.out.colour == Colour(0x101418) && passage.in.colour == Colour(0x101418))
        #expect(150...200 ~= passage.out.milliseconds)
        #expect(passage.out.milliseconds + passage.in.milliseconds <= Fade.longestChange)
    }

    @Test("a code that stands still is spared with its card, one that moves or changes is not")
    func sparing() throws {
        func spared(_ new: DrawList) throws -> [Box] {
            let passage = try #require(PagePassage(from: list(), to: new))
            #expect(passage.out.sparing == passage.in.sparing)
            return passage.in.sparing
        }
        #expect(try spared(list()) == [card])
        #expect(try spared(list(card: Box(x: 100, y: 0, width: 99, height: 100))) == [code])
        #expect(try spared(list(code: Box(x: 111, y: 5, width: 70, height: 70))).isEmpty)
        #expect(try spared(list(text: "B")).isEmpty)
    }

    @Test("without a ground, or from another panel, a page is cut")
    func cut() {
        let bare = DrawList(size: size, elements: Array(list().elements.dropFirst()))
        #expect(PagePassage(from: list(), to: bare) == nil)
        #expect(PagePassage(from: list(), to: DrawList(size: size, elements: [])) == nil)
        let other = DrawList(size: PixelSize(width: 9, height: 9), elements: [])
        #expect(PagePassage(from: other, to: list()) == nil)
    }
}
