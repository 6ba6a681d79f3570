import CPanel
import Glibc
import SystemIO

/// A CEC adapter of the kernel, `/dev/cecN`; see Linux `Documentation/userspace-api/media/cec`.
final class KernelCEC: CECPort {
    private let device: FileDescriptor
    private let path: String

    /// The name the television shows, at most 14 ASCII characters.
    private static let name = "Bluezone"
    /// Milliseconds to wait for a reply; CEC asks for one within a second.
    private static let patience: UInt32 = 1000
    /// Bits of tx_status and rx_status.
    private static let (sentFine, notAcknowledged): (UInt8, UInt8) = (1, 4)
    private static let (answeredFine, aborted): (UInt8, UInt8) = (1, 4)
    private static let invalidPhysical: UInt16 = 0xffff
    private static let invalidLogical: UInt8 = 0xff

    /// Opens an adapter and claims the address of a playback device, unless it has one.
    ///
    /// While no panel is plugged in, the kernel notes the claim and goes on with it by itself.
    init(_ path: String) throws(ScreenError) {
        self.path = path
        do {
            device = try FileDescriptor.open(path, O_RDWR)
        } catch {
            let remedy =
                error.number == EACCES
                ? "add the user to the group video" : "check the device and its driver"
            throw .device(path: path, problem: "\(systemMessage(error.number)); \(remedy)")
        }
        guard CPanel_cec_can_speak(device.number) == 1 else {
            throw .device(path: path, problem: "no CEC adapter that can speak")
        }
        guard logicalAddress == nil else { return }
        guard CPanel_cec_claim(device.number, Self.name) == 0 || errno == EBUSY else {
            throw .device(
                path: path,
                problem: "no address is had: \(systemMessage(errno)); stop other CEC programs"
            )
        }
    }

    var physicalAddress: UInt16? {
        var address: UInt16 = 0
        // 0 is the television itself, which an adapter at an HDMI input of this board is.
        guard CPanel_cec_physical(device.number, &address) == 0, address != 0,
            address != Self.invalidPhysical
        else { return nil }
        return address
    }

    var logicalAddress: UInt8? {
        var address: UInt8 = 0
        guard CPanel_cec_logical(device.number, &address) == 0, address != Self.invalidLogical
        else { return nil }
        return address
    }

    func transmit(_ message: CECMessage, reply: UInt8?) throws(ScreenError) -> CECAnswer {
        var bytes = message.bytes + Array(repeating: 0, count: 16 - message.bytes.count)
        var count = UInt32(message.bytes.count)
        var (sent, answered): (UInt8, UInt8) = (0, 0)
        let result = CPanel_cec_transmit(
            device.number,
            &bytes,
            &count,
            reply ?? 0,
            Self.patience,
            &sent,
            &answered
        )
        guard result == 0 else {
            throw .device(path: path, problem: "sending failed: \(systemMessage(errno))")
        }
        guard sent & Self.sentFine != 0 else {
            if sent & Self.notAcknowledged != 0 { return .nobody }
            throw .device(path: path, problem: "the bus took no message (status \(sent))")
        }
        guard reply != nil else { return .taken }
        guard answered & Self.answeredFine != 0, answered & Self.aborted == 0,
            let answer = CECMessage(bytes: Array(bytes.prefix(Int(min(count, 16)))))
        else { return .silence }
        return .reply(answer)
    }
}
