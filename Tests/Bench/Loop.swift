import Air
import Beacons
import Census
import Fleet

@_silgen_name("bench_allocations")
private func allocationCalls() -> UInt

/// A capture heard again and again, each time as long after the last time as it is long.
struct Loop {
    private let capture: [UInt8]
    private let length: Int64
    private let start: Int64
    private let isTimeStill: Bool
    private var listener = AdvertListener()
    private var census = Census(configuration: CensusConfiguration()) { DigestKey(1, 2) }
    private var shift: Int64 = 0
    /// Quarters the census has closed.
    private(set) var quarters = 0

    /// Reports heard so far.
    var heard: UInt64 { listener.reports }

    /// Calls that allocated memory in this process so far.
    static var allocations: UInt { allocationCalls() }

    /// Renders a full terminal; with time that stands still it is always the same moment of a window.
    init(minutes: Int64, reports: CaptureFormat.Reports, isTimeStill: Bool = false) throws {
        var scene = try Scene.named("terminal").heard(reception: 1)
        scene.length = minutes * 60
        length = minutes * 60_000_000
        start = scene.start * 1_000_000
        self.isTimeStill = isTimeStill
        let format = CaptureFormat(datalink: .uart, reports: reports)
        capture = scene.render(seed: 852, format: format).capture
    }

    /// Hears the capture as often as it takes.
    mutating func hear(atLeast count: UInt64) {
        let target = heard + count
        while heard < target {
            hearOnce()
        }
    }

    private mutating func hearOnce() {
        capture.withUnsafeBytes { bytes in
            guard var reader = try? CaptureReader(ByteView(bytes)) else { return }
            while let event = try? reader.next() {
                let moment = isTimeStill ? start : event.time.microseconds + shift
                let time = Instant(microseconds: moment)
                listener.hear(event.packet, into: &census) { $0.hear($1, at: time) }
                for case .quarter in census.takeResults() { quarters += 1 }
            }
        }
        shift += length
    }
}
