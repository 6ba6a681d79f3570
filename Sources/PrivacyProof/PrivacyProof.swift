import Air
import Glibc
import SystemIO

/// Plants known phones before a running kiosk and looks for their values in all that it holds,
/// writes, says and sends.
package struct PrivacyProof: Sendable {
    /// Environment of a kiosk whose memory the same user may read; it obeys in a replay only.
    package static let readableVariable = "KIOSK_PROOF_READABLE"
    private static let markerVariable = "KIOSK_PROOF_MARKER"
    /// Seconds for the kiosk to hear everything, and to stop.
    private static let patience = (run: 240, stop: 30)

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
            return try run(in: ProofFolder(path: FileTree.makeTemporary(below: kept)))
        }
        let temporary = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        let path = try FileTree.makeTemporary(below: temporary)
        defer { try? FileTree.remove(path) }
        return try run(in: ProofFolder(path: path))
    }

    private func run(in folder: ProofFolder) throws -> ProofResult {
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
        let province = try FakeProvince()
        defer { province.finish() }
        try folder.fill(capture, province: province.address)
        let isExcepted = !Capability.isEffective(.trace)
        let kiosk = try ChildProcess(
            program,
            [
                "run", "--config", folder.settings, "--replay", folder.capture,
                "--replay-speed", "100000", "--display", "png:" + folder.display,
            ],
            environment: ["\(Self.markerVariable)=\(marker)"]
                + (isExcepted ? ["\(Self.readableVariable)=1"] : []),
            log: folder.log
        )
        try waitUntilHeard(kiosk, province, folder)
        let seconds = try look(at: kiosk, province, folder, &examination)
        if kept != nil { try Files.replace(folder.sent, with: province.bytes, durably: false) }
        guard 10 * province.counted >= 9 * plant.ids - 300 else {
            throw ProofError.deaf(heard: province.counted, planted: plant.ids)
        }
        return ProofResult(
            phones: phones,
            ids: plant.ids,
            values: plant.values.count,
            needles: needles.count,
            events: capture.events,
            counted: province.counted,
            usedException: isExcepted,
            places: examination.places,
            leftOut: examination.leftOut,
            seconds: (Double(Clocks.boottime() - began) / 1e6, seconds)
        )
    }

    /// Waits until the replay is over and both quarters have arrived at the province.
    private func waitUntilHeard(
        _ kiosk: ChildProcess,
        _ province: FakeProvince,
        _ folder: ProofFolder
    ) throws(ProofError) {
        let deadline = Clocks.boottime() + Int64(Self.patience.run) * 1_000_000
        while true {
            let lines = folder.lines
            let last = lines.last.map(String.init) ?? "nothing"
            if let code = kiosk.poll() { throw .ended(code: code, line: last) }
            let isOver = lines.contains { $0.contains("radio: replay over") }
            if isOver, province.quarters >= PlantedCapture.quarters { return }
            guard Clocks.boottime() < deadline else {
                throw .late("the end of the replay", seconds: Self.patience.run, line: last)
            }
            usleep(100_000)
        }
    }

    /// Looks at the kiosk standing still, then at what it leaves behind; seconds spent on its memory.
    private func look(
        at kiosk: ChildProcess,
        _ province: FakeProvince,
        _ folder: ProofFolder,
        _ examination: inout Examination
    ) throws -> Double {
        kiosk.send(SIGSTOP)
        kiosk.waitUntilStopped()
        let began = Clocks.boottime()
        try examination.memory(of: kiosk.identifier, except: folder.capture)
        let seconds = Double(Clocks.boottime() - began) / 1e6
        guard examination.places.contains(where: \.findings.hasMarker) else {
            throw ProofError.noControl("the marker in the kiosk's memory was not found")
        }
        let folders = [folder.state, folder.display]
        try examination.files("files while running", below: folders)
        kiosk.send(SIGCONT)
        kiosk.send(SIGTERM)
        let deadline = Clocks.boottime() + Int64(Self.patience.stop) * 1_000_000
        while kiosk.poll() == nil {
            guard Clocks.boottime() < deadline else {
                let last = folder.lines.last.map(String.init) ?? "nothing"
                throw ProofError.late("its end", seconds: Self.patience.stop, line: last)
            }
            usleep(50_000)
        }
        let code = kiosk.wait()
        guard code == 0 else { throw ProofError.badEnd(code) }
        try examination.files("files after its end", below: folders)
        try examination.log(folder)
        examination.sent(province.bytes, requests: province.requests)
        return seconds
    }
}
