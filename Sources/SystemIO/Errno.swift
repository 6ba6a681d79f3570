import CLinux
import Glibc

/// A system call that failed, on what, and why.
package struct SystemError: Error, Equatable, CustomStringConvertible {
    /// What was attempted, such as `open`.
    package let operation: String
    /// What it was attempted on, such as a path; empty when there is nothing to name.
    package let subject: String
    /// The error number, `errno`.
    package let number: Int32

    package init(_ operation: String, _ subject: String = "", number: Int32) {
        self.operation = operation
        self.subject = subject
        self.number = number
    }

    /// The error of the system call that failed last in this thread.
    package static func last(_ operation: String, _ subject: String = "") -> SystemError {
        SystemError(operation, subject, number: errno)
    }

    package var description: String {
        let reason = String(cString: strerror(number))
        return subject.isEmpty ? "\(operation): \(reason)" : "\(subject): \(reason) (\(operation))"
    }
}

/// Repeats a call that a signal interrupted.
func retrying(_ call: () -> Int) -> Int {
    while true {
        let result = call()
        if result >= 0 || errno != EINTR { return result }
    }
}
