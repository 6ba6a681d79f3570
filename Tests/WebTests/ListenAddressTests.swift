import Testing

@testable import Web

@Suite
struct ListenAddressTests {
    @Test(
        "addresses are read and written",
        arguments: [
            ("127.0.0.1:8443", "https://127.0.0.1:8443"),
            ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
            ("HTTP://0.0.0.0:0/", "http://0.0.0.0:0"),
            ("https://[::1]:8443", "https://[::1]:8443"),
            ("[2001:db8::1]:65535", "https://[2001:db8::1]:65535"),
            ("localhost:1", "https://127.0.0.1:1"),
        ]
    )
    func parses(text: String, expected: String) throws {
        #expect(try ListenAddress(parsing: text).description == expected)
    }

    @Test(
        "what is not an address is refused with the text and a reason",
        arguments: [
            ("", "the port is missing"),
            ("127.0.0.1", "the port is missing"),
            ("127.0.0.1:", "the port is not a number"),
            ("127.0.0.1:65536", "the port is not a number"),
            ("127.0.0.1:+80", "the port is not a number"),
            ("ftp://127.0.0.1:21", "neither http nor https"),
            ("::1:8443", "not a numeric address"),
            ("[127.0.0.1]:80", "no IPv6 address"),
            ("example.org:80", "not a numeric address"),
            (":80", "not a numeric address"),
        ]
    )
    func refuses(text: String, reason: String) {
        let error = webError { try ListenAddress(parsing: text) }
        #expect(error?.description.contains("\"\(text)\"") == true)
        #expect(error?.description.contains(reason) == true)
    }

    @Test(
        "plain http is for loopback only",
        arguments: [
            ("http://127.0.0.1:1", true), ("http://127.8.9.10:1", true), ("http://[::1]:1", true),
            ("http://0.0.0.0:1", false), ("http://[::]:1", false), ("http://10.0.0.1:1", false),
            ("https://0.0.0.0:1", true), ("https://[::]:1", true),
        ]
    )
    func safety(text: String, isSafe: Bool) throws {
        let address = try ListenAddress(parsing: text)
        if isSafe {
            try address.requireSafe()
        } else {
            let error = webError { try address.requireSafe() }
            #expect(error?.description.contains("nginx") == true)
        }
    }
}
