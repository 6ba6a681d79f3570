import Fleet
import Lifecycle
import Testing

@testable import KioskService

@Suite struct RowKeeperTests {
    @Test("rows that arrive from several sides at once are each stored once")
    func severalSides() async throws {
        let store = try KioskStore(path: ":memory:")
        let keeper = RowKeeper(store: store, boot: BootID(1, 1), source: .air, log: Log { _, _ in })
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<200 {
                group.addTask { await keeper.keep([Self.row(number)]) }
            }
        }
        await keeper.keep([])
        let starts = try await store.all().map(\.row.span.start.seconds)
        #expect(starts.sorted() == (0..<200).map { Self.row($0).span.start.seconds })
    }

    private static func row(_ number: Int) -> QuarterRow {
        QuarterRow(
            span: WindowSpan(start: Instant(seconds: Int64(number) * 900), length: 900),
            quality: .deaf,
            figures: nil
        )
    }
}
