/// What really happened in a scene, for each window and quarter: a counter's answer sheet.
package struct Truth: Sendable, Equatable {
    /// The name of the scene.
    package let scene: String
    /// The seed it was made from.
    package let seed: UInt64
    /// When the capture begins, in seconds since 1970 UTC.
    package let start: Int64
    /// How long it is, in seconds.
    package let length: Int64
    /// One row for each aligned 5-minute window that the capture touches.
    package let windows: [Row]
    /// One row for each aligned quarter hour that the capture touches.
    package let quarters: [Row]
}

extension Truth {
    /// The truth of one aligned stretch of time.
    ///
    /// Boardings, alightings and passers-by are Android phones with Bluezone; other devices have
    /// no identifier to count them by. "On board" are, where there is no vehicle, those whom the
    /// kiosk is meant to count.
    package struct Row: Sendable, Equatable {
        /// When the stretch begins, in seconds since 1970 UTC, aligned to its length.
        package let start: Int64
        /// Its full length in seconds: 300 or 900.
        package let length: Int64
        /// How much of it the capture covers, in seconds.
        package let covered: Int64
        /// Bluezone Android phones on board: the mean over the time covered.
        package let androidOccupancy: Double
        /// Bluezone Android phones that were on board at any time of it.
        package let androidDistinct: Int
        /// Bluezone Android phones on board when the covered time begins.
        package let androidAtStart: Int
        /// Bluezone Android phones on board when it ends.
        package let androidAtEnd: Int
        /// Bluezone Android phones within earshot, whether meant to be counted or not: the mean.
        package let inRangeOccupancy: Double
        /// Bluezone Android phones that were within earshot at any time of it.
        package let inRangeDistinct: Int
        /// Bluezone iPhones on board: the mean over the time covered.
        package let iosOccupancy: Double
        /// Bluezone Android phones that came on board.
        package let boardings: Int
        /// Bluezone Android phones that left.
        package let alightings: Int
        /// Bluezone Android phones beside the vehicle, heard or not.
        package let passersBy: Int
    }
}

extension Truth {
    /// The truth of everybody's stays.
    init(of scene: Scene, seed: UInt64, stays: [Stay]) {
        self.scene = scene.name
        self.seed = seed
        start = scene.start
        length = scene.length
        windows = Self.rows(of: scene, length: 300, stays: stays)
        quarters = Self.rows(of: scene, length: 900, stays: stays)
    }

    private static func rows(of scene: Scene, length: Int64, stays: [Stay]) -> [Row] {
        let first = scene.start / length * length
        let starts = stride(from: first, to: scene.start + scene.length, by: Int(length))
        return starts.map { start in
            Row(start: start, length: length, within: scene.span, stays: stays)
        }
    }
}

extension Truth.Row {
    init(start: Int64, length: Int64, within capture: Range<Int64>, stays: [Stay]) {
        let second = Microseconds.second
        let span = (start * second..<(start + length) * second).clamped(to: capture)
        let aboard = stays.filter { $0.place == .aboard && $0.span.overlaps(span) }
        let android = aboard.filter { $0.device == .bluezoneAndroid }
        let iPhones = aboard.filter { $0.device == .bluezoneiPhone }
        let beside = stays.filter { $0.place == .beside && $0.device == .bluezoneAndroid }
        let near = stays.filter { $0.device == .bluezoneAndroid && $0.audible.overlaps(span) }
        self.start = start
        self.length = length
        covered = span.length / second
        androidOccupancy = Self.mean(android.map(\.span), over: span)
        androidDistinct = android.count
        androidAtStart = android.count {
            $0.span.contains(span.lowerBound)
                && !($0.comes && $0.span.lowerBound == span.lowerBound)
        }
        androidAtEnd = android.count {
            $0.span.upperBound > span.upperBound
                || ($0.span.upperBound == span.upperBound && !$0.leaves)
        }
        iosOccupancy = Self.mean(iPhones.map(\.span), over: span)
        inRangeOccupancy = Self.mean(near.map(\.audible), over: span)
        inRangeDistinct = near.count
        boardings = android.count { $0.comes && span.contains($0.span.lowerBound) }
        alightings = android.count { $0.leaves && $0.span.upperBound <= span.upperBound }
        passersBy = beside.count { $0.span.overlaps(span) }
    }

    private static func mean(_ times: [Range<Int64>], over span: Range<Int64>) -> Double {
        let time = times.reduce(0) { $0 + $1.clamped(to: span).length }
        return span.isEmpty ? 0 : Double(time) / Double(span.length)
    }
}
