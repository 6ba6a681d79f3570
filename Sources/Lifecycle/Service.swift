/// A part of a process that runs until it is told to stop.
///
/// Returning or throwing means that the whole process stops. Being told to stop is the cancellation of
/// the task: `run` then puts things in order and returns.
package protocol Service: Sendable {
    /// A word for logs, such as `radio`.
    var name: String { get }

    /// Runs until the task is cancelled or the service has come to its end.
    func run() async throws
}
