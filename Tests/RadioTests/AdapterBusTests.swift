import Testing

@testable import Radio

@Suite struct AdapterBusTests {
    private let sysfs: FakeSysfs

    init() throws {
        sysfs = try FakeSysfs()
    }

    @Test("a USB device is taken off its bus and given back")
    func usb() throws {
        let path = try sysfs.add("hci0", at: "usb1/1-4/1-4:1.0")
        try sysfs.write("1", to: "devices/usb1/1-4/authorized")
        let bus = try AdapterBus(adapterPath: path)
        #expect(bus.away.file.hasSuffix("usb1/1-4/authorized"))
        #expect([bus.away.text, bus.back.text] == ["0", "1"])
        try bus.rebind()
        #expect(sysfs.text("devices/usb1/1-4/authorized") == "1")
    }

    @Test("a chip on a serial line is taken from its driver and given back")
    func serial() throws {
        let path = try sysfs.add("hci0", at: "serial0/serial0-0")
        try sysfs.write("", to: "drivers/hci_uart_bcm/unbind")
        try sysfs.write("", to: "drivers/hci_uart_bcm/bind")
        try sysfs.link("devices/serial0/serial0-0/driver", to: "drivers/hci_uart_bcm")
        let bus = try AdapterBus(adapterPath: path)
        #expect(bus.away.file.hasSuffix("hci_uart_bcm/unbind"))
        #expect(bus.back.file.hasSuffix("hci_uart_bcm/bind"))
        try bus.rebind()
        #expect(sysfs.text("drivers/hci_uart_bcm/bind") == "serial0-0")
    }

    @Test("a device on neither can only be pulled by hand", arguments: ["virtual", "platform/x"])
    func other(place: String) throws {
        let path = try sysfs.add("hci0", at: place)
        #expect(throws: RadioError.self) { try AdapterBus(adapterPath: path) }
        #expect(throws: RadioError.self) { try AdapterBus(adapterPath: "/nothing") }
    }
}
