import Fleet
import Glibc
import KioskLogic
import KioskService
import Radio
import Screen
import SystemIO

extension DoctorCheck {
    /// Settings and board can be read.
    static let configuration = DoctorCheck(part: "settings") { subject in
        var findings: [PartFinding] = []
        do {
            let settings = try KioskSettings.load(subject.arguments)
            findings.append(
                settings.province == nil
                    ? PartFinding(
                        "settings",
                        .warn,
                        "kiosk \(settings.kiosk) reports to nobody",
                        remedy: "give a province in \(Defaults.settings)"
                    )
                    : PartFinding("settings", .ok, "kiosk \(settings.kiosk) reports to a province")
            )
        } catch {
            findings.append(PartFinding("settings", .fail, error: "\(error)"))
        }
        do {
            let board = try BoardProfile.load(subject.arguments)
            findings.append(PartFinding("board", .ok, board.name))
        } catch {
            findings.append(PartFinding("board", .fail, error: "\(error)"))
        }
        return findings
    }

    /// The process may use Bluetooth.
    static let capabilities = DoctorCheck(part: "rights") { _ in
        let missing = [Capability.rawNetwork, .networkAdministration]
            .filter { !Capability.isEffective($0) }
            .map(\.name)
        guard !missing.isEmpty else {
            return [PartFinding("rights", .ok, "CAP_NET_RAW and CAP_NET_ADMIN")]
        }
        return [
            PartFinding(
                "rights",
                .fail,
                "missing " + missing.joined(separator: " and "),
                remedy: "systemd: AmbientCapabilities=CAP_NET_RAW CAP_NET_ADMIN"
            )
        ]
    }

    /// Each adapter of the board is there, and answers when it is on.
    static let radio = DoctorCheck(part: "radio") { subject in
        let board = subject.board ?? .usual
        let specs = BoardAdapters(specs: board.adapters, isActiveScan: false).wanted()
        let findings = try? await Threads.run("doctor") {
            (specs.isEmpty ? [.index(0)] : specs).map(examine)
        }
        return findings ?? []
    }

    private static func examine(_ spec: AdapterSpec) -> PartFinding {
        do throws(RadioTrouble) {
            return PartFinding("radio", .ok, try LiveAdapter(spec: spec, isActive: false).examine())
        } catch {
            return PartFinding("radio", .fail, error: "\(error)")
        }
    }

    /// The state folder can be written to, and the store in it be read.
    static let store = DoctorCheck(part: "store") { subject in
        guard let settings = subject.settings else { return [] }
        let folder = settings.state
        guard Files.exists(folder) else {
            return [PartFinding("store", .ok, "\(folder) is made when the kiosk runs first")]
        }
        guard access(folder, R_OK | W_OK | X_OK) == 0 else {
            return [
                PartFinding(
                    "store",
                    .fail,
                    "\(folder) cannot be written to by this user",
                    remedy: "in the systemd unit: StateDirectory=, or change its owner"
                )
            ]
        }
        let path = Defaults.database(in: folder)
        guard Files.exists(path) else {
            return [PartFinding("store", .ok, "\(folder) is empty; the kiosk has not run yet")]
        }
        do {
            let counts = try await KioskStore(reading: path).counts()
            return [
                PartFinding("store", .ok, "\(counts.rows) quarters, \(counts.waiting) not yet sent")
            ]
        } catch {
            return [PartFinding("store", .fail, error: "\(path): \(error)")]
        }
    }

    /// A display is there.
    static let display = DoctorCheck(part: "display") { _ in
        let state = await KMSOutput().state
        guard case .absent(let reason) = state else {
            return [PartFinding("display", .ok, "\(state)")]
        }
        return [
            PartFinding(
                "display",
                .warn,
                reason,
                remedy: "none is needed to count; while the kiosk runs the display is its own"
            )
        ]
    }

    /// The clock is right enough for quarters of an hour.
    static let clock = DoctorCheck(part: "clock") { _ in
        let now = Instant(microseconds: Clocks.realtime())
        let local = LocalTime(now)
        // Bluezone came in April 2020; a clock before that was never set.
        guard now.seconds >= 1_585_699_200 else {
            return [
                PartFinding(
                    "clock",
                    .fail,
                    "it shows \(local.date) \(local.clock)",
                    remedy: "set it, or let it be set: timedatectl set-ntp true"
                )
            ]
        }
        guard Clocks.isSynchronised else {
            return [
                PartFinding(
                    "clock",
                    .warn,
                    "\(local.date) \(local.clock), kept right by nobody",
                    remedy: "timedatectl set-ntp true"
                )
            ]
        }
        return [PartFinding("clock", .ok, "\(local.date) \(local.clock), kept right")]
    }
}
