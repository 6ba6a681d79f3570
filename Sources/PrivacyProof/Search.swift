/// Looks for needles in bytes that arrive piece by piece.
package struct Search {
    private let needles: Needles
    /// The end of the piece before, and the piece, and zeros that may be read beyond it.
    private var buffer: [UInt8]
    private var carried = 0

    private static let piece = 1 << 20

    /// A search that has seen nothing.
    package init(_ needles: Needles) {
        self.needles = needles
        buffer = Array(repeating: 0, count: needles.longest + Self.piece + 8)
    }

    /// Looks through everything that `fill` gives until it gives 0 bytes.
    ///
    /// - Parameter fill: Puts bytes at the beginning of the buffer and tells how many.
    /// - Returns: What was found; rethrows what `fill` threw.
    package mutating func run(
        _ fill: (UnsafeMutableRawBufferPointer) throws -> Int
    ) rethrows -> Findings {
        var findings = Findings()
        carried = 0
        while true {
            let count = try buffer.withUnsafeMutableBytes { bytes in
                try fill(
                    UnsafeMutableRawBufferPointer(rebasing: bytes[carried..<carried + Self.piece])
                )
            }
            findings.look(count)
            let isLast = count == 0
            look(through: carried + count, isLast: isLast, &findings)
            if isLast { return findings }
        }
    }

    /// Looks through bytes that are all there.
    package mutating func run(over bytes: [UInt8]) -> Findings {
        var rest = bytes[...]
        return run { buffer in
            let next = rest.prefix(buffer.count)
            next.withUnsafeBytes { buffer.copyMemory(from: $0) }
            rest = rest.dropFirst(next.count)
            return next.count
        }
    }

    /// Looks at every place behind which the longest needle would fit; the others wait for more.
    private mutating func look(through count: Int, isLast: Bool, _ findings: inout Findings) {
        let kept = isLast ? 0 : min(needles.longest - 1, count)
        buffer.withUnsafeMutableBytes { bytes in
            // What stands behind the piece is left over from a longer one.
            for place in count..<count + 8 { bytes[place] = 0 }
            Self.scan(UnsafeRawBufferPointer(bytes), count, before: count - kept, needles) {
                findings.note($0)
            }
            for place in 0..<kept { bytes[place] = bytes[count - kept + place] }
        }
        carried = kept
    }

    /// Gives the longest needle of each value that begins at a place.
    private static func scan(
        _ bytes: UnsafeRawBufferPointer,
        _ count: Int,
        before end: Int,
        _ needles: Needles,
        _ found: (Needles.Needle) -> Void
    ) {
        guard let base = bytes.baseAddress else { return }
        needles.filter.withUnsafeBufferPointer { filter in
            var place = 0
            while place < min(end, count - Needles.keyLength + 1) {
                let word = base.loadUnaligned(fromByteOffset: place, as: UInt64.self).littleEndian
                // Nothing planted begins with six zeros.
                if word == 0 {
                    place += 3
                    continue
                }
                let hash = Needles.hash(word & 0xffff_ffff_ffff)
                if filter[Int(hash >> 46)] >> (hash >> 40 & 63) & 1 == 1 {
                    let rest = UnsafeRawBufferPointer(rebasing: bytes[place..<count])
                    needles.beginning(rest, hash: hash).forEach(found)
                }
                place += 1
            }
        }
    }
}

extension Needles {
    /// The needles that bytes begin with, of each value the longest.
    fileprivate func beginning(_ bytes: UnsafeRawBufferPointer, hash: UInt64) -> [Needle] {
        var found: [Needle] = []
        var place = Int(truncatingIfNeeded: hash >> 20) & (table.count - 1)
        while table[place] >= 0 {
            let needle = needles[Int(table[place])]
            place = (place + 1) & (table.count - 1)
            guard Int(needle.length) <= bytes.count, isEqual(needle, bytes) else { continue }
            if let index = found.firstIndex(where: { $0.value == needle.value }) {
                if found[index].length < needle.length { found[index] = needle }
            } else {
                found.append(needle)
            }
        }
        return found
    }

    private func isEqual(_ needle: Needle, _ bytes: UnsafeRawBufferPointer) -> Bool {
        (0..<Int(needle.length)).allSatisfy { text[Int(needle.start) + $0] == bytes[$0] }
    }
}
