import Commands
import KioskService

/// One examination of `kiosk doctor`; a new one is a value in `DoctorCheck.all`.
struct DoctorCheck: Sendable {
    /// What is examined, in one word.
    let part: String
    /// Examines it without changing anything and without disturbing a kiosk that runs.
    let examine: @Sendable (DoctorCase) async -> [PartFinding]

    /// Every examination, in the order in which it is shown.
    static let all: [DoctorCheck] = [
        configuration, capabilities, radio, store, display, clock,
    ]
}

/// The kiosk that is examined.
struct DoctorCase: Sendable {
    let arguments: Arguments
    /// Its settings, nil when they cannot be read; the check of the configuration says why.
    let settings: KioskSettings?
    let board: BoardProfile?

    init(_ arguments: Arguments) {
        self.arguments = arguments
        settings = try? KioskSettings.load(arguments)
        board = try? BoardProfile.load(arguments)
    }
}
