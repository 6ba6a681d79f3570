import Beacons
import Commands
import Glibc
import SystemIO
import VirtualController

/// Runs a virtual controller on `/dev/vhci`: commands in, answers and reports out, on one thread.
struct ControllerPlayer: ~Copyable {
    private var machine: VirtualController
    private var adapter: VirtualAdapter?
    private var control: LinePipe?
    private var air: CaptureAir
    private var pacer: Pacer
    private let isByClock: Bool
    /// The advert that is played next.
    private var upcoming: (stamp: Int64, report: LegacyReport)?
    private var index: Int?
    private var isOver = false

    /// Most adverts between two looks at commands.
    private static let burst = 64
    /// Most milliseconds between two looks at whether to stop.
    private static let longestWait: Int64 = 100

    init(setup: ControllerSetup, air: CaptureAir) throws {
        machine = VirtualController(kind: setup.kind, address: setup.address)
        pacer = Pacer(setup.pace)
        isByClock = setup.pace == .byClock
        self.air = air
        control = try setup.control.map { path throws(SystemError) in try LinePipe(path) }
        adapter = try VirtualAdapter()
        upcoming = try self.air.next()
    }

    /// Plays until told to stop, then prints the counts.
    mutating func run(until isStopped: () -> Bool) throws {
        while !isOver, !isStopped() {
            let wait = try play()
            try look(milliseconds: wait)
        }
        Console.out(json)
    }

    /// Plays what is due; gives the milliseconds until the next is.
    private mutating func play() throws -> Int64 {
        for _ in 0..<Self.burst {
            let now = clock
            guard let next = upcoming, let due = pacer.due(next.stamp) else {
                return Self.longestWait
            }
            guard due <= now else { return min((due - now) / 1000 + 1, Self.longestWait) }
            pacer.step()
            if let event = machine.hear(next.report) { try send(event) }
            upcoming = try air.next()
        }
        return 0
    }

    /// The clock that the pace follows, in microseconds.
    private var clock: Int64 { isByClock ? Clocks.realtime() : Clocks.boottime() }

    private mutating func look(milliseconds: Int64) throws {
        var waiting = [
            pollfd(fd: adapter?.number ?? -1, events: Int16(POLLIN), revents: 0),
            pollfd(fd: control?.number ?? -1, events: Int16(POLLIN), revents: 0),
        ]
        guard poll(&waiting, nfds_t(waiting.count), Int32(milliseconds)) > 0 else { return }
        if waiting[0].revents != 0 { try answer() }
        if waiting[1].revents != 0 {
            for line in control?.lines() ?? [] { try obey(line) }
        }
    }

    private mutating func answer() throws {
        while let packet = try adapter?.next() {
            switch packet {
            case .created(let index):
                self.index = index
                Console.error("fleetsim controller: adapter hci\(index) is there")
            case .fromHost(let bytes):
                if let answer = machine.take(bytes) { try send(answer) }
                if machine.hasScanned { pacer.start(at: clock) }
            }
        }
    }

    private func send(_ packet: [UInt8]) throws {
        try adapter?.send(packet)
    }
}

// MARK: - Lines of control

extension ControllerPlayer {
    private mutating func obey(_ line: String) throws {
        let words = line.split(separator: " ")
        guard let word = words.first else { return }
        switch word {
        case "counts": Console.out(json)
        case "deaf": machine.fault = .deaf
        case "dead": machine.fault = .deadUntilReset
        case "mute": machine.fault = .mute
        case "refuse": machine.fault = .refusing(status: 0x0c)
        case "hear": machine.fault = nil
        case "unplug": unplug()
        case "plug": if adapter == nil { adapter = try VirtualAdapter() }
        case "stop": isOver = true
        case "rate":
            guard words.count == 2, let rate = Double(words[1]),
                (0...ControllerSetup.highestRate).contains(rate)
            else { return refuse(line) }
            pacer.setRate(rate, at: clock)
        default: refuse(line)
        }
    }

    private mutating func unplug() {
        adapter = nil
        index = nil
        machine.powerOn()
    }

    private func refuse(_ line: String) {
        Console.error("fleetsim controller: not understood: \(line.prefix(80)); see --help")
    }

    /// The counts as one JSON object; nothing in it tells who was heard.
    private var json: String {
        let counts = machine.counts
        let members: [(String, String)] = [
            ("adapter", index.map { "\"hci\($0)\"" } ?? "null"),
            ("is_scanning", "\(machine.isScanning)"),
            ("is_over", "\(upcoming == nil)"),
            ("commands_answered", "\(counts.answered)"),
            ("commands_unanswered", "\(counts.unanswered)"),
            ("reports_delivered", "\(counts.delivered)"),
            ("reports_without_scan", "\(counts.unscanned)"),
            ("reports_unheard", "\(counts.unheard)"),
            ("reports_unasked", "\(counts.unasked)"),
            ("reports_masked", "\(counts.masked)"),
        ]
        return "{" + members.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}"
    }
}
