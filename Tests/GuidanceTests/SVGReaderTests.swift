@testable import Guidance
import Testing

@Suite struct SVGReaderTests {
    private func read(_ inner: String, box: String = "0 0 200 100") throws -> Drawing {
        let text = """
            <?xml version="1.0"?>
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="\(box)">
            \(inner)
            </svg>
            """
        return try SVGReader.read(Array(text.utf8))
    }

    @Test("rectangles, circles and paths become shapes in their order")
    func shapes() throws {
        let drawing = try read(
            """
            <!-- a comment -->
            <rect x="1" y="2" width="3" height="4" rx="1" fill="#0B2545"/>
            <circle cx="9" cy="8" r="7.5" fill="#ffffff"/>
            <path d="M1 2 L3,4 H5 V6 C1,2 3,4 5,6 Z M0 0 9 9" fill="#FFC20E"/>
            """
        )
        #expect(drawing.width == 200 && drawing.height == 100)
        #expect(drawing.shapes.map(\.fill) == [0x0B2545, 0xFFFFFF, 0xFFC20E].map { Colour($0) })
        #expect(
            drawing.shapes[0].outline == .rectangle(x: 1, y: 2, width: 3, height: 4, radius: 1)
        )
        #expect(drawing.shapes[1].outline == .circle(x: 9, y: 8, radius: 7.5))
        guard case .path(let steps) = drawing.shapes[2].outline else {
            Issue.record("no path")
            return
        }
        #expect(steps.count == 8)
        #expect(steps[1] == .line(Drawing.Point(x: 3, y: 4)))
        #expect(steps[3] == .line(Drawing.Point(x: 5, y: 6)))
        #expect(steps[7] == .line(Drawing.Point(x: 9, y: 9)))
        #expect(try SVGPath.read("M1 2L3-4")[1] == .line(Drawing.Point(x: 3, y: -4)))
    }

    @Test(
        "what reaches over the edge of the drawing, or has no size, is refused",
        arguments: [
            "<rect x=\"195\" width=\"6\" height=\"9\" fill=\"#000000\"/>",
            "<rect width=\"0\" height=\"9\" fill=\"#000000\"/>",
            "<rect width=\"9\" height=\"-9\" fill=\"#000000\"/>",
            "<rect width=\"9\" height=\"9\" rx=\"-1\" fill=\"#000000\"/>",
            "<circle cx=\"5\" cy=\"6\" r=\"7\" fill=\"#000000\"/>",
            "<circle cx=\"5\" cy=\"6\" r=\"0\" fill=\"#000000\"/>",
            "<path d=\"M0 0 L200 101\" fill=\"#000000\"/>",
            "<path d=\"M0 0 L-1 0\" fill=\"#000000\"/>",
            "<path d=\"M0 0 C9 9 9999 9 9 9\" fill=\"#000000\"/>",
        ]
    )
    func outside(inner: String) throws {
        let error = #expect(throws: DrawingError.self) { try read(inner) }
        #expect("\(try #require(error))".contains("lies partly outside the drawing"))
    }

    @Test(
        "what is not in the subset is refused with its line and a remedy",
        arguments: [
            ("<text x=\"1\">x</text>", "<text> is not read"),
            ("<g/>", "<g> is not read"),
            ("<rect width=\"3\" height=\"4\" fill=\"red\"/>", "six hexadecimal digits"),
            ("<rect width=\"3\" height=\"4\"/>", "six hexadecimal digits"),
            ("<rect width=\"1e9\" height=\"4\" fill=\"#000000\"/>", "not a plain number"),
            ("<rect height=\"4\" fill=\"#000000\"/>", "has no width"),
            ("<rect onload=\"x\" width=\"1\" height=\"1\" fill=\"#000000\"/>", "has onload"),
            ("<circle cx=\"1\" cy=\"1\" r=\"nan\" fill=\"#000000\"/>", "not a plain number"),
            ("<path d=\"m1 2\" fill=\"#000000\"/>", "begin with M"),
            ("<path d=\"M1 2 a1 2\" fill=\"#000000\"/>", "path command a"),
            ("<path d=\"M1\" fill=\"#000000\"/>", "lacks a number"),
            ("<path d=\"M1 2 Z 3\" fill=\"#000000\"/>", "follows Z"),
            ("<path d=\"M1 2 L3 $\" fill=\"#000000\"/>", "no place"),
            ("<!DOCTYPE svg [<!ENTITY a \"b\">]>", "refused"),
            ("<![CDATA[x]]>", "refused"),
            ("<?php ?>", "refused"),
            ("<rect width=\"&a;\" height=\"4\" fill=\"#000000\"/>", "& or <"),
            ("words", "text between tags"),
            ("<rect width=\"1\" width=\"2\" fill=\"#000000\"/>", "given twice"),
            ("<rect width=\"1\"", "not closed"),
            ("<rect width=\"1", "does not end"),
            ("", "no shape"),
            ("</svg><svg>", "follows </svg>"),
        ]
    )
    func refused(inner: String, reason: String) throws {
        let error = #expect(throws: DrawingError.self) { try read(inner) }
        let said = "\(try #require(error))"
        #expect(said.contains(reason), "\(said)")
        #expect(said.hasPrefix("line "))
    }

    @Test(
        "a picture of the wrong shape is refused",
        arguments: ["0 0 200 20", "0 0 8 8", "1 0 200 200", "0 0 200", "0 0 0 0", ""]
    )
    func wrongShape(box: String) {
        #expect(throws: DrawingError.self) {
            try read("<circle cx=\"1\" cy=\"1\" r=\"1\" fill=\"#000000\"/>", box: box)
        }
    }

    @Test("files, shapes and paths that are too many are refused before they cost anything")
    func bombs() {
        let one = "<rect width=\"1\" height=\"1\" fill=\"#000000\"/>"
        #expect(throws: DrawingError.self) { try read(String(repeating: one, count: 401)) }
        #expect(throws: DrawingError.self) { try read(String(repeating: " ", count: 65_537)) }
        let long = "<path d=\"M0 0" + String(repeating: "H1", count: 2100) + "\" fill=\"#000000\"/>"
        let error = #expect(throws: DrawingError.self) { try read(long) }
        #expect(error?.reason.contains("2000 steps") == true)
    }

    @Test("every file cut short is refused and none crashes")
    func truncated() {
        let whole = Array(
            "<svg viewBox=\"0 0 99 99\"><path d=\"M1 2 C1 2 3 4 5 6 Z\" fill=\"#0B2545\"/></svg>"
                .utf8
        )
        #expect((try? SVGReader.read(whole)) != nil)
        for length in 0..<whole.count {
            #expect(throws: DrawingError.self) { try SVGReader.read(Array(whole[..<length])) }
        }
    }
}
