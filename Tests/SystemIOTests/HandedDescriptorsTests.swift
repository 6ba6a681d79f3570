import Testing

@testable import SystemIO

@Suite struct HandedDescriptorsTests {
    private func names(_ variables: [String: String]) -> [String] {
        HandedDescriptors.names(process: 42) { variables[$0] }
    }

    @Test("names come in the order of the descriptors")
    func named() {
        let all = ["LISTEN_PID": "42", "LISTEN_FDS": "2", "LISTEN_FDNAMES": "display:other"]
        #expect(names(all) == ["display", "other"])
    }

    @Test("descriptors without a name are unknown")
    func unnamed() {
        #expect(names(["LISTEN_PID": "42", "LISTEN_FDS": "2"]) == ["unknown", "unknown"])
        let partly = ["LISTEN_PID": "42", "LISTEN_FDS": "3", "LISTEN_FDNAMES": ":b"]
        #expect(names(partly) == ["unknown", "b", "unknown"])
    }

    @Test(
        "what is meant for another process, or is no number, gives nothing",
        arguments: [
            [:], ["LISTEN_FDS": "1"], ["LISTEN_PID": "41", "LISTEN_FDS": "1"],
            ["LISTEN_PID": "42"], ["LISTEN_PID": "42", "LISTEN_FDS": "0"],
            ["LISTEN_PID": "42", "LISTEN_FDS": "-1"], ["LISTEN_PID": "42", "LISTEN_FDS": "9999"],
            ["LISTEN_PID": "42", "LISTEN_FDS": "x"], ["LISTEN_PID": " 42", "LISTEN_FDS": "1"],
        ] as [[String: String]]
    )
    func refused(variables: [String: String]) {
        #expect(names(variables) == [])
    }

    @Test("nothing is taken where nothing was handed over")
    func none() {
        var handed = HandedDescriptors.take()
        let isThere = handed.remove("display") != nil
        #expect(!isThere)
    }
}
