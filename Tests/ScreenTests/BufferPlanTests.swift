import Guidance
import Screen
import Testing

@Suite struct BufferPlanTests {
    private static let size = PixelSize(width: 40, height: 30)

    /// Two buffers as a plan has them written, and the picture itself; one number a pixel.
    private struct Glass {
        var plan = BufferPlan(size: size)
        var picture = [Int](repeating: 0, count: size.width * size.height)
        var buffers = [[Int]](repeating: [Int](repeating: -1, count: 1200), count: 2)

        mutating func paint(_ boxes: [Box], _ value: Int) {
            for box in boxes {
                for y in box.y..<box.bottom {
                    for x in box.x..<box.right { picture[y * size.width + x] = value }
                }
            }
        }

        /// Shows the picture; returns whether anything was flipped.
        mutating func show(_ changed: [Box]?) -> Bool {
            plan.change(changed)
            guard !plan.isCurrent else { return false }
            for box in plan.lacking {
                for y in box.y..<box.bottom {
                    for x in box.x..<box.right {
                        let at = y * size.width + x
                        buffers[plan.back][at] = picture[at]
                    }
                }
            }
            plan.flip()
            return true
        }
    }

    @Test("whatever changes, the front buffer is the picture")
    func random() {
        var generator = SystemRandomNumberGenerator()
        var glass = Glass()
        for turn in 1...400 {
            var boxes: [Box] = []
            for _ in 0..<Int.random(in: 0...12, using: &generator) {
                let x = Int.random(in: 0..<39, using: &generator)
                let y = Int.random(in: 0..<29, using: &generator)
                let width = Int.random(in: 1...(40 - x), using: &generator)
                let height = Int.random(in: 1...(30 - y), using: &generator)
                boxes.append(Box(x: x, y: y, width: min(width, 9), height: min(height, 9)))
            }
            glass.paint(boxes, turn)
            let flipped = glass.show(turn % 50 == 0 ? nil : boxes)
            #expect(flipped || boxes.isEmpty)
            #expect(glass.buffers[glass.plan.front] == glass.picture, "turn \(turn)")
        }
    }

    @Test("a buffer that was never written gets everything, whatever is said to have changed")
    func fresh() {
        var plan = BufferPlan(size: Self.size)
        plan.change([Box(x: 1, y: 1, width: 2, height: 2)])
        #expect(plan.lacking == [Box(Self.size)])
        plan.flip()
        plan.change([])
        #expect(plan.isCurrent)
        #expect(plan.lacking == [Box(Self.size)])
    }

    @Test("each buffer gets the changes of the last two pictures, and only those")
    func two() {
        let (one, other) = (
            Box(x: 0, y: 0, width: 4, height: 4), Box(x: 9, y: 9, width: 4, height: 4)
        )
        var plan = BufferPlan(size: Self.size)
        for _ in 0..<2 {
            plan.change(nil)
            plan.flip()
        }
        plan.change([one])
        #expect(plan.lacking == [Box(Self.size)])
        plan.flip()
        plan.change([other])
        #expect(plan.lacking == [one, other])
        plan.flip()
        plan.change([])
        #expect(plan.isCurrent && plan.lacking == [other])
    }

    @Test("after a fade everything is written anew, but not where it ended with the picture")
    func fade() {
        var plan = BufferPlan(size: Self.size)
        plan.change(nil)
        plan.flipSpoilt()
        #expect(!plan.isCurrent)
        plan.frontIsPicture()
        #expect(plan.isCurrent)
        #expect(plan.lacking == [Box(Self.size)])
    }
}

@Suite struct DamageTests {
    private let size = PixelSize(width: 100, height: 100)

    @Test("at most eight boxes are kept, and together they hold what was added")
    func joined() {
        var damage = Damage.none
        var added: [Box] = []
        for step in 0..<40 {
            let box = Box(x: step * 37 % 90, y: step * 53 % 90, width: 5, height: 5)
            added.append(box)
            damage.add([box], of: size)
            #expect(damage.boxes.count <= Damage.mostBoxes)
        }
        for box in added { #expect(damage.parts(of: size).contains { $0.contains(box) }) }
    }

    @Test("boxes are cut to the picture, those inside others are left out")
    func clipped() {
        var damage = Damage.none
        damage.add(
            [
                Box(x: -5, y: -5, width: 10, height: 10), Box(x: 1, y: 1, width: 2, height: 2),
                Box(x: 200, y: 0, width: 5, height: 5), Box(x: 0, y: 0, width: 0, height: 9),
            ],
            of: size
        )
        #expect(damage.boxes == [Box(x: 0, y: 0, width: 5, height: 5)])
        damage.add([Box(x: -1, y: -1, width: 300, height: 300)], of: size)
        #expect(damage == .whole)
    }
}
