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

    /// The box the element stays inside.
    package var box: Box {
        switch self {
        case .fill(let fill): fill.box
        case .text(let text): text.box
        case .code(let code): code.box
        case .disc(let disc): disc.box
        }
    }
}
