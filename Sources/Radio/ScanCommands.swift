import CBlueZ
import Glibc
import SystemIO

/// The HCI commands that make a controller report every advert it hears.
///
/// Passive scan, window equal to interval, no duplicate filter. Controllers with extended advertising
/// get the extended commands: a controller refuses to mix both kinds between two resets.
/// `hci_send_req` is of no use here: it gives up after ten adverts that come before the answer, a
/// few milliseconds of a scan that another program, or a killed kiosk, has left running.
/// Source: Bluetooth Core Vol 4 Part E 7.8.3, 7.8.10, 7.8.11, 7.8.64, 7.8.65.
struct ScanCommands {
    let socket: Int32
    let adapter: Int

    /// How long an answer may take, in microseconds.
    private static let patience: Int64 = 2_000_000

    /// Starts scanning, whatever was going on before; the socket then hears adverts only.
    func start() throws(RadioError) {
        let isExtended = try readIsExtended()
        // Refused when no scan is running, which is fine.
        _ = try send(.stop(isExtended: isExtended))
        for command in ScanCommand.start(isExtended: isExtended) {
            let status = try send(command).status
            guard status == 0 else {
                let reason = "HCI status 0x" + String(status, radix: 16)
                throw .refused(command.step, reason: reason)
            }
        }
        guard CBlueZ_filter_le_events(socket) == 0 else {
            throw .refused("filter events", reason: LiveRadio.lastReason)
        }
    }

    /// Stops scanning, as far as the controller still answers.
    func stop() {
        guard let isExtended = try? readIsExtended() else { return }
        _ = try? send(.stop(isExtended: isExtended))
    }

    private func readIsExtended() throws(RadioError) -> Bool {
        let answer = try send(.readFeatures)
        guard answer.status == 0 else { throw .noLowEnergy(adapter) }
        return ScanCommand.isExtended(features: answer.returned)
    }

    /// Sends a command and waits for its answer.
    private func send(_ command: ScanCommand) throws(RadioError) -> CommandAnswer {
        guard CBlueZ_filter_answers(socket, command.opcode) == 0 else {
            throw .refused(command.step, reason: LiveRadio.lastReason)
        }
        // Adverts that wait would leave no room for the answer.
        while receive(Int32(MSG_DONTWAIT)) != nil {}
        var parameters = command.parameters
        let (result, reason) = parameters.withUnsafeMutableBytes { buffer in
            let result = hci_send_cmd(
                socket,
                ScanCommand.group,
                command.code,
                UInt8(buffer.count),
                buffer.baseAddress
            )
            return (result, errno)
        }
        guard result >= 0 else { throw failure(command.step, reason) }
        return try answer(to: command)
    }

    private func answer(to command: ScanCommand) throws(RadioError) -> CommandAnswer {
        let end = Clocks.boottime() + Self.patience
        while true {
            let left = end - Clocks.boottime()
            guard left > 0 else { throw .silent(adapter, step: command.step) }
            var waiting = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
            guard poll(&waiting, 1, Int32(left / 1000) + 1) > 0 else { continue }
            guard let packet = receive(0) else { throw .adapterGone(adapter) }
            if let answer = CommandAnswer(packet, to: command.opcode) { return answer }
        }
    }

    /// Takes one packet; nil when there is none or the adapter is gone.
    private func receive(_ flags: Int32) -> [UInt8]? {
        var packet = [UInt8](repeating: 0, count: LiveRadio.longestEvent)
        let count = packet.withUnsafeMutableBytes { buffer in
            var count = 0
            repeat {
                count = recv(socket, buffer.baseAddress, buffer.count, flags)
            } while count < 0 && errno == EINTR
            return count
        }
        return count > 0 ? Array(packet[..<count]) : nil
    }

    private func failure(_ step: String, _ number: Int32) -> RadioError {
        switch number {
        case EPERM, EACCES: .notPermitted("send commands to the adapter")
        case ENETDOWN: .adapterOff(adapter)
        case ENODEV, ENXIO, EPIPE, EBADFD: .adapterGone(adapter)
        default: .refused(step, reason: LiveRadio.reason(number))
        }
    }
}
