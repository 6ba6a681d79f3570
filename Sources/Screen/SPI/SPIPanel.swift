package import Guidance

/// One serial panel as it is built: its controller, and what of it the glass shows.
package struct SPIPanel: Sendable {
    /// The chip on it.
    package let controller: PanelController
    /// The glass in its own upright position, in pixels.
    package let size: PixelSize
    /// The controller's column and row of the first pixel of the glass.
    package let offset: (column: Int, row: Int)
    /// Whether blue and red are changed over.
    package let isBGR: Bool
    /// Whether it shows a negative without INVON.
    package let isInverted: Bool
    /// How the picture is turned on it, clockwise.
    package let rotation: Rotation
    private let order: AddressOrder

    /// A panel; what is nil is as usual for its controller.
    ///
    /// - Throws: `ScreenError.panel` when the glass is larger than the controller's memory.
    package init(
        controller: PanelController,
        size: PixelSize,
        offset: (column: Int, row: Int) = (0, 0),
        rotation: Rotation = .none,
        isBGR: Bool? = nil,
        isInverted: Bool? = nil,
        isMirrored: Bool = false
    ) throws(ScreenError) {
        let memory = controller.memory
        guard size.width > 0, size.height > 0, offset.column >= 0, offset.row >= 0,
            offset.column + size.width <= memory.width, offset.row + size.height <= memory.height
        else {
            throw .panel(
                "panel.spi: \(size) from (\(offset.column), \(offset.row)) does not fit the "
                    + "\(controller.name), which has \(memory); give the panel's own width and "
                    + "height, and turn it with panel.rotation"
            )
        }
        self.controller = controller
        self.size = size
        self.offset = offset
        self.rotation = rotation
        self.isBGR = isBGR ?? controller.isBGR
        self.isInverted = isInverted ?? controller.isInverted
        var upright = controller.upright
        if isMirrored { upright.mirrorsColumns.toggle() }
        order = upright.turned(rotation)
    }

    /// The size of the pictures it is given.
    package var pictureSize: PixelSize { rotation.turned(size) }

    /// The parameter of MADCTL.
    var addressMode: UInt8 { order.parameter(isBGR: isBGR) }

    /// The first and last column and row to address for a box of the picture.
    func window(_ box: Box) -> (columns: ClosedRange<Int>, rows: ClosedRange<Int>) {
        let memory = controller.memory
        let column =
            order.mirrorsColumns ? memory.width - offset.column - size.width : offset.column
        let row = order.mirrorsRows ? memory.height - offset.row - size.height : offset.row
        let (left, top) = order.exchanges ? (row, column) : (column, row)
        return (
            left + box.x...left + max(box.x, box.right - 1),
            top + box.y...top + max(box.y, box.bottom - 1)
        )
    }
}
