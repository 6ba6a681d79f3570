import Fleet
import KioskLogic
package import Lifecycle
import SystemIO

/// Listens to one adapter on the calling thread and keeps it well: feeds its health, does what that says.
package struct AdapterWatch {
    private let number: Int
    private let port: any AdapterPort
    private let air: SharedAir
    private let clock: any KioskClock
    private let steady: any SteadyClock
    private let desk: any RebootDesk
    private let log: Log
    private var health: RadioHealth
    private var heard = 0
    private var nextCount = 0.0
    /// The last stage done since anything was heard.
    private var lastStage: String?
    /// Whether a stage was done that has not yet been told to have helped.
    private var isMending = false
    private var takenBack = 0
    private var lostBefore: UInt64 = 0

    /// - Parameters:
    ///   - number: Which of several adapters this is.
    ///   - port: The adapter.
    ///   - air: Takes what is heard.
    ///   - clocks: The wall clock, and one that never steps.
    ///   - desk: Is asked for reboots.
    ///   - log: Hears of every change and every stage.
    package init(
        number: Int,
        port: any AdapterPort,
        air: SharedAir,
        clocks: (wall: any KioskClock, steady: any SteadyClock),
        desk: any RebootDesk,
        log: Log
    ) {
        self.number = number
        self.port = port
        self.air = air
        clock = clocks.wall
        steady = clocks.steady
        self.desk = desk
        self.log = log
        let now = (wall: clock.now(), steady: steady.seconds())
        health = RadioHealth(
            quota: RebootQuota(past: desk.past().map { now.steady - now.wall.seconds(since: $0) })
        )
    }

    /// Listens until told to stop, which is asked at least four times a second.
    package mutating func run(until isStopped: () -> Bool) {
        defer {
            port.close()
            air.leave(number)
        }
        while !isStopped() {
            step()
        }
    }

    /// Does what is due, and then listens for up to a quarter second.
    private mutating func step() {
        while let action = health.next(at: steady.seconds()) {
            // Deafness is told before what is done about it.
            tell()
            perform(action)
            tell()
        }
        do throws(RadioTrouble) {
            let (number, air) = (number, air)
            var count = 0
            // Traces lay on this thread's stack; nothing else overwrites them in time.
            defer { StackScrub.now() }
            let news = try port.hear { packet, time in
                count += air.hear(packet, at: time, adapter: number)
            }
            heard += count
            let now = steady.seconds()
            if news.isDisturbed { notice(at: now) }
            if news.mayBeBack { health.mayBeBack(at: now) }
            if now >= nextCount || !health.state.isListening {
                health.heard(heard, at: now)
                heard = 0
                nextCount = now + 1
            }
        } catch {
            health.failed(error, at: steady.seconds())
        }
        tell()
    }

    private mutating func perform(_ action: RadioHealth.Action) {
        do throws(RadioTrouble) {
            switch action {
            case .start:
                try port.start()
                health.started(at: steady.seconds())
            case .probe:
                try port.probe()
                health.answered(at: steady.seconds())
            case .perform(let stage):
                try perform(stage)
            case .requestReboot:
                log.error("radio: \(port.label): asks for a reboot: no stage of recovery helped")
                note("reboot asked for")
                desk.request("\(port.label): \(health.state)", at: clock.now())
            }
        } catch {
            health.failed(error, at: steady.seconds())
        }
    }

    /// Does a stage and says what came of it; a fresh scan that is no recovery says nothing.
    private mutating func perform(_ stage: RadioStage) throws(RadioTrouble) {
        guard health.isRecovering else {
            try port.perform(stage)
            health.finished(stage, worked: true, at: steady.seconds())
            return
        }
        do throws(RadioTrouble) {
            try port.perform(stage)
            log.notice("radio: \(port.label): \(stage): done")
            note("\(stage) done")
            health.finished(stage, worked: true, at: steady.seconds())
        } catch {
            log.warning("radio: \(port.label): \(stage): \(error)")
            note("\(stage) failed")
            health.finished(stage, worked: false, at: steady.seconds())
        }
    }

    private mutating func note(_ stage: String) {
        lastStage = "\(stage) at \(LocalTime(clock.now()).clock)"
        isMending = true
    }

    private mutating func notice(at now: Double) {
        health.disturbed(at: now)
        takenBack += 1
        // The first time and then ever more rarely, since a busy bluetoothd does it all day.
        if takenBack & (takenBack - 1) == 0 {
            log.notice(
                "radio: \(port.label): another program changed the scan, it is taken back "
                    + "(time \(takenBack)); is bluetoothd looking for devices?"
            )
        }
    }

    /// Tells the others how the adapter is, and the log when that changed.
    private mutating func tell() {
        let state = health.state
        guard state != .starting else { return }
        if state == .listening, isMending, !health.isRecovering, let lastStage {
            isMending = false
            log.notice("radio: \(port.label): listens again after: \(lastStage)")
        }
        let lost = port.lost
        if lost > lostBefore, state.isListening, lostBefore == 0 {
            log.warning("radio: \(port.label): the kiosk was too slow: \(lost) adverts lost")
        }
        lostBefore = lost
        air.tell(
            AdapterReport(
                label: port.label,
                state: state,
                lastHeard: lastMoment(),
                lastStage: lastStage
            ),
            of: number,
            at: clock.now()
        )
    }

    /// The wall clock at the last moment the adapter surely listened.
    private func lastMoment() -> Instant? {
        health.lastSign.map { sign in
            let ago = max(steady.seconds() - sign, 0)
            return Instant(microseconds: clock.now().microseconds - Int64(ago * 1e6))
        }
    }
}
