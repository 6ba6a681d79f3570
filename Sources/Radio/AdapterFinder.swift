import Glibc
package import KioskLogic
import SystemIO

/// Finds the adapters that the kernel knows, and those that a profile means.
package enum AdapterFinder {
    /// Where the kernel lists adapters.
    package static let root = "/sys/class/bluetooth"

    /// An adapter that is there now.
    package struct Found: Equatable, Sendable {
        /// 0 for hci0.
        package let index: Int
        /// Where its link leads to, such as `/sys/devices/.../bluetooth/hci0`.
        package let path: String

        /// What means this adapter also after a reset: its place, where it has one of its own.
        package var lastingSpec: AdapterSpec {
            guard !path.contains("/devices/virtual/"),
                let end = path.range(of: "/bluetooth/hci")
            else { return .index(index) }
            return .path(String(path[..<end.lowerBound]))
        }
    }

    /// All adapters, by their index.
    package static func all(below root: String = AdapterFinder.root) -> [Found] {
        (0...AdapterSpec.highestIndex).compactMap { index in
            resolved("\(root)/hci\(index)").map { Found(index: index, path: $0) }
        }
    }

    /// Whether the kernel lists an adapter of an index.
    static func isThere(_ index: Int, below root: String = AdapterFinder.root) -> Bool {
        resolved("\(root)/hci\(index)") != nil
    }

    /// The index of the adapter that a profile means.
    ///
    /// - Parameters:
    ///   - spec: Index, address, place, or the first one for `all`.
    ///   - root: Where to look.
    ///   - address: Gives an adapter's own address; nil while it has none.
    /// - Returns: The index, nil when there is no such adapter.
    static func index(
        of spec: AdapterSpec,
        below root: String = AdapterFinder.root,
        address: (Int) -> String?
    ) -> Int? {
        // The kernel answers for an index itself, also where sysfs is not there.
        if case .index(let index) = spec { return index }
        let isByAddress = if case .address = spec { true } else { false }
        return all(below: root).first { found in
            spec.means(
                index: found.index,
                address: isByAddress ? address(found.index) : nil,
                path: found.path
            )
        }?.index
    }

    /// Where a path leads to without links; nil when it leads nowhere.
    ///
    /// The C function is `realpath`.
    static func resolved(_ path: String) -> String? {
        guard let found = realpath(path, nil) else { return nil }
        defer { free(found) }
        return String(cString: found)
    }
}

extension StringProtocol {
    /// Where a text stands in this one; the standard library has no such search without Foundation.
    fileprivate func range(of text: String) -> Range<Index>? {
        guard let found = ranges(of: text).first else { return nil }
        return found
    }
}
