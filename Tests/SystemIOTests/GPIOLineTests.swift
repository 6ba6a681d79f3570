import Foundation
import SystemIO
import Testing

@Suite struct GPIOLineTests {
    @Test("a line is named by its chip and number, or by its name")
    func places() {
        #expect(GPIOLine.Place("gpiochip0:25") == .chip("gpiochip0", offset: 25))
        #expect(GPIOLine.Place("GPIO25") == .name("GPIO25"))
        #expect(GPIOLine.Place("PH.7:x") == .name("PH.7:x"))
        for text in ["gpiochip0:25", "GPIO25"] {
            #expect(GPIOLine.Place(text)?.description == text)
        }
        for text in [
            "", "a b", "gpiochip0", "gpiochip0:", "gpiochip0:-1", "gpiochip0:65536", "../dev:1",
            String(repeating: "a", count: 32), "é", "gpiochip1:2:3",
        ] {
            #expect(GPIOLine.Place(text) == nil, "\(text)")
        }
    }

    @Test("a line that is not there is named, and so is a device that is no chip")
    func absent() throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("gpio-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createSymbolicLink(
            atPath: folder + "/gpiochip0",
            withDestinationPath: "/dev/null"
        )
        let cases: [(GPIOLine.Place, Int32, String)] = [
            (.name("DC"), ENOENT, "GPIO line DC"),
            (.chip("gpiochip0", offset: 3), ENOTTY, "GPIO line gpiochip0:3"),
            (.chip("gpiochip7", offset: 3), ENOENT, folder + "/gpiochip7"),
        ]
        for (place, number, subject) in cases {
            let error = #expect(throws: SystemError.self) {
                try GPIOLine(output: place, isHigh: true, consumer: "test", folder: folder)
            }
            let found = try #require(error)
            #expect(found.number == number && found.subject == subject)
        }
    }
}
