import CLinux
import Glibc

/// The program that started this one and wants to be told how it fares; see sd_notify(3).
package struct ServiceManager: Sendable {
    /// What is told.
    package enum Message: Sendable, Equatable {
        /// All is started.
        case ready
        /// The end has begun.
        case stopping
        /// Still alive.
        case watchdog
        /// A sentence for `systemctl status`; only its first line.
        case status(String)
        /// The descriptor sent along is to be kept under that name, beyond the end of the process.
        case store(name: String)
        /// What is kept under that name is to be closed.
        case forget(name: String)
    }

    private let path: String

    /// The manager that listens on a datagram socket: a path, or `@` and an abstract name.
    package init?(socket path: String) {
        // sun_path holds 108 bytes, with the zero at the end of a path.
        guard path.hasPrefix("/") || path.hasPrefix("@"), path.utf8.count > 1,
            path.utf8.count < 108
        else { return nil }
        self.path = path
    }

    /// The manager that the environment names in NOTIFY_SOCKET, nil when there is none.
    package static func fromEnvironment() -> ServiceManager? {
        getenv("NOTIFY_SOCKET").flatMap { ServiceManager(socket: String(cString: $0)) }
    }

    /// Tells it one thing; with `.store` goes the descriptor, which stays open here.
    ///
    /// The C functions are `socket` and `sendmsg` with SCM_RIGHTS. The manager need not answer: one
    /// that keeps no descriptors ignores them.
    package func tell(_ message: Message, descriptor: Int32 = -1) throws(SystemError) {
        let number = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard number >= 0 else { throw SystemError.last("socket", path) }
        let sender = FileDescriptor(owning: number)
        let text = Array(message.text.utf8)
        let sent = text.withUnsafeBytes { bytes in
            retrying {
                CLinux_notify(
                    sender.number,
                    path,
                    path.utf8.count,
                    bytes.baseAddress,
                    bytes.count,
                    descriptor
                )
            }
        }
        guard sent >= 0 else { throw SystemError.last("sendmsg", path) }
    }
}

extension ServiceManager.Message {
    /// The lines of the protocol.
    var text: String {
        switch self {
        case .ready: "READY=1"
        case .stopping: "STOPPING=1"
        case .watchdog: "WATCHDOG=1"
        case .status(let sentence): "STATUS=\(sentence.prefix { !$0.isNewline })"
        case .store(let name): "FDSTORE=1\nFDNAME=\(name)"
        case .forget(let name): "FDSTOREREMOVE=1\nFDNAME=\(name)"
        }
    }
}
