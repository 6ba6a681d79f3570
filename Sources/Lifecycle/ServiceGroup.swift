/// A service that failed and so ended the process.
package struct ServiceFailure: Error, CustomStringConvertible {
    package let service: String
    package let reason: any Error

    package var description: String { "\(service): \(reason)" }
}

/// Runs services together: started in the order given, stopped in its reverse.
package enum ServiceGroup {
    /// Runs until one service returns or fails, or the surrounding task is cancelled.
    ///
    /// Each service runs beside the group of all that follow it; when that group is done the service
    /// is cancelled and waited for. So the last started is the first to stop, and what it needs from the
    /// others is still there.
    ///
    /// - Throws: `ServiceFailure` of the first service that failed.
    package static func run(_ services: [any Service]) async throws {
        try await run(services[...])
    }

    private static func run(_ services: ArraySlice<any Service>) async throws {
        guard let service = services.first else {
            // The innermost place: wait until something around it ends.
            try? await Task.sleep(for: .seconds(86_400 * 365))
            return
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                do {
                    try await service.run()
                } catch is CancellationError {
                    return
                } catch {
                    throw ServiceFailure(service: service.name, reason: error)
                }
            }
            group.addTask { try await run(services.dropFirst()) }
            defer { group.cancelAll() }
            try await group.next()
            group.cancelAll()
            try await group.waitForAll()
        }
    }
}
