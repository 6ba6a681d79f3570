import Testing

@testable import Web

@Suite
struct PercentDecodingTests {
    @Test(
        "percent signs are decoded where two hex digits follow",
        arguments: [
            ("", ""), ("/a%20b", "/a b"), ("%C3%ba", "ú"), ("%", "%"), ("%4", "%4"),
            ("%zz%41", "%zzA"), ("a+b", "a+b"), ("%2F", "/"), ("%ff", "\u{FFFD}"), ("%%41", "%A"),
        ]
    )
    func decodes(text: String, expected: String) {
        #expect(PercentDecoding.decode(text.utf8) == expected)
    }

    @Test(
        "queries become parameters",
        arguments: [
            ("", [:]), ("a=1&b=2", ["a": "1", "b": "2"]), ("a", ["a": ""]), ("a=b=c", ["a": "b=c"]),
            ("a=1&a=2", ["a": "2"]), ("&&a=+%2B&", ["a": " +"]), ("=x", ["": "x"]),
            ("an+ph%C3%BA=1", ["an phú": "1"]),
        ] as [(String, [String: String])]
    )
    func parameters(query: String, expected: [String: String]) {
        #expect(PercentDecoding.parameters(of: query) == expected)
    }
}
