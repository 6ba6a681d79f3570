import Fleet
import Guidance
import Testing

@Suite struct ScheduleTests {
    /// 13/8/2020, 00:00 in Vietnam.
    private let midnight = Instant(seconds: 1_597_251_600)

    @Test(
        "a page is shown within its days and hours only",
        arguments: [
            (PageTimes.always, 3, true), (PageTimes(fromHour: 6, untilHour: 9), 6, true),
            (PageTimes(fromHour: 6, untilHour: 9), 9, false),
            (PageTimes(fromHour: 22, untilHour: 5), 23, true),
            (PageTimes(fromHour: 22, untilHour: 5), 4, true),
            (PageTimes(fromHour: 22, untilHour: 5), 5, false),
            (PageTimes(firstDay: 20_200_813), 0, true), (PageTimes(firstDay: 20_200_814), 0, false),
            (PageTimes(firstDay: 20_200_814), 24, true), (PageTimes(lastDay: 20_200_813), 23, true),
            (PageTimes(lastDay: 20_200_813), 24, false),
        ] as [(PageTimes, Int64, Bool)]
    )
    func times(times: PageTimes, hour: Int64, expected: Bool) {
        #expect(times.contain(midnight.adding(seconds: hour * 3600)) == expected)
    }

    @Test("the picture wanders by two pixels at most and comes back")
    func pixelShift() {
        let shifts = (0..<9).map { PixelShift(at: midnight.adding(seconds: $0 * 180)) }
        #expect(Set(shifts).count == 9)
        #expect(shifts.allSatisfy { abs($0.across) <= 2 && abs($0.down) <= 2 })
        #expect(shifts.map(\.across).reduce(0, +) == 0 && shifts.map(\.down).reduce(0, +) == 0)
        #expect(PixelShift(at: midnight) == PixelShift(at: midnight.adding(seconds: 9 * 180)))
    }

    @Test("a shifted list keeps its ground on every edge")
    func shiftedGround() throws {
        let size = PixelSize(width: 100, height: 50)
        let ground = FillElement(box: Box(size), colour: Colour(0))
        let inner = FillElement(box: Box(x: 10, y: 10, width: 5, height: 5), colour: Colour(1))
        let list = DrawList(size: size, elements: [.fill(ground), .fill(inner)])
        let moment = try #require(
            (0..<9).map { midnight.adding(seconds: $0 * 180) }
                .first { PixelShift(at: $0).across == 2 && PixelShift(at: $0).down == -2 }
        )
        let shifted = list.shifted(PixelShift(at: moment))
        #expect(shifted.elements[0].box == Box(size))
        #expect(shifted.elements[1].box == Box(x: 12, y: 8, width: 5, height: 5))
    }

    private func loop(_ pages: [ContentPack.Page], _ parts: [Language: Int]) throws -> SlideLoop {
        SlideLoop(
            pack: PackSamples.pack(pages),
            shares: try #require(LanguageShares(parts)),
            layout: SlideLayout(panel: PackSamples.panels[0])
        )
    }

    @Test("languages take turns by their shares, Vietnamese first, each through all pages")
    func shares() throws {
        var loop = try loop(
            ["a", "b", "c"].map { PackSamples.page($0) },
            [.vietnamese: 5, .khmer: 4, .english: 1]
        )
        let turns = (0..<60).compactMap { _ in loop.next(at: midnight) }
        let count = Dictionary(grouping: turns, by: \.slide.language).mapValues(\.count)
        #expect(count == [.vietnamese: 30, .khmer: 24, .english: 6])
        #expect(turns.first?.slide.language == .vietnamese)
        let vietnamese = turns.filter { $0.slide.language == .vietnamese }.map(\.slide.id)
        #expect(vietnamese.prefix(6) == ["a", "b", "c", "a", "b", "c"])
        let isSpread = zip(turns, turns.dropFirst()).allSatisfy {
            $0.slide.language == .vietnamese || $1.slide.language != $0.slide.language
        }
        #expect(isSpread)
    }

    @Test("essential pages stand between every two guests, and guests are of all kinds")
    func essential() throws {
        var pages = ["a", "b", "c", "d"].map { PackSamples.page($0) }
        for index in 0..<2 { pages[index].isEssential = true }
        var loop = try loop(pages, [.vietnamese: 5, .english: 1])
        let turns = (0..<90).compactMap { _ in loop.next(at: midnight)?.slide }
        for start in stride(from: 0, to: 90, by: 3) {
            #expect(turns[start..<(start + 2)].map(\.id) == ["a", "b"])
            #expect(turns[start..<(start + 2)].allSatisfy { $0.language == .vietnamese })
            let guest = turns[start + 2]
            #expect(guest.language == .english || !["a", "b"].contains(guest.id))
        }
        let guests = Set(turns.map { "\($0.id) \($0.language.rawValue)" })
        #expect(guests.count == 8, "\(guests.sorted())")
    }

    @Test("another pack is shown when the page ends, and not before")
    func taken() {
        let size = PixelSize(width: 800, height: 480)
        func pack(_ id: String) -> ContentPack { PackSamples.pack([PackSamples.page(id)]) }
        var show = SlideShow(pack: pack("old"), place: SlideShow.Place())
        func look(_ seconds: Double) -> String {
            _ = show.list(at: midnight, seconds: seconds, live: PackSamples.live, size: size)
            return show.showing
        }
        #expect(look(0) == "old/vi/1")
        show.take(pack("new"), number: 1)
        #expect(look(7) == "old/vi/1")
        #expect(look(8.1) == "new/vi/1")
        // The same offer again changes nothing.
        show.take(pack("other"), number: 1)
        #expect(look(30) == "new/en/1" || look(30) == "new/vi/1")
        show.take(nil, number: 2)
        #expect(look(60) == "install")
    }

    @Test("shares without half for Vietnamese, or below zero, are refused")
    func badShares() {
        #expect(LanguageShares([.vietnamese: 1, .khmer: 2]) == nil)
        #expect(LanguageShares([.khmer: 1]) == nil)
        #expect(LanguageShares([.vietnamese: 2, .khmer: -1]) == nil)
        #expect(LanguageShares([.vietnamese: .max, .khmer: 1]) == nil)
        #expect(LanguageShares([.vietnamese: 1])?.parts == [.vietnamese: 1])
    }

    @Test("pages out of their time are passed over, and a loop of none ends")
    func outOfTime() throws {
        let never = PageTimes(lastDay: 20_200_101)
        var loop = try loop(
            [PackSamples.page("old", times: never), PackSamples.page("new")],
            [.vietnamese: 1]
        )
        for _ in 0..<4 { #expect(loop.next(at: midnight)?.slide.id == "new") }
        var empty = try self.loop([PackSamples.page("old", times: never)], [.vietnamese: 1])
        #expect(empty.next(at: midnight) == nil)
    }

    @Test("a show turns its page when the dwell is over, and not before")
    func show() {
        let pack = PackSamples.pack(["a", "b"].map { PackSamples.page($0) })
        var show = SlideShow(pack: pack, place: SlideShow.Place())
        func list(_ seconds: Double) -> DrawList {
            show.list(
                at: midnight,
                seconds: seconds,
                live: PackSamples.live,
                size: PixelSize(width: 800, height: 480)
            )
        }
        let first = list(100)
        #expect(show.showing == "a/vi/1")
        #expect(list(107) == first)
        #expect(list(109) != first)
        #expect(show.showing == "b/vi/1")
    }

    @Test("without a pack, or on a tiny panel, the built-in page is shown")
    func builtIn() {
        let pack = PackSamples.pack([PackSamples.page("a")])
        for (pack, size) in [
            (nil, PixelSize(width: 1920, height: 1080)), (pack, PixelSize(width: 160, height: 128)),
        ] {
            var show = SlideShow(pack: pack, place: SlideShow.Place())
            let list = show.list(at: midnight, seconds: 0, live: PackSamples.live, size: size)
            let texts = list.elements.compactMap { element -> String? in
                if case .text(let text) = element { text.string } else { nil }
            }
            #expect(texts.contains(GuidancePage.install.title))
            #expect(show.showing == "install")
        }
    }
}
