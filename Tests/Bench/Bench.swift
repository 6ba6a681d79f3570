import Air
import Beacons
import Census
import Fleet
import Glibc

/// Measures hearing and counting in an optimised program; `deploy/bench/build.sh` builds it.
///
/// `bench allocations` fails unless hearing 100,000 reports allocates nothing; `bench memory N` hears N
/// reports and fails when the process has grown meanwhile. Exit codes: 0 fine, 1 not, 2 used wrongly.
@main
enum Bench {
    static func main() throws {
        let words = CommandLine.arguments.dropFirst()
        switch (words.first, words.dropFirst().first.flatMap { UInt64($0) }) {
        case ("allocations", nil) where words.count == 1:
            try allocations()
        case ("memory", let count?):
            try memory(reports: count)
        default:
            print("usage: bench allocations | bench memory REPORTS")
            exit(2)
        }
    }

    /// Each kind of capture, heard once to make room and then again within the same window.
    ///
    /// Room is made for senders (tables), chains (buffers) and results; a report must cost nothing.
    private static func allocations() throws {
        var isFine = true
        for reports in [CaptureFormat.Reports.legacy, .extended, .extendedWithLongAdvert] {
            var loop = try Loop(minutes: 4, reports: reports, isTimeStill: true)
            loop.hear(atLeast: 1)
            let heard = loop.heard
            let calls = Loop.allocations
            loop.hear(atLeast: 100_000)
            let more = Loop.allocations - calls
            print("bench: \(reports): \(more) allocations over \(loop.heard - heard) reports")
            isFine = isFine && more == 0
        }
        exit(isFine ? 0 : 1)
    }

    /// Memory after each tenth; after the first, by when every table has had its size, it is flat.
    private static func memory(reports: UInt64) throws {
        var loop = try Loop(minutes: 6, reports: .extendedWithLongAdvert)
        let begin = ContinuousClock.now
        let calls = Loop.allocations
        var resident: [Int] = []
        for _ in 0..<10 {
            loop.hear(atLeast: reports / 10)
            resident.append(residentKilobytes())
        }
        print(
            "bench: \(loop.heard) reports, \(loop.quarters) quarters, \(ContinuousClock.now - begin);",
            "\(Loop.allocations - calls) allocations; resident after each tenth, in kB: \(resident)"
        )
        // One step of glibc's heap: a quarter's tables are made anew and freed.
        exit(resident[9] <= resident[0] + 132 ? 0 : 1)
    }

    /// VmRSS of this process, from proc(5).
    private static func residentKilobytes() -> Int {
        var text = [UInt8](repeating: 0, count: 4096)
        let file = open("/proc/self/statm", O_RDONLY)
        let count = read(file, &text, text.count)
        close(file)
        let words = String(decoding: text[..<max(count, 0)], as: UTF8.self).split(separator: " ")
        return (words.count > 1 ? Int(words[1]) ?? 0 : 0) * Int(getpagesize() / 1024)
    }
}
