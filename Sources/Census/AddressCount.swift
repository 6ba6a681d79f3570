/// Phones that show no id, counted by their addresses, which change without any common beat.
struct AddressCount {
    private let count: QuarterCount
    private let configuration: CensusConfiguration

    init(_ count: QuarterCount) {
        self.count = count
        configuration = count.configuration
    }

    /// Minutes of a stretch in which somebody listened.
    func minutes(_ listened: Listened) -> [Int] {
        listened.minutes.filter { minute in
            let middle = Double(minute) * 60 + 30
            return !count.pauses.contains { $0.contains(middle) }
        }
    }

    /// Bluezone iPhone addresses in each minute, added up.
    func addressMinutes(_ listened: Listened) -> Int {
        minutes(listened).reduce(0) { $0 + count.iphoneMinutes[$1] }
    }

    /// iPhones here on average: the mean of the minutes, corrected for addresses that change meanwhile.
    ///
    /// The bounds have two standard deviations of how many addresses change, and a tenth: phones that
    /// stay for a part of a minute count as a whole, and other background services show the same bit.
    func iphones(_ listened: Listened) -> (mean: Double, bounds: ClosedRange<Double>) {
        let length = Double(max(minutes(listened).count, 1))
        let changes = 1 + 60 / configuration.addressLifetime
        let mean = Double(addressMinutes(listened)) / length / changes
        let changed = mean * length * 60 / configuration.addressLifetime
        let width = 2 * changed.squareRoot() / length + mean / 10
        return (mean, max(mean - width, 0)...mean + width)
    }

    /// Addresses of other phones in some windows.
    ///
    /// An iPhone that shows Bluezone in its scan response alone is no other phone.
    func otherAddresses(windows: UInt8) -> Int {
        var addresses = 0
        count.others.forEach { entry in
            guard entry.windows & windows != 0, !count.iphones.contains(entry.digest) else {
                return
            }
            addresses += 1
        }
        return addresses
    }

    /// Other phones in some windows; the bounds are those for addresses that last 10 and 20 minutes.
    func others(windows: UInt8, _ listened: Listened) -> (value: Int, bounds: ClosedRange<Int>) {
        let addresses = Double(otherAddresses(windows: windows))
        func phones(_ lifetime: Double) -> Double { addresses / (1 + listened.length / lifetime) }
        let value = Int(phones(configuration.addressLifetime).rounded())
        return (value, Int(phones(600).rounded(.down))...Int(phones(1200).rounded(.up)))
    }
}
