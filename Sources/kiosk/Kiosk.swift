import Commands
import Fleet

/// The kiosk on a bus, a ferry or in a terminal.
@main
struct Kiosk {
    static func main() async {
        await program.main()
    }

    static let program = Program(
        name: "kiosk",
        version: Product.version,
        summary: "Shows how to install Bluezone, counts phones that run it, reports anonymously.",
        commands: [run, classify, count, scan, show, outbox, doctor, provePrivacy]
    )
}
