import CBlueZ
import Glibc
import SystemIO

/// The commands to one controller, on a socket of their own that hears nothing but their answers.
///
/// Passive or active scan, window equal to interval, no duplicate filter. Controllers with extended
/// advertising get the extended commands: a controller refuses to mix both kinds between two resets.
/// `hci_send_req` is of no use here: it gives up after ten events that come before the answer.
/// Source: Bluetooth Core Vol 4 Part E 7.8.3, 7.8.10, 7.8.11, 7.8.64, 7.8.65.
final class Controller {
    private let socket: FileDescriptor
    private let adapter: Int
    /// Knows the answers to our own commands from those to others'.
    private(set) var ledger = CommandLedger()

    /// How long an answer may take, in microseconds.
    private static let patience: Int64 = 2_000_000
    /// The octets of the longest event packet with its H4 octet.
    static let longestEvent = 1 + 2 + 255

    init(adapter: Int) throws(RadioError) {
        self.adapter = adapter
        socket = try HCISocket.open(adapter: adapter)
    }

    /// Starts scanning, whatever was going on before.
    func startScan(isActive: Bool) throws(RadioError) {
        let isExtended = try readIsExtended()
        // Refused when no scan is running, which is fine.
        _ = try send(.stopScan(isExtended: isExtended))
        for command in HCICommand.startScan(isExtended: isExtended, isActive: isActive) {
            let status = try send(command).status
            guard status == 0 else {
                let reason = "HCI status 0x" + String(status, radix: 16)
                throw .refused(command.step, reason: reason)
            }
        }
    }

    /// Stops scanning, as far as the controller still answers.
    func stopScan() {
        guard let isExtended = try? readIsExtended() else { return }
        _ = try? send(.stopScan(isExtended: isExtended))
    }

    /// Asks for a sign of life: any answer is one.
    func probe() throws(RadioError) {
        _ = try send(.readFeatures)
    }

    /// Whether the answer to a command, heard on another socket, tells of a change by somebody else.
    func isForeign(answerTo opcode: UInt16) -> Bool {
        ledger.isForeign(opcode)
    }

    /// Whether the controller takes the extended commands.
    func readIsExtended() throws(RadioError) -> Bool {
        let answer = try send(.readFeatures)
        guard answer.status == 0 else { throw .noLowEnergy(adapter) }
        return HCICommand.isExtended(features: answer.returned)
    }

    /// Sends a command and waits for its answer.
    private func send(_ command: HCICommand) throws(RadioError) -> CommandAnswer {
        guard CBlueZ_filter_answers(socket.number, command.opcode) == 0 else {
            throw .refused(command.step, reason: HCISocket.lastReason)
        }
        // Answers to others who send the same command.
        while receive(Int32(MSG_DONTWAIT), to: command) != nil {}
        var parameters = command.parameters
        let (result, reason) = parameters.withUnsafeMutableBytes { buffer in
            let result = hci_send_cmd(
                socket.number,
                HCICommand.group,
                command.code,
                UInt8(buffer.count),
                buffer.baseAddress
            )
            return (result, errno)
        }
        guard result >= 0 else { throw failure(command.step, reason) }
        ledger.expect(command.opcode)
        return try answer(to: command)
    }

    private func answer(to command: HCICommand) throws(RadioError) -> CommandAnswer {
        let end = Clocks.boottime() + Self.patience
        while true {
            let left = end - Clocks.boottime()
            guard left > 0 else { throw .silent(adapter, step: command.step) }
            var waiting = pollfd(fd: socket.number, events: Int16(POLLIN), revents: 0)
            guard poll(&waiting, 1, Int32(left / 1000) + 1) > 0 else { continue }
            guard let received = receive(0, to: command) else { throw .adapterGone(adapter) }
            if case .some(let answer) = received { return answer }
        }
    }

    /// Takes one packet and what it answers; nil when there is none or the adapter is gone.
    private func receive(_ flags: Int32, to command: HCICommand) -> CommandAnswer?? {
        WipedBuffer(count: Self.longestEvent).withBytes { buffer in
            var count = 0
            repeat {
                count = recv(socket.number, buffer.baseAddress, buffer.count, flags)
            } while count < 0 && errno == EINTR
            guard count > 0 else { return nil }
            return .some(CommandAnswer(buffer[..<count], to: command.opcode))
        }
    }

    private func failure(_ step: String, _ number: Int32) -> RadioError {
        switch number {
        case EPERM, EACCES: .notPermitted("send commands to the adapter")
        case ENETDOWN: .adapterOff(adapter)
        case ENODEV, ENXIO, EPIPE, EBADFD: .adapterGone(adapter)
        default: .refused(step, reason: HCISocket.reason(number))
        }
    }
}
