import Testing

@testable import SystemIO

@Suite struct WipedBufferTests {
    private struct Fault: Error {}

    /// Uses a buffer over memory that outlives it, and leaves by a way of its own.
    private func leave(_ memory: UnsafeMutableRawBufferPointer, throwing: Bool) throws {
        let buffer = WipedBuffer(borrowing: memory)
        try buffer.withBytes { bytes in
            for place in bytes.indices { bytes[place] = 0xa5 }
            #expect(bytes.allSatisfy { $0 == 0xa5 })
            if throwing { throw Fault() }
        }
    }

    @Test("what was in it is overwritten on every way out", arguments: [false, true])
    func ways(throwing: Bool) {
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 258, alignment: 16)
        defer { memory.deallocate() }
        do {
            try leave(memory, throwing: throwing)
            #expect(!throwing)
        } catch {
            #expect(throwing)
        }
        #expect(memory.allSatisfy { $0 == 0 })
    }

    @Test("a new one holds zeros, and the size asked for")
    func fresh() {
        let (count, isZero) = WipedBuffer(count: 64).withBytes { bytes in
            (bytes.count, bytes.allSatisfy { $0 == 0 })
        }
        #expect(count == 64)
        #expect(isZero)
        WipedBuffer.wipe(UnsafeMutableRawBufferPointer(start: nil, count: 0))
    }
}
