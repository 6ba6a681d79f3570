import Testing

@testable import SQLite

@Suite struct SQLiteValueTests {
    private let connection: Connection

    init() throws {
        connection = try Connection(path: ":memory:")
        try connection.execute("CREATE TABLE t (v)")
    }

    /// Stores a value and gives what `body` reads of it.
    private func back<T>(_ value: SQLiteValue, _ body: (Row) -> T) throws -> T {
        try connection.query("INSERT INTO t (v) VALUES (?)", [value])
        return try #require(
            try connection.rows("SELECT v, typeof(v) FROM t ORDER BY rowid DESC LIMIT 1", [], body)
                .first
        )
    }

    @Test("integers come back", arguments: [0, 1, -1, .max, .min, 1 << 53 + 1])
    func integers(number: Int64) throws {
        #expect(try back(.integer(number)) { $0.integer(0) } == number)
        #expect(try back(.integer(number)) { $0.count(0) } == Int(number))
        #expect(try back(.integer(number)) { $0.text(1) } == "integer")
    }

    @Test(
        "texts come back, zeros and all",
        arguments: ["", "a", "Châu Đốc", "កម្ពុជា", "👩🏽‍🚒", "a\0b", "\0", "it's; DROP TABLE t --"]
    )
    func texts(text: String) throws {
        #expect(try back(.text(text)) { $0.text(0) } == text)
        #expect(try back(.text(text)) { $0.text(1) } == "text")
    }

    @Test("blobs come back, zeros and all", arguments: [[0], [1, 0, 2, 0], [UInt8](0...255)])
    func blobs(bytes: [UInt8]) throws {
        #expect(try back(.blob(bytes)) { $0.blob(0) } == bytes)
    }

    @Test("an empty blob and an empty text are not null")
    func empty() throws {
        #expect(try back(.blob([])) { $0.isNull(0) } == false)
        #expect(try back(.blob([])) { $0.text(1) } == "blob")
        #expect(try back(.blob([])) { $0.blob(0) } == [])
        #expect(try back(.blob(Array([1].dropFirst()))) { $0.text(1) } == "blob")
        #expect(try back(.text("")) { $0.isNull(0) } == false)
    }

    @Test("null comes back as null, and reads as nothing")
    func null() throws {
        #expect(try back(.null) { $0.isNull(0) })
        #expect(try back(.null) { $0.count(0) } == nil)
        #expect(try back(.null) { $0.text(0) } == "")
        #expect(try back(.null) { $0.blob(0) } == [])
        #expect(try back(.null) { $0.integer(0) } == 0)
    }

    @Test("an absent number is null")
    func absent() {
        #expect(SQLiteValue(nil) == .null)
        #expect(SQLiteValue(-3) == .integer(-3))
    }

    @Test("text that is no UTF-8 is read with marks in its place")
    func broken() throws {
        let text = try connection.rows("SELECT CAST(x'61FF62' AS TEXT)") { $0.text(0) }
        #expect(text == ["a\u{fffd}b"])
    }
}
