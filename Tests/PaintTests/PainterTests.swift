import Foundation
import Guidance
import Paint
import Testing

@Suite struct PainterTests {
    @Test("the code on the picture is read back by another decoder", arguments: Samples.sizes)
    func decodes(size: PixelSize) throws {
        let live = Samples.states[0].live
        let (frame, _) = try Painter().paint(Samples.list(size, live))
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("paint-\(UUID().uuidString).png")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(PNGEncoder.encode(frame)).write(to: file)
        let decoder = Process()
        decoder.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        decoder.arguments = ["zbarimg", "-q", "--raw", file.path]
        let pipe = Pipe()
        decoder.standardOutput = pipe
        decoder.standardError = FileHandle.nullDevice
        try decoder.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        decoder.waitUntilExit()
        #expect(decoder.terminationStatus == 0)
        #expect(String(decoding: output, as: UTF8.self) == GuidancePage.install.code.text + "\n")
    }

    @Test("the same list gives the same bytes")
    func repeats() throws {
        let list = Samples.list(Samples.sizes[3], Samples.states[0].live)
        let painter = Painter()
        #expect(try painter.paint(list).frame == painter.paint(list).frame)
        #expect(try painter.paint(list).frame == Painter().paint(list).frame)
    }

    private actor Studio {
        private let painter = Painter()

        func paint(_ list: DrawList) throws -> Frame { try painter.paint(list).frame }
    }

    @Test("a painter inside an actor gives the same picture to every caller")
    func actorOwned() async throws {
        let list = Samples.list(Samples.sizes[3], Samples.states[1].live)
        let expected = try Painter().paint(list).frame
        let studio = Studio()
        try await withThrowingTaskGroup(of: Frame.self) { group in
            for _ in 0..<8 { group.addTask { try await studio.paint(list) } }
            for try await frame in group { #expect(frame == expected) }
        }
    }

    @Test("fills have their colour and their place")
    func fills() throws {
        let size = PixelSize(width: 20, height: 10)
        let box = Box(x: 5, y: 2, width: 4, height: 3)
        let list = DrawList(
            size: size,
            elements: [
                .fill(FillElement(box: Box(size), colour: Colour(0x0B2545))),
                .fill(FillElement(box: box, colour: Colour(0xFFC20E))),
            ]
        )
        let frame = try Painter().paint(list).frame
        for y in 0..<10 {
            for x in 0..<20 {
                let inside = box.contains(Box(x: x, y: y, width: 1, height: 1))
                #expect(frame.colour(x: x, y: y) == Colour(inside ? 0xFFC20E : 0x0B2545))
            }
        }
    }

    @Test("sizes that cairo cannot hold are refused", arguments: [(0, 5), (5, -1), (40_000, 5)])
    func sizes(width: Int, height: Int) {
        let list = DrawList(size: PixelSize(width: width, height: height), elements: [])
        #expect(throws: PaintError.unusableSize(width: width, height: height)) {
            try Painter().paint(list)
        }
    }

    @Test("a code that cannot be read is refused")
    func codes() {
        let size = PixelSize(width: 60, height: 60)
        func list(_ text: String) -> DrawList {
            DrawList(size: size, elements: [.code(CodeElement(box: Box(size), text: text))])
        }
        #expect(throws: PaintError.codeTooSmall(box: 60, needed: 66)) {
            try Painter().paint(list(GuidancePage.install.code.text))
        }
        #expect(throws: PaintError.codeNotEncodable(text: "")) { try Painter().paint(list("")) }
        let long = String(repeating: "x", count: 4000)
        #expect(throws: PaintError.codeNotEncodable(text: long)) { try Painter().paint(list(long)) }
    }
}
