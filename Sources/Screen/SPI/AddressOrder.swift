/// In which order a controller goes through its frame memory: the upper bits of MADCTL.
package struct AddressOrder: Sendable, Hashable {
    /// Rows from the last to the first, MY.
    package var mirrorsRows: Bool
    /// Columns from the last to the first, MX.
    package var mirrorsColumns: Bool
    /// Down a column first and not along a row, MV.
    package var exchanges: Bool

    /// From the first row and column, along the rows.
    package static let plain = AddressOrder(
        mirrorsRows: false,
        mirrorsColumns: false,
        exchanges: false
    )
    /// From the last column.
    package static let mirroredColumns = AddressOrder(
        mirrorsRows: false,
        mirrorsColumns: true,
        exchanges: false
    )

    /// The parameter of MADCTL (36h): MY, MX and MV are bits 7, 6 and 5, BGR is bit 3.
    package func parameter(isBGR: Bool) -> UInt8 {
        (mirrorsRows ? 0x80 : 0) | (mirrorsColumns ? 0x40 : 0) | (exchanges ? 0x20 : 0)
            | (isBGR ? 0x08 : 0)
    }

    /// The order that turns what was upright clockwise.
    ///
    /// A pixel (x, y) of a picture turned by a quarter lies at column W-1-y and row x of the upright
    /// one: the exchange brings x to the rows, and the columns run against what they did.
    package func turned(_ rotation: Rotation) -> AddressOrder {
        switch rotation {
        case .none: self
        case .quarter:
            AddressOrder(
                mirrorsRows: mirrorsRows,
                mirrorsColumns: !mirrorsColumns,
                exchanges: true
            )
        case .half:
            AddressOrder(
                mirrorsRows: !mirrorsRows,
                mirrorsColumns: !mirrorsColumns,
                exchanges: false
            )
        case .threeQuarters:
            AddressOrder(
                mirrorsRows: !mirrorsRows,
                mirrorsColumns: mirrorsColumns,
                exchanges: true
            )
        }
    }
}
