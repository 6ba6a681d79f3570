import Commands
import Guidance
import Paint
import SystemIO

extension Kiosk {
    /// `kiosk show`: a page as the board would draw it.
    static let show = Command(
        name: "show",
        summary: "Draws the guidance page as the board would, into a PNG file.",
        options: [
            CommandOption("--out", "FILE.png", help: "Where to."),
            CommandOption("--page", "ID", help: "Which page; this version has: install."),
            CommandOption("--language", "CODE", help: "Which language; this version has: vi."),
            CommandOption("--size", "WxH", help: "The panel in pixels, 1920x1080 unless given."),
        ]
    ) { arguments in
        let path = try arguments.required("--out")
        guard path.hasSuffix(".png") else {
            throw UsageError("--out \(path): this version draws PNG; end the name with .png")
        }
        let page = arguments.value("--page") ?? GuidancePage.install.id
        guard page == GuidancePage.install.id else {
            throw UsageError("--page \(page): there is no such page; this version has: install")
        }
        let language = arguments.value("--language") ?? "vi"
        guard language == "vi" else {
            throw UsageError("--language \(language): not in this version; it has: vi")
        }
        let size = try panelSize(arguments.value("--size") ?? "1920x1080")
        let live = LiveState(
            clock: "07:42",
            date: "13/8/2020",
            count: .about(15),
            notices: [.text("ẢNH MẪU")]
        )
        let list = PageLayout().drawList(page: .install, live: live, size: size)
        let painter = Painter()
        let (frame, report) = try painter.paint(list)
        try Files.replace(path, with: try painter.png(frame))
        guard report.isFaultless else {
            throw CommandFailure("\(path): drawn, but not legible: \(report)", exitCode: .no)
        }
        return .fine
    }

    /// Reads `1920x1080`.
    private static func panelSize(_ text: String) throws(UsageError) -> PixelSize {
        let parts = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let width = parts[0], let height = parts[1],
            (160...7680).contains(width), (160...7680).contains(height)
        else { throw UsageError("--size \(text): not WxH with 160 to 7680 pixels a side") }
        return PixelSize(width: width, height: height)
    }
}
