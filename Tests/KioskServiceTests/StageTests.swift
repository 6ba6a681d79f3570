import Fleet
import Guidance
import Lifecycle
import Synchronization
import Testing

@testable import KioskService

@Suite struct StageTests {
    private let studio = FakeStudio()
    private let lines = Lines()
    /// 13/8/2020, 10:00 in Vietnam.
    private let moment = Instant(seconds: 1_597_287_600)

    /// The errors that were logged.
    private final class Lines: Sendable {
        let all = Mutex<[String]>([])
    }

    /// The pages that were noted as shown.
    private final class Noted: ShownRecord {
        let all = Mutex<[String]>([])

        func note(_ page: String, at time: Instant, proof: ShownPage.Proof) {
            all.withLock { $0.append("\(page) \(proof.rawValue)") }
        }
    }

    private func stage(shown: (any ShownRecord)? = nil) throws -> Stage {
        let lines = lines
        return Stage(
            glass: studio,
            painter: studio,
            show: SlideShow(pack: try ContentLoader.builtIn(), place: SlideShow.Place()),
            shown: shown,
            log: Log { level, line in
                if level == .error { lines.all.withLock { $0.append(line) } }
            }
        )
    }

    private func live(_ clock: String) -> LiveState {
        LiveState(clock: clock, date: "", count: .about(15))
    }

    private var words: [String] {
        get async {
            await studio.calls.map { call in
                switch call {
                case .paint: "paint"
                case .show(let isWhole): isWhole ? "show whole" : "show"
                case .fade(let direction): "fade \(direction)"
                }
            }
        }
    }

    @Test("the first page is cut to, and what stands is not painted again")
    func first() async throws {
        let stage = try stage()
        let rest = await stage.update(at: moment, seconds: 0, live: live("10:00"))
        #expect(rest > 7)
        #expect(await stage.update(at: moment, seconds: 1, live: live("10:00")) == rest - 1)
        #expect(await words == ["paint", "show whole"])
    }

    @Test("live parts change without a fade, pages through two, and no frame is kept for it")
    func passages() async throws {
        let noted = Noted()
        let stage = try stage(shown: noted)
        var seconds = 0.0
        var rest = await stage.update(at: moment, seconds: 0, live: live("10:00"))
        for page in 1..<12 {
            await studio.forget()
            await stage.update(at: moment, seconds: seconds + rest / 2, live: live("1:\(page)"))
            #expect(await words == ["paint", "show"])
            seconds += rest
            await studio.forget()
            rest = await stage.update(at: moment, seconds: seconds, live: live("1:\(page)"))
            #expect(await words == ["fade out", "paint", "fade in"])
            let fades = await studio.fades
            #expect(fades.map(\.milliseconds).reduce(0, +) <= Fade.longestChange)
            #expect(fades.allSatisfy { $0.sparing.count == 1 && $0.colour == Palette.day.ground })
        }
        #expect(await studio.heldWhilePainting == 0)
        // Each page is noted once, with what the glass says of it.
        let pages = noted.all.withLock { $0 }
        #expect(pages.count == 12 && pages.allSatisfy { $0.hasSuffix(" read-back") })
    }

    @Test("a screen that appears gets the whole picture at once, the same or another size")
    func newCanvas() async throws {
        let stage = try stage()
        await stage.update(at: moment, seconds: 0, live: live("10:00"))
        for size in [PixelSize(width: 640, height: 360), PixelSize(width: 480, height: 320)] {
            await studio.forget()
            await studio.set(canvas: Canvas(size: size, generation: 2))
            await stage.update(at: moment, seconds: 1, live: live("10:00"))
            #expect(await words == ["paint", "show whole"])
        }
    }

    @Test("a page that cannot be painted leaves the one before standing, and is said once")
    func refused() async throws {
        let stage = try stage()
        let rest = await stage.update(at: moment, seconds: 0, live: live("10:00"))
        await studio.forget()
        await studio.set(poison: "BAD")
        await stage.update(at: moment, seconds: rest, live: live("BAD"))
        #expect(await words == ["fade out", "paint", "paint", "show whole"])
        await studio.forget()
        await stage.update(at: moment, seconds: rest + 1, live: live("BAD"))
        await stage.update(at: moment, seconds: rest + 2, live: live("BAD"))
        #expect(await words == [])
        #expect(lines.all.withLock { $0.count } == 1)
        // The next page is tried again.
        await studio.set(poison: nil)
        await stage.update(at: moment, seconds: rest + 60, live: live("10:01"))
        #expect(await words.suffix(1) == ["fade in"])
    }
}
