/// One message of the kernel about a device, as uevents have it.
package struct Uevent: Sendable, Equatable {
    /// What happened, such as `change`.
    package let action: String
    /// The kind of device, such as `drm`.
    package let subsystem: String
    /// All keys with their values.
    package let values: [String: String]

    /// The most bytes a message has; the kernel's UEVENT_BUFFER_SIZE is 2048.
    package static let mostBytes = 8192

    /// Reads `ACTION@PATH` and then `KEY=VALUE` strings, each ended by a zero byte; nil for anything else.
    ///
    /// Messages of udev on the same socket begin with a word of its own and are refused. The kernel's
    /// format is that of `kobject_uevent_env` in `lib/kobject_uevent.c`.
    package init?(_ bytes: some BidirectionalCollection<UInt8>) {
        guard bytes.count <= Self.mostBytes, bytes.last == 0 else { return nil }
        let parts = bytes.dropLast().split(separator: 0, omittingEmptySubsequences: false)
            .map { String(validating: $0, as: UTF8.self) }
        guard let first = parts.first, let header = first, let at = header.firstIndex(of: "@")
        else { return nil }
        var values: [String: String] = [:]
        for part in parts.dropFirst() {
            guard let part, let equals = part.firstIndex(of: "="), equals != part.startIndex
            else { return nil }
            let value = String(part[part.index(after: equals)...])
            guard values.updateValue(value, forKey: String(part[..<equals])) == nil else {
                return nil
            }
        }
        guard let action = values["ACTION"], let subsystem = values["SUBSYSTEM"],
            header[..<at] == action, values["DEVPATH"] == String(header[header.index(after: at)...])
        else { return nil }
        self.action = action
        self.subsystem = subsystem
        self.values = values
    }

    /// Whether a display was plugged in or pulled out.
    package var isDisplayChange: Bool {
        action == "change" && subsystem == "drm" && values["HOTPLUG"] == "1"
    }
}
