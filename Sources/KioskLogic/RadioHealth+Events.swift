// What the shell tells of an adapter.

extension RadioHealth {
    /// The adapter scans; every command was answered.
    package mutating func started(at now: Double) {
        isOpen = true
        startDue = .infinity
        lastSign = now
        silentSince = now
        probeDue = .infinity
        freshScanDue = now + Self.freshScanInterval
        rate.resume()
        guard rung > 0 else {
            state = .listening
            return
        }
        if isClimbingForSilence {
            rungDue = now + (hasStageWorked ? Self.patience : 1)
        } else {
            // It was given up because it did not answer, and now it does.
            rung = 0
            rungDue = .infinity
            state = .listening
        }
    }

    /// So many adverts were heard since this was told last; zero too is worth telling.
    package mutating func heard(_ count: Int, at now: Double) {
        guard isOpen else { return }
        if state == .listening || count > 0 { rate.note(count, now: now) }
        guard count > 0 else { return }
        lastSign = now
        silentSince = now
        probeDue = .infinity
        freshScanDue = now + Self.freshScanInterval
        rung = 0
        rungDue = .infinity
        laps = 0
        state = .listening
    }

    /// The controller gave a sign of life.
    package mutating func answered(at now: Double) {
        lastSign = now
        guard rung == 0, isOpen else { return }
        if rate.limit.isTelling {
            // The scan may have ended without anybody telling.
            state = .doubtful
            lastSign = silentSince
            isClimbingForSilence = true
            rung = 1
            rungDue = now
        } else {
            state = .quiet
        }
    }

    /// Opening, listening or asking ended in trouble; the adapter is closed.
    package mutating func failed(_ trouble: RadioTrouble, at now: Double) {
        isOpen = false
        // Trouble that is told twice does not put off what is due.
        if startDue == .infinity { startDue = now + pause(after: trouble.kind, at: now) }
        guard trouble.kind.isCurable else {
            state = .absent(trouble)
            rung = 0
            rungDue = .infinity
            return
        }
        state = .deaf(trouble)
        isClimbingForSilence = false
        if rung == 0 {
            rung = 1
            rungDue = now + 1
        } else if rungDue == .infinity {
            rungDue = now + min(2 * Double(rung), 10)
        }
        // Between two stages nothing else is tried; after the last ones it is, now and then.
        startDue = rungDue > now + 30 ? now + 30 : .infinity
    }

    /// A stage was done, and whether it could be.
    package mutating func finished(_ stage: RadioStage, worked: Bool, at now: Double) {
        guard rung > 0 else {
            // A fresh scan in silence, or one that takes the scan back from another program.
            if worked { rate.resume() }
            return
        }
        hasStageWorked = worked
        guard worked || stage != .restartScan else {
            // A controller that does not take a scan does not answer either.
            isOpen = false
            isClimbingForSilence = false
            rungDue = now + 1
            return
        }
        switch stage {
        case .restartScan where isOpen:
            // Every command was answered; where silence tells, adverts must come too.
            rungDue = now + Self.patience
        case .rebind:
            close(until: now + 3)
        case .restartScan, .reset, .powerCycle:
            close(until: now + 1)
        }
    }

    /// Another program changed the scan.
    package mutating func disturbed(at now: Double) {
        disturbances.note(at: now)
    }

    /// An adapter appeared or was switched on: looks at once.
    package mutating func mayBeBack(at now: Double) {
        guard !isOpen else { return }
        startDue = min(startDue, now)
    }

    private mutating func close(until due: Double) {
        isOpen = false
        startDue = due
    }

    /// Seconds until the adapter is tried again; longer for one that others switch off again and again.
    ///
    /// Three times within two minutes are no fight: a program that stops may leave it switched off.
    private mutating func pause(after kind: RadioTrouble.Kind, at now: Double) -> Double {
        guard kind == .off else { return kind.pause }
        offs = now - lastOff < 120 ? offs + 1 : 0
        lastOff = now
        return min(kind.pause * Double(1 << min(max(offs - 2, 0), 6)), 60)
    }
}
