import Glibc
import SystemIO

/// Reads what a display engine computed of the picture it sent, where the driver offers that.
///
/// See "CRC ABI" in the kernel's documentation of DRM: `dri/N/crtc-M/crc` below debugfs, for root.
package enum CRCReader {
    /// How long one picture may take, in milliseconds.
    private static let patience: Int32 = 100

    /// The figure of the next picture of a CRTC, nil where there is none.
    package static func read(
        card: Int,
        crtc: Int,
        below folder: String = "/sys/kernel/debug/dri"
    ) -> UInt64? {
        let path = "\(folder)/\(card)/crtc-\(crtc)/crc"
        // Capturing begins with the opening of the data and ends with its closing.
        guard let control = try? FileDescriptor.open(path + "/control", O_WRONLY),
            (try? control.writeAll(Array("auto".utf8))) != nil,
            let data = try? FileDescriptor.open(path + "/data", O_RDONLY | O_NONBLOCK)
        else { return nil }
        var request = pollfd(fd: data.number, events: Int16(POLLIN), revents: 0)
        guard poll(&request, 1, patience) > 0 else { return nil }
        var room = [UInt8](repeating: 0, count: 256)
        let count = room.withUnsafeMutableBytes { (try? data.read(into: $0)) ?? 0 }
        return value(in: String(decoding: room[..<count], as: UTF8.self))
    }

    /// The figure in the first line: the picture's number, then one or more of 32 bits, all in hexadecimal.
    static func value(in text: String) -> UInt64? {
        let words = (text.split(separator: "\n").first ?? "").split(separator: " ")
        guard words.count >= 2 else { return nil }
        var value: UInt64 = 0
        for word in words.dropFirst() {
            guard word.hasPrefix("0x"), let part = UInt32(word.dropFirst(2), radix: 16) else {
                return nil
            }
            // Several figures, one for each colour, are folded into one.
            value = value << 21 ^ value >> 43 ^ UInt64(part)
        }
        return value
    }
}
