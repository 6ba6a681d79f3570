/// A page ready to be painted: elements with pixel boxes, in painting order.
package struct DrawList: Sendable, Equatable {
    /// The size of the panel.
    package let size: PixelSize
    /// The elements, lowest first.
    package let elements: [DrawElement]

    /// A list for a panel of that size.
    package init(size: PixelSize, elements: [DrawElement]) {
        self.size = size
        self.elements = elements
    }
}

/// One thing to paint.
package enum DrawElement: Sendable, Equatable {
    /// A filled rectangle, sharp or with round corners.
    case fill(FillElement)
    /// Text in a box.
    case text(TextElement)
    /// A QR code on a white card.
    case code(CodeElement)
    /// A disc with a number.
    case disc(DiscElement)
    /// An illustration.
    case drawing(DrawingElement)

    /// The box the element stays inside.
    package var box: Box {
        switch self {
        case .fill(let fill): fill.box
        case .text(let text): text.box
        case .code(let code): code.box
        case .disc(let disc): disc.box
        case .drawing(let drawing): drawing.box
        }
    }
}

extension DrawElement {
    /// The same element in another box.
    func placed(in box: Box) -> DrawElement {
        switch self {
        case .fill(let fill):
            return .fill(FillElement(box: box, radius: fill.radius, colour: fill.colour))
        case .text(var text):
            text.box = box
            return .text(text)
        case .code(let code):
            return .code(CodeElement(box: box, text: code.text, card: code.card))
        case .disc(let disc):
            return .disc(DiscElement(box: box, mark: disc.mark, fill: disc.fill, ink: disc.ink))
        case .drawing(let element):
            return .drawing(
                DrawingElement(
                    box: box,
                    drawing: element.drawing,
                    brightness: element.brightness
                )
            )
        }
    }
}
