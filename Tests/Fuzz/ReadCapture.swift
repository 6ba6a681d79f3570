import Beacons
import Fleet

/// Reads an input as a capture to its end or its fault, and hears every event.
///
/// Events lie inside the file and do not overlap, their times are plausible.
func readCapture(_ start: UnsafeRawPointer?, _ count: Int) {
    let file = ByteView(UnsafeRawBufferPointer(start: start, count: count))
    var listener = AdvertListener()
    var reports: UInt64 = 0
    var room = count
    do throws(CaptureError) {
        var reader = try CaptureReader(file)
        while let event = try reader.next() {
            precondition(Instant.plausible.contains(event.time), "a time nobody has")
            room -= event.packet.count
            precondition(room >= 0, "more events than the file holds")
            listener.hear(event.packet, into: &reports) { reports, _ in reports += 1 }
        }
        precondition(count > 0, "an empty file is no capture")
    } catch {
        precondition(!error.description.isEmpty, "a fault without a sentence")
    }
    precondition(reports == listener.reports, "a report was lost or doubled")
}
