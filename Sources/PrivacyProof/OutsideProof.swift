import Air
import Glibc
import SystemIO

/// Looks for planted phones in a kiosk that somebody else started, such as one with a radio.
///
/// The same seed plants the same phones: once into a capture that a radio is made to hear, once as what
/// is looked for.
package struct OutsideProof: Sendable {
    private let phones: Int
    private let plant: Plant

    /// The phones of a seed.
    package init(phones: Int, seed: UInt64) {
        var dice = Xoshiro(seed: seed)
        self.phones = phones
        plant = Plant(count: phones, dice: &dice)
    }

    /// Writes the capture in which they advertise.
    ///
    /// - Throws: `SystemError` when the file cannot be written.
    package func write(to file: String) throws {
        try Files.replace(file, with: PlantedCapture(plant).bytes, durably: false)
    }

    /// Stops a process, looks through its memory and through files, and lets it go on.
    ///
    /// - Parameters:
    ///   - process: A kiosk that was started with `PrivacyProof.markerVariable` set to some word.
    ///   - folders: What it writes into.
    /// - Returns: What was looked at and what was found.
    /// - Throws: `ProofError` or `SystemError` when it could not be looked.
    package func look(at process: Int32, folders: [String]) throws -> ProofResult {
        let began = Clocks.boottime()
        let halted = try HaltedProcess(process)
        let word = try halted.environment(PrivacyProof.markerVariable).first ?? ""
        guard word.utf8.count >= Needles.keyLength else {
            throw ProofError.noControl(
                "start the kiosk with \(PrivacyProof.markerVariable) set to a word of "
                    + "\(Needles.keyLength) letters or more, which must be found in its memory"
            )
        }
        let capture = PlantedCapture(plant)
        let needles = Needles(values: plant.values, marker: Array(word.utf8))
        var examination = Examination(needles)
        let control = examination.control(capture.bytes)
        guard control.distinct == plant.values.count else {
            throw ProofError.noControl("not every value was found in the capture")
        }
        let memoryBegan = Clocks.boottime()
        try examination.memory(of: halted.identifier, except: nil)
        guard examination.places.contains(where: \.findings.hasMarker) else {
            throw ProofError.noControl("the marker in the kiosk's memory was not found")
        }
        let memory = Double(Clocks.boottime() - memoryBegan) / 1e6
        try examination.files("files while running", below: folders)
        return ProofResult(
            phones: phones,
            ids: plant.ids,
            values: plant.values.count,
            needles: needles.count,
            events: capture.events,
            heard: nil,
            usedException: false,
            places: examination.places,
            leftOut: examination.leftOut,
            seconds: (Double(Clocks.boottime() - began) / 1e6, memory)
        )
    }
}
