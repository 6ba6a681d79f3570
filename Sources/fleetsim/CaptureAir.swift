import Beacons
import Fleet
import VirtualController

/// The adverts of a capture one by one, with their time stamps in microseconds.
struct CaptureAir {
    private let capture: ByteView
    private let isLooping: Bool
    private var reader: CaptureReader
    /// Reports of the last event that was read, the next one last.
    private var waiting: [LegacyReport] = []
    private var stamp: Int64 = 0
    private var firstStamp: Int64?
    /// What is added to stamps, since the capture began anew.
    private var shift: Int64 = 0
    private var reports = 0

    init(_ capture: ByteView, isLooping: Bool) throws(CaptureError) {
        self.capture = capture
        self.isLooping = isLooping
        reader = try CaptureReader(capture)
    }

    /// The next advert and its time; nil at the end of a capture that is not played over and over.
    ///
    /// - Throws: `CaptureError` where the capture is damaged.
    mutating func next() throws(CaptureError) -> (stamp: Int64, report: LegacyReport)? {
        while waiting.isEmpty {
            if let event = try reader.next() {
                let time = event.time.microseconds
                firstStamp = firstStamp ?? time
                stamp = time + shift
                waiting = LegacyReport.reports(inEvent: event.packet.withBytes { Array($0) })
                    .reversed()
            } else {
                guard isLooping, reports > 0, let firstStamp else { return nil }
                // The next round follows a second later.
                shift = stamp + 1_000_000 - firstStamp
                reader = try CaptureReader(capture)
            }
        }
        reports += 1
        return waiting.popLast().map { (stamp, $0) }
    }
}
