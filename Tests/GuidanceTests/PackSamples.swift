import Guidance
import Testing

/// A small pack that keeps all rules, for tests that break one.
enum PackSamples {
    static let words = ContentPack.Words(
        caption: "Scan",
        nearby: "Nearby:",
        progress: "{percent} of {target}",
        privacy: "Counts signals only",
        review: .reviewed(by: "a test")
    )

    static func page(_ id: String, steps: Int = 2, times: PageTimes = .always) -> ContentPack.Page {
        let text = ContentPack.Text(
            title: "Page \(id)",
            steps: (0..<steps).map { "Do thing \($0)" }
        )
        return ContentPack.Page(
            id: id,
            drawing: nil,
            isLive: steps == 0,
            marks: [],
            times: times,
            texts: [.vietnamese: text, .khmer: text, .english: text]
        )
    }

    static func pack(_ pages: [ContentPack.Page]) -> ContentPack {
        ContentPack(
            id: "test",
            version: 7,
            code: GuidancePage.install.code,
            progress: ContentPack.Progress(percent: 7.64, target: 60),
            words: [.vietnamese: words, .khmer: words, .english: words],
            pages: pages,
            drawings: [:]
        )
    }

    static let live = LiveState(clock: "07:42", date: "13/8/2020", count: .about(15))

    /// The panels of the issue, with their usual millimetres and distances.
    static let panels = [(1920, 1080), (1920, 360), (1080, 1920), (480, 320), (800, 480)].map {
        PanelGeometry(size: PixelSize(width: $0.0, height: $0.1))
    }
}
