import Glibc
import SystemIO

/// Takes an adapter's device off its bus or from its driver and gives it back, by writing to sysfs.
///
/// A USB device is switched with `authorized`; a chip on a serial line (hci_uart over serdev) with the
/// `unbind` and `bind` of its driver. Files of sysfs belong to root: another user needs a udev rule
/// that gives the service's group write access.
struct AdapterBus {
    /// A file to write to, and what.
    struct Write: Equatable {
        let file: String
        let text: String
    }

    /// What takes the device away, and what gives it back.
    let away: Write
    let back: Write

    /// Finds the device of an adapter.
    ///
    /// - Parameter path: Where the adapter's link in sysfs leads to, such as
    ///   `/sys/devices/.../1-4/1-4:1.0/bluetooth/hci0`.
    /// - Throws: `RadioError.notRebound` for a device that can only be pulled by hand.
    init(adapterPath path: String) throws(RadioError) {
        let steps = path.split(separator: "/", omittingEmptySubsequences: false)
        guard let end = steps.lastIndex(of: "bluetooth"), end > 1 else {
            throw .notRebound("\(path) is no adapter on a bus")
        }
        let interface = steps[..<end].joined(separator: "/")
        let device = steps[..<(end - 1)].joined(separator: "/")
        if access(device + "/authorized", F_OK) == 0 {
            away = Write(file: device + "/authorized", text: "0")
            back = Write(file: device + "/authorized", text: "1")
        } else if let driver = AdapterFinder.resolved(interface + "/driver"),
            access(driver + "/unbind", F_OK) == 0
        {
            let name = String(steps[end - 1])
            away = Write(file: driver + "/unbind", text: name)
            back = Write(file: driver + "/bind", text: name)
        } else {
            throw .notRebound("it is neither on USB nor on a serial line of the board's")
        }
    }

    /// Takes the device away for a second and gives it back.
    func rebind() throws(RadioError) {
        try write(away)
        usleep(1_000_000)
        try write(back)
    }

    private func write(_ order: Write) throws(RadioError) {
        do {
            try FileDescriptor.open(order.file, O_WRONLY).writeAll(Array(order.text.utf8))
        } catch {
            throw error.number == EACCES || error.number == EPERM
                ? .notRebound("\(order.file): a udev rule must let the service's group write there")
                : .notRebound("\(order.file): \(HCISocket.reason(error.number))")
        }
    }
}
