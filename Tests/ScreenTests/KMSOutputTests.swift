import Foundation
import Guidance
import Screen
import Testing

@Suite struct KMSOutputTests {
    private func absence(of output: KMSOutput) async -> String {
        guard case .absent(let reason) = await output.state else { return "" }
        return reason
    }

    @Test("without a graphics card the output is absent and says what to do")
    func noCard() async throws {
        let output = await KMSOutput(folder: "/nonexistent/dri")
        #expect(await absence(of: output).contains("load the display driver"))
        // Frames are dropped without an error, and looking again changes nothing.
        let frame = try #require(Samples.frame(width: 4, height: 4))
        try await output.show(Painted(frame))
        #expect(await output.probe() == output.state)
    }

    @Test("a device that is no display is named")
    func notADisplay() async throws {
        let folder = try Samples.folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for name in ["card1", "renderD128", "cardboard"] {
            let path = "\(folder)/\(name)"
            try FileManager.default.createSymbolicLink(
                atPath: path,
                withDestinationPath: "/dev/null"
            )
        }
        let output = await KMSOutput(folder: folder)
        let reason = await absence(of: output)
        #expect(reason.contains("\(folder)/card1 has no display connectors"))
    }

    @Test("a card that cannot be opened is named with the system's reason")
    func cannotOpen() async throws {
        let folder = try Samples.folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(
            atPath: "\(folder)/card0",
            withIntermediateDirectories: false
        )
        let output = await KMSOutput(folder: folder)
        #expect(await absence(of: output).contains("cannot open \(folder)/card0: Is a directory"))
    }

    @Test("a closed output is absent")
    func closed() async {
        let output = await KMSOutput(folder: "/nonexistent/dri")
        await output.close()
        #expect(await output.state == .absent(reason: "closed"))
    }
}
