import Foundation
import Guidance
import Paint
import Testing

@Suite struct UpdateTests {
    @Test(
        "what is painted where it differs equals what is painted anew",
        arguments: [
            PixelSize(width: 640, height: 360), PixelSize(width: 961, height: 181),
            PixelSize(width: 240, height: 320),
        ],
        [UInt64](1...3)
    )
    func equal(size: PixelSize, seed: UInt64) async throws {
        var scene = RandomScene(size: size, dice: Dice(state: seed))
        let (painter, other) = (Painter(), Painter())
        var seen: [UInt8] = []
        for round in 0..<25 {
            // Lets the tests beside this one have their turn.
            await Task.yield()
            scene.change()
            let (painted, report) = try painter.update(scene.list)
            let (anew, said) = try other.paint(scene.list)
            let isEqual = Self.isEqual(painted.frame.pixels, anew.pixels)
            #expect(isEqual, "\(size), seed \(seed), round \(round)")
            #expect(report == said)
            #expect(painted.changed?.count ?? 0 <= Painted.mostBoxes)
            // An output that copies nothing but the changed parts has the same picture.
            Self.copy(painted, to: &seen)
            let isComplete = Self.isEqual(seen, anew.pixels)
            #expect(isComplete, "\(size), seed \(seed), round \(round)")
        }
    }

    @Test("changed parts are inside the panel and none overlaps another")
    func boxes() throws {
        let size = PixelSize(width: 640, height: 360)
        var scene = RandomScene(size: size, dice: Dice(state: 77))
        let painter = Painter()
        for round in 0..<40 {
            scene.change()
            guard let changed = try painter.update(scene.list).painted.changed else {
                #expect(round == 0)
                continue
            }
            for (index, box) in changed.enumerated() {
                #expect(Box(size).contains(box) && box.width > 0 && box.height > 0)
                #expect(!changed[..<index].contains { $0.overlaps(box) })
            }
        }
    }

    @Test("nothing changed is no box, another size is everything")
    func extremes() throws {
        let painter = Painter()
        let list = Samples.list(Samples.sizes[3], Samples.states[0].live)
        #expect(try painter.update(list).painted.changed == nil)
        #expect(try painter.update(list).painted.changed == [])
        let other = Samples.list(Samples.sizes[4], Samples.states[0].live)
        let (painted, report) = try painter.update(other)
        #expect(painted.changed == nil)
        #expect(report == (try Painter().paint(other).report))
    }

    @Test("a minute of the clock touches a small part of the picture")
    func clock() throws {
        let painter = Painter()
        let size = Samples.sizes[0]
        var live = Samples.states[0].live
        _ = try painter.update(Samples.list(size, live))
        live.clock = "07:43"
        let changed = try #require(try painter.update(Samples.list(size, live)).painted.changed)
        let pixels = changed.map { $0.width * $0.height }.reduce(0, +)
        #expect(1..<size.width * size.height / 10 ~= pixels, "\(changed)")
    }

    @Test(
        "a picture that nobody keeps stays where it is in memory; one that is kept stays as it was"
    )
    func inPlace() throws {
        let painter = Painter()
        let size = Samples.sizes[3]
        var live = Samples.states[0].live
        func address(_ frame: Frame) -> UInt {
            frame.pixels.withUnsafeBytes { UInt(bitPattern: $0.baseAddress) }
        }
        let begin = address(try painter.update(Samples.list(size, live)).painted.frame)
        for minute in 10..<40 {
            live.clock = "07:\(minute)"
            #expect(address(try painter.update(Samples.list(size, live)).painted.frame) == begin)
        }
        let kept = try painter.update(Samples.list(size, live)).painted.frame
        let copy = kept.pixels.map { $0 }
        live.clock = "08:00"
        #expect(address(try painter.update(Samples.list(size, live)).painted.frame) != begin)
        #expect(kept.pixels == copy)
    }

    @Test("after an error everything is painted anew")
    func errors() throws {
        let painter = Painter()
        let list = Samples.list(Samples.sizes[3], Samples.states[0].live)
        _ = try painter.update(list)
        let bad = DrawElement.code(
            CodeElement(box: Box(x: 0, y: 0, width: 9, height: 9), text: "A")
        )
        #expect(throws: PaintError.self) {
            try painter.update(DrawList(size: list.size, elements: list.elements + [bad]))
        }
        #expect(painter.frame == nil)
        let painted = try painter.update(list).painted
        #expect(painted == Painted(try Painter().paint(list).frame))
        #expect(painter.frame == painted.frame)
        #expect(try painter.picture() == PNGEncoder.encode(painted.frame))
    }

    /// Whether the bytes are the same, told faster than by `==` of a debug build.
    private static func isEqual(_ one: [UInt8], _ two: [UInt8]) -> Bool {
        one.count == two.count && memcmp(one, two, one.count) == 0
    }

    /// Takes the changed parts over, as an output does.
    private static func copy(_ painted: Painted, to seen: inout [UInt8]) {
        let frame = painted.frame
        guard let changed = painted.changed, !seen.isEmpty else {
            seen = frame.pixels
            return
        }
        for box in changed {
            for y in box.y..<box.bottom {
                let row = y * frame.stride + box.x * 4..<y * frame.stride + box.right * 4
                seen.replaceSubrange(row, with: frame.pixels[row])
            }
        }
    }
}
