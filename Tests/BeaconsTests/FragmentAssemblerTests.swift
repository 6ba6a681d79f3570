import Fleet
import Testing

@testable import Beacons

@Suite struct FragmentAssemblerTests {
    private static let id = trace(androidID).digest(under: testKey)
    private static let filler = [UInt8](repeating: 0, count: 229)

    @Test("fragments in order make the advert, cut anywhere")
    func joined() {
        for cut in 0...androidData.count {
            var listener = AdvertListener()
            let first = listener.heard(
                extended: extendedReport(Array(androidData.prefix(cut)), status: 1)
            )
            let last = listener.heard(extended: extendedReport(Array(androidData.dropFirst(cut))))
            #expect(first?.kind == .other)
            #expect(last?.kind == .bluezoneAndroid)
            #expect(last?.digest == Self.id)
            #expect((listener.reports, listener.lostChains) == (2, 0))
        }
    }

    @Test("the fragments of eight senders may come in turn")
    func interleaved() {
        var listener = AdvertListener()
        let parts = [androidData.prefix(5), androidData[5..<12], androidData.dropFirst(12)]
        for (number, part) in parts.enumerated() {
            for sender in UInt8(1)...8 {
                let status: UInt8 = number < 2 ? 1 : 0
                let report = extendedReport(
                    Array(part),
                    sender: sender,
                    set: sender % 3,
                    status: status
                )
                let heard = listener.heard(extended: report)
                #expect(heard?.kind == (number < 2 ? .other : .bluezoneAndroid))
            }
        }
        #expect(listener.lostChains == 0)
    }

    @Test("the sets of one sender are told apart")
    func sets() {
        var listener = AdvertListener()
        let head = Array(androidData.prefix(10))
        let tail = Array(androidData.dropFirst(10))
        #expect(listener.heard(extended: extendedReport(head, set: 1, status: 1))?.kind == .other)
        let other = listener.heard(extended: extendedReport(androidData, set: 2))
        #expect(other?.kind == .bluezoneAndroid)
        #expect(listener.heard(extended: extendedReport(tail, set: 1))?.kind == .bluezoneAndroid)
    }

    @Test("a chain the controller gave up is malformed, and so forgotten")
    func truncated() {
        var listener = AdvertListener()
        _ = listener.heard(extended: extendedReport(Array(androidData.prefix(10)), status: 1))
        let cut = listener.heard(extended: extendedReport(androidData, status: 2))
        #expect(cut?.kind == .malformed)
        #expect(listener.lostChains == 1)
        #expect(listener.heard(extended: extendedReport(androidData))?.kind == .bluezoneAndroid)
        #expect(
            listener.heard(extended: extendedReport(androidData, status: 3))?.kind == .malformed
        )
    }

    @Test("1650 octets are taken")
    func longest() {
        var listener = AdvertListener()
        // Empty structures of length 1 fill the front, so that the walk reaches the end.
        var data: [UInt8] = []
        while data.count + 2 + androidData.count <= 1650 { data += [1, 9] }
        data += androidData
        if data.count < 1650 { data.append(0) }
        #expect(data.count == 1650)
        var rest = data[...]
        var last: Heard?
        while !rest.isEmpty {
            let part = Array(rest.prefix(Self.filler.count))
            rest = rest.dropFirst(part.count)
            last = listener.heard(extended: extendedReport(part, status: rest.isEmpty ? 0 : 1))
        }
        #expect(last?.kind == .bluezoneAndroid)
        #expect(listener.lostChains == 0)
    }

    @Test("nothing of an advert longer than 1650 octets is trusted, least of all its tail")
    func overlong() {
        var listener = AdvertListener()
        for _ in 0..<7 {
            _ = listener.heard(extended: extendedReport(Self.filler, status: 1))
        }
        let over = listener.heard(extended: extendedReport(Self.filler, status: 1))
        #expect(over?.kind == .malformed)
        let more = listener.heard(extended: extendedReport(androidData, status: 1))
        #expect(more?.kind == .malformed)
        let tail = listener.heard(extended: extendedReport(androidData))
        #expect(tail?.kind == .malformed)
        #expect(listener.lostChains == 1)
        #expect(listener.heard(extended: extendedReport(androidData))?.kind == .bluezoneAndroid)
    }

    @Test("a last fragment that makes it too long is not trusted")
    func overlongAtEnd() {
        var listener = AdvertListener()
        for _ in 0..<7 {
            _ = listener.heard(extended: extendedReport(Self.filler, status: 1))
        }
        let tail = listener.heard(extended: extendedReport(Self.filler))
        #expect(tail?.kind == .malformed)
        #expect(listener.lostChains == 1)
    }

    @Test("of more than eight senders the oldest gives way, and its tail is not taken for a whole")
    func crowded() {
        var listener = AdvertListener()
        for sender in UInt8(1)...9 {
            let report = extendedReport([1, 9], sender: sender, status: 1)
            #expect(listener.heard(extended: report)?.kind == .other)
        }
        #expect(listener.lostChains == 1)
        let lost = listener.heard(extended: extendedReport(androidData, sender: 1))
        #expect(lost?.kind == .malformed)
        for sender in UInt8(2)...9 {
            let report = extendedReport(androidData, sender: sender)
            #expect(listener.heard(extended: report)?.kind == .bluezoneAndroid)
        }
        let again = listener.heard(extended: extendedReport(androidData, sender: 1))
        #expect(again?.kind == .bluezoneAndroid)
        #expect(listener.lostChains == 1)
    }

    @Test("a buffer used again shows nothing of the chain before")
    func buffersUsedAgain() {
        var listener = AdvertListener()
        for status in [UInt8(0), 2, 0] {
            _ = listener.heard(extended: extendedReport(androidData, status: 1))
            let end = listener.heard(extended: extendedReport(androidData, status: status))
            #expect(end?.kind == (status == 0 ? .bluezoneAndroid : .malformed))
            _ = listener.heard(extended: extendedReport([2, 1, 6], sender: 2, status: 1))
            let plain = listener.heard(extended: extendedReport([], sender: 2))
            #expect(plain?.kind == .other)
        }
        #expect(listener.lostChains == 1)
    }

    @Test("ten thousand unfinished chains take no more room than sixteen")
    func bounded() {
        var assembler = FragmentAssembler()
        for number in 0..<10_000 {
            let report = AdvertisingReport(
                eventType: 0x20,
                address: .init(value: UInt64(number), type: 1),
                dataStatus: .moreToCome,
                advertisingSet: 0,
                rssi: -60,
                data: ByteView(UnsafeRawBufferPointer(start: nil, count: 0))
            )
            _ = assembler.take(report)
        }
        #expect(assembler.held <= 2 * FragmentAssembler.places)
        #expect(assembler.lostChains == 10_000 - UInt64(FragmentAssembler.places))
    }
}
