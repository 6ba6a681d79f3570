/// What a request's path leads to.
enum Place: Equatable {
    /// Where kiosks send reports.
    case reports
    /// Where a kiosk sends the picture of its screen.
    case kioskScreen(String)
    case fleet
    case style
    case health
    /// The newest picture of a kiosk's screen.
    case screen(String)

    /// Reads a path by its parts; nil when it leads nowhere.
    init?(_ path: [String]) {
        switch path.count {
        case 0: self = .fleet
        case 1 where path == ["style.css"]: self = .style
        case 1 where path == ["healthz"]: self = .health
        case 2 where path == ["v1", "reports"]: self = .reports
        case 3 where path[0] == "kiosks" && path[2] == "screen.png": self = .screen(path[1])
        case 4 where path.starts(with: ["v1", "kiosks"]) && path[3] == "screen":
            self = .kioskScreen(path[2])
        default: return nil
        }
    }

    /// The methods it takes.
    var methods: [String] {
        switch self {
        case .reports: ["POST"]
        case .kioskScreen: ["PUT"]
        case .fleet, .style, .health, .screen: ["GET", "HEAD"]
        }
    }
}
