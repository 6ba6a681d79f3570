import Guidance
import KioskService
import Paint
import Testing

/// The golden record notices what it is for.
@Suite struct PicturePrintTests {
    private func list(_ change: (inout Slide) -> Void = { _ in }) throws -> DrawList {
        var slide = try #require(try ContentLoader.builtIn().slide("keep-on", .vietnamese))
        change(&slide)
        let panel = PanelGeometry(size: PixelSize(width: 800, height: 480))
        return SlideLayout(panel: panel).drawList(slide: slide, live: Gallery.live)
    }

    private func print(_ list: DrawList, paintedAs other: DrawList? = nil) throws -> PicturePrint {
        PicturePrint(list: list, frame: try Painter().paint(other ?? list).frame)
    }

    @Test("the same slide gives the same print, and its line in the record is read back")
    func same() throws {
        let first = try print(try list())
        #expect(try print(try list()).change(since: first) == nil)
        let words = first.words.split(separator: " ").map(String.init)
        #expect(PicturePrint(digest: words[0], cells: words[1]) == first)
        #expect(PicturePrint(digest: "x", cells: "xyz") == nil)
    }

    @Test("one letter more is noticed")
    func letter() throws {
        let old = try print(try list())
        let new = try print(try list { $0.title += "!" })
        #expect(new.change(since: old) == "the list of what is drawn changed")
    }

    @Test("a painter that leaves the drawing out is noticed though the list is the same")
    func drawing() throws {
        let whole = try list()
        let old = try print(whole)
        let new = try print(whole, paintedAs: try list { $0.drawing = nil })
        let change = try #require(new.change(since: old))
        #expect(change.contains("cells are painted in another way"))
    }

    @Test(
        "a step of one in a cell is forgiven, two are not, and pictures that come or go are named"
    )
    func tolerance() throws {
        let old = try #require(PicturePrint(digest: "a", cells: "0123"))
        let near = try #require(PicturePrint(digest: "a", cells: "1133"))
        let far = try #require(PicturePrint(digest: "a", cells: "0143"))
        #expect(near.change(since: old) == nil)
        #expect(far.change(since: old)?.contains("has 4 and had 2 of 15") == true)
        let record = GoldenRecord(panel: "1920x360")
        try #require(!record.prints.isEmpty)
        var now = record.prints
        #expect(record.changes(now).isEmpty)
        now["day/live/vi/1"] = nil
        now["day/new/vi/1"] = old
        #expect(record.changes(now) == ["day/live/vi/1: is gone", "day/new/vi/1: is new"])
    }
}
