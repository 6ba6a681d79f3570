import Glibc

/// What this process has used since the meter was made.
struct Meter {
    private let begin = ContinuousClock.now
    private let used = Self.used()

    /// Seconds by the clock.
    var wall: Double { (ContinuousClock.now - begin) / .seconds(1) }

    /// Seconds of processor time, user and system, of all threads.
    var processor: Double { Self.used() - used }

    var sentence: String {
        let share = (processor / wall * 10_000).rounded() / 100
        return "\(share) % of a core over \(Int(wall)) s"
    }

    /// The proportional share of memory, from `/proc/self/smaps_rollup`.
    static var memory: String {
        guard let file = fopen("/proc/self/smaps_rollup", "r") else { return "PSS unknown" }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        while fgets(&line, Int32(line.count), file) != nil {
            let text = String(
                decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) },
                as: UTF8.self
            )
            guard text.hasPrefix("Pss:"), let kilobytes = Int(text.filter(\.isNumber)) else {
                continue
            }
            return "PSS \((Double(kilobytes) / 102.4).rounded() / 10) MiB"
        }
        return "PSS unknown"
    }

    private static func used() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
