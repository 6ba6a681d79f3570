import Synchronization

/// A service that failed and so ended the process.
package struct ServiceFailure: Error, CustomStringConvertible {
    /// The service's name.
    package let service: String
    /// What it threw.
    package let reason: any Error
    /// Services that failed after it, while they were being stopped.
    package fileprivate(set) var later: [ServiceFailure] = []

    /// Names every service that failed and its reason, the first one first.
    package var description: String {
        (["\(service): \(reason)"] + later.map(\.description)).joined(separator: "; then ")
    }
}

/// Runs services together and stops them in the reverse of their order.
package enum ServiceGroup {
    /// Runs until one service returns or fails, or the surrounding task is cancelled.
    ///
    /// All services are set off in the order given; none waits until another is ready. Then each is
    /// cancelled and waited for, the last one first, so that what a service needs from those before it
    /// is there until it has ended. A service that throws `CancellationError` has ended, not failed.
    ///
    /// - Throws: `ServiceFailure` of the service that failed first, with those that failed after it.
    package static func run(_ services: [any Service]) async throws {
        guard !services.isEmpty else { return }
        let failures = Failures()
        let (ends, end) = AsyncStream<Void>.makeStream()
        // Not a task group: its cancellation reaches all children at once, and so in no order. Every
        // task is waited for below, so none outlives this call.
        let tasks = services.map { service in
            Task {
                if let failure = await outcome(of: service) { failures.append(failure) }
                end.finish()
            }
        }
        // Over with the first service that ends, or with the cancellation of the surrounding task.
        for await _ in ends {}
        for task in tasks.reversed() {
            task.cancel()
            await task.value
        }
        if let failure = failures.joined { throw failure }
    }

    private static func outcome(of service: any Service) async -> ServiceFailure? {
        do {
            try await service.run()
            return nil
        } catch is CancellationError {
            return nil
        } catch {
            return ServiceFailure(service: service.name, reason: error)
        }
    }
}

/// What failed, in the order it failed.
private final class Failures: Sendable {
    private let list = Mutex<[ServiceFailure]>([])

    func append(_ failure: ServiceFailure) {
        list.withLock { $0.append(failure) }
    }

    /// The first failure with all others behind it, nil when there is none.
    var joined: ServiceFailure? {
        list.withLock { list in
            var first = list.first
            first?.later = Array(list.dropFirst())
            return first
        }
    }
}
