/// Bluezone on an Android phone: adverts for a while, then silence for a while.
///
/// Every burst has a new address, and the id of the quarter hour in which the burst began.
/// Source: facts of August 2020, sections 1.2 to 1.6 of the over-the-air notes.
struct BluezoneAndroid {
    /// The flags octet of this phone's stack; nil when it sends none.
    let flags: UInt8?
    /// How much longer than nominal a cycle of this phone is, in microseconds.
    let drift: Int64
    /// How it runs the app.
    let habit: Habit

    private let key: UInt64
    private var start: Int64?
    private var phases: (on: Int64, off: Int64) = (0, 0)

    /// A phone of its own make.
    init(habit: Habit = Habit(), dice: inout Xoshiro) {
        // Two thirds are Android 8 and later; the rest are older stacks.
        let makes: [UInt8?] = [0x02, 0x02, 0x02, 0x02, 0x02, 0x02, 0x06, 0x1A, 0x1E, nil]
        flags = makes[Int(dice.below(Int64(makes.count)))]
        drift = dice.below(120 * Microseconds.millisecond)
        key = dice.next()
        self.habit = habit
    }

    /// The next burst; the first may have begun before the phone could be heard.
    mutating func next(during audible: Range<Int64>, dice: inout Xoshiro) -> Burst? {
        let start = start ?? firstStart(before: audible.lowerBound, dice: &dice)
        guard start < audible.upperBound else { return nil }
        let packet = Packet(
            pdu: .connectable,
            address: DeviceAddress(.resolvable, dice: &dice),
            data: Advert.bluezoneAndroid(id: id(at: start), flags: flags)
        )
        let late = dice.below(30 * Microseconds.millisecond)
        let burst = Burst(
            packet: packet,
            span: start..<start + phases.on,
            interval: Self.interval
        )
        self.start = start + phases.on + phases.off + drift + late
        phases = habit.phases(&dice)
        return burst
    }

    /// The 12 octets that a burst beginning at a time carries.
    func id(at time: Int64) -> [UInt8] {
        var dice = Xoshiro(seed: key, stream: UInt64(bitPattern: time / habit.idLife))
        return dice.octets(12)
    }

    /// Somewhere in a cycle that is under way when the phone comes into range.
    private mutating func firstStart(before time: Int64, dice: inout Xoshiro) -> Int64 {
        phases = habit.phases(&dice)
        return time - dice.below(phases.on + phases.off)
    }

    private static let interval = 100 * Microseconds.millisecond
}
