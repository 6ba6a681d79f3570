import Beacons
import Commands

extension Kiosk {
    /// `kiosk classify`: one class for each line of advertising data.
    static let classify = Command(
        name: "classify",
        summary: "Tells for advertising data on standard input what kind of sender it is.",
        notes: """
            Reads lines SOURCE HEX, where SOURCE is adv, scanrsp or ext and HEX is the advertising data,
            and prints one class for each: bluezone-android, bluezone-ios-foreground,
            bluezone-ios-background-overflow, gaen, other-phone, other or malformed. Never an id.
            A line that is none of these is named on standard error, counts as malformed, and makes the
            exit code 2.
            """
    ) { _ in
        var code = ExitCode.fine
        var number = 0
        var reader = LineReader()
        while let line = reader.line() {
            number += 1
            if line.isBlank { continue }
            guard let data = advertisingData(line) else {
                Console.error("kiosk classify: line \(number): not SOURCE HEX; see --help")
                Console.out("malformed")
                code = .usage
                continue
            }
            let kind = data.withUnsafeBytes { Classifier.classify(ByteView($0)).kind }
            Console.out(kind.rawValue)
        }
        return code
    }

    /// The data of a line `SOURCE HEX`, nil when it is none.
    private static func advertisingData(_ line: LineReader.Line) -> [UInt8]? {
        guard case .text(let text) = line else { return nil }
        let words = text.split(whereSeparator: \.isWhitespace)
        guard let source = words.first, ["adv", "scanrsp", "ext"].contains(source), words.count <= 2
        else { return nil }
        return hexadecimal(words.count == 2 ? words[1] : "")
    }

    /// The bytes that hexadecimal digits stand for; nil when they are none or odd in number.
    private static func hexadecimal(_ text: Substring) -> [UInt8]? {
        let digits = text.utf8.map { digit -> UInt8? in
            switch digit {
            case 0x30...0x39: digit - 0x30
            case 0x41...0x46: digit - 0x37
            case 0x61...0x66: digit - 0x57
            default: nil
            }
        }
        let known = digits.compactMap { $0 }
        guard known.count == digits.count, known.count % 2 == 0 else { return nil }
        return stride(from: 0, to: known.count, by: 2).map { known[$0] << 4 | known[$0 + 1] }
    }
}
