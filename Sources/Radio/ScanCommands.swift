import CBlueZ
import Glibc

/// The HCI commands that make a controller report every advert it hears.
///
/// Passive scan, window equal to interval, no duplicate filter. Controllers with extended advertising
/// get the extended commands: a controller refuses to mix both kinds between two resets.
/// Source: Bluetooth Core Vol 4 Part E 7.8.3, 7.8.10, 7.8.11, 7.8.64, 7.8.65.
struct ScanCommands {
    let socket: Int32
    let adapter: Int

    private static let readFeatures: UInt16 = 0x0003
    private static let setParameters: UInt16 = 0x000b
    private static let enable: UInt16 = 0x000c
    private static let setExtendedParameters: UInt16 = 0x0041
    private static let extendedEnable: UInt16 = 0x0042
    /// 60 ms in units of 0.625 ms, little-endian.
    private static let sixtyMilliseconds: [UInt8] = [0x60, 0x00]
    private static let timeout: Int32 = 2000

    /// Starts scanning, whatever was going on before.
    func start() throws(RadioError) {
        guard let features = send(Self.readFeatures, [], answer: 9), features[0] == 0 else {
            throw .noLowEnergy(adapter)
        }
        let time = Self.sixtyMilliseconds
        if Self.isExtended(features) {
            _ = send(Self.extendedEnable, [0, 0, 0, 0, 0, 0], answer: 1)
            let parameters = [0, 0, 1, 0] + time + time
            try expect(Self.setExtendedParameters, parameters, "set scan parameters")
            try expect(Self.extendedEnable, [1, 0, 0, 0, 0, 0], "start scanning")
        } else {
            _ = send(Self.enable, [0, 0], answer: 1)
            try expect(Self.setParameters, [0] + time + time + [0, 0], "set scan parameters")
            try expect(Self.enable, [1, 0], "start scanning")
        }
    }

    /// Stops scanning, as far as the controller still answers.
    func stop() {
        guard let features = send(Self.readFeatures, [], answer: 9) else { return }
        if Self.isExtended(features) {
            _ = send(Self.extendedEnable, [0, 0, 0, 0, 0, 0], answer: 1)
        } else {
            _ = send(Self.enable, [0, 0], answer: 1)
        }
    }

    /// LE feature bit 12, LE Extended Advertising (Core Vol 6 Part B 4.6).
    private static func isExtended(_ features: [UInt8]) -> Bool {
        features[2] & 0x10 != 0
    }

    private func expect(_ code: UInt16, _ parameters: [UInt8], _ step: String) throws(RadioError) {
        guard let answer = send(code, parameters, answer: 1) else {
            if errno == EPERM { throw .notPermitted(step) }
            throw .refused(step, reason: LiveRadio.lastReason)
        }
        guard answer[0] == 0 else {
            throw .refused(step, reason: "HCI status 0x" + String(answer[0], radix: 16))
        }
    }

    /// Sends an LE command and waits for its answer; nil when none came.
    private func send(_ code: UInt16, _ parameters: [UInt8], answer length: Int) -> [UInt8]? {
        var parameters = parameters
        var answer = [UInt8](repeating: 0xff, count: length)
        let result = parameters.withUnsafeMutableBytes { sent in
            answer.withUnsafeMutableBytes { received in
                var request = hci_request()
                request.ogf = 0x08
                request.ocf = code
                request.cparam = sent.baseAddress
                request.clen = Int32(sent.count)
                request.rparam = received.baseAddress
                request.rlen = Int32(received.count)
                return hci_send_req(socket, &request, Self.timeout)
            }
        }
        return result < 0 ? nil : answer
    }
}
