import KioskLogic
import Testing

@testable import Radio

@Suite struct AdapterFinderTests {
    private let sysfs: FakeSysfs

    init() throws {
        sysfs = try FakeSysfs()
    }

    private func index(of spec: AdapterSpec, addresses: [Int: String] = [:]) -> Int? {
        AdapterFinder.index(of: spec, below: sysfs.classFolder) { addresses[$0] }
    }

    @Test("all adapters are found by their index, with their place")
    func all() throws {
        let first = try sysfs.add("hci0", at: "pci0/usb1/1-4/1-4:1.0")
        let second = try sysfs.add("hci2", at: "platform/serial0/serial0-0")
        let found = AdapterFinder.all(below: sysfs.classFolder)
        #expect(found.map(\.index) == [0, 2])
        #expect(
            found.map { $0.path.hasSuffix("hci0") || $0.path.hasSuffix("hci2") } == [true, true]
        )
        #expect(first.hasSuffix("hci0") && second.hasSuffix("hci2"))
        #expect(AdapterFinder.all(below: sysfs.classFolder + "/none").isEmpty)
    }

    @Test("an adapter that came back under another index is found by its place and its address")
    func renumbered() throws {
        _ = try sysfs.add("hci0", at: "pci0/usb1/1-2/1-2:1.0")
        _ = try sysfs.add("hci3", at: "pci0/usb1/1-4/1-4:1.0")
        #expect(index(of: .path("usb1/1-4")) == 3)
        #expect(index(of: .path("usb1/1-5")) == nil)
        let addresses = [0: "00:00:00:00:00:01", 3: "00:00:00:00:00:02"]
        #expect(index(of: .address("00:00:00:00:00:02"), addresses: addresses) == 3)
        #expect(index(of: .address("00:00:00:00:00:03"), addresses: addresses) == nil)
        #expect(index(of: .all) == 0)
        #expect(index(of: .index(7)) == 7)
    }

    @Test("what means an adapter after a reset is its place, and its index where it has none")
    func lasting() throws {
        _ = try sysfs.add("hci0", at: "pci0/usb1/1-4/1-4:1.0")
        let found = try #require(AdapterFinder.all(below: sysfs.classFolder).first)
        guard case .path(let path) = found.lastingSpec else {
            Issue.record("no place")
            return
        }
        #expect(path.hasSuffix("/usb1/1-4/1-4:1.0"))
        let virtual = AdapterFinder.Found(index: 1, path: "/sys/devices/virtual/bluetooth/hci1")
        #expect(virtual.lastingSpec == .index(1))
    }
}
