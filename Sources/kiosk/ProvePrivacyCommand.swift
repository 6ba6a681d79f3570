import Commands
import PrivacyProof
import SystemIO

extension Kiosk {
    /// `kiosk prove-privacy`: plants known phones and looks for them wherever they must not be.
    static let provePrivacy = Command(
        name: "prove-privacy",
        summary: "Plants known phones before a kiosk and looks for them in all that it keeps.",
        options: [
            CommandOption(
                "--phones",
                "N",
                help: "Phones to plant, 100 to 50000; 10000 unless given."
            ),
            CommandOption(
                "--keep",
                "DIR",
                help: "Leaves capture, store, log and sent bytes there."
            ),
            CommandOption("--json", help: "One JSON object."),
            CommandOption("--seed", "N", help: "Draws the same phones each time."),
            CommandOption("--plant", "FILE", help: "Only writes the phones' capture there."),
            CommandOption("--process", "PID", help: "Looks through a kiosk that runs already."),
            CommandOption("--folder", "DIR", help: "And below this folder; may be repeated."),
        ],
        notes: """
            Starts this program a second time as a kiosk that hears a made-up capture, and waits until
            it has counted and reported it. Then it looks through the kiosk's whole memory, its files,
            its log and every byte it sent, for each planted address and id in every usual encoding.
            Then it lets another kiosk crash, with its core allowed, and looks through that.
            Prints what it looked at and how much it found, never a value.
            Exit code 0: nothing found; 1: something found; 3: it could not look.
            Needs the right to read another process's memory. Without CAP_SYS_PTRACE the second kiosk
            leaves its memory readable and says so loudly; it does that in a replay only.
            With a radio: --seed 7 --plant FILE, let the radio hear FILE, and then --seed 7 --process PID.
            That kiosk must have been started with \(PrivacyProof.markerVariable) set to some word.
            docs/privacy.md tells what this shows and what it cannot show.
            """
    ) { arguments in
        let phones = try arguments.number("--phones", in: 100...50_000) ?? 10_000
        guard let result = try await result(arguments, phones: phones) else { return .fine }
        if arguments.has("--json") {
            Console.out(ProofFormat.json(result))
        } else {
            ProofFormat.lines(result).forEach(Console.out)
        }
        return result.isClean ? .fine : .no
    }

    /// What was found; nil when only the capture was wanted.
    private static func result(_ arguments: Arguments, phones: Int) async throws -> ProofResult? {
        let seed: UInt64? = try arguments.number("--seed", in: 0...UInt64.max)
        let process: Int32? = try arguments.number("--process", in: 1...Int32.max)
        let (plant, folders) = (arguments.value("--plant"), arguments.all("--folder"))
        let isOutside = plant != nil || process != nil
        guard isOutside == (seed != nil), process != nil || folders.isEmpty else {
            throw UsageError("--seed goes with --plant or --process, and --folder with --process")
        }
        do {
            guard isOutside, let seed else {
                let proof = PrivacyProof(
                    program: try executable(),
                    phones: phones,
                    kept: arguments.value("--keep")
                )
                return try await Threads.run("proof") { try proof.run() }
            }
            let proof = OutsideProof(phones: phones, seed: seed)
            if let plant { try proof.write(to: plant) }
            guard let process else { return nil }
            return try await Threads.run("proof") { try proof.look(at: process, folders: folders) }
        } catch {
            throw CommandFailure("\(error)")
        }
    }

    /// This program's own file, by a name that holds when the file was replaced meanwhile.
    private static func executable() throws -> String {
        let status = String(decoding: try Files.read("/proc/self/stat"), as: UTF8.self)
        return "/proc/" + status.prefix { $0 != " " } + "/exe"
    }
}
