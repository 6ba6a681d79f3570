import Foundation
import Guidance
import Paint
import Testing

@Suite struct GalleryTests {
    /// Set `KIOSK_GALLERY` to a folder to get every picture as a file to look at, and
    /// `KIOSK_GALLERY_WIDTH` to see them as small as they look from afar.
    @Test(
        "every panel and state is painted without a fault",
        arguments: Samples.sizes + Samples.otherSizes
    )
    func paints(size: PixelSize) throws {
        let painter = Painter()
        for (name, live) in Samples.states {
            let (frame, report) = try painter.paint(Samples.list(size, live))
            #expect(frame.size == size)
            #expect(report.isFaultless, "\(size) \(name): \(report)")
            #expect(report.codeModules.allSatisfy { $0 >= 2 })
            #expect(report.codeModules.count == 1)
            guard let folder = ProcessInfo.processInfo.environment["KIOSK_GALLERY"] else {
                continue
            }
            let file = URL(fileURLWithPath: folder).appendingPathComponent("\(size)-\(name).png")
            let width = ProcessInfo.processInfo.environment["KIOSK_GALLERY_WIDTH"].flatMap(Int.init)
            try Data(PNGEncoder.encode(frame, maximumWidth: width)).write(to: file)
        }
    }
}
