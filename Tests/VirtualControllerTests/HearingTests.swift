import Testing

@testable import VirtualController

/// What of the air reaches the host: Bluetooth Core Vol 4 Part E 7.7.65.2, 7.7.65.13, 7.8.1, 7.8.11.
@Suite struct HearingTests {
    private func scanning(
        _ kind: ControllerKind,
        type: UInt8 = 0,
        filter: UInt8 = 0
    )
        -> VirtualController
    {
        var machine = Host.controller(kind)
        let packets =
            kind == .extended
            ? [Host.extendedParameters(type: type), Host.extendedScan(1, filter: filter)]
            : [Host.legacyParameters(type: type), Host.legacyScan(1, filter: filter)]
        for packet in packets { #expect(machine.status(packet) == 0) }
        return machine
    }

    @Test("without a scan nothing is delivered")
    func noScan() {
        var machine = Host.controller(.extended)
        #expect(machine.hear(Host.report()) == nil)
        #expect(machine.counts.unscanned == 1)
        #expect(machine.counts.delivered == 0)
    }

    @Test("a scan gets reports of the kind of its commands")
    func kinds() {
        var legacy = scanning(.legacy)
        #expect(
            legacy.hear(Host.report())
                == [4, 0x3e, 15, 2, 1, 3, 1, 9, 0, 0, 0, 0, 0x42, 3, 2, 1, 6, 0xb5]
        )
        var extended = scanning(.extended)
        let event: [UInt8] =
            [4, 0x3e, 29, 0x0d, 1, 0x10, 0, 1, 9, 0, 0, 0, 0, 0x42, 1, 0, 0xff, 0x7f, 0xb5]
            + [0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 2, 1, 6]
        #expect(extended.hear(Host.report()) == event)
        #expect(extended.counts.delivered == 1)
        // A controller that knows both reports as it was asked.
        var asked = Host.controller(.extended)
        _ = asked.take(Host.legacyScan(1))
        #expect(asked.hear(Host.report())?[3] == 0x02)
    }

    @Test("only an active scan gets scan responses")
    func active() {
        var passive = scanning(.legacy, type: 0)
        #expect(passive.hear(Host.report(type: 4)) == nil)
        #expect(passive.counts.unasked == 1)
        var active = scanning(.extended, type: 1)
        #expect(active.hear(Host.report(type: 4))?[5] == 0x1b)
    }

    @Test("a filter lets each sender's adverts through once a scan")
    func duplicates() {
        var machine = scanning(.extended, filter: 1)
        #expect(machine.hear(Host.report(7)) != nil)
        #expect(machine.hear(Host.report(7)) == nil)
        #expect(machine.hear(Host.report(8)) != nil)
        #expect(machine.status(Host.extendedScan(1, filter: 1)) == 0)
        #expect(machine.hear(Host.report(7)) != nil)
        #expect(machine.counts.unasked == 1)
    }

    @Test("after a bare reset the masks keep reports out until the host sets them")
    func masks() {
        var machine = scanning(.extended)
        _ = machine.take(Host.reset)
        _ = machine.take(Host.extendedScan(1))
        #expect(machine.hear(Host.report()) == nil)
        #expect(machine.counts.masked == 1)
        _ = machine.take(Host.masks[0])
        // The LE mask's default has bit 1, legacy reports, and not bit 12.
        #expect(machine.hear(Host.report()) == nil)
        _ = machine.take(Host.masks[1])
        #expect(machine.hear(Host.report()) != nil)
    }

    @Test("a deaf controller answers and hears nothing, a dead one until it is reset")
    func deaf() {
        for fault in [ControllerFault.deaf, .deadUntilReset] {
            var machine = scanning(.legacy)
            machine.fault = fault
            #expect(machine.hear(Host.report()) == nil)
            #expect(machine.counts.unheard == 1)
            for packet in [Host.reset] + Host.masks + [Host.legacyScan(1)] {
                #expect(machine.status(packet) == 0)
            }
            #expect((machine.hear(Host.report()) != nil) == (fault == .deadUntilReset))
        }
    }

    @Test("a mute controller answers nothing and obeys nothing")
    func mute() {
        var machine = scanning(.legacy)
        machine.fault = .mute
        #expect(machine.take(Host.reset) == nil)
        #expect(machine.counts.unanswered == 1)
        #expect(machine.isScanning)
        machine.fault = nil
        #expect(machine.status(Host.reset) == 0)
    }

    @Test("a refusing controller begins no scan and does everything else")
    func refusing() {
        for (kind, begin, end) in [
            (ControllerKind.legacy, Host.legacyScan(1), Host.legacyScan(0)),
            (.extended, Host.extendedScan(1), Host.extendedScan(0)),
        ] {
            var machine = Host.controller(kind)
            machine.fault = .refusing(status: 0x1f)
            #expect(machine.status(begin) == 0x1f)
            #expect(!machine.isScanning)
            #expect(machine.status(end) == 0)
            #expect(machine.status(Host.command(0x1009)) == 0)
        }
    }

    @Test("power that comes back finds no scan and the same counts")
    func powerOn() {
        var machine = scanning(.legacy)
        _ = machine.hear(Host.report())
        machine.powerOn()
        #expect(!machine.isScanning)
        #expect(machine.counts.delivered == 1)
    }
}
