/// A printed sheet: its size and how far away it is read.
package enum SheetFormat: String, Sendable, Hashable, CaseIterable {
    /// For walls of terminals.
    case a3
    /// For windows and doors.
    case a4
    /// For the backs of seats.
    case a5
    /// For the housing of the kiosk, 105 x 74 mm.
    case sticker

    /// How many pixels of the draw list make a millimetre.
    package static let density = 10
    /// How far the picture goes beyond the cut, in millimetres.
    package static let bleed = 3
    /// How far the page goes beyond the cut, for bleed and crop marks, in millimetres.
    package static let margin = 10

    /// The cut size in millimetres.
    package var millimetres: (width: Int, height: Int) {
        switch self {
        case .a3: (297, 420)
        case .a4: (210, 297)
        case .a5: (148, 210)
        case .sticker: (105, 74)
        }
    }

    /// How far text and code stay off the cut at least, in millimetres.
    package var safeMargin: Int { self == .sticker ? 3 : 5 }

    /// How far away it is read and its code scanned, in metres.
    package var distances: (viewing: Double, scanning: Double) {
        switch self {
        case .a3: (1.5, 1)
        case .a4: (1, 0.8)
        case .a5: (0.7, 0.4)
        case .sticker: (0.4, 0.2)
        }
    }

    /// The sheet as a panel.
    package var panel: PanelGeometry {
        let (width, height) = millimetres
        let density = Self.density
        return PanelGeometry(
            size: PixelSize(width: width * density, height: height * density),
            millimetres: (Double(width), Double(height)),
            viewing: distances.viewing,
            scanning: distances.scanning
        )
    }

    /// A slide as a sheet with bleed and crop marks.
    ///
    /// The imprint is the line at the bottom: version code, number plate, privacy notice.
    package func drawList(slide: Slide, imprint: String) -> DrawList {
        let layout = SlideLayout(
            panel: panel,
            palette: .day,
            mostParts: 1,
            imprint: imprint,
            leastMargin: safeMargin * Self.density
        )
        let live = LiveState(clock: "", date: "", count: .fewerThanFive)
        let inner = layout.drawList(slide: slide, live: live)
        let offset = Self.margin * Self.density
        let page = PixelSize(
            width: inner.size.width + 2 * offset,
            height: inner.size.height + 2 * offset
        )
        let bled = Self.bleed * Self.density
        let moved = inner.elements.map { element in
            element.printed(offset: offset, bleed: bled, trim: Box(inner.size))
        }
        let paper = DrawElement.fill(FillElement(box: Box(page), colour: Colour(0xFFFFFF)))
        return DrawList(size: page, elements: [paper] + moved + Self.cropMarks(page))
    }

    /// Eight thin lines of 6 mm in the corners, outside the bleed.
    private static func cropMarks(_ page: PixelSize) -> [DrawElement] {
        let (long, thin, at) = (6 * density, 2, margin * density)
        let (right, foot) = (page.width - at, page.height - at)
        var boxes: [Box] = []
        for x in [at, right] {
            boxes.append(Box(x: x - 1, y: 0, width: thin, height: long))
            boxes.append(Box(x: x - 1, y: page.height - long, width: thin, height: long))
        }
        for y in [at, foot] {
            boxes.append(Box(x: 0, y: y - 1, width: long, height: thin))
            boxes.append(Box(x: page.width - long, y: y - 1, width: long, height: thin))
        }
        return boxes.map { .fill(FillElement(box: $0, colour: Colour(0))) }
    }
}

extension DrawElement {
    /// The element on the larger page; fills that reach the cut go on to the bleed.
    fileprivate func printed(offset: Int, bleed: Int, trim: Box) -> DrawElement {
        var moved = Box(
            x: box.x + offset,
            y: box.y + offset,
            width: box.width,
            height: box.height
        )
        guard case .fill = self else { return placed(in: moved) }
        if box.x <= trim.x {
            moved.x -= bleed
            moved.width += bleed
        }
        if box.y <= trim.y {
            moved.y -= bleed
            moved.height += bleed
        }
        if box.right >= trim.right { moved.width += bleed }
        if box.bottom >= trim.bottom { moved.height += bleed }
        return placed(in: moved)
    }
}
