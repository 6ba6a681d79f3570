import Testing

@testable import Beacons

@Suite struct ByteViewTests {
    private static let absurd = [Int.min, Int.min + 1, -1, 9, 10, Int.max - 1, Int.max]

    @Test("nothing beyond the ends can be read", arguments: absurd)
    func outside(offset: Int) {
        withView(Array(0..<8)) { view in
            #expect(view.byte(offset) == nil)
            #expect(view.suffix(from: offset) == nil)
            #expect(view.littleEndian(offset, as: UInt8.self) == nil)
            #expect(view.bigEndian(offset, as: UInt64.self) == nil)
            for length in Self.absurd + [0, 1, 8] {
                #expect(view.slice(offset, length) == nil)
            }
            #expect(view.slice(0, offset) == nil)
            #expect(view.slice(8, offset) == nil)
        }
    }

    @Test("everything inside can be read, in both byte orders")
    func inside() {
        withView(Array(1...8)) { view in
            #expect((0..<8).compactMap(view.byte) == Array(1...8))
            #expect(view.byte(8) == nil)
            #expect(view.littleEndian(0, as: UInt64.self) == 0x0807_0605_0403_0201)
            #expect(view.bigEndian(0, as: UInt64.self) == 0x0102_0304_0506_0708)
            #expect(view.littleEndian(5, as: UInt16.self) == 0x0706)
            #expect(view.bigEndian(5, as: UInt32.self) == nil)
            #expect(view.suffix(from: 8)?.count == 0)
            #expect(view.slice(3, 2)?.withBytes { Array($0) } == [4, 5])
            #expect(view.slice(2, 6)?.slice(2, 4)?.byte(3) == 8)
            #expect(view.slice(2, 3)?.byte(3) == nil)
        }
    }

    @Test("an empty view has nothing to read")
    func empty() {
        let view = ByteView(UnsafeRawBufferPointer(start: nil, count: 0))
        #expect(view.byte(0) == nil)
        #expect(view.littleEndian(0, as: UInt16.self) == nil)
        #expect(view.slice(0, 0)?.count == 0)
        #expect(view.suffix(from: 0)?.count == 0)
        #expect(view.withBytes { $0.count } == 0)
    }
}
