import Glibc

/// Descriptors that the service manager kept for this process or opened for it; see sd_listen_fds(3).
package struct HandedDescriptors: ~Copyable {
    private var open: [(name: String, number: Int32)]

    /// The number of the first one; SD_LISTEN_FDS_START.
    static let first: Int32 = 3
    /// More than any manager keeps for one service.
    private static let most = 256

    /// Takes over what the environment names, and takes the names out of the environment.
    ///
    /// Children then neither inherit the descriptors nor believe that theirs are meant.
    package static func take() -> HandedDescriptors {
        let names = names(process: getpid()) { variable in
            getenv(variable).map { String(cString: $0) }
        }
        for variable in ["LISTEN_PID", "LISTEN_FDS", "LISTEN_FDNAMES"] { unsetenv(variable) }
        var open: [(name: String, number: Int32)] = []
        for (offset, name) in names.enumerated() {
            let number = first + Int32(offset)
            guard fcntl(number, F_SETFD, FD_CLOEXEC) == 0 else { continue }
            open.append((name, number))
        }
        return HandedDescriptors(open: open)
    }

    private init(open: [(name: String, number: Int32)]) {
        self.open = open
    }

    deinit {
        for (_, number) in open { close(number) }
    }

    /// The descriptors' names in order, none unless the variables are meant for that process.
    ///
    /// A descriptor without a name is called `unknown`.
    static func names(process: pid_t, _ variable: (String) -> String?) -> [String] {
        guard variable("LISTEN_PID") == String(process),
            let count = variable("LISTEN_FDS").flatMap({ Int($0) }), (1...most).contains(count)
        else { return [] }
        let names = (variable("LISTEN_FDNAMES") ?? "")
            .split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        return (0..<count).map { index in
            index < names.count && !names[index].isEmpty ? names[index] : "unknown"
        }
    }

    /// Gives away the first one of that name; the others stay and are closed with this value.
    package mutating func remove(_ name: String) -> FileDescriptor? {
        guard let index = open.firstIndex(where: { $0.name == name }) else { return nil }
        return FileDescriptor(owning: open.remove(at: index).number)
    }
}
