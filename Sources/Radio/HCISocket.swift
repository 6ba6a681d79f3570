import CBlueZ
import Glibc
import SystemIO

/// Raw HCI sockets of an adapter.
enum HCISocket {
    /// Opens a raw socket bound to an adapter; it hears nothing until a filter is set.
    ///
    /// The C function is `hci_open_dev`.
    static func open(adapter: Int) throws(RadioError) -> FileDescriptor {
        guard let index = Int32(exactly: adapter) else { throw .noAdapter(adapter) }
        let number = hci_open_dev(index)
        guard number >= 0 else {
            switch errno {
            case EAFNOSUPPORT: throw .noBluetoothInKernel
            case EPERM, EACCES: throw .notPermitted("open a raw HCI socket")
            case ENODEV, ENXIO: throw .noAdapter(adapter)
            default: throw .refused("open a raw HCI socket", reason: lastReason)
            }
        }
        return FileDescriptor(owning: number)
    }

    /// Opens a raw socket of no adapter.
    static func openControl() throws(RadioError) -> FileDescriptor {
        let number = CBlueZ_open_control()
        guard number >= 0 else {
            switch errno {
            case EAFNOSUPPORT, EPROTONOSUPPORT: throw .noBluetoothInKernel
            case EPERM, EACCES: throw .notPermitted("open a raw HCI socket")
            default: throw .refused("open a raw HCI socket", reason: lastReason)
            }
        }
        return FileDescriptor(owning: number)
    }

    /// The C library's sentence for the error of the last call.
    static var lastReason: String { reason(errno) }

    /// The system's sentence for an error number; see `strerror(3)`.
    static func reason(_ number: Int32) -> String {
        strerror(number).map { String(cString: $0) } ?? "error \(number)"
    }
}
