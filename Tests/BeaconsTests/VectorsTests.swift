import Fleet
import Foundation
import Testing

@testable import Beacons

/// One advert and what it must be taken for.
struct Vector: CustomTestStringConvertible, Sendable, Equatable {
    let name: String
    let hex: String
    let kind: String
    let id: String

    var testDescription: String { name }

    /// The rows of a table whose first line names the columns; any order and more columns will do.
    static func table(_ file: URL) throws -> [Vector] {
        let text = try String(contentsOf: file, encoding: .utf8)
        let rows = text.split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        let columns = try ["name", "hex", "expected_class", "expected_id_hex"].map { name in
            try #require(rows.first?.firstIndex(of: name))
        }
        return try rows.dropFirst().map { row in
            try #require(columns.allSatisfy(row.indices.contains))
            let cells = columns.map { row[$0] }
            return Vector(name: cells[0], hex: cells[1], kind: cells[2], id: cells[3])
        }
    }

    /// The rows in this folder; empty when they cannot be read, which a test of its own notices.
    static let fixture: [Vector] =
        (try? Bundle.module.url(
            forResource: "vectors",
            withExtension: "tsv",
            subdirectory: "Fixtures"
        )
        .map(table)) ?? []
}

/// The table the fixture was made from; present beside a development checkout only.
private let original = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("../shared/reference/bluezone-vectors.tsv")

@Suite struct VectorsTests {
    @Test("there are 67 vectors of all classes")
    func complete() {
        #expect(Vector.fixture.count == 67)
        #expect(Set(Vector.fixture.map(\.kind)) == Set(BeaconClass.allCases.map(\.rawValue)))
        #expect(Set(Vector.fixture.map(\.name)).count == 67)
    }

    @Test(
        "an advert has its class, and an id exactly when it is an Android phone's",
        arguments: Vector.fixture
    )
    func vector(_ vector: Vector) throws {
        let (kind, id) = withView(try octets(vector.hex)) { Classifier.classify($0) }
        #expect(kind.rawValue == vector.kind)
        #expect((id == nil) == vector.id.isEmpty)
        if let id {
            let expected = trace(try octets(vector.id))
            #expect(id.digest(under: testKey) == expected.digest(under: testKey))
        }
    }

    // The original is not part of the project; where it is absent the fixture stands alone.
    @Test(
        "the fixture says what the reference says",
        .enabled(if: FileManager.default.fileExists(atPath: original.path))
    )
    func agreesWithReference() throws {
        #expect(try Vector.table(original) == Vector.fixture)
    }
}
