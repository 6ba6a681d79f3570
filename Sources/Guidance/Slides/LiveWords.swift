import Fleet

extension LiveCount {
    /// The count in words; a reason is given only in Vietnamese, the language it is written in.
    package func words(in language: Language) -> String {
        guard language != .vietnamese else { return vietnamese }
        let isKhmer = language == .khmer
        switch self {
        case .unknown:
            return isKhmer ? "មិន\u{200B}ទាន់\u{200B}រាប់\u{200B}បាន" : "not counted yet"
        case .about(let number):
            // Rounded again, so that no finer number can reach the glass.
            guard case .about(let coarse) = CoarseCount(number) else {
                return LiveCount.fewerThanFive.words(in: language)
            }
            return isKhmer ? "ប្រហែល\u{200B} \(coarse)\u{A0}គ្រឿង" : "about\u{A0}\(coarse)"
        case .fewerThanFive:
            return isKhmer ? "តិច\u{200B}ជាង\u{200B} 5\u{A0}គ្រឿង" : "fewer than\u{A0}5"
        }
    }
}

extension Notice {
    /// The words on the tag in a language.
    package func words(in language: Language) -> String {
        switch (self, language) {
        case (_, .vietnamese), (.text, _): vietnamese
        case (.replay, .khmer): "ការ\u{200B}ចាក់\u{200B}ឡើង\u{200B}វិញ"
        case (.replay, .english): "REPLAYED RECORDING"
        case (.clockNotTrusted, .khmer): "ម៉ោង\u{200B}មិន\u{200B}ប្រាកដ"
        case (.clockNotTrusted, .english): "CLOCK NOT SURE"
        }
    }
}

extension ContentPack.Progress {
    /// A share as people of a language write it, with a no-break space before the sign.
    package static func words(_ percent: Double, _ language: Language) -> String {
        let hundredths = Int(max(0, min(percent, 1000)) * 100 + 0.5)
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        let point = language == .english ? "." : ","
        let sign = language == .english ? "%" : "\u{A0}%"
        if rest == 0 { return "\(whole)\(sign)" }
        return "\(whole)\(point)\(rest < 10 ? "0" : "")\(rest)\(sign)"
    }

    /// A sentence of the pack with `{percent}` and `{target}` filled in.
    package func fill(_ sentence: String, _ language: Language) -> String {
        var text = ""
        var rest = sentence[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            text += rest[..<open]
            switch rest[rest.index(after: open)..<close] {
            case "percent": text += Self.words(percent, language)
            case "target": text += Self.words(target, language)
            default: text += rest[open...close]
            }
            rest = rest[rest.index(after: close)...]
        }
        return text + rest
    }
}
