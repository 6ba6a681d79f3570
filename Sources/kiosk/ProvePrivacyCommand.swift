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
            docs/privacy.md tells what this shows and what it cannot show.
            """
    ) { arguments in
        let phones = try arguments.number("--phones", in: 100...50_000) ?? 10_000
        let proof = PrivacyProof(
            program: try executable(),
            phones: phones,
            kept: arguments.value("--keep")
        )
        let result: ProofResult
        do {
            result = try await Threads.run("proof") { try proof.run() }
        } catch {
            throw CommandFailure("\(error)")
        }
        if arguments.has("--json") {
            Console.out(ProofFormat.json(result))
        } else {
            ProofFormat.lines(result).forEach(Console.out)
        }
        return result.isClean ? .fine : .no
    }

    /// This program's own file, by a name that holds when the file was replaced meanwhile.
    private static func executable() throws -> String {
        let status = String(decoding: try Files.read("/proc/self/stat"), as: UTF8.self)
        return "/proc/" + status.prefix { $0 != " " } + "/exe"
    }
}
