import Testing

@testable import Radio

@Suite struct FirmwarePackageTests {
    @Test(
        "the package is told by the maker, or by the driver of a serial line",
        arguments: [
            ("btusb", "0bda\n", "firmware-realtek"), ("btusb", "8087", "firmware-iwlwifi"),
            ("btusb", "0a5c", "bluez-firmware"), ("btusb", "0CF3", "firmware-atheros"),
            ("hci_uart_bcm", nil, "raspi-firmware"), (nil, nil, "firmware-realtek"),
            ("btusb", "ffff", "bluez-firmware"),
        ] as [(String?, String?, String)]
    )
    func names(driver: String?, vendor: String?, package: String) {
        #expect(FirmwarePackage.name(driver: driver, vendor: vendor).contains(package))
    }

    @Test("driver and maker are read from sysfs")
    func sysfs() throws {
        let sysfs = try FakeSysfs()
        _ = try sysfs.add("hci0", at: "usb1/1-4/1-4:1.0")
        try sysfs.write("0bda\n", to: "devices/usb1/1-4/idVendor")
        #expect(FirmwarePackage.of(adapter: 0, below: sysfs.classFolder) == "firmware-realtek")
        #expect(FirmwarePackage.of(adapter: 9, below: sysfs.classFolder).contains("bluez-firmware"))
    }
}
