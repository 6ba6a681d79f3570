/// What the receiver hears of the devices of a scene, second by second and in order of time.
///
/// Only the devices that are there and what they send within a second are held in memory.
struct Broadcast {
    private struct Heard {
        let number: Int
        let report: AirReport
    }

    private let span: Range<Int64>
    private let ear: Ear
    private let seed: UInt64
    /// Devices still to come, the last one first.
    private var coming: [(number: Int, stay: Stay)]
    private var present: [(number: Int, voice: Voice)] = []
    private var load: AirLoad
    private var heard: [Heard] = []

    /// The devices of some stays, each with dice of its own.
    init(of scene: Scene, stays: [Stay], seed: UInt64) {
        span = scene.span
        ear = scene.ear
        self.seed = seed
        load = AirLoad(ear.collisions)
        coming = stays.enumerated()
            .sorted {
                ($0.element.audible.lowerBound, $0.offset)
                    > ($1.element.audible.lowerBound, $1.offset)
            }
            .map { ($0.offset, $0.element) }
    }

    /// Adds a sign that sends long extended adverts all the time.
    mutating func add(longSign dice: Xoshiro) {
        let stay = Stay(
            device: .gadget,
            place: .aboard,
            span: span,
            comes: false,
            leaves: false,
            audible: span,
            level: DeviceKind.gadget.levelAtOneMetre
        )
        var dice = dice
        let sign = Speaker.gadget(Gadget(longSign: &dice))
        present.append((Int.max, Voice(of: stay, speaker: sign, ear: ear, dice: dice)))
    }

    /// Plays everything and gives each report to the listener.
    mutating func play(_ listener: (AirReport) throws -> Void) rethrows {
        var end = span.lowerBound + Microseconds.second
        rehearse(until: end)
        while end <= span.upperBound {
            speak(until: end)
            try pass(before: end, to: listener)
            end += Microseconds.second
        }
    }

    /// Lets the first second happen twice, so that the channels are not empty at the start.
    private mutating func rehearse(until end: Int64) {
        guard ear.collisions != nil else { return }
        let before = self
        speak(until: end)
        let load = load
        self = before
        self.load = load
    }

    private mutating func speak(until end: Int64) {
        welcome(until: end)
        for index in present.indices {
            let number = present[index].number
            for report in present[index].voice.speak(until: end, on: &load) {
                heard.append(Heard(number: number, report: report))
            }
        }
        present.removeAll { $0.voice.isOver }
        load.turn()
    }

    private mutating func welcome(until end: Int64) {
        let before = present.count
        while let last = coming.last, last.stay.audible.lowerBound < end {
            coming.removeLast()
            let stream = Self.firstDevice + UInt64(last.number)
            var dice = Xoshiro(seed: seed, stream: stream)
            let speaker = Speaker(of: last.stay, dice: &dice)
            let voice = Voice(of: last.stay, speaker: speaker, ear: ear, dice: dice)
            present.append((last.number, voice))
        }
        if present.count > before { present.sort { $0.number < $1.number } }
    }

    /// Equal times keep the order of the devices, whatever the sorting algorithm.
    private mutating func pass(
        before end: Int64,
        to listener: (AirReport) throws -> Void
    ) rethrows {
        let sorted = heard.enumerated().sorted {
            ($0.element.report.time, $0.element.number, $0.offset)
                < ($1.element.report.time, $1.element.number, $1.offset)
        }
        heard.removeAll(keepingCapacity: true)
        for (_, item) in sorted {
            if item.report.time >= end {
                heard.append(item)
            } else if span.contains(item.report.time) {
                try listener(item.report)
            }
        }
    }

    /// The number of the first device's dice.
    private static let firstDevice: UInt64 = 1000
}
