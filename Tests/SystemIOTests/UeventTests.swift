import Testing

@testable import SystemIO

@Suite struct UeventTests {
    private static let display = [
        "change@/devices/pci0000:00/0000:00:02.0/drm/card0", "ACTION=change",
        "DEVPATH=/devices/pci0000:00/0000:00:02.0/drm/card0", "SUBSYSTEM=drm", "HOTPLUG=1",
        "DEVNAME=dri/card0", "DEVTYPE=drm_minor", "SEQNUM=2711", "MAJOR=226", "MINOR=0",
    ]

    private static func bytes(_ parts: [String]) -> [UInt8] {
        parts.flatMap { Array($0.utf8) + [0] }
    }

    private static func changed(_ old: String, to new: String) -> [UInt8] {
        bytes(display.map { $0 == old ? new : $0 })
    }

    @Test("a display's message is read and known")
    func hotplug() throws {
        let event = try #require(Uevent(Self.bytes(Self.display)))
        #expect(event.action == "change" && event.subsystem == "drm")
        #expect(event.values["DEVNAME"] == "dri/card0")
        #expect(event.isDisplayChange)
    }

    @Test(
        "other messages are read, and are none of a display",
        arguments: [
            [
                "add@/module/virtio_gpu", "ACTION=add", "DEVPATH=/module/virtio_gpu",
                "SUBSYSTEM=module",
            ],
            ["change@/d/card0", "ACTION=change", "DEVPATH=/d/card0", "SUBSYSTEM=drm"],
            [
                "change@/d/card0", "ACTION=change", "DEVPATH=/d/card0", "SUBSYSTEM=drm",
                "HOTPLUG=10",
            ],
            ["add@/d/card0", "ACTION=add", "DEVPATH=/d/card0", "SUBSYSTEM=drm", "HOTPLUG=1"],
            ["change@/p", "ACTION=change", "DEVPATH=/p", "SUBSYSTEM=power_supply", "HOTPLUG=1"],
        ]
    )
    func others(parts: [String]) throws {
        #expect(try #require(Uevent(Self.bytes(parts))).isDisplayChange == false)
    }

    @Test("what does not fit together is no message")
    func refused() {
        let whole = Self.bytes(Self.display)
        #expect(Uevent([]) == nil && Uevent([0]) == nil)
        for count in 1..<whole.count where whole[count - 1] != 0 {
            #expect(Uevent(whole[..<count]) == nil, "\(count) bytes")
        }
        #expect(Uevent(Self.changed("ACTION=change", to: "ACTION=add")) == nil)
        #expect(Uevent(Self.changed("SUBSYSTEM=drm", to: "SUBSYSTEM")) == nil)
        #expect(Uevent(Self.changed("SUBSYSTEM=drm", to: "=drm")) == nil)
        #expect(Uevent(Self.changed("MINOR=0", to: "HOTPLUG=1")) == nil)
        #expect(Uevent(Self.changed("MINOR=0", to: "")) == nil)
        #expect(Uevent(Self.changed(Self.display[2], to: "DEVPATH=/other")) == nil)
        #expect(Uevent(Array("libudev".utf8) + [0, 0xfe, 0xed, 0xca, 0xfe] + whole) == nil)
        #expect(Uevent(whole.dropLast() + [0xff, 0]) == nil)
        #expect(Uevent(whole + [UInt8](repeating: 0x41, count: Uevent.mostBytes) + [0]) == nil)
    }

    @Test("random bytes do no harm")
    func garbage() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<2000 {
            var bytes = Self.bytes(Self.display)
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                bytes[Int.random(in: bytes.indices, using: &generator)] =
                    UInt8.random(in: 0...255, using: &generator)
            }
            if let event = Uevent(bytes) { #expect(event.values["ACTION"] == event.action) }
        }
    }
}
