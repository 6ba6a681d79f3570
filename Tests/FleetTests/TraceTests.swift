import Testing

@testable import Fleet

@Suite struct TraceTests {
    @Test("no way of printing shows the identifier")
    func secrecy() {
        expectRedacted(Trace(low: 81_985_529_216_486_895, high: 81_985_529_216_486_895))
    }

    @Test("a sighting shows its class and level, never its identifier")
    func sighting() {
        let trace = Trace(low: 81_985_529_216_486_895, high: 81_985_529_216_486_895)
        let sighting = Sighting(kind: .bluezoneAndroid, trace: trace, rssi: -60)
        var dumped = ""
        dump(sighting, to: &dumped)
        for text in ["\(sighting)", String(reflecting: sighting), dumped] {
            #expect(!text.contains("81985529216486895"))
            #expect(!text.lowercased().contains("123456789abcdef"))
        }
    }

    @Test("its digest is the key's hash of its sixteen bytes")
    func digest() {
        let key = DigestKey(0x0706_0504_0302_0100, 0x0f0e_0d0c_0b0a_0908)
        let trace = Trace(low: 0x0706_0504_0302_0100, high: 0x0f0e_0d0c_0b0a_0908)
        #expect(trace.digest(under: key) == 0x3f2a_cc7f_57c2_9bdb)
        #expect(trace.digest(under: DigestKey(1, 2)) != trace.digest(under: key))
    }
}
