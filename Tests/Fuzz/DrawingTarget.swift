import Guidance

/// Reads an input as a drawing.
///
/// What is read keeps its promises: shapes within the limits, nothing outside the drawing; what is
/// refused has a sentence. Reading again gives the same.
@_cdecl("LLVMFuzzerTestOneInput")
package func readAnyDrawing(_ start: UnsafeRawPointer?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeRawBufferPointer(start: start, count: count))
    do throws(DrawingError) {
        let drawing = try SVGReader.read(bytes)
        precondition(drawing.width >= 16 && drawing.height >= 16, "a drawing of no size")
        precondition((1...SVGReader.mostShapes).contains(drawing.shapes.count), "too many shapes")
        for shape in drawing.shapes {
            precondition(
                shape.outline.isInside(width: drawing.width, height: drawing.height),
                "a shape outside the drawing"
            )
            if case .path(let steps) = shape.outline {
                precondition((1...SVGReader.mostSteps).contains(steps.count), "too many steps")
            }
        }
        precondition(again(bytes) == drawing, "reading is not repeatable")
    } catch {
        precondition(error.line >= 1 && !error.reason.isEmpty, "a fault without a sentence")
        precondition(again(bytes) == nil, "reading is not repeatable")
    }
    return 0
}

private func again(_ bytes: [UInt8]) -> Drawing? { try? SVGReader.read(bytes) }
