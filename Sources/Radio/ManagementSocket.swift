import CBlueZ
import Glibc
import SystemIO

/// The kernel's Bluetooth management channel: power, settings, adapters that come and go.
final class ManagementSocket {
    private let socket: FileDescriptor
    /// Events that came while an answer was waited for.
    private var kept: [ManagementEvent] = []

    /// Powering a controller that does not answer ends after ten seconds in the kernel.
    private static let patience: Int64 = 12_000_000
    /// Longer than any event of interest; what is longer is cut and not understood.
    private static let longest = 1024
    private static let mostKept = 256

    /// Opens the channel.
    init() throws(RadioError) {
        let number = CBlueZ_open_management()
        guard number >= 0 else {
            switch errno {
            case EAFNOSUPPORT, EPROTONOSUPPORT: throw .noBluetoothInKernel
            case EPERM, EACCES: throw .notPermitted("open the management channel")
            default: throw .refused("open the management channel", reason: HCISocket.lastReason)
            }
        }
        socket = FileDescriptor(owning: number)
    }

    /// For `poll`.
    var descriptor: Int32 { socket.number }

    /// The indices of all adapters that are ready.
    func indices() throws(RadioError) -> [UInt16] {
        ManagementInformation.indices(try send(.readIndexList, step: "list adapters")) ?? []
    }

    /// Address and settings of an adapter; nil when the answer is not understood.
    func information(_ index: UInt16) throws(RadioError) -> ManagementInformation? {
        ManagementInformation(try send(.readInformation(index), step: "tell its settings"))
    }

    /// Switches an adapter on or off and waits until that is done.
    func setPowered(_ index: UInt16, _ isOn: Bool) throws(RadioError) {
        _ = try send(.setPowered(index, isOn), step: isOn ? "power up" : "power down")
    }

    /// Switches low energy on where the adapter can and it is off.
    func enableLowEnergy(_ index: UInt16) throws(RadioError) {
        guard let information = try information(index), information.supported.isLowEnergy,
            !information.current.isLowEnergy
        else { return }
        _ = try send(.setLowEnergy(index, true), step: "switch low energy on")
    }

    /// The next event that has come, nil when there is none.
    func next() -> ManagementEvent? {
        kept.isEmpty ? receive() : kept.removeFirst()
    }

    /// Forgets what came so far.
    func skipAll() {
        while next() != nil {}
    }

    /// Sends a command and gives what it returned.
    private func send(_ command: ManagementCommand, step: String) throws(RadioError) -> [UInt8] {
        let octets = command.octets
        guard write(socket.number, octets, octets.count) == octets.count else {
            throw errno == EPERM
                ? .notPermitted(step) : .refused(step, reason: HCISocket.lastReason)
        }
        let end = Clocks.boottime() + Self.patience
        while true {
            while let event = receive() {
                guard case .answer(command.opcode, command.index, let status, let returned) = event
                else {
                    if kept.count < Self.mostKept { kept.append(event) }
                    continue
                }
                guard status != 0 else { return returned }
                throw error(status, adapter: Int(command.index), step: step)
            }
            let left = end - Clocks.boottime()
            guard left > 0 else { throw .silent(Int(command.index), step: step) }
            var waiting = pollfd(fd: socket.number, events: Int16(POLLIN), revents: 0)
            poll(&waiting, 1, Int32(left / 1000) + 1)
        }
    }

    /// What a status means; numbers of mgmt-api.
    private func error(_ status: UInt8, adapter: Int, step: String) -> RadioError {
        switch status {
        case 0x11: .noAdapter(adapter)
        case 0x12: .blocked(adapter)
        case 0x14: .notPermitted(step)
        case 0x08: .silent(adapter, step: step)
        default: .refused(step, reason: "management status 0x" + String(status, radix: 16))
        }
    }

    /// Takes one event; what tells of other devices is overwritten unread.
    private func receive() -> ManagementEvent? {
        WipedBuffer(count: Self.longest).withBytes { buffer in
            while true {
                let count = recv(socket.number, buffer.baseAddress, buffer.count, 0)
                if count < 0, errno == EINTR { continue }
                guard count > 1 else { return nil }
                let code = UInt16(buffer[0]) | UInt16(buffer[1]) << 8
                guard ManagementEvent.understood.contains(code) else { return .other }
                return ManagementEvent(buffer[..<count]) ?? .other
            }
        }
    }
}
