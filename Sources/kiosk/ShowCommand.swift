import Commands
import Guidance
import KioskService
import Paint
import SystemIO

extension Kiosk {
    /// `kiosk show`: pages as the board would draw them, sheets, and files for other boards.
    static let show = Command(
        name: "show",
        summary: "Draws guidance as the board would, into PNG or PDF; sheets for print; checks.",
        options: [
            CommandOption("--out", "FILE", help: "Where to: a name that ends with .png or .pdf."),
            CommandOption("--page", "ID", help: "Which page; the first unless given; see --list."),
            CommandOption("--language", "CODE", help: "vi (unless given), km or en."),
            CommandOption("--part", "N", help: "Which part of a page that is cut; 1 unless given."),
            CommandOption("--size", "WxH", help: "The panel in pixels, 1920x1080 unless given."),
            CommandOption("--millimetres", "WxH", help: "The panel's picture in millimetres."),
            CommandOption(
                "--rotate",
                "DEGREES",
                help: "How the panel is mounted: 0, 90, 180, 270."
            ),
            CommandOption("--view-distance", "M", help: "How far away the reader is, in metres."),
            CommandOption("--night", help: "In the colours of the night."),
            CommandOption("--sheet", "FORMAT", help: "A printed sheet: a3, a4, a5 or sticker."),
            CommandOption("--plate", "TEXT", help: "The number plate printed on the sheet."),
            CommandOption(
                "--export",
                "DIR",
                help: "All pages as PNG, and a video loop, for others."
            ),
            CommandOption("--contact", "FILE.png", help: "All pages and languages on one picture."),
            CommandOption(
                "--check",
                help: "Say what breaks a rule of legibility, and by how much."
            ),
            CommandOption("--list", help: "List the pages."),
            CommandOption("--content", "DIR", help: "Another content pack than the built-in one."),
        ],
        notes: """
            Page install is the simple page that a kiosk shows when it has no usable content. Sizes and
            distances that are not given are those of a usual panel of that shape. With --rotate, sizes
            are the panel's own, and the picture is what it gets.
            """
    ) { arguments in
        let request = try ShowRequest(arguments)
        if arguments.has("--list") { return request.listPages() }
        var isDone = false
        if let path = arguments.value("--out") {
            isDone = true
            if let sheet = request.sheet {
                try request.writeSheet(sheet, to: path)
            } else {
                try request.writePage(to: path)
            }
        }
        if let path = arguments.value("--contact") {
            isDone = true
            try request.writeContactSheet(to: path)
        }
        if let folder = arguments.value("--export") {
            isDone = true
            try request.export(to: folder)
        }
        if arguments.has("--check") { return try request.check() }
        guard isDone else {
            throw UsageError("say what to do: --out, --export, --contact, --check or --list")
        }
        return .fine
    }
}
