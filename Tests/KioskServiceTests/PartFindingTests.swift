import Testing

@testable import KioskService

@Suite struct PartFindingTests {
    @Test("an error's sentence is parted at its first colon into reason and remedy")
    func error() {
        let finding = PartFinding("radio", .fail, error: "no adapter: plug one in: now")
        #expect(finding == PartFinding("radio", .fail, "no adapter", remedy: "plug one in: now"))
        #expect(PartFinding("radio", .fail, error: "so it is").remedy.isEmpty)
    }
}
