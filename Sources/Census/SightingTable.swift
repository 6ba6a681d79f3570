/// When each sender of a quarter was heard, by digest; bounded, and overwritten when the quarter ends.
struct SightingTable {
    /// What is held of one sender.
    ///
    /// Times are milliseconds from the quarter's start.
    struct Entry {
        var digest: UInt64 = 0
        var first: Int32 = 0
        var last: Int32 = 0
        /// When the run of reports began that the last one belongs to.
        var runStart: Int32 = 0
        /// The longest run, in milliseconds.
        var longestRun: Int32 = 0
        /// The longest pause inside a run, in milliseconds.
        var longestPause: Int32 = 0
        /// The longest pause of all, in milliseconds.
        var longestRest: Int32 = 0
        /// Milliseconds inside runs, all together.
        var running: Int32 = 0
        /// Sum of the squares of all pauses, in square seconds.
        var pauseSquares: Float = 0
        /// Times heard in the quarter.
        var hits: UInt32 = 0
        /// Bit n: heard in the n-th window of the quarter.
        var windows: UInt8 = 0
        /// Minute of the quarter in which it was last heard.
        var minute: Int8 = -1
        var isUsed = false
        /// It was counted in the next quarter instead.
        var isGivenUp = false
        /// It was heard in the quarter before, too.
        var isCarried = false
        /// It was heard after the quarter's end, so its phone was here to the end.
        var isHeardLate = false
    }

    /// A pause of this many milliseconds or more ends a run: two thirds of a phone's silence.
    private let runBreak: Int32
    private var places: [Entry]
    private(set) var count = 0
    private let maximum: Int

    /// An empty table.
    ///
    /// - Parameters:
    ///   - maximum: How many senders it may hold.
    ///   - runBreak: Seconds of silence that end a run of reports.
    init(maximum: Int, runBreak: Double = 10) {
        self.maximum = maximum
        self.runBreak = Int32(runBreak * 1000)
        places = Array(repeating: Entry(), count: 256)
    }

    /// Notes that a sender was heard.
    ///
    /// - Returns: Whether this is the sender's first time in its minute; nil when the table is full.
    mutating func note(
        _ digest: UInt64,
        at millisecond: Int32,
        window: Int,
        isCarried: Bool = false
    ) -> Bool? {
        var place = find(digest)
        if !places[place].isUsed {
            guard count < maximum else { return nil }
            if count >= places.count / 2 {
                grow()
                place = find(digest)
            }
            count += 1
            places[place] = Entry(
                digest: digest,
                first: millisecond,
                last: millisecond,
                runStart: millisecond,
                isUsed: true,
                isCarried: isCarried
            )
        }
        return places[place].hear(at: millisecond, window: window, runBreak: runBreak)
    }

    func contains(_ digest: UInt64) -> Bool {
        places[find(digest)].isUsed
    }

    /// When a sender was first heard, nil when it was not or was given up.
    func first(of digest: UInt64) -> Int32? {
        let entry = places[find(digest)]
        return entry.isUsed && !entry.isGivenUp ? entry.first : nil
    }

    /// Marks a sender as one of the next quarter.
    mutating func giveUp(_ digest: UInt64) {
        let place = find(digest)
        if places[place].isUsed { places[place].isGivenUp = true }
    }

    /// Marks a sender as one that was heard after the quarter's end.
    mutating func hearLate(_ digest: UInt64) {
        let place = find(digest)
        if places[place].isUsed { places[place].isHeardLate = true }
    }

    /// Marks a sender as one of this quarter, whatever was thought before.
    mutating func takeOver(_ digest: UInt64) {
        let place = find(digest)
        if places[place].isUsed { places[place].isCarried = false }
    }

    /// Gives every entry to `body`.
    func forEach(_ body: (Entry) -> Void) {
        for entry in places where entry.isUsed {
            body(entry)
        }
    }

    /// Overwrites everything held.
    mutating func wipe() {
        for place in places.indices {
            places[place] = Entry()
        }
        count = 0
    }

    /// The place of a digest, or the empty place where it belongs; linear probing.
    private func find(_ digest: UInt64) -> Int {
        let mask = places.count - 1
        var place = Int(truncatingIfNeeded: digest) & mask
        while places[place].isUsed, places[place].digest != digest {
            place = (place + 1) & mask
        }
        return place
    }

    private mutating func grow() {
        var old = places
        places = Array(repeating: Entry(), count: old.count * 2)
        for entry in old where entry.isUsed {
            places[find(entry.digest)] = entry
        }
        for place in old.indices {
            old[place] = Entry()
        }
    }
}

extension SightingTable.Entry {
    /// When it was first heard, in seconds of the quarter.
    var firstSecond: Double { Double(first) / 1000 }
    /// When it was last heard, in seconds of the quarter.
    var lastSecond: Double { Double(last) / 1000 }

    fileprivate mutating func hear(at millisecond: Int32, window: Int, runBreak: Int32) -> Bool {
        let pause = max(millisecond - last, 0)
        last = max(last, millisecond)
        longestRest = max(longestRest, pause)
        if pause >= runBreak {
            runStart = millisecond
        } else if pause > 0 {
            running += pause
            longestPause = max(longestPause, pause)
            longestRun = max(longestRun, last - runStart)
        }
        let seconds = Float(pause) / 1000
        pauseSquares += seconds * seconds
        if hits < .max { hits += 1 }
        windows |= UInt8(1) << UInt8(window)
        let now = Int8(truncatingIfNeeded: millisecond / 60_000)
        defer { minute = now }
        return minute != now
    }
}
