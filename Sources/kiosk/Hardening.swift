import Commands
import Glibc
import Lifecycle
import PrivacyProof
import SystemIO

/// Keeps a running kiosk's memory away from disks and from other processes.
enum Hardening {
    /// Hardens the process and says what could not be done.
    ///
    /// - Parameters:
    ///   - isReplay: Whether the kiosk hears a capture and no radio.
    ///   - log: Takes what an operator should know.
    /// - Throws: `UsageError` when a kiosk with a radio is asked to leave its memory readable.
    static func apply(isReplay: Bool, log: Log) throws(UsageError) {
        let isReadable = getenv(PrivacyProof.readableVariable) != nil
        guard !isReadable || isReplay else {
            throw UsageError(
                "\(PrivacyProof.readableVariable) is set: memory is left readable in a replay only, "
                    + "never with a radio; unset it"
            )
        }
        if isReadable {
            log.warning(
                "kiosk: MEMORY IS READABLE for other processes of this user, as "
                    + "\(PrivacyProof.readableVariable) asks for; this is for tests alone"
            )
        }
        do {
            try ProcessHardening.forbidDumps(exceptReading: isReadable)
        } catch {
            log.error("kiosk: core dumps cannot be forbidden: \(error)")
        }
        let memory = MemoryGuard.apply()
        if memory == .swappable {
            log.warning("kiosk: \(memory)")
        } else {
            log.info("kiosk: \(memory)")
        }
    }
}
