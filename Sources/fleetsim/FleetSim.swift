import Commands
import Fleet

/// Makes air and fleets that never were, with known truth.
@main
struct FleetSim {
    static func main() async {
        await program.main()
    }

    static let program = Program(
        name: "fleetsim",
        version: Product.version,
        summary: "Makes synthetic air with known truth, and an adapter that hears it, for tests.",
        commands: [air, controller]
    )
}
