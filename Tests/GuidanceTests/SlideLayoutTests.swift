@testable import Guidance
import Testing

@Suite struct SlideLayoutTests {
    @Test(
        "capitals are as high as the distance asks for",
        arguments: [
            (1920, 1080, 708.0, 398.0, 3.0, 57), (1920, 1080, 708, 398, 6, 114),
            (1920, 1080, 354, 199, 3, 114), (1920, 360, 700, 131, 2.5, 49),
            (480, 320, 73.4, 48.9, 0.5, 23),
        ]
    )
    func smallestFont(
        width: Int,
        height: Int,
        across: Double,
        down: Double,
        distance: Double,
        font: Int
    ) {
        let panel = PanelGeometry(
            size: PixelSize(width: width, height: height),
            millimetres: (across, down),
            viewing: distance
        )
        #expect(panel.isMeasured)
        #expect(panel.smallestFont(.vietnamese) == font)
        #expect(Double(panel.smallestFont(.khmer)) >= 1.14 * Double(font - 1))
    }

    @Test(
        "millimetres that cannot be are not believed",
        arguments: [(0.0, 0.0), (160, 90), (700, 700), (1, 1), (-5, 3), (.nan, 2)]
    )
    func implausible(across: Double, down: Double) {
        let size = PixelSize(width: 1920, height: 360)
        let panel = PanelGeometry(size: size, millimetres: (across, down))
        #expect(!panel.isMeasured)
        #expect(panel.density == PanelGeometry(size: size).density)
    }

    @Test(
        "the shape comes from pixels, millimetres and distance together",
        arguments: [
            (1920, 1080, nil, AspectClass.wide), (1920, 1080, 12.0, .small),
            (1920, 360, nil, .bar), (1080, 1920, nil, .portrait), (480, 320, nil, .small),
            (800, 480, nil, .small), (800, 480, 0.4, .wide),
        ] as [(Int, Int, Double?, AspectClass)]
    )
    func aspect(width: Int, height: Int, distance: Double?, expected: AspectClass) {
        let panel = PanelGeometry(
            size: PixelSize(width: width, height: height),
            viewing: distance
        )
        #expect(AspectClass(panel) == expected)
    }

    private func slide(_ steps: Int, text: String = "Do this now") -> Slide {
        Slide(
            id: "x",
            language: .english,
            title: "A title",
            steps: (0..<steps).map { Slide.Step(mark: .number($0 + 1), text: text) },
            isLive: steps == 0,
            drawing: nil,
            code: GuidancePage.install.code,
            words: PackSamples.words,
            progress: ContentPack.Progress(percent: 7.64, target: 60)
        )
    }

    @Test("parts keep all steps in order, and paper is never cut", arguments: PackSamples.panels)
    func parts(panel: PanelGeometry) {
        let long = String(repeating: "words ", count: 12)
        for count in 0...6 {
            let slide = slide(count, text: long)
            let parts = SlideLayout(panel: panel).parts(of: slide)
            #expect(parts.flatMap { $0 } == slide.steps)
            #expect(SlideLayout(panel: panel, mostParts: 1).parts(of: slide).count == 1)
            let lengths = parts.map(\.count)
            #expect((lengths.max() ?? 0) - (lengths.min() ?? 0) <= 1)
        }
        #expect(SlideLayout(panel: panel).parts(of: slide(6, text: long)).count > 1)
    }

    @Test("everything is inside the panel and nothing overlaps", arguments: PackSamples.panels)
    func apart(panel: PanelGeometry) {
        for slide in [slide(0), slide(2), slide(5)] {
            let layout = SlideLayout(panel: panel)
            for part in layout.parts(of: slide).indices {
                let list = layout.drawList(slide: slide, part: part, live: PackSamples.live)
                #expect(list.elements.allSatisfy { Box(panel.size).contains($0.box) })
                let parts = list.elements.filter { if case .fill = $0 { false } else { true } }
                for (index, one) in parts.enumerated() {
                    for two in parts[(index + 1)...] {
                        #expect(!one.box.overlaps(two.box), "\(one) and \(two)")
                    }
                }
            }
        }
    }

    @Test("a count is never shown without its notices", arguments: PackSamples.panels)
    func notices(panel: PanelGeometry) {
        let live = LiveState(clock: "", date: "", count: .about(15), notices: [.replay])
        for steps in [0, 2] {
            let list = SlideLayout(panel: panel).drawList(slide: slide(steps), live: live)
            let texts = list.elements.compactMap { element -> TextElement? in
                if case .text(let text) = element { text } else { nil }
            }
            #expect(texts.contains { $0.name == "notice" && $0.string == "REPLAYED RECORDING" })
        }
    }

    @Test("there is no part that does not exist, and no panel without pixels")
    func nothing() {
        let layout = SlideLayout(panel: PackSamples.panels[0])
        #expect(layout.drawList(slide: slide(1), part: 9, live: PackSamples.live).elements.isEmpty)
        let none = PanelGeometry(size: PixelSize(width: 0, height: 0))
        let list = SlideLayout(panel: none).drawList(slide: slide(1), live: PackSamples.live)
        #expect(list.elements.isEmpty)
    }

    @Test(
        "a sheet goes on into the bleed and has eight crop marks",
        arguments: SheetFormat.allCases
    )
    func sheet(format: SheetFormat) {
        let list = format.drawList(slide: slide(3), imprint: "test/7 · 67B-012.34")
        let (width, height) = format.millimetres
        #expect(list.size == PixelSize(width: (width + 20) * 10, height: (height + 20) * 10))
        let fills = list.elements.compactMap { element -> FillElement? in
            if case .fill(let fill) = element { fill } else { nil }
        }
        let ground = Box(x: 70, y: 70, width: (width + 6) * 10, height: (height + 6) * 10)
        #expect(fills.contains { $0.box == ground })
        let marks = fills.filter { $0.colour == Colour(0) && min($0.box.width, $0.box.height) == 2 }
        #expect(marks.count == 8)
        #expect(marks.allSatisfy { !$0.box.overlaps(ground) })
    }

    @Test("the code's size is known without encoding it")
    func modules() {
        #expect(CodeElement.modules(for: "HTTPS://BLUEZONE.GOV.VN") == 25)
        #expect(CodeElement.modules(for: "https://bluezone.gov.vn") == 29)
        #expect(CodeElement.modules(for: "A") == 21)
        #expect(CodeElement.modules(for: "") == nil)
        #expect(CodeElement.modules(for: String(repeating: "x", count: 47)) == nil)
    }
}
