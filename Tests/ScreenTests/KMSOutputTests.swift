import Foundation
import Guidance
import Screen
import SystemIO
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

    @Test("a dead card that a predecessor left is put away, and the hardware is looked for anew")
    func deadInheritance() async throws {
        let folder = try Samples.folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/notify"
        let manager = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        defer { close(manager) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(manager, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(bound == 0)
        let output = await KMSOutput(
            folder: folder,
            inherited: try FileDescriptor.open("/dev/null", O_RDWR),
            manager: ServiceManager(socket: path)
        )
        #expect(await absence(of: output).contains("no graphics card in \(folder)"))
        var text = [UInt8](repeating: 0, count: 256)
        let count = recv(manager, &text, text.count, Int32(MSG_DONTWAIT))
        try #require(count > 0)
        #expect(
            String(decoding: text[..<count], as: UTF8.self)
                == "FDSTOREREMOVE=1\nFDNAME=\(KMSOutput.storeName)"
        )
    }

    @Test("what is asked of an absent output is no error and does nothing")
    func absent() async throws {
        let output: any Output = await KMSOutput(folder: "/nonexistent/dri")
        let frame = try #require(Samples.frame(width: 4, height: 4))
        let fade = Fade(.in, colour: Colour(0), milliseconds: 100, sparing: [])
        try await output.run(fade, over: frame)
        await output.setPower(false)
        await output.setPower(true)
        #expect(await output.proof() == nil)
        #expect(await output.generation == 0)
        let panel = await output.panel
        #expect(panel.power == .unknown && panel.source.contains("no graphics card"))
    }

    @Test("a closed output is absent")
    func closed() async {
        let output = await KMSOutput(folder: "/nonexistent/dri")
        await output.close()
        #expect(await output.state == .absent(reason: "closed"))
    }
}
