import Foundation
import Guidance
import Screen
import Synchronization
import Testing

@Suite struct PNGOutputTests {
    private let size = PixelSize(width: 8, height: 4)

    @Test("a reader never sees a part of a picture")
    func atomic() async throws {
        let folder = try Samples.folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let turn = Mutex(0)
        // Pictures of different lengths that begin and end with the same mark.
        let output = PNGOutput(directory: folder + "/new", size: size) { _ in
            let number = turn.withLock { turn in
                turn += 1
                return turn
            }
            return [UInt8](repeating: UInt8(number % 251), count: 100_000 + number * 997)
        }
        let frame = try #require(Samples.frame(width: 8, height: 4))
        try await output.show(Painted(frame))
        async let writing: Void = {
            for _ in 0..<150 { try await output.show(Painted(frame)) }
        }()
        for _ in 0..<300 {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: output.path))
            let first = try #require(bytes.first)
            #expect(bytes.last == first && bytes.count >= 100_997)
        }
        try await writing
        let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/new")
        #expect(names == ["screen.png"])
    }

    @Test("a failing encoder leaves the old picture")
    func keepsOld() async throws {
        let folder = try Samples.folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        struct Broken: Error {}
        let broken = Mutex(false)
        let output = PNGOutput(directory: folder, size: size) { _ in
            if broken.withLock({ $0 }) { throw Broken() }
            return [1, 2, 3]
        }
        let frame = try #require(Samples.frame(width: 8, height: 4))
        try await output.show(Painted(frame))
        broken.withLock { $0 = true }
        await #expect(throws: Broken.self) { try await output.show(Painted(frame)) }
        #expect(try Data(contentsOf: URL(fileURLWithPath: output.path)) == Data([1, 2, 3]))
    }

    @Test("a folder that cannot be made is named")
    func noFolder() async throws {
        let folder = try Samples.folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try Data().write(to: URL(fileURLWithPath: folder + "/file"))
        let output = PNGOutput(directory: folder + "/file/a", size: size) { _ in [] }
        let frame = try #require(Samples.frame(width: 8, height: 4))
        do {
            try await output.show(Painted(frame))
            Issue.record("a folder was made inside a file")
        } catch {
            #expect("\(error)".contains(folder + "/file"))
        }
    }

    @Test("a frame of another size is refused")
    func wrongSize() async throws {
        let output = PNGOutput(directory: "/nonexistent", size: size) { _ in [] }
        let frame = try #require(Samples.frame(width: 4, height: 4))
        await #expect(throws: ScreenError.wrongSize(frame: frame.size, display: size)) {
            try await output.show(Painted(frame))
        }
    }
}
