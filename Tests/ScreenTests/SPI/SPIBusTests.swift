import Screen
import Testing

@Suite struct SPIBusTests {
    @Test("bytes go in parts that spidev takes, pixels whole, none lost and none twice")
    func parts() {
        #expect(SPIBus.parts(of: 0, limit: 4096).isEmpty)
        #expect(SPIBus.parts(of: 4, limit: 4096) == [0..<4])
        #expect(SPIBus.parts(of: 4096, limit: 4096) == [0..<4096])
        #expect(SPIBus.parts(of: 9000, limit: 4097) == [0..<4096, 4096..<8192, 8192..<9000])
        #expect(SPIBus.parts(of: 5, limit: 1) == [0..<2, 2..<4, 4..<5])
        #expect(SPIBus.parts(of: 307_200, limit: 65_536).map(\.count).reduce(0, +) == 307_200)
    }

    @Test(
        "the limit is what sysfs says, else 4096",
        arguments: [("65536\n", 65_536), ("", 4096), ("0\n", 4096), ("x", 4096)]
    )
    func limit(text: String, expected: Int) {
        #expect(SPIBus.limit(said: Array(text.utf8)) == expected)
        #expect(SPIBus.limit(said: nil) == 4096)
    }

    @Test(
        "a device that is none is named with a remedy",
        arguments: [
            ("/nonexistent/spidev0.0", "dtparam=spi=on"), ("/dev/null", "panel.spi.mode"),
        ]
    )
    func absent(path: String, remedy: String) throws {
        let error = #expect(throws: ScreenError.self) {
            try SPIBus(path: path, mode: 0, speed: 1_000_000, dataLine: { _ in }, resetLine: nil)
        }
        let text = try #require(error).description
        #expect(text.hasPrefix(path) && text.contains(remedy))
    }
}
