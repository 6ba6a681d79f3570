import CPanel
import Glibc
import SystemIO

/// A panel's wires on spidev, with the two lines beside it given by whoever holds the pins.
///
/// See Linux `Documentation/spi/spidev.rst`.
package final class SPIBus: PanelBus {
    /// Sets a line high or low.
    package typealias Line = (Bool) throws -> Void

    private let device: FileDescriptor
    private let path: String
    private let dataLine: Line
    private let resetLine: Line?
    /// The most bytes that spidev takes at once.
    private let limit: Int
    private var isData: Bool?

    /// Where spidev says how much it takes at once; 4096 unless told otherwise on the command line.
    package static let limitPath = "/sys/module/spidev/parameters/bufsiz"

    /// Opens an SPI device such as `/dev/spidev0.0`.
    ///
    /// - Parameters:
    ///   - path: The device.
    ///   - mode: 0 to 3: clock polarity and phase.
    ///   - speed: The highest clock rate in Hz.
    ///   - dataLine: Data/command: high for data.
    ///   - resetLine: The panel's reset, low to reset; nil where it is not wired.
    /// - Throws: `ScreenError.device` with the remedy.
    package init(
        path: String,
        mode: Int,
        speed: Int,
        dataLine: @escaping Line,
        resetLine: Line?
    ) throws(ScreenError) {
        self.path = path
        self.dataLine = dataLine
        self.resetLine = resetLine
        limit = Self.limit(said: try? Files.read(Self.limitPath, limit: 64))
        do {
            device = try FileDescriptor.open(path, O_RDWR)
        } catch {
            throw .device(path: path, problem: Self.remedy(for: error.number))
        }
        guard
            CPanel_spi_setup(
                device.number,
                UInt8(clamping: mode),
                UInt32(clamping: speed)
            ) == 0
        else {
            throw .device(
                path: path,
                problem: "mode \(mode) at \(speed) Hz is refused: \(systemMessage(errno)); "
                    + "change panel.spi.mode or panel.spi.speed_hz"
            )
        }
    }

    package func command(_ bytes: [UInt8]) throws(ScreenError) {
        try select(isData: false)
        try send(bytes)
    }

    package func data(_ bytes: [UInt8]) throws(ScreenError) {
        try select(isData: true)
        try send(bytes)
    }

    package func reset() throws(ScreenError) {
        guard let resetLine else { return }
        // At least 10 us low, then 120 ms until commands are taken.
        for (isHigh, pause) in [(true, 1), (false, 10), (true, PanelController.wakingTime)] {
            try set(resetLine, isHigh)
            wait(milliseconds: pause)
        }
    }

    package func wait(milliseconds: Int) {
        usleep(UInt32(clamping: milliseconds * 1000))
    }

    private func select(isData: Bool) throws(ScreenError) {
        guard isData != self.isData else { return }
        try set(dataLine, isData)
        self.isData = isData
    }

    private func set(_ line: Line, _ isHigh: Bool) throws(ScreenError) {
        do {
            try line(isHigh)
        } catch {
            throw .device(path: path, problem: "a line beside it: \(error); check panel.spi")
        }
    }

    private func send(_ bytes: [UInt8]) throws(ScreenError) {
        for part in Self.parts(of: bytes.count, limit: limit) {
            let result = bytes[part].withUnsafeBytes {
                CPanel_spi_send(device.number, $0.baseAddress, UInt32($0.count))
            }
            guard result >= 0 else {
                throw .device(
                    path: path,
                    problem: "sending failed: \(systemMessage(errno)); it is tried again by itself"
                )
            }
        }
    }

    /// Cuts so many bytes into parts that spidev takes; whole pixels of 2 bytes stay together.
    package static func parts(of count: Int, limit: Int) -> [Range<Int>] {
        let step = max(2, limit & ~1)
        return stride(from: 0, to: count, by: step).map { $0..<min($0 + step, count) }
    }

    /// The limit that sysfs says, 4096 when it says nothing usable.
    package static func limit(said bytes: [UInt8]?) -> Int {
        let text = String(decoding: bytes ?? [], as: UTF8.self).filter { $0.isNumber }
        guard let limit = Int(text), (2...1 << 24).contains(limit) else { return 4096 }
        return limit
    }

    private static func remedy(for number: Int32) -> String {
        switch number {
        case ENOENT, ENODEV, ENXIO:
            "there is no such SPI device; switch SPI on in the device tree (dtparam=spi=on), "
                + "and check panel.spi.device"
        case EACCES, EPERM: "it cannot be opened by this user; add the user to the group spi"
        default: "it cannot be opened: \(systemMessage(number)); check the device and its driver"
        }
    }
}
