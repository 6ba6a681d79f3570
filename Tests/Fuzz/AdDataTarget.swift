import Beacons
import Fleet

/// Classifies an input as advertising data.
///
/// A Bluezone id comes with its class and with no other, and what stands behind a length of 0 does not
/// matter unless the data is malformed.
@_cdecl("LLVMFuzzerTestOneInput")
package func classifyAnything(_ start: UnsafeRawPointer?, _ count: Int) -> CInt {
    let input = UnsafeRawBufferPointer(start: start, count: count)
    let (kind, id) = Classifier.classify(ByteView(input))
    precondition((kind == .bluezoneAndroid) == (id != nil), "an id without its class")
    guard kind != .malformed else { return 0 }
    let longer = Array(input) + [0, 0x1f, 0xff]
    let other = longer.withUnsafeBytes { Classifier.classify(ByteView($0)) }
    precondition(other.kind == kind, "what stands behind the end matters")
    let key = DigestKey(1, 2)
    precondition(other.id?.digest(under: key) == id?.digest(under: key), "another id")
    return 0
}
