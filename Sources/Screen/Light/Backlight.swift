import Glibc
import SystemIO

/// The light behind a panel, `/sys/class/backlight/NAME`.
///
/// See Linux `Documentation/ABI/stable/sysfs-class-backlight`.
package struct Backlight: Sendable {
    private let folder: String
    /// The name asked for, nil for the only one there is.
    private let wanted: String?

    /// A backlight by its name, or the only one.
    package init(named wanted: String? = nil, folder: String = "/sys/class/backlight") {
        self.wanted = wanted
        self.folder = folder
    }

    /// Which backlight there is.
    package enum Search: Sendable, Equatable {
        case found(String)
        /// There is none, or none that was meant; and what would change that.
        case nothing(reason: String)
    }

    /// Looks which backlight is meant.
    package func search() -> Search {
        let names = Self.names(in: folder)
        if let wanted {
            guard names.contains(wanted) else {
                let others = names.isEmpty ? "there is none" : names.joined(separator: ", ")
                return .nothing(
                    reason: "no backlight \(wanted) (\(others)); change panel.backlight"
                )
            }
            return .found(wanted)
        }
        switch names.count {
        case 0: return .nothing(reason: "no backlight")
        case 1: return .found(names[0])
        default:
            return .nothing(
                reason: "several backlights (\(names.joined(separator: ", "))); name one with "
                    + "panel.backlight"
            )
        }
    }

    /// Sets the light to a part of its greatest, 0 to 1; above 0 it never goes out.
    ///
    /// - Throws: `ScreenError.device` with the remedy; nothing happens where there is no backlight.
    package func set(level: Double) throws(ScreenError) {
        guard case .found(let name) = search() else { return }
        let most = try number(name, "max_brightness")
        try write(Self.value(for: level, most: most), name, "brightness")
    }

    /// Switches the light on or off; `bl_power` is 0 for on and 4 for off (FB_BLANK_POWERDOWN).
    package func setPower(_ isOn: Bool) throws(ScreenError) {
        guard case .found(let name) = search() else { return }
        try write(isOn ? 0 : 4, name, "bl_power")
    }

    /// What the backlight says of the panel, nil where there is none.
    package var panel: PanelState? {
        guard case .found(let name) = search() else { return nil }
        do throws(ScreenError) {
            let power = try number(name, "bl_power")
            let level = try number(name, "actual_brightness")
            let most = try number(name, "max_brightness")
            return PanelState(
                power: power == 0 && level > 0 ? .on : .off,
                source: power == 0
                    ? "backlight \(name) says \(level) of \(most)" : "backlight \(name) is off"
            )
        } catch {
            return PanelState(power: .unknown, source: error.description)
        }
    }

    /// The number to write for a part of the greatest.
    static func value(for level: Double, most: Int) -> Int {
        guard level > 0, most > 0 else { return 0 }
        return min(most, max(1, Int((level * Double(most)).rounded())))
    }
}

// MARK: - Files

extension Backlight {
    private func path(_ name: String, _ file: String) -> String { "\(folder)/\(name)/\(file)" }

    private func number(_ name: String, _ file: String) throws(ScreenError) -> Int {
        let path = path(name, file)
        do throws(SystemError) {
            let text = String(decoding: try Files.read(path, limit: 64), as: UTF8.self)
            guard let number = Int(text.filter { !$0.isWhitespace }) else {
                throw SystemError("read", path, number: EINVAL)
            }
            return number
        } catch {
            throw .device(path: path, problem: "\(systemMessage(error.number)); check its driver")
        }
    }

    private func write(_ value: Int, _ name: String, _ file: String) throws(ScreenError) {
        let path = path(name, file)
        do throws(SystemError) {
            try FileDescriptor.open(path, O_WRONLY).writeAll(Array("\(value)".utf8))
        } catch {
            let remedy =
                [EACCES, EPERM].contains(error.number)
                ? "let the group video write it by a udev rule, see docs/panels.md"
                : "check its driver"
            throw .device(path: path, problem: "\(systemMessage(error.number)); \(remedy)")
        }
    }

    private static func names(in folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }
}
