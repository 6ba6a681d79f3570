import Foundation
import Testing

@Suite struct DoctorTests {
    private let folder: Folder

    init() throws {
        folder = try Folder()
    }

    private func doctor(_ arguments: [String]) throws -> Program.Outcome {
        try Program.run("kiosk", ["doctor"] + arguments)
    }

    @Test("every part is examined, in lines of at most 80 columns")
    func parts() throws {
        let settings = try folder.write("{kiosk: 'b', state: '\(folder.path)'}", to: "k.json5")
        let end = try doctor(["--config", settings, "--board", Ride.root + "/boards/generic-x86"])
        for part in ["settings", "board", "rights", "radio", "store", "display", "clock"] {
            #expect(end.output.contains(part), "\(part)")
        }
        #expect(end.lines.allSatisfy { $0.count <= 80 })
        #expect(end.code == (end.output.contains("\nfail") ? 1 : 0))
    }

    @Test("settings that cannot be read are a finding with its reason, and make the exit code 1")
    func settings() throws {
        let settings = try folder.write("{kiosk: 'b', state: 'x', stat: 1}", to: "k.json5")
        let end = try doctor(["--config", settings, "--json"])
        #expect(end.code == 1)
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(end.output.utf8)) as? [String: Any]
        )
        #expect(object["verdict"] as? String == "fail")
        let checks = try #require(object["checks"] as? [[String: String]])
        let found = try #require(checks.first { $0["part"] == "settings" })
        #expect(found["state"] == "fail")
        #expect("\(found)".contains("stat"))
        #expect(checks.allSatisfy { Set($0.keys) == ["part", "state", "reason", "remedy"] })
    }

    @Test("capabilities that are missing are named, with the line for systemd")
    func capabilities() throws {
        let kiosk = try Program.path("kiosk")
        let end = try Program.run(
            "env",
            ["setpriv", "--bounding-set=-net_raw", "--inh-caps=-net_raw", "--", kiosk, "doctor"]
        )
        // Only root can give capabilities away.
        guard geteuid() == 0, end.code == 1 else { return }
        #expect(end.output.contains("missing CAP_NET_RAW"))
        #expect(!end.output.contains("missing CAP_NET_RAW and CAP_NET_ADMIN"))
        #expect(end.output.contains("AmbientCapabilities=CAP_NET_RAW CAP_NET_ADMIN"))
    }
}
