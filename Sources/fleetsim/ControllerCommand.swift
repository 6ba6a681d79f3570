import Beacons
import Commands
import Lifecycle
import SystemIO
import VirtualController

extension FleetSim {
    /// `fleetsim controller`: a Bluetooth adapter that is not there.
    static let controller = Command(
        name: "controller",
        summary:
            "Is a Bluetooth adapter's controller on /dev/vhci and plays a capture to its scans.",
        options: [
            CommandOption("--play", "FILE", help: "What it hears: btsnoop or pcapng."),
            CommandOption("--loop", help: "Begin the capture again at its end."),
            CommandOption("--kind", "KIND", help: "legacy or extended (unless given)."),
            CommandOption(
                "--rate",
                "N",
                help: "N reports a second, over and over; 0 to 100000. Else as captured."
            ),
            CommandOption(
                "--by-clock",
                help: "Play each report when the wall clock shows its time stamp."
            ),
            CommandOption(
                "--address",
                "AA:..",
                help: "Its address; 02:00:00:00:00:01 unless given."
            ),
            CommandOption("--control", "PATH", help: "A named pipe that takes the lines below."),
        ],
        notes: """
            Playing begins with the first scan. It ends on SIGINT, SIGTERM or the line stop, and then
            prints its counts as one line of JSON. Needs root and the kernel's module hci_vhci.

            Lines for --control:
              counts    print the counts so far
              rate N    N reports a second from now on, 0 for none
              deaf      answer commands, hear nothing
              dead      the same until an HCI reset arrives
              mute      answer no command
              refuse    answer a command to begin a scan with status 0x0c
              hear      be well again
              unplug    let the adapter vanish
              plug      let it appear again
              stop      end
            """
    ) { arguments in
        let setup = try ControllerSetup(arguments)
        try await StoppableWork.run("controller") {
            Console.error("fleetsim controller: \($0)")
        } _: { isStopped in
            try setup.run(until: isStopped)
        }
        return .fine
    }
}

/// What the command line of `fleetsim controller` asks for.
struct ControllerSetup: Sendable {
    let file: MappedFile
    let path: String
    let isLooping: Bool
    let kind: ControllerKind
    let pace: Pacer.Pace
    let address: [UInt8]
    let control: String?

    init(_ arguments: Arguments) throws {
        path = try arguments.required("--play")
        isLooping = arguments.has("--loop") || arguments.has("--rate")
        let word = arguments.value("--kind") ?? "extended"
        guard let kind = ControllerKind(rawValue: word) else {
            throw UsageError("--kind \(word): not legacy or extended")
        }
        self.kind = kind
        let rate: Double? = try arguments.number("--rate", in: 0...Self.highestRate)
        if rate != nil, arguments.has("--by-clock") {
            throw UsageError("--rate and --by-clock do not go together")
        }
        pace = rate.map { .rate($0) } ?? (arguments.has("--by-clock") ? .byClock : .asCaptured)
        address = try Self.octets(arguments.value("--address") ?? "02:00:00:00:00:01")
        control = arguments.value("--control")
        do {
            file = try MappedFile(path)
        } catch {
            throw CommandFailure("\(error)")
        }
    }

    /// Most reports a second that may be asked for.
    static let highestRate: Double = 100_000

    /// The octets of an address, least first.
    private static func octets(_ text: String) throws(UsageError) -> [UInt8] {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        let octets = parts.compactMap { $0.count == 2 ? UInt8($0, radix: 16) : nil }
        guard parts.count == 6, octets.count == 6 else {
            throw UsageError("--address \(text): not six octets such as 02:00:00:00:00:01")
        }
        return octets.reversed()
    }

    /// Plays until told to stop, and prints the counts.
    func run(until isStopped: () -> Bool) throws {
        do {
            try file.withBytes { bytes in
                let air = try CaptureAir(ByteView(bytes), isLooping: isLooping)
                var player = try ControllerPlayer(setup: self, air: air)
                try player.run(until: isStopped)
            }
        } catch let error as CaptureError {
            throw CommandFailure("\(path): \(error)")
        } catch let error as SystemError where error.subject == "/dev/vhci" {
            throw CommandFailure("\(error): load the module (modprobe hci_vhci) and run as root")
        }
    }
}
