import Fleet
import Foundation
import Guidance
import KioskService
import Paint
import Screen
import Testing

/// The campaign as a board shows it, hour after hour: painted where it differs, copied where it changed.
@Suite struct RepaintTests {
    @Test(
        "after any change the glass has the picture that painting anew gives",
        arguments: CampaignPicturesTests.panels.map(\.size) + [PixelSize(width: 240, height: 135)]
    )
    func equal(size: PixelSize) async throws {
        var dice = SystemRandomNumberGenerator()
        var show = SlideShow(pack: try ContentLoader.builtIn(), place: SlideShow.Place())
        let (painter, other, glass) = (Painter(), Painter(), MemoryOutput(size: size))
        var (seconds, names) = (0.0, Set<String>())
        for round in 0..<15 {
            await Task.yield()
            // Some steps change the live parts only, some the page, the shift or the palette too.
            seconds += [1, 1, 5, 20, 180, 7000].randomElement(using: &dice) ?? 1
            let moment = Instant(seconds: 1_597_287_600 + Int64(seconds))
            let list = show.list(
                at: moment,
                seconds: seconds,
                live: Self.live(at: moment, &dice),
                size: size
            )
            names.insert(show.showing)
            let (painted, report) = try painter.update(list)
            try await glass.show(painted)
            let (anew, said) = try other.paint(list)
            let seen = try #require(await glass.frame)
            let isEqual = memcmp(seen.pixels, anew.pixels, anew.pixels.count) == 0
            #expect(isEqual, "\(size) round \(round) \(show.showing)")
            #expect(report == said)
        }
        #expect(names.count > 3 || size.width < 320)
    }

    private static func live(
        at moment: Instant,
        _ dice: inout SystemRandomNumberGenerator
    ) -> LiveState {
        let counts: [LiveCount] = [
            .fewerThanFive, .about(15), .about(120), .unknown(reason: "không nghe được Bluetooth"),
        ]
        return LiveState(
            clock: LocalTime(moment).clock,
            date: LocalTime(moment).date,
            count: counts.randomElement(using: &dice) ?? .fewerThanFive,
            notices: Int.random(in: 0..<8, using: &dice) == 0 ? [.replay] : []
        )
    }
}
