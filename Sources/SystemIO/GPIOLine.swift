import CLinux
import Glibc

/// One output line of a GPIO chip, held until it is let go.
///
/// The kernel keeps everybody else off a line that is held. See Linux
/// `Documentation/userspace-api/gpio/chardev.rst`.
package final class GPIOLine: Sendable {
    private let descriptor: Int32
    private let name: String

    /// How a line is named in settings.
    package enum Place: Sendable, Hashable, CustomStringConvertible {
        /// The name that the board's device tree gives it.
        case name(String)
        /// A chip's device name and the line's number on it.
        case chip(String, offset: Int)

        /// Reads `gpiochip0:25`, or a line's name such as `GPIO25`; nil for neither.
        package init?(_ text: String) {
            let parts = text.split(separator: ":", omittingEmptySubsequences: false)
            let isPlain = text.utf8.allSatisfy { (0x21...0x7e).contains($0) && $0 != 0x2f }
            guard isPlain, (1...31).contains(text.utf8.count) else { return nil }
            if parts.count == 2, parts[0].hasPrefix("gpiochip"), let offset = Int(parts[1]),
                (0...65_535).contains(offset)
            {
                self = .chip(String(parts[0]), offset: offset)
            } else if parts[0].hasPrefix("gpiochip") {
                return nil
            } else {
                self = .name(text)
            }
        }

        package var description: String {
            switch self {
            case .name(let name): name
            case .chip(let chip, let offset): "\(chip):\(offset)"
            }
        }
    }

    /// Takes a line as an output.
    ///
    /// - Parameters:
    ///   - place: Which line.
    ///   - isHigh: Its first level.
    ///   - consumer: The name under which others see that it is taken, at most 31 bytes.
    ///   - folder: Where the chips are, for tests.
    /// - Throws: `SystemError`; ENOENT for a name that no chip has, EBUSY with the name of its user.
    package init(
        output place: Place,
        isHigh: Bool,
        consumer: String,
        folder: String = "/dev"
    ) throws(SystemError) {
        let (path, offset) = try Self.find(place, in: folder)
        let chip = try FileDescriptor.open(path, O_RDWR)
        name = "GPIO line \(place)"
        let found = CLinux_gpio_output(chip.number, offset, isHigh ? 1 : 0, consumer)
        guard found >= 0 else {
            let number = errno
            var subject = name
            if number == EBUSY, let user = Self.line(offset, of: chip.number)?.consumer {
                subject += ", held by \"\(user)\""
            }
            throw SystemError("GPIO_V2_GET_LINE_IOCTL", subject, number: number)
        }
        descriptor = found
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }

    deinit {
        close(descriptor)
    }

    /// Sets the level.
    ///
    /// The C function is `ioctl` with GPIO_V2_LINE_SET_VALUES_IOCTL.
    package func set(_ isHigh: Bool) throws(SystemError) {
        guard CLinux_gpio_set(descriptor, isHigh ? 1 : 0) == 0 else {
            throw SystemError.last("GPIO_V2_LINE_SET_VALUES_IOCTL", name)
        }
    }
}

// MARK: - Finding a line

extension GPIOLine {
    private static func find(
        _ place: Place,
        in folder: String
    ) throws(SystemError) -> (path: String, offset: UInt32) {
        switch place {
        case .chip(let chip, let offset):
            return (folder + "/" + chip, UInt32(offset))
        case .name(let name):
            var problem = SystemError("find", "GPIO line \(name)", number: ENOENT)
            for path in chips(in: folder) {
                do throws(SystemError) {
                    let chip = try FileDescriptor.open(path, O_RDWR)
                    if let offset = offset(of: name, on: chip.number) { return (path, offset) }
                } catch {
                    // Without the right to look, "there is none" would be wrong.
                    problem = error
                }
            }
            throw problem
        }
    }

    private static func chips(in folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasPrefix("gpiochip") { names.append(folder + "/" + name) }
        }
        return names.sorted()
    }

    private static func offset(of name: String, on chip: Int32) -> UInt32? {
        let count = CLinux_gpio_lines(chip)
        guard count > 0 else { return nil }
        return (0..<UInt32(count)).first { line($0, of: chip)?.name == name }
    }

    /// Name and user of a line; the user is nil when it is free.
    private static func line(_ offset: UInt32, of chip: Int32) -> (name: String, consumer: String?)?
    {
        var name = [CChar](repeating: 0, count: 32)
        var consumer = name
        let state = CLinux_gpio_line(chip, offset, &name, &consumer)
        guard state >= 0 else { return nil }
        return (text(name), state == 1 ? text(consumer) : nil)
    }

    private static func text(_ characters: [CChar]) -> String {
        let bytes = characters.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
        return String(decoding: bytes, as: UTF8.self)
    }
}
