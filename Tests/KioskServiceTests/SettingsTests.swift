import Configuration
import Foundation
import KioskLogic
import Testing

@testable import KioskService

@Suite struct SettingsTests {
    @Test("settings with their usual values filled in")
    func usual() throws {
        let settings = try Self.settings(
            """
            {   // a comment, and no quotes: this is JSON5
                kiosk: 'bus-1', state: '/var/lib/x',
                province: { server: 'https://p.example', token: 'word' },
            }
            """
        )
        #expect(settings.kiosk.text == "bus-1")
        let province = try #require(settings.province)
        #expect(province.heartbeatSeconds == 3600)
        #expect(province.pictureSeconds == 3600)
        #expect(province.pictureWidth == 640)
        #expect(province.authority == nil)
        #expect(settings.mostQuartersADay == 96)
    }

    @Test(
        "wrong settings name their key",
        arguments: [
            ("{kiosk: 'Bus 1', state: 'x'}", "kiosk:"),
            ("{kiosk: 'b', state: ''}", "state"),
            ("{kiosk: 'b', state: 'x', quarters_a_day: 97}", "quarters_a_day"),
            ("{kiosk: 'b', state: 'x', quarters_a_day: 0}", "quarters_a_day"),
            (
                "{kiosk: 'b', state: 'x', province: {server: 'https://p/', token: 't'}}",
                "province.server"
            ),
            (
                "{kiosk: 'b', state: 'x', province: {server: 'https://p', token: ''}}",
                "province.token"
            ),
            (
                "{kiosk: 'b', state: 'x', province: {server: 'https://p', token: 'a\\nb'}}",
                "province.token"
            ),
            (
                "{kiosk: 'b', state: 'x', province: {server: 'https://p', token: 't', heartbeat_s: 0}}",
                "province.heartbeat_s"
            ),
            ("{kiosk: 'b', state: 'x', place: {latitude: 10.4}}", "place:"),
            ("{kiosk: 'b', state: 'x', place: {latitude: 99, longitude: 1}}", "place:"),
            ("{kiosk: 'b', state: 'x', place: {languages: {vi: 1, km: 2}}}", "place.languages"),
            ("{kiosk: 'b', state: 'x', place: {languages: {de: 1}}}", "place.languages.de"),
            (
                "{kiosk: 'b', state: 'x', province: {server: 'https://p', tokn: 't'}}",
                "province.tokn"
            ),
        ]
    )
    func wrong(text: String, key: String) throws {
        let error = #expect(throws: ConfigurationError.self) { try Self.settings(text) }
        #expect("\(try #require(error))".contains(key))
    }

    @Test("a kiosk's place has its sun and its languages")
    func place() throws {
        let settings = try Self.settings(
            """
            { kiosk: 'b', state: 'x', content: '/srv/pack',
              place: { latitude: 10.42, longitude: 105.0, languages: { vi: 5, km: 4, en: 1 } } }
            """
        )
        #expect(settings.place.sun.longitude == 105)
        #expect(settings.place.shares == .khmerTowns)
        #expect(settings.content == "/srv/pack")
    }

    @Test("the boards of this project can be read")
    func boards() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(
                "boards"
            )
        let names = try FileManager.default.contentsOfDirectory(atPath: root.path)
        #expect(names.contains("generic-x86"))
        for name in names {
            let file = root.appendingPathComponent(name).appendingPathComponent("board.json5").path
            let board = try ConfigurationFile.load(BoardProfile.self, from: file)
            #expect(!board.name.isEmpty)
        }
    }

    @Test(
        "a board with an impossible panel or adapter is refused",
        arguments: [
            "{name: 'b', adapter: 99, panel: {width: 1920, height: 1080}}",
            "{name: 'b', adapter: 0, panel: {width: 0, height: 1080}}",
            "{name: 'b', adapter: 0, panel: {width: 1920}}",
            "{name: 'b', adapter: 0}",
            "{name: 'b', adapter: 'hci99', panel: {width: 1920, height: 1080}}",
            "{name: 'b', adapter: 'usb1', panel: {width: 1920, height: 1080}}",
            "{name: 'b', adapter: [], panel: {width: 1920, height: 1080}}",
            "{name: 'b', adapter: [0, 'hci0'], panel: {width: 1920, height: 1080}}",
            "{name: 'b', adapter: [0, 'all'], panel: {width: 1920, height: 1080}}",
            "{name: 'b', adapter: true, panel: {width: 1920, height: 1080}}",
            "{name: 'b', adapter: 0, active_scan: 1, panel: {width: 1920, height: 1080}}",
            "{name: 'b', adapter: 0, activescan: true, panel: {width: 1920, height: 1080}}",
            "{name: 'b', adapter: 0, panel: {width: 800, height: 480, millimetres: [152]}}",
            "{name: 'b', adapter: 0, panel: {width: 800, height: 480, view_distance_m: 0}}",
            "{name: 'b', adapter: 0, panel: {width: 800, height: 480, rotation: 45}}",
        ]
    )
    func impossibleBoard(text: String) {
        #expect(throws: ConfigurationError.self) {
            try ConfigurationFile.decode(BoardProfile.self, from: Array(text.utf8), file: "b")
        }
    }

    @Test(
        "a board names its adapters by index, address, place, all, or in a list",
        arguments: [
            ("1", [.index(1)]), ("'hci2'", [.index(2)]), ("'all'", [.all]),
            ("'usb1/1-4'", [.path("usb1/1-4")]),
            ("['aa:bb:cc:dd:ee:ff', 0]", [.address("AA:BB:CC:DD:EE:FF"), .index(0)]),
        ] as [(String, [AdapterSpec])]
    )
    func adapters(text: String, specs: [AdapterSpec]) throws {
        let whole =
            "{name: 'b', adapter: \(text), active_scan: true, panel: {width: 800, height: 480}}"
        let board = try ConfigurationFile.decode(
            BoardProfile.self,
            from: Array(whole.utf8),
            file: "b"
        )
        #expect(board.adapters == specs)
        #expect(board.isActiveScan)
        #expect(!BoardProfile.usual.isActiveScan)
    }

    private static func settings(_ text: String) throws -> KioskSettings {
        try ConfigurationFile.decode(
            KioskSettings.self,
            from: Array(text.utf8),
            file: "kiosk.json5"
        )
    }
}
