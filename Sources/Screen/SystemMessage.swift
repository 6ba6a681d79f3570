import Glibc

/// The system's sentence for an error number; see `strerror(3)`.
///
/// Since glibc 2.32 the buffer belongs to the thread, and it is copied before anything else runs.
func systemMessage(_ number: Int32) -> String {
    strerror(number).map { String(cString: $0) } ?? "error \(number)"
}
