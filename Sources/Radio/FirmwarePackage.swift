import SystemIO

/// Which Debian package brings an adapter's firmware.
enum FirmwarePackage {
    /// The package for the adapter of an index, by its driver and maker.
    static func of(adapter: Int, below root: String = AdapterFinder.root) -> String {
        let device = "\(root)/hci\(adapter)/device"
        let driver = AdapterFinder.resolved(device + "/driver")?.split(separator: "/").last
        let maker = try? Files.read(device + "/../idVendor", limit: 64)
        return name(
            driver: driver.map(String.init),
            vendor: maker.map { String(decoding: $0, as: UTF8.self) }
        )
    }

    /// The package for a driver's name and a USB maker's number, four hexadecimal digits.
    static func name(driver: String?, vendor: String?) -> String {
        switch vendor?.filter({ !$0.isWhitespace }).lowercased() {
        case "0bda", "13d3", "2357": return "firmware-realtek"
        case "8087": return "firmware-iwlwifi"
        case "0cf3", "04ca": return "firmware-atheros"
        case "0e8d": return "firmware-misc-nonfree"
        case "0a5c": return "bluez-firmware"
        default: break
        }
        if let driver, driver.contains("uart") || driver.contains("bcm") {
            // A Raspberry Pi, or another Broadcom chip on a serial line.
            return "bluez-firmware (on a Raspberry Pi also raspi-firmware)"
        }
        return
            "firmware-realtek, firmware-iwlwifi, firmware-atheros or bluez-firmware, by its maker"
    }
}
