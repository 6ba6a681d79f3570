import Commands
import Fleet

/// The province's server.
@main
struct Province {
    static func main() async {
        await program.main()
    }

    static let program = Program(
        name: "province",
        version: Product.version,
        summary: "Takes the reports of the fleet's kiosks and shows them on a page.",
        commands: [serve]
    )
}
