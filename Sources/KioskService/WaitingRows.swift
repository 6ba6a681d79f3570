package import Fleet

/// Rows that wait for the province, all of one boot and source.
package struct WaitingRows: Sendable, Equatable {
    package let boot: BootID
    package let source: Report.Source
    package let rows: [StoredRow]
}
