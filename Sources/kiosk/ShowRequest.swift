import Commands
import Guidance
import KioskService
import Paint
import SystemIO

/// What `kiosk show` was asked for.
struct ShowRequest {
    let pack: ContentPack
    /// The page's name; nil for the first.
    let page: String?
    let language: Language
    /// Which part of the page, from 1.
    let part: Int
    /// The panel as its reader sees it.
    let panel: PanelGeometry
    /// Quarter turns of the panel, clockwise.
    let quarters: Int
    let palette: Palette
    let sheet: SheetFormat?
    let plate: String

    init(_ arguments: Arguments) throws {
        if let folder = arguments.value("--content") {
            do {
                pack = try ContentLoader.load(folder: folder)
            } catch {
                if arguments.has("--check") { error.lines.forEach { Console.out($0) } }
                throw CommandFailure("\(error)", exitCode: .no)
            }
        } else {
            pack = try ContentLoader.builtIn()
        }
        page = arguments.value("--page")
        let code = arguments.value("--language") ?? "vi"
        guard let language = Language(rawValue: code) else {
            throw UsageError("--language \(code): not one of vi, km, en")
        }
        self.language = language
        part = try arguments.number("--part", in: 1...9) ?? 1
        let degrees: Int = try arguments.number("--rotate", in: 0...270) ?? 0
        guard degrees % 90 == 0 else {
            throw UsageError("--rotate \(degrees): not one of 0, 90, 180, 270")
        }
        quarters = degrees / 90
        panel = try Self.panel(arguments, isTurned: quarters % 2 == 1)
        palette = arguments.has("--night") ? .night : .day
        sheet = try arguments.value("--sheet").map { (name) throws(UsageError) in
            guard let sheet = SheetFormat(rawValue: name) else {
                throw UsageError("--sheet \(name): not one of a3, a4, a5, sticker")
            }
            return sheet
        }
        plate = arguments.value("--plate") ?? ""
        guard plate.count <= 20, sheet != nil || plate.isEmpty else {
            throw UsageError("--plate goes with --sheet and has at most 20 characters")
        }
    }

    private static func panel(_ arguments: Arguments, isTurned: Bool) throws -> PanelGeometry {
        let own = try pair("--size", arguments.value("--size") ?? "1920x1080", in: 160...7680)
        let size =
            isTurned
            ? PixelSize(width: own.1, height: own.0) : PixelSize(width: own.0, height: own.1)
        let millimetres = try arguments.value("--millimetres").map {
            (text) throws(UsageError) -> (width: Double, height: Double) in
            let (width, height) = try pair("--millimetres", text, in: 20...5000)
            return isTurned
                ? (Double(height), Double(width)) : (Double(width), Double(height))
        }
        let geometry = PanelGeometry(
            size: size,
            millimetres: millimetres,
            viewing: try arguments.number("--view-distance", in: 0.2...30)
        )
        guard millimetres == nil || geometry.isMeasured else {
            throw UsageError(
                "--millimetres: not the shape of \(size) pixels; pixels are about as wide as high"
            )
        }
        return geometry
    }

    /// Reads `1920x1080`.
    private static func pair(
        _ option: String,
        _ text: String,
        in bounds: ClosedRange<Int>
    ) throws(UsageError) -> (Int, Int) {
        let parts = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let width = parts[0], let height = parts[1],
            bounds.contains(width), bounds.contains(height)
        else {
            throw UsageError(
                "\(option) \(text): not WxH with \(bounds.lowerBound) to \(bounds.upperBound) a side"
            )
        }
        return (width, height)
    }

    /// The live part of pictures that come from no kiosk.
    static let live = LiveState(clock: "07:42", date: "13/8/2020", count: .about(15))

    /// The arrangement on the panel.
    var layout: SlideLayout { SlideLayout(panel: panel, palette: palette) }

    /// The page that was asked for.
    func slide(_ name: String? = nil) throws -> Slide {
        let id = name ?? page ?? pack.pages.first?.id ?? ""
        guard let slide = pack.slide(id, language) else {
            let known = (pack.pages.map(\.id) + [GuidancePage.install.id]).joined(separator: ", ")
            throw UsageError("--page \(id): there is no such page; there are \(known)")
        }
        return slide
    }

    /// Prints the pages, one a line.
    func listPages() -> ExitCode {
        for page in pack.pages {
            let title = page.texts[language]?.title ?? "not in \(language.rawValue)"
            Console.out("\(page.id)\t\(title.replacingSpaces)")
        }
        Console.out("\(GuidancePage.install.id)\t\(GuidancePage.install.title.replacingSpaces)")
        return .fine
    }
}

extension String {
    /// The text as terminals expect it: plain spaces, and none of zero width.
    fileprivate var replacingSpaces: String {
        String(
            unicodeScalars.filter { $0 != "\u{200B}" }.map { $0 == "\u{A0}" ? " " : Character($0) }
        )
    }
}
