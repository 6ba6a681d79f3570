import Foundation
import Testing

@testable import Air

private let tshark = ["/usr/bin/tshark", "/usr/local/bin/tshark"]
    .first(where: FileManager.default.isExecutableFile)

/// A decoder nobody here wrote reads the captures as they were meant.
@Suite(.enabled(if: tshark != nil, "tshark is not installed"))
struct TsharkTests {
    /// All values of some fields in a capture, in order, one list for each field.
    private static func values(_ fields: [String], in capture: [UInt8]) throws -> [[String]] {
        let folder = FileManager.default.temporaryDirectory
        let file = folder.appendingPathComponent("air-\(UUID().uuidString).btsnoop")
        try Data(capture).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(tshark))
        process.arguments =
            ["-n", "-r", file.path, "-T", "fields", "-E", "occurrence=a", "-E", "separator=|"]
            + fields.flatMap { ["-e", $0] }
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let text = String(
            decoding: output.fileHandleForReading.readDataToEndOfFile(),
            as: UTF8.self
        )
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        let rows = text.split(separator: "\n").map {
            $0.split(separator: "|", omittingEmptySubsequences: false)
        }
        return fields.indices.map { field in
            rows.flatMap { $0[field].split(separator: ",").map(String.init) }
        }
    }

    private static func scene() throws -> Scene {
        var scene = try Scene.bus.heard(reception: 0.048)
        scene.length = 600
        return scene
    }

    private static func heard(_ scene: Scene, _ reports: CaptureFormat.Reports) -> [AirReport] {
        var heard: [AirReport] = []
        scene.hear(scene.stays(seed: 852), seed: 852, reports: reports) { heard.append($0) }
        return heard
    }

    private static func text(_ address: DeviceAddress) -> String {
        address.octets.reversed()
            .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
            .joined(separator: ":")
    }

    @Test("it finds every legacy report", arguments: BtsnoopWriter.Datalink.allCases)
    func legacy(datalink: BtsnoopWriter.Datalink) throws {
        let scene = try Self.scene()
        let heard = Self.heard(scene, .legacy)
        let format = CaptureFormat(datalink: datalink)
        let found = try Self.values(
            [
                "bthci_evt.le_advts_event_type", "bthci_evt.bd_addr", "bthci_evt.rssi",
                "bthci_evt.data_length", "_ws.malformed",
            ],
            in: scene.render(seed: 852, format: format).capture
        )
        #expect(found[0].count == heard.count)
        #expect(found[1] == heard.map { Self.text($0.packet.address) })
        #expect(found[2] == heard.map { "\($0.rssi)" })
        #expect(found[3] == heard.map { "\($0.packet.data.count)" })
        #expect(found[4].isEmpty)
    }

    @Test("it finds the company and service of every Android phone with Bluezone")
    func android() throws {
        let scene = try Self.scene()
        let phones = Self.heard(scene, .legacy).filter {
            $0.packet.data.suffix(4) == [0x03, 0x03, 0x56, 0x4E]
        }
        let found = try Self.values(
            ["btcommon.eir_ad.entry.company_id", "btcommon.eir_ad.entry.uuid_16"],
            in: scene.render(seed: 852).capture
        )
        #expect(!phones.isEmpty)
        #expect(found[0].count { $0.lowercased() == "0x22b5" } == phones.count)
        #expect(found[1].count { $0.lowercased() == "0x4e56" } == phones.count)
    }

    @Test("it finds every extended report and the fragments' data status")
    func extended() throws {
        let scene = try Self.scene()
        let heard = Self.heard(scene, .extendedWithLongAdvert)
        let long = heard.count { $0.packet.pdu == .extended }
        let format = CaptureFormat(reports: .extendedWithLongAdvert)
        let found = try Self.values(
            [
                "bthci_evt.le_ext_advts_event_type",
                "bthci_evt.le_ext_advts_event_type.data_status",
            ],
            in: scene.render(seed: 852, format: format).capture
        )
        #expect(long > 0)
        #expect(found[0].count == heard.count + long)
        #expect(found[1].count { $0 == "0x01" || $0 == "0x0001" || $0 == "1" } == long)
    }
}
