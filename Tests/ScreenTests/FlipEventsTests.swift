import Screen
import Testing

@Suite struct FlipEventsTests {
    private func event(_ type: UInt32, _ number: UInt64, length: UInt32 = 32) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 32)
        bytes.withUnsafeMutableBytes { room in
            room.storeBytes(of: type, toByteOffset: 0, as: UInt32.self)
            room.storeBytes(of: length, toByteOffset: 4, as: UInt32.self)
            room.storeBytes(of: number, toByteOffset: 8, as: UInt64.self)
        }
        return bytes
    }

    private func finished(_ bytes: [UInt8]) -> [UInt64] {
        bytes.withUnsafeBytes { FlipEvents.finished(in: $0) }
    }

    @Test("flips that are done give their numbers, other events are passed over")
    func numbers() {
        #expect(finished(event(2, 7) + event(1, 8) + event(3, 9) + event(2, .max)) == [7, .max])
    }

    @Test(
        "bytes that are no events end the list",
        arguments: [0, 7, 33, UInt32.max] as [UInt32]
    )
    func broken(length: UInt32) {
        #expect(finished(event(2, 1) + event(2, 2, length: length)) == [1])
    }

    @Test("an event that is cut off gives nothing")
    func cut() {
        for count in 0..<32 { #expect(finished(Array(event(2, 7)[..<count])) == []) }
        #expect(finished(Array(event(2, 7, length: 12)[..<12])) == [])
    }
}
