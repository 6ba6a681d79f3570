import Testing

@testable import Fleet

@Suite struct DigestKeyTests {
    @Test("sixteen bytes 00...0f under the key 00...0f give the published digest")
    func published() {
        // The authors' table vectors_sip64, entry 16: db 9b c2 57 7f cc 2a 3f.
        let key = DigestKey(0x0706_0504_0302_0100, 0x0f0e_0d0c_0b0a_0908)
        #expect(key.siphash(0x0706_0504_0302_0100, 0x0f0e_0d0c_0b0a_0908) == 0x3f2a_cc7f_57c2_9bdb)
    }

    @Test(
        "other keys and messages give what an independent implementation gives",
        arguments: [
            [0, 0, 0, 0, 0x32ca_ecc2_8017_2976],
            [.max, .max, .max, .max, 0x1a27_dd85_9ed2_9a2e],
            [1, 2, 3, 4, 0x3f57_6787_0aaf_0f77],
            [
                0xdead_beef, 0x0123_4567_89ab_cdef, 0xfedc_ba98_7654_3210, 1 << 63,
                0x1596_ce41_4bf6_d74b,
            ],
        ] as [[UInt64]]
    )
    func independent(words: [UInt64]) {
        #expect(DigestKey(words[0], words[1]).siphash(words[2], words[3]) == words[4])
    }

    @Test("a wiped key is the key of zeros")
    func wiping() {
        var key = DigestKey(0x1234, 0x5678)
        key.wipe()
        #expect(key.siphash(0, 0) == 0x32ca_ecc2_8017_2976)
    }

    @Test("no way of printing shows the key")
    func secrecy() {
        expectRedacted(DigestKey(0x0123_4567_89ab_cdef, 81_985_529_216_486_895))
    }
}

/// Prints a value in every way there is and expects that no digit of it shows.
func expectRedacted<Value>(_ value: Value, sourceLocation: SourceLocation = #_sourceLocation) {
    var dumped = ""
    dump(value, to: &dumped)
    var nested = ""
    dump([Optional(value)], to: &nested)
    let texts = [
        "\(value)", String(describing: value), String(reflecting: value), "\([value])",
        "\(Optional(value) as Any)", dumped,
    ]
    for text in texts {
        let digits = text.filter(\.isNumber)
        #expect(digits.isEmpty, sourceLocation: sourceLocation)
    }
    #expect(!nested.contains("81985529216486895"), sourceLocation: sourceLocation)
    #expect(Mirror(reflecting: value).children.isEmpty, sourceLocation: sourceLocation)
    #expect(Mirror(reflecting: value).superclassMirror == nil, sourceLocation: sourceLocation)
}
