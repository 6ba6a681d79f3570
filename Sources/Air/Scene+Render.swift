extension Scene {
    /// A btsnoop capture of the scene and its truth; the same seed gives the same bytes.
    package func render(
        seed: UInt64,
        format: CaptureFormat = CaptureFormat()
    ) -> (capture: [UInt8], truth: Truth) {
        var writer = BtsnoopWriter(datalink: format.datalink)
        let truth = play(seed: seed, reports: format.reports) { event, time in
            writer.append(event: event, at: time)
        }
        return (writer.bytes, truth)
    }

    /// Plays the scene as HCI events in order of time, without holding it in memory.
    ///
    /// - Parameters:
    ///   - seed: The same seed gives the same events.
    ///   - reports: Which events carry the adverts.
    ///   - hand: Takes each event and its time.
    /// - Returns: What really happened.
    @discardableResult
    package func play(
        seed: UInt64,
        reports: CaptureFormat.Reports = .legacy,
        _ hand: EventHandler
    ) rethrows -> Truth {
        let stays = stays(seed: seed)
        let packing = Xoshiro(seed: seed, stream: Stream.packing)
        var packer = EventPacker(reports: reports, dice: packing)
        var commands = CommandTicker(every: commandEvery, during: span)
        try hear(stays, seed: seed, reports: reports) { report in
            if commands.isDue(before: report.time) { try packer.flush(hand) }
            try commands.tick(before: report.time, hand)
            try packer.take(report, hand)
        }
        try packer.flush(hand)
        try commands.tick(before: span.upperBound, hand)
        return Truth(of: self, seed: seed, stays: stays)
    }

    /// What the receiver passes on of some stays, in order of time.
    func hear(
        _ stays: [Stay],
        seed: UInt64,
        reports: CaptureFormat.Reports,
        _ listener: (AirReport) throws -> Void
    ) rethrows {
        var broadcast = Broadcast(of: self, stays: stays, seed: seed)
        if reports == .extendedWithLongAdvert {
            broadcast.add(longSign: Xoshiro(seed: seed, stream: Stream.longSign))
        }
        guard let setting = ear.duplicates else { return try broadcast.play(listener) }
        var filter = DuplicateFilter(setting)
        try broadcast.play { report in
            if filter.passes(report) { try listener(report) }
        }
    }

    /// Everybody who comes and goes.
    func stays(seed: UInt64) -> [Stay] {
        var dice = Xoshiro(seed: seed, stream: Stream.people)
        var stays = movements.flatMap { $0.stays(during: span, dice: &dice) }
        var habitDice = Xoshiro(seed: seed, stream: Stream.habits)
        habits.assign(to: &stays, dice: &habitDice)
        return stays
    }

    /// Numbers of the dice that a scene uses; those of the devices follow from 1000 on.
    private enum Stream {
        static let people: UInt64 = 1
        static let packing: UInt64 = 2
        static let longSign: UInt64 = 3
        static let habits: UInt64 = 4
    }
}
