import Commands
import Configuration
import Glibc
import KioskService
import SystemIO

/// What holds when nothing else is said.
enum Defaults {
    static let settings = "/etc/bluezone-kiosk/kiosk.json5"

    /// The store's file in a state folder.
    static func database(in state: String) -> String { state + "/kiosk.sqlite" }

    static func exists(_ path: String) -> Bool { Files.exists(path) }

    /// The state folder of a kiosk that has no settings.
    static var stateFolder: String {
        if let state = getenv("XDG_STATE_HOME") {
            return String(cString: state) + "/bluezone-kiosk"
        }
        let home = getenv("HOME").map { String(cString: $0) } ?? ""
        return home + "/.local/state/bluezone-kiosk"
    }
}

extension KioskSettings {
    /// The settings that `--config` names, or the usual file's, or those of a kiosk on its own.
    static func load(_ arguments: Arguments) throws -> KioskSettings {
        if let path = arguments.value("--config") {
            return try ConfigurationFile.load(KioskSettings.self, from: path)
        }
        if Files.exists(Defaults.settings) {
            return try ConfigurationFile.load(KioskSettings.self, from: Defaults.settings)
        }
        return KioskSettings(alone: Defaults.stateFolder)
    }
}

extension BoardProfile {
    /// The board that `--board` names, or one with a full HD panel and one adapter.
    static func load(_ arguments: Arguments) throws -> BoardProfile {
        guard let folder = arguments.value("--board") else { return .usual }
        return try ConfigurationFile.load(BoardProfile.self, from: folder + "/board.json5")
    }
}
