import Air
import Glibc
import SystemIO

/// Plants known phones before a running kiosk and looks for their values in all that it holds,
/// writes, says and sends.
package struct PrivacyProof: Sendable {
    /// Environment of a kiosk whose memory the same user may read; it obeys in a replay only.
    package static let readableVariable = "KIOSK_PROOF_READABLE"
    /// Environment of a kiosk with a word that is looked for, to show that its memory was really read.
    package static let markerVariable = "KIOSK_PROOF_MARKER"

    private let program: String
    private let phones: Int
    private let kept: String?

    /// - Parameters:
    ///   - program: Path of the kiosk's executable.
    ///   - phones: How many to plant.
    ///   - kept: Folder to make the proof in and to leave there; nil for one that goes with it.
    package init(program: String, phones: Int, kept: String?) {
        self.program = program
        self.phones = phones
        self.kept = kept
    }

    /// Makes the proof; blocks until it is made.
    ///
    /// - Throws: `ProofError` or `SystemError` when it could not be looked.
    package func run() throws -> ProofResult {
        if let kept {
            try Files.makeFolder(kept)
            return try run(in: FileTree.makeTemporary(below: Self.absolute(kept)))
        }
        let temporary = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        let path = try FileTree.makeTemporary(below: Self.absolute(temporary))
        defer { try? FileTree.remove(path) }
        return try run(in: path)
    }

    private func run(in path: String) throws -> ProofResult {
        let began = Clocks.boottime()
        var dice = Xoshiro(seed: KernelRandom.word())
        let plant = Plant(count: phones, dice: &dice)
        let marker = "marker-" + String(KernelRandom.word(), radix: 36)
        let capture = PlantedCapture(plant)
        let needles = Needles(values: plant.values, marker: Array(marker.utf8))
        var examination = Examination(needles)
        let control = examination.control(capture.bytes)
        guard control.distinct == plant.values.count else {
            throw ProofError.noControl(
                "it found \(control.distinct) of \(plant.values.count) values in the capture"
            )
        }
        let file = path + "/planted.btsnoop"
        try Files.replace(file, with: capture.bytes, durably: false)
        let environment = "\(Self.markerVariable)=\(marker)"
        let isExcepted = !Capability.isEffective(.trace)
        let kiosk = try ProofKiosk(
            program,
            ProofFolder(path: path + "/kiosk", capture: file),
            environment: [environment] + (isExcepted ? ["\(Self.readableVariable)=1"] : [])
        )
        let seconds = try look(at: kiosk, capture, &examination)
        let heard = try heard(by: kiosk, capture)
        try lookAtCore(
            ProofKiosk(
                program,
                ProofFolder(path: path + "/crashed", capture: file),
                environment: [environment, "\(Self.readableVariable)=1"]
            ),
            capture,
            &examination
        )
        return ProofResult(
            phones: phones,
            ids: plant.ids,
            values: plant.values.count,
            needles: needles.count,
            events: capture.events,
            heard: heard,
            usedException: isExcepted,
            places: examination.places,
            leftOut: examination.leftOut,
            seconds: (Double(Clocks.boottime() - began) / 1e6, seconds)
        )
    }

    /// Looks at a kiosk standing still when it has heard everything, then at what it leaves behind.
    ///
    /// - Returns: Seconds spent on its memory.
    private func look(
        at kiosk: ProofKiosk,
        _ capture: PlantedCapture,
        _ examination: inout Examination
    ) throws -> Double {
        let folder = kiosk.folder
        try kiosk.waitUntilHeard(quarters: capture.ids.count)
        kiosk.halt()
        let began = Clocks.boottime()
        try examination.memory(of: kiosk.identifier, except: folder.capture)
        let seconds = Double(Clocks.boottime() - began) / 1e6
        guard examination.places.contains(where: \.findings.hasMarker) else {
            throw ProofError.noControl("the marker in the kiosk's memory was not found")
        }
        let folders = [folder.state, folder.display]
        try examination.files("files while running", below: folders)
        try kiosk.stop()
        try examination.files("files after its end", below: folders)
        try examination.log(folder)
        let sent = kiosk.province.bytes
        examination.sent(sent, requests: kiosk.province.requests)
        if kept != nil { try Files.replace(folder.sent, with: sent, durably: false) }
        return seconds
    }

    /// What the kiosk reported of the planted ids.
    ///
    /// - Throws: `ProofError.deaf` when less than half of the quarters had figures, or these tell of
    ///   less than nine tenths of the ids planted there: then the whole path was not used.
    private func heard(by kiosk: ProofKiosk, _ capture: PlantedCapture) throws -> ProofResult.Heard
    {
        var heard = ProofResult.Heard(quarters: kiosk.province.quarters.count)
        for (start, figure) in kiosk.province.quarters {
            guard let figure else { continue }
            heard.withFigures += 1
            heard.counted += figure
            heard.planted += capture.ids[start] ?? 0
        }
        let isCounted = 10 * heard.counted >= 9 * heard.planted - 300
        guard isCounted, 2 * heard.withFigures >= heard.quarters else {
            throw ProofError.deaf(heard)
        }
        return heard
    }

    /// Lets a second kiosk crash whose core is allowed, and looks through that.
    private func lookAtCore(
        _ kiosk: ProofKiosk,
        _ capture: PlantedCapture,
        _ examination: inout Examination
    ) throws {
        try kiosk.waitUntilHeard(quarters: capture.ids.count)
        guard let core = try kiosk.crash() else {
            examination.leaveOut("core", "the system made none although one was allowed")
            return
        }
        guard try examination.core(core) else {
            throw ProofError.noControl("the marker in the kiosk's core was not found")
        }
        if kept == nil { unlink(core) }
    }

    /// A path that holds wherever a process works.
    private static func absolute(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }
}
