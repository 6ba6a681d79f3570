import Glibc
import Synchronization
import SystemIO

/// The way of SIGINT, SIGTERM and SIGHUP out of the signal handler: the one pipe that a process has for it.
///
/// Not a dispatch source: that leaves the signal blocked in the threads it came to, and then a second
/// one cannot end a process that hangs while it stops. The pipe stays open for the life of the process,
/// since the handler may be running in any thread when it is no longer wanted.
enum SignalPipe {
    private static let reading = Atomic<Int32>(-1)
    private static let writing = Atomic<Int32>(-1)

    /// Lets both signals write their number into the pipe, each once: then the default action is back.
    ///
    /// The C functions are `pipe` and `signal`.
    static func open() throws(SystemError) {
        if reading.load(ordering: .relaxed) < 0 {
            var ends: [Int32] = [-1, -1]
            guard pipe(&ends) == 0 else { throw SystemError.last("pipe") }
            for end in ends {
                _ = fcntl(end, F_SETFD, FD_CLOEXEC)
                _ = fcntl(end, F_SETFL, O_NONBLOCK)
            }
            writing.store(ends[1], ordering: .relaxed)
            reading.store(ends[0], ordering: .relaxed)
        }
        // Left over from an earlier run.
        while take() != nil {}
        let handler: @convention(c) (Int32) -> Void = { number in
            // Only what signal-safety(7) allows.
            let before = errno
            SignalPipe.restore()
            SignalPipe.put(number)
            errno = before
        }
        signal(SIGINT, handler)
        signal(SIGTERM, handler)
        signal(SIGHUP, handler)
        // A reader of the log that went away must not take a service with it.
        signal(SIGPIPE, SIG_IGN)
    }

    /// Gives both signals their default action back, which ends the process.
    static func restore() {
        signal(SIGINT, SIG_DFL)
        signal(SIGTERM, SIG_DFL)
        signal(SIGHUP, SIG_DFL)
    }

    /// Blocks until a number is in the pipe, and takes it.
    static func wait() -> Int32 {
        while true {
            if let number = take() { return number }
            var waiting = pollfd(
                fd: reading.load(ordering: .relaxed),
                events: Int16(POLLIN),
                revents: 0
            )
            poll(&waiting, 1, -1)
        }
    }

    /// Puts a number into the pipe, 0 to wake who waits.
    static func put(_ number: Int32) {
        var byte = UInt8(truncatingIfNeeded: number)
        _ = write(writing.load(ordering: .relaxed), &byte, 1)
    }

    private static func take() -> Int32? {
        var byte: UInt8 = 0
        return read(reading.load(ordering: .relaxed), &byte, 1) == 1 ? Int32(byte) : nil
    }
}
