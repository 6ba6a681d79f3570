import Testing

@testable import VirtualController

/// Commands and their answers: Bluetooth Core Vol 4 Part E 7.3, 7.4, 7.8.
@Suite struct VirtualControllerTests {
    @Test(
        "what Linux asks when an adapter appears gets its facts",
        arguments: [
            (0x0c03, []),
            (0x1001, [9, 0, 0, 9, 0xff, 0xff, 0, 0]),
            (0x1003, [0, 0, 0, 0, 0x60, 0, 0, 0]),
            (0x1009, [1, 2, 3, 4, 5, 6]),
            (0x2002, [27, 0, 4]),
            (0x2003, [0, 0x10, 0, 0, 0, 0, 0, 0]),
            (0x200f, [16]),
            (0x203b, [1]),
            (0x2010, []),
        ] as [(UInt16, [UInt8])]
    )
    func facts(_ opcode: UInt16, _ facts: [UInt8]) {
        var machine = VirtualController(kind: .extended, address: Host.address)
        let length = UInt8(4 + facts.count)
        let head: [UInt8] = [4, 0x0e, length, 1, UInt8(opcode & 0xff), UInt8(opcode >> 8), 0]
        #expect(machine.take(Host.command(opcode)) == head + facts)
        #expect(machine.counts.answered == 1)
    }

    @Test("features and commands tell the kinds apart")
    func kinds() throws {
        for kind in ControllerKind.allCases {
            var machine = VirtualController(kind: kind, address: Host.address)
            let features = machine.take(Host.command(0x2003)) ?? []
            try #require(features.count == 15)
            #expect((features[8] & 0x10 != 0) == (kind == .extended))
            let commands = machine.take(Host.command(0x1002)) ?? []
            try #require(commands.count == 7 + 64)
            // Octet 26 bits 2 and 3: legacy scan; octet 37 bits 5 and 6: extended scan.
            #expect(commands[7 + 26] & 0x0c == 0x0c)
            #expect((commands[7 + 37] & 0x60 == 0x60) == (kind == .extended))
            #expect(machine.status(Host.extendedScan(1)) == (kind == .extended ? 0 : 0x01))
        }
    }

    @Test(
        "a packet that is no whole command gets no answer",
        arguments: [
            [], [1], [1, 3, 0x0c], [1, 3, 0x0c, 1], [2, 3, 0x0c, 0], [1, 3, 0x0c, 0, 0],
        ] as [[UInt8]]
    )
    func noCommand(_ packet: [UInt8]) {
        var machine = VirtualController(kind: .legacy, address: Host.address)
        #expect(machine.take(packet) == nil)
        #expect(machine.counts.unanswered == 1)
    }

    @Test("legacy and extended scan commands do not mix until a reset")
    func mixing() {
        var machine = Host.controller(.extended)
        #expect(machine.status(Host.legacyParameters(type: 0)) == 0)
        #expect(machine.status(Host.extendedParameters(type: 0)) == 0x0c)
        #expect(machine.status(Host.extendedScan(1)) == 0x0c)
        #expect(machine.status(Host.reset) == 0)
        #expect(machine.status(Host.extendedScan(1)) == 0)
        #expect(machine.status(Host.legacyScan(0)) == 0x0c)
        #expect(machine.isScanning)
    }

    @Test(
        "parameters that are wrong are refused",
        arguments: [
            (0x200b, [0, 0x60, 0, 0x60, 0, 0]),
            (0x200b, [2, 0x60, 0, 0x60, 0, 0, 0]),
            (0x200c, [1]),
            (0x200c, [2, 0]),
            (0x2041, [0, 0]),
            (0x2041, [0, 0, 5, 0, 0x60, 0, 0x60, 0]),
            (0x2041, [0, 0, 4, 0, 0x60, 0, 0x60, 0]),
            (0x2042, [1, 0]),
            (0x2042, [1, 3, 0, 0, 0, 0]),
            (0x2001, [1]),
        ] as [(UInt16, [UInt8])]
    )
    func wrongParameters(_ opcode: UInt16, _ parameters: [UInt8]) {
        var machine = Host.controller(.extended)
        #expect(machine.status(Host.command(opcode, parameters)) == 0x12)
        #expect(!machine.isScanning)
    }

    @Test("scan parameters are refused while a scan is running")
    func parametersWhileScanning() {
        var machine = Host.controller(.legacy)
        #expect(machine.status(Host.legacyScan(1)) == 0)
        #expect(machine.status(Host.legacyParameters(type: 1)) == 0x0c)
        #expect(machine.status(Host.legacyScan(0)) == 0)
        #expect(machine.status(Host.legacyParameters(type: 1)) == 0)
    }

    @Test("a reset ends the scan")
    func reset() {
        var machine = Host.controller(.legacy)
        _ = machine.take(Host.legacyScan(1))
        #expect(machine.isScanning)
        _ = machine.take(Host.reset)
        #expect(!machine.isScanning)
        #expect(machine.hasScanned)
    }
}
