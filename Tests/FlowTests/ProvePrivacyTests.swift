import Foundation
import Testing

/// `kiosk prove-privacy` finds nothing in this kiosk, and finds every fault made on purpose.
@Suite(.serialized) struct ProvePrivacyTests {
    @Test("10,000 phones are planted before a kiosk, and nothing of them is left anywhere")
    func clean() throws {
        let end = try Program.run("kiosk", ["prove-privacy", "--json"])
        #expect(end.code == 0, "\(end.output) \(end.errors)")
        let answer = try #require(
            try JSONSerialization.jsonObject(with: Data(end.output.utf8)) as? [String: Any]
        )
        #expect(answer["clean"] as? Bool == true)
        #expect(answer["values"] as? Int == 16_000)
        // The whole path was used: each quarter's figures were noised, stored and sent.
        #expect(answer["quarters"] as? Int == 3)
        #expect(answer["quarters_with_figures"] as? Int == 3)
        let places = try #require(answer["places"] as? [[String: Any]])
        let names = places.compactMap { $0["place"] as? String }
        for name in ["memory, heap", "memory, main stack", "files while running", "log", "sent"] {
            #expect(names.contains(name))
        }
        #expect(places.allSatisfy { ($0["bytes"] as? Int ?? 0) > 0 })
    }

    @Test(
        "a kiosk that keeps identifiers is caught, whatever it does with them",
        arguments: [
            ("log", "log"), ("store", "files while running"), ("heap", "memory, "),
            ("sent", "sent"),
        ]
    )
    func leak(kind: String, place: String) throws {
        let end = try Program.run(
            "env",
            ["KIOSK_LEAK=\(kind)", try Program.path("kiosk"), "prove-privacy", "--phones", "100"]
        )
        #expect(end.code == 1, "\(end.output) \(end.errors)")
        let found = end.lines.filter { $0.contains("FOUND") }
        #expect(found.contains { $0.contains(" \(place)") })
        #expect(end.lines.last?.hasPrefix("FOUND") == true)
    }

    @Test("a kiosk that somebody else started is looked through, clean or not")
    func outside() async throws {
        let folder = try Folder()
        let capture = folder.path + "/planted.btsnoop"
        let chosen = ["--phones", "100", "--seed", "7"]
        let planted = try Program.run("kiosk", ["prove-privacy", "--plant", capture] + chosen)
        #expect(planted.code == 0, "\(planted.errors)")
        for leak in ["", "heap"] {
            let settings = try folder.write(
                Array("{ kiosk: \"outside\", state: \"\(folder.path)/state\(leak)\" }".utf8),
                to: "kiosk.json5"
            )
            let kiosk = try Program(
                "env",
                [
                    "KIOSK_PROOF_MARKER=a-word-to-find", "KIOSK_PROOF_READABLE=1",
                    "KIOSK_LEAK=\(leak)", try Program.path("kiosk"), "run", "--display", "none",
                    "--config", settings, "--replay", capture, "--replay-speed", "100000",
                ]
            )
            try await eventually("it heard all") { kiosk.errors.contains("radio: replay over") }
            let end = try Program.run(
                "kiosk",
                ["prove-privacy", "--process", "\(kiosk.identifier)", "--folder", folder.path]
                    + chosen
            )
            // The capture lies in the folder, and is found there: the search works.
            let memory = end.lines.filter { $0.hasPrefix("looked   memory") }
            #expect(end.code == 1, "\(end.output) \(end.errors)")
            #expect(
                end.lines.contains { $0.contains("files while running") && $0.contains("FOUND") }
            )
            #expect(
                memory.contains { $0.contains("FOUND") && !$0.contains("files (") } == (leak != "")
            )
            kiosk.send(SIGTERM)
            #expect(kiosk.wait().code == 0)
        }
    }

    @Test(
        "a kiosk that crashes or is killed leaves no core, although the shell would allow one",
        arguments: [SIGABRT, SIGSEGV, SIGKILL]
    )
    func crash(signal: Int32) async throws {
        let folder = try Folder()
        let capture = folder.path + "/ride.btsnoop"
        let air = try Program.run(
            "fleetsim",
            ["air", "bus", "--out", capture, "--truth", folder.path + "/truth.json"]
        )
        #expect(air.code == 0, "\(air.errors)")
        let settings = try folder.write(
            Array("{ kiosk: \"crash\", state: \"\(folder.path)/state\" }".utf8),
            to: "kiosk.json5"
        )
        let command = "cd '\(folder.path)' && ulimit -c unlimited; exec \"$@\""
        let kiosk = try Program(
            "env",
            [
                "sh", "-c", command, "sh", try Program.path("kiosk"), "run", "--display", "none",
                "--config", settings, "--replay", capture, "--replay-speed", "60",
            ]
        )
        try await eventually("it listens") { kiosk.errors.contains("radio: replaying") }
        kiosk.send(signal)
        #expect(kiosk.wait().code == 128 + signal)
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(!left.contains { $0.hasPrefix("core") }, "\(left)")
    }

    @Test("a kiosk with a radio refuses to leave its memory readable")
    func radio() throws {
        let end = try Program.run(
            "env",
            ["KIOSK_PROOF_READABLE=1", try Program.path("kiosk"), "run", "--display", "none"]
        )
        #expect(end.code == 2)
        #expect(end.errors.contains("never with a radio"))
    }
}
