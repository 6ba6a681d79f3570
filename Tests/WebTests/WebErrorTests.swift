import Testing

@testable import Web

@Suite
struct WebErrorTests {
    private static let address = ListenAddress(scheme: .http, host: "::1", port: 80)
    private static let files = TLSFiles(certificate: "/c.pem", key: "/k.pem")

    @Test(
        "each error is one sentence that names the thing and the remedy",
        arguments: [
            (.badAddress("x", reason: "r"), ["\"x\"", "r", "write it like"]),
            (.plainHTTPOnOpenAddress(address), ["http://[::1]:80", "certificate", "nginx"]),
            (.noListener, ["give at least one"]),
            (.certificateMissing(address), ["http://[::1]:80", "give both files"]),
            (.certificateUnreadable(path: "/c.pem", reason: "r"), ["/c.pem", "r", "PEM"]),
            (.keyUnreadable(path: "/k.pem", reason: "r"), ["/k.pem", "r", "passphrase"]),
            (.keyMismatch(files), ["/c.pem", "/k.pem", "give the pair"]),
            (.addressInUse(address), ["http://[::1]:80", "another port"]),
            (.listenFailed(address, reason: "r"), ["http://[::1]:80", "r", "choose an address"]),
            (.alreadyStarted, ["make a new one"]),
            (.outOfResources("no thread"), ["no thread", "raise the limit"]),
        ] as [(WebError, [String])]
    )
    func description(error: WebError, parts: [String]) {
        for part in parts { #expect(error.description.contains(part)) }
        #expect(error.description.hasSuffix("."))
    }
}
