import KioskLogic
import Testing

@testable import Radio

/// What holds on a machine without adapters; the rest is for the laboratory.
@Suite struct LiveAdapterTests {
    private static let absences: Set<RadioTrouble.Kind> = [
        .noBluetooth, .noAdapter, .gone, .notPermitted,
    ]

    @Test(
        "an adapter that is not there is trouble that helps",
        arguments: [
            .index(15), .path("usb99/99-9"), .address("00:00:00:00:00:01"),
        ] as [AdapterSpec]
    )
    func absent(spec: AdapterSpec) throws {
        let adapter = LiveAdapter(spec: spec, isActive: false)
        let trouble = #expect(throws: RadioTrouble.self) { try adapter.start() }
        #expect(Self.absences.contains(try #require(trouble).kind))
        #expect(throws: RadioTrouble.self) { try adapter.probe() }
        #expect(throws: RadioTrouble.self) { try adapter.examine() }
        for stage in RadioStage.allCases {
            #expect(throws: RadioTrouble.self, "\(stage)") { try adapter.perform(stage) }
        }
        #expect(adapter.lost == 0)
        adapter.close()
    }

    @Test("a closed adapter hears nothing, waits a little, and is no error")
    func closed() throws {
        let adapter = LiveAdapter(spec: .index(15), isActive: false)
        let news = try adapter.hear { _, _ in Issue.record("heard something") }
        #expect(news == AdapterNews())
    }
}
