import Guidance
import Paint

/// All pictures of a pack on a panel, by day and by night, painted once.
struct Gallery {
    /// What breaks a rule.
    private(set) var findings: [Finding] = []
    /// What is remembered of each, by `day/PAGE/LANGUAGE/PART`.
    private(set) var prints: [String: PicturePrint] = [:]
    /// The pictures as PNG, made smaller, for decoders of codes.
    private(set) var files: [String] = []
    private let folder: Folder

    static let live = LiveState(clock: "07:42", date: "13/8/2020", count: .about(15))

    init(pack: ContentPack, panel: PanelGeometry) async throws {
        folder = try Folder()
        let painter = Painter()
        // Small enough to be quick; modules of a bar's code need more.
        let width = AspectClass(panel) == .bar ? 960 : 640
        let checker = LegibilityChecker(panel: panel)
        for (time, palette) in [("day", Palette.day), ("night", .night)] {
            let layout = SlideLayout(panel: panel, palette: palette)
            for slide in pack.slides {
                // Others wait for this thread, some of them with a time limit.
                await Task.yield()
                for part in layout.parts(of: slide).indices {
                    let name = "\(time)/\(slide.id)/\(slide.language.rawValue)/\(part + 1)"
                    let list = layout.drawList(slide: slide, part: part, live: Self.live)
                    let (frame, report) = try painter.paint(list)
                    findings += checker.findings(list: list, report: report, place: name)
                    findings += list.elements.filter { !Box(list.size).contains($0.box) }.map {
                        Finding(place: name, rule: .overflow, figure: "\($0.box)")
                    }
                    prints[name] = PicturePrint(list: list, frame: frame)
                    let file = name.replacing("/", with: "-") + ".png"
                    let png = try PNGEncoder.encode(frame, maximumWidth: width)
                    files.append(try folder.write(png, to: file))
                }
            }
        }
    }
}
