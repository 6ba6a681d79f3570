import Guidance
import KioskService

/// Reads an input as the `pack.json5` of a content pack; its drawings are one small square.
///
/// What is accepted can be cut into slides and arranged on a small panel, and its loop runs; what is
/// refused has a sentence of a bounded length.
@_cdecl("LLVMFuzzerTestOneInput")
package func readAnyPack(_ start: UnsafeRawPointer?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeRawBufferPointer(start: start, count: count))
    do throws(ContentError) {
        let pack = try ContentLoader.read(pack: "fuzz") { name throws(ContentError) in
            precondition(!name.contains("/") && !name.hasPrefix("."), "a path out of the folder")
            return name == "pack.json5" ? bytes : square
        }
        precondition((1...PackChecker.mostPages).contains(pack.pages.count), "too many pages")
        let layout = SlideLayout(panel: panel)
        for slide in pack.slides {
            let live = LiveState(clock: "07:42", date: "13/8/2020", count: .about(15))
            for part in layout.parts(of: slide).indices {
                precondition(
                    !layout.drawList(slide: slide, part: part, live: live).elements.isEmpty,
                    "a screen of nothing"
                )
            }
        }
    } catch {
        precondition((1...4000).contains(error.description.count), "a fault without a sentence")
    }
    return 0
}

private let square = Array(
    "<svg viewBox=\"0 0 20 20\"><rect width=\"9\" height=\"9\" fill=\"#000000\"/></svg>".utf8
)
private let panel = PanelGeometry(size: PixelSize(width: 480, height: 320))
