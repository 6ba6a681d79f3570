/// Text made safe to stand in HTML, between tags and in quoted attributes.
enum HTML {
    static func escape(_ text: String) -> String {
        var safe = ""
        for character in text {
            switch character {
            case "&": safe += "&amp;"
            case "<": safe += "&lt;"
            case ">": safe += "&gt;"
            case "\"": safe += "&quot;"
            case "'": safe += "&#39;"
            default: safe.append(character)
            }
        }
        return safe
    }
}
