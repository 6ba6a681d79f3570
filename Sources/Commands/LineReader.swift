import Glibc

/// The lines of standard input, each of bounded length.
package struct LineReader {
    /// One line without its end.
    package enum Line: Equatable, Sendable {
        case text(String)
        /// Longer than the limit; its content was passed over.
        case tooLong

        /// Whether there is nothing but white space.
        package var isBlank: Bool {
            if case .text(let text) = self { return text.allSatisfy(\.isWhitespace) }
            return false
        }
    }

    private let descriptor: Int32
    private let limit: Int
    private var buffer: [UInt8] = []
    private var next = 0
    private var isOver = false

    /// - Parameters:
    ///   - descriptor: An open file, standard input unless given.
    ///   - limit: Most bytes a line may have.
    package init(descriptor: Int32 = STDIN_FILENO, limit: Int = 8192) {
        self.descriptor = descriptor
        self.limit = limit
    }

    /// The next line, nil at the end.
    package mutating func line() -> Line? {
        var bytes: [UInt8] = []
        var isTooLong = false
        while true {
            if next == buffer.count, !refill() {
                return bytes.isEmpty && !isTooLong ? nil : finished(bytes, isTooLong)
            }
            let end = buffer[next...].firstIndex(of: 0x0a)
            let piece = buffer[next..<(end ?? buffer.count)]
            if bytes.count + piece.count > limit {
                isTooLong = true
                bytes = []
            } else if !isTooLong {
                bytes += piece
            }
            next = end.map { $0 + 1 } ?? buffer.count
            if end != nil { return finished(bytes, isTooLong) }
        }
    }

    private func finished(_ bytes: [UInt8], _ isTooLong: Bool) -> Line {
        isTooLong ? .tooLong : .text(String(decoding: bytes, as: UTF8.self))
    }

    private mutating func refill() -> Bool {
        guard !isOver else { return false }
        buffer = [UInt8](repeating: 0, count: 64 << 10)
        var count = -1
        repeat {
            count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
        } while count < 0 && errno == EINTR
        isOver = count <= 0
        buffer.removeLast(buffer.count - max(count, 0))
        next = 0
        return !isOver
    }
}
