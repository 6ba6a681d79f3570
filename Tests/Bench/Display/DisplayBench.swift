import Fleet
import Glibc
import Guidance
import KioskService
import Paint
import Screen

/// Measures painting in an optimised program; `deploy/bench/display.sh` runs it.
///
/// `displaybench paint` times single operations, `still SECONDS` keeps a page with clock and count changing
/// once a second, `fade SECONDS` fades without a pause at 60 frames a second, `soak HOURS` shows hours of
/// pages in seconds and prints what memory came to. Exit codes: 0 fine, 2 used
/// wrongly.
@main
enum DisplayBench {
    static func main() async throws {
        let words = CommandLine.arguments.dropFirst()
        let seconds = words.dropFirst().first.flatMap { Double($0) }
        switch (words.first, seconds) {
        case ("paint", nil): try paint()
        case ("still", let seconds?): try await still(seconds: seconds)
        case ("fade", let seconds?): try await fade(seconds: seconds)
        case ("soak", let hours?): try await soak(hours: hours)
        default:
            print("usage: displaybench paint | still SECONDS | fade SECONDS | soak HOURS")
            exit(2)
        }
    }

    private static let size = PixelSize(width: 1920, height: 1080)

    /// The page that the HTML of the comparison has too.
    private static func list(second: Int) throws -> DrawList {
        let pack = try ContentLoader.builtIn()
        guard let slide = pack.slide("android", .vietnamese) else { exit(1) }
        return list(of: slide, second: second)
    }

    private static func list(of slide: Slide, second: Int) -> DrawList {
        let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        let live = LiveState(
            clock: "07:\(two(second / 60 % 60)):\(two(second % 60))",
            date: "13/8/2020",
            count: .about(second % 20 * 5 + 5)
        )
        return SlideLayout(panel: PanelGeometry(size: size))
            .drawList(slide: slide, live: live)
    }

    private static func still(seconds: Double) async throws {
        let (painter, glass) = (Painter(), MemoryOutput(size: size))
        guard let slide = try ContentLoader.builtIn().slide("android", .vietnamese) else { exit(1) }
        try await glass.show(painter.update(list(of: slide, second: 0)).painted)
        let meter = Meter()
        for second in 1...max(1, Int(seconds)) {
            try await glass.show(painter.update(list(of: slide, second: second)).painted)
            try await Task.sleep(for: .seconds(1))
        }
        print("still: \(meter.sentence), \(Meter.memory)")
    }

    /// Hours of pages in a few seconds: memory must come to rest.
    private static func soak(hours: Double) async throws {
        let (painter, glass) = (Painter(), MemoryOutput(size: size))
        var show = SlideShow(pack: try ContentLoader.builtIn(), place: SlideShow.Place())
        let begin: Int64 = 1_597_251_600
        for second in 0..<Int(hours * 3600) where second % 5 == 0 {
            let moment = Instant(seconds: begin + Int64(second))
            let local = LocalTime(moment)
            let live = LiveState(
                clock: local.clock,
                date: local.date,
                count: .about(second / 60 % 30 * 5 + 5)
            )
            let list = show.list(at: moment, seconds: Double(second), live: live, size: size)
            try await glass.show(painter.update(list).painted)
            if second % 7200 == 0 { print("soak: \(second / 3600) h: \(Meter.memory)") }
        }
        print("soak: the end: \(Meter.memory)")
    }

    private static func fade(seconds: Double) async throws {
        let (painter, glass) = (Painter(), MemoryOutput(size: size))
        let frame = try painter.update(list(second: 0)).painted.frame
        let old = try list(second: 0)
        guard let passage = PagePassage(from: old, to: old) else { exit(1) }
        try await glass.show(Painted(frame))
        let (meter, before) = (Meter(), await glass.faded)
        while meter.wall < seconds {
            try await glass.run(passage.out, over: frame)
            try await glass.run(passage.in, over: frame)
        }
        let frames = await glass.faded - before
        let rate = tenths(Double(frames) / meter.wall)
        print("fade: \(meter.sentence), \(rate) frames/s, \(Meter.memory)")
    }

    /// Medians of single operations, in microseconds of processor time.
    private static func paint() throws {
        let pack = try ContentLoader.builtIn()
        guard let slide = pack.slide("android", .vietnamese) else { exit(1) }
        let painter = Painter()
        _ = try painter.update(list(of: slide, second: 0))
        var second = 0
        func time(_ name: String, _ body: () throws -> Void) rethrows {
            var times: [Double] = []
            for _ in 0..<31 {
                let meter = Meter()
                try body()
                times.append(meter.processor * 1_000_000)
            }
            print("\(name): \(Int(times.sorted()[15])) µs")
        }
        try time("first picture, new painter, fonts and all") {
            _ = try Painter().update(list(of: slide, second: 0))
        }
        try time("whole page, known texts") { _ = try painter.paint(list(of: slide, second: 7)) }
        var texts = 0
        try time("whole page, unknown texts") {
            texts += 1
            var other = slide
            other.title += "\(texts)"
            other.steps = other.steps.map { Slide.Step(mark: $0.mark, text: $0.text + "\(texts)") }
            _ = try painter.paint(list(of: other, second: 7))
        }
        let drawings = list(of: slide, second: 0).elements.filter { element in
            if case .drawing = element { true } else { false }
        }
        try time("an empty page") { _ = try painter.paint(DrawList(size: size, elements: [])) }
        try time("an empty page with the drawing") {
            _ = try painter.paint(DrawList(size: size, elements: drawings))
        }
        time("arranging the page") { _ = list(of: slide, second: 3) }
        try time("clock and count, arranged and painted") {
            second += 1
            _ = try painter.update(list(of: slide, second: second))
        }
        try time("nothing new, arranged and compared") {
            _ = try painter.update(list(of: slide, second: second))
        }
        let frame = try painter.paint(list(of: slide, second: 7)).frame
        let fade = Fade(.out, colour: Palette.day.ground, milliseconds: 200, sparing: [])
        let copy = FadeCopy(rotation: .none)
        var target = [UInt8](repeating: 0, count: size.width * size.height * 4)
        target.withUnsafeMutableBytes { target in
            time("a frame of a fade") {
                guard let first = target.baseAddress else { return }
                copy.write(frame, fade: fade, weight: 77, to: first, pitch: size.width * 4)
            }
        }
        try time("PNG of the whole page") { _ = try PNGEncoder.encode(frame) }
        try time("PNG for the report, 640 pixels wide") {
            _ = try PNGEncoder.encode(frame, maximumWidth: 640)
        }
    }

    /// A number with one place after the point.
    private static func tenths(_ value: Double) -> Double { (value * 10).rounded() / 10 }
}
