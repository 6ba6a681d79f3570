import Foundation
import Screen
import Synchronization
import Testing

/// A bus that notes what a panel would have got, and fails on demand.
final class RecordingBus: PanelBus, Sendable {
    /// One step on the wires.
    enum Step: Equatable, CustomStringConvertible {
        case reset
        case wait(Int)
        case command([UInt8])
        case data([UInt8])

        var description: String {
            switch self {
            case .reset: "reset"
            case .wait(let time): "w \(time)"
            case .command(let bytes): "c \(Self.hex(bytes))"
            case .data(let bytes): "d \(Self.hex(bytes))"
            }
        }

        private static func hex(_ bytes: [UInt8]) -> String {
            let text = bytes.prefix(16).map { String(format: "%02X", $0) }.joined(separator: " ")
            return bytes.count > 16 ? "\(text) ... \(bytes.count) bytes" : text
        }
    }

    private let state = Mutex((steps: [Step](), isBroken: false))

    func command(_ bytes: [UInt8]) throws(ScreenError) { try note(.command(bytes)) }
    func data(_ bytes: [UInt8]) throws(ScreenError) { try note(.data(bytes)) }
    func reset() throws(ScreenError) { try note(.reset) }

    func wait(milliseconds: Int) {
        state.withLock { $0.steps.append(.wait(milliseconds)) }
    }

    private func note(_ step: Step) throws(ScreenError) {
        let isBroken = state.withLock { state in
            if !state.isBroken { state.steps.append(step) }
            return state.isBroken
        }
        if isBroken { throw .device(path: "/dev/spidev0.0", problem: "broken") }
    }

    /// What came since this was asked last.
    func take() -> [Step] {
        state.withLock { state in
            defer { state.steps = [] }
            return state.steps
        }
    }

    var isBroken: Bool {
        get { state.withLock { $0.isBroken } }
        set { state.withLock { $0.isBroken = newValue } }
    }

    /// Reads a stream that was written by hand: a step a line, bytes in hexadecimal digits, `xN` at the
    /// end for bytes that come N times, `#` before remarks.
    static func fixture(_ name: String) throws -> [Step] {
        let file = try #require(
            Bundle.module.url(forResource: name, withExtension: "txt", subdirectory: "Fixtures")
        )
        let text = try String(contentsOf: file, encoding: .utf8)
        return try text.split(separator: "\n").compactMap { line in
            let words = line.prefix { $0 != "#" }.split(separator: " ")
            guard let kind = words.first else { return nil }
            if kind == "reset" { return .reset }
            if kind == "w" { return .wait(try #require(Int(words[1]))) }
            var times = 1
            var bytes: [UInt8] = []
            for word in words.dropFirst() {
                if word.hasPrefix("x") {
                    times = try #require(Int(word.dropFirst()))
                } else {
                    bytes.append(try #require(UInt8(word, radix: 16)))
                }
            }
            bytes = Array(repeatElement(bytes, count: times).joined())
            return kind == "c" ? .command(bytes) : .data(bytes)
        }
    }
}
