import Fleet

/// The words of the pages, in Vietnamese.
enum Wording {
    /// How long ago something was, such as `3 phút trước`.
    static func ago(_ time: Instant, now: Instant) -> String {
        let seconds = max(now.seconds - time.seconds, 0)
        switch seconds {
        case ..<5: return "vừa xong"
        case ..<60: return "\(seconds) giây trước"
        case ..<3600: return "\(seconds / 60) phút trước"
        case ..<86400: return "\(seconds / 3600) giờ trước"
        default: return "\(seconds / 86400) ngày trước"
        }
    }

    /// A quarter as people say it, such as `07:15–07:30 ngày 13/8/2020`.
    static func span(_ span: WindowSpan) -> String {
        let start = LocalTime(span.start)
        return "\(start.clock)–\(LocalTime(span.end).clock) ngày \(start.date)"
    }

    /// A noised figure as it may be seen: never negative, and small ones not told apart.
    static func figure(_ value: Int) -> String {
        value < smallest ? "<\(smallest)" : "\(value)"
    }

    /// Smallest figure that is shown as a number (k-threshold).
    static let smallest = 5

    /// A part's state in words, and whether it is as it should be.
    struct State {
        let words: String
        let isGood: Bool
    }

    /// A radio's state; a reason nobody foresaw stays as the kiosk said it.
    static func radio(_ state: String) -> State {
        let parts = state.split(separator: ", last: ", maxSplits: 1)
        if parts.count == 2, parts[0] == "listening" {
            return State(words: "đang nghe; đã khắc phục: \(parts[1])", isGood: true)
        }
        return switch state {
        case "starting": State(words: "đang khởi động", isGood: true)
        case "listening": State(words: "đang nghe", isGood: true)
        case "replaying": State(words: "đang phát lại bản ghi", isGood: true)
        case "replay over": State(words: "bản ghi đã hết", isGood: true)
        default: radios(state)
        }
    }

    /// The states of live adapters, such as `listening; hci1: it went away`.
    ///
    /// One that listens is enough to count; one that does not is shown as bad all the same.
    private static func radios(_ state: String) -> State {
        let parts = state.split(separator: ";").map { $0.drop { $0 == " " } }
        let others = parts.filter { !isListening($0) }
        guard others.count < parts.count else {
            return State(words: "không nghe được: \(state)", isGood: false)
        }
        let words = (["đang nghe"] + others.map(String.init)).joined(separator: "; ")
        return State(words: words, isGood: others.isEmpty)
    }

    /// Whether an adapter listens; older kiosks put its name before and what was measured after it.
    private static func isListening(_ part: Substring) -> Bool {
        var said = part
        if part.hasPrefix("hci"), let colon = part.firstIndex(of: ":") {
            said = part[colon...].dropFirst(2)
        }
        return said.hasPrefix("listening") || said.hasPrefix("silent ")
    }

    /// A display's state, such as `đang bật 1920x1080`.
    static func display(_ state: String) -> State {
        if state.hasPrefix("on ") {
            let isGood = !state.contains("content refused")
            return State(words: "đang bật \(state.dropFirst(3))", isGood: isGood)
        }
        return State(words: "không hiện được: \(state)", isGood: false)
    }

    /// When a page was on the glass last, and how that is known.
    static func proof(_ shown: ShownPage) -> String {
        let clock = LocalTime(Instant(seconds: shown.last)).clock
        return switch shown.proof {
        case .crc, .readBack: "lần cuối \(clock), đã kiểm chứng"
        case .buffer: "lần cuối \(clock)"
        case .none: "lần cuối \(clock), không có màn hình"
        }
    }

    /// The mark and the words for a quality; the mark tells it without colour.
    static func quality(_ quality: Quality) -> (mark: String, word: String) {
        switch quality {
        case .regular: ("✓", "bình thường")
        case .partial: ("◐", "một phần thời gian")
        case .starved: ("▽", "nghe quá ít")
        case .saturated: ("▲", "sóng quá đông")
        case .suspicious: ("!", "bất thường")
        case .deaf: ("✕", "không nghe được")
        }
    }
}
