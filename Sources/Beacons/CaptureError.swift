/// Why a capture cannot be read, or not to its end.
package enum CaptureError: Error, Equatable, CustomStringConvertible {
    case empty
    case notACapture
    case unsupportedVersion(UInt32)
    case unknownDatalink(UInt32)
    case cut(offset: Int, records: Int)
    case damaged(offset: Int, records: Int, reason: String)

    package var description: String {
        switch self {
        case .empty:
            "the capture is empty: 0 bytes"
        case .notACapture:
            "not a capture: neither btsnoop nor pcapng begins like this"
        case .unsupportedVersion(let version):
            "version \(version) of this capture format is not supported"
        case .unknownDatalink(let datalink):
            "datalink \(datalink) is not supported: use HCI captures (btsnoop 1001, 1002, 2001; "
                + "pcapng 187, 201, 254)"
        case .cut(let offset, let records):
            "the capture is cut at byte \(offset), after \(records) whole records"
        case .damaged(let offset, let records, let reason):
            "the capture is damaged at byte \(offset), after \(records) whole records: \(reason)"
        }
    }

    /// Whether records before the fault could be read, and were.
    package var isPartial: Bool {
        switch self {
        case .cut, .damaged: true
        default: false
        }
    }
}
