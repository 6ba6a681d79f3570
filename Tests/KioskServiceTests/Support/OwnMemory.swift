import Glibc
import SystemIO

/// Looks for words in this process's own memory, without holding them anywhere itself.
struct OwnMemory {
    /// Words that are not to be met, each turned by `mask` so that this is no place they are found in.
    private let turned: Set<UInt64>
    private let mask: UInt64
    /// Whether a word with these first 16 bits is sought.
    private let filter: [Bool]

    private static let chunk = 1 << 20

    /// Words that `draw` gives; they are on this thread's stack for a moment only.
    init(_ draw: () -> [UInt64]) {
        let mask = KernelRandom.word()
        self.mask = mask
        turned = Self.turned(mask, draw)
        var filter = [Bool](repeating: false, count: 1 << 16)
        for word in turned { filter[Int((word ^ mask) >> 48)] = true }
        self.filter = filter
        StackScrub.now()
    }

    private static func turned(_ mask: UInt64, _ draw: () -> [UInt64]) -> Set<UInt64> {
        var words = draw()
        let turned = Set(words.map { $0 ^ mask })
        for index in words.indices { words[index] = 0 }
        return turned
    }

    var count: Int { turned.count }

    /// How many of the words stand anywhere in memory that can be written.
    func found() throws -> Int {
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.chunk, alignment: 8)
        defer {
            _ = room.initializeMemory(as: UInt8.self, repeating: 0)
            room.deallocate()
            StackScrub.now()
        }
        _ = room.initializeMemory(as: UInt8.self, repeating: 0)
        let memory = try ProcessMemory(of: getpid())
        var found: Set<UInt64> = []
        for mapping in memory.mappings where mapping.isReadable && !mapping.isKernels {
            // Programs and libraries are not written to.
            if mapping.name.hasPrefix("/") { continue }
            var address = mapping.range.lowerBound
            while address < mapping.range.upperBound {
                let size = min(mapping.range.upperBound - address, UInt64(room.count))
                let part = UnsafeMutableRawBufferPointer(rebasing: room[..<Int(size)])
                let count = memory.read(at: address, into: part)
                guard count > 0 else { break }
                look(through: part, count / 8, &found)
                address += UInt64(count)
            }
        }
        return found.count
    }

    private func look(
        through part: UnsafeMutableRawBufferPointer,
        _ count: Int,
        _ found: inout Set<UInt64>
    ) {
        let words = part.bindMemory(to: UInt64.self)
        filter.withUnsafeBufferPointer { filter in
            var index = 0
            while index < count {
                let word = words[index]
                if filter[Int(word >> 48)], turned.contains(word ^ mask) {
                    found.insert(word ^ mask)
                }
                index += 1
            }
        }
    }
}
