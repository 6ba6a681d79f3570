extension RadioHealth.State: CustomStringConvertible {
    /// A sentence for the log and the province's page.
    package var description: String {
        switch self {
        case .starting: "starting"
        case .listening: "listening"
        case .quiet: "listening, nothing heard; the controller answers"
        case .doubtful: "silent where there was traffic; being checked"
        case .deaf(nil): "deaf: nothing heard where there was traffic; recovering"
        case .deaf(.some(let trouble)): "deaf: \(trouble)"
        case .absent(let trouble): trouble.description
        }
    }

    /// What passengers read in place of the count, in Vietnamese; nil while there is one.
    package var vietnamese: String? {
        switch self {
        case .listening, .quiet, .doubtful: nil
        case .starting: "đang bật Bluetooth"
        case .deaf: "Bluetooth đang khởi động lại"
        case .absent(let trouble):
            switch trouble.kind {
            case .noAdapter, .gone, .noBluetooth: "không có bộ thu Bluetooth"
            case .blocked, .off: "Bluetooth đang tắt"
            default: "không nghe được Bluetooth"
            }
        }
    }
}
