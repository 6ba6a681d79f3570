/// Which Bluetooth adapter a kiosk listens with, as a board's profile says it.
///
/// An index is given anew when an adapter comes back after a reset or in another order after a boot; an
/// address or a place on the bus stays.
package enum AdapterSpec: Hashable, Sendable, CustomStringConvertible {
    /// 0 for hci0.
    case index(Int)
    /// The adapter's own Bluetooth address, in capital letters.
    case address(String)
    /// Its place in sysfs below `/sys/devices`, or a few steps of that, such as `usb1/1-4`.
    case path(String)
    /// Every adapter there is.
    case all

    /// Highest index taken.
    package static let highestIndex = 15

    /// Reads `0`, `hci0`, `AA:BB:CC:DD:EE:FF`, a path with a slash, or `all`; nil for anything else.
    package init?(_ text: String) {
        let number = text.hasPrefix("hci") ? text.dropFirst(3) : text[...]
        if text == "all" {
            self = .all
        } else if let index = Int(number), (0...Self.highestIndex).contains(index) {
            self = .index(index)
        } else if Self.isAddress(text) {
            self = .address(text.uppercased())
        } else if text.contains("/"), !Self.steps(text).isEmpty {
            self = .path(text)
        } else {
            return nil
        }
    }

    package var description: String {
        switch self {
        case .index(let index): "hci\(index)"
        case .address: "the adapter with the address of the profile"
        case .path(let path): "the adapter at \(path)"
        case .all: "all adapters"
        }
    }

    /// Whether this means an adapter.
    ///
    /// - Parameters:
    ///   - index: Its index now.
    ///   - address: Its address, nil while it is not known.
    ///   - path: Where its link in `/sys/class/bluetooth` leads to.
    /// - Returns: Whether the profile means it.
    package func means(index: Int, address: String?, path: String) -> Bool {
        switch self {
        case .index(let wanted): index == wanted
        case .address(let wanted): address?.uppercased() == wanted
        case .path(let wanted): Self.lies(Self.steps(wanted), within: Self.steps(path))
        case .all: true
        }
    }

    /// Whether a profile names one adapter, which then is meant under another index too.
    ///
    /// `all` names none: one that is left over is not the one that went away.
    package static func nameOne(_ specs: [AdapterSpec]) -> Bool {
        specs.count == 1 && specs != [.all]
    }

    private static func isAddress(_ text: String) -> Bool {
        let octets = text.split(separator: ":", omittingEmptySubsequences: false)
        return octets.count == 6
            && octets.allSatisfy { $0.utf8.count == 2 && $0.allSatisfy(\.isHexDigit) }
    }

    /// The steps of a path without those that only lead to where all devices are.
    private static func steps(_ path: String) -> [Substring] {
        let steps = path.split(separator: "/").filter { $0 != ".." && $0 != "." }
        return Array(steps.drop { $0 == "sys" || $0 == "devices" })
    }

    private static func lies(_ part: [Substring], within whole: [Substring]) -> Bool {
        guard !part.isEmpty, part.count <= whole.count else { return false }
        return (0...(whole.count - part.count)).contains { whole[$0...].starts(with: part) }
    }
}
