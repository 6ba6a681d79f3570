import Testing

@testable import KioskService

@Suite struct FindingTests {
    @Test("an error's sentence is parted at its first colon into reason and remedy")
    func error() {
        let finding = Finding("radio", .fail, error: "no adapter: plug one in: now")
        #expect(finding == Finding("radio", .fail, "no adapter", remedy: "plug one in: now"))
        #expect(Finding("radio", .fail, error: "so it is").remedy.isEmpty)
    }
}
