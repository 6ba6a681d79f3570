import Glibc
import Synchronization
import Testing

@testable import Lifecycle

/// Signals belong to the whole process, so these tests run one after the other.
@Suite(.serialized, .timeLimit(.minutes(2)))
struct SignalServiceTests {
    /// Whether a signal has its default action, which for these ends the process.
    private static func isDefault(_ number: Int32) -> Bool {
        var action = sigaction()
        sigaction(number, nil, &action)
        return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 0
    }

    /// Whether a handler of the process catches a signal; 1 stands for one that is ignored.
    private static func isCaught(_ number: Int32) -> Bool {
        var action = sigaction()
        sigaction(number, nil, &action)
        return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) > 1
    }

    private static func waitUntilListening() async {
        while !isCaught(SIGINT) || !isCaught(SIGTERM) { await Task.yield() }
    }

    private final class Lines: Sendable {
        private let list = Mutex<[String]>([])

        func append(_ line: String) { list.withLock { $0.append(line) } }

        var all: [String] { list.withLock { $0 } }
    }

    /// A service that only its cancellation ends.
    private struct Patient: Service {
        let name = "patient"

        func run() async throws {
            try? await Task.sleep(for: .seconds(600))
        }
    }

    @Test("a signal ends the group in good order", arguments: [SIGTERM, SIGINT])
    func ends(number: Int32) async throws {
        let lines = Lines()
        let group = Task {
            try await ServiceGroup.run([Patient(), try SignalService { lines.append($0) }])
        }
        await Self.waitUntilListening()
        kill(getpid(), number)
        try await group.value
        #expect(lines.all.count == 1)
        let word = number == SIGTERM ? "SIGTERM" : "SIGINT"
        #expect(lines.all.first?.contains(word) == true)
        // The second signal ends the process at once.
        #expect(Self.isDefault(SIGINT))
        #expect(Self.isDefault(SIGTERM))
    }

    @Test("when something else ends the group, signals have their usual effect again")
    func cancelled() async throws {
        let task = Task { try await ServiceGroup.run([Patient(), try SignalService { _ in }]) }
        await Self.waitUntilListening()
        task.cancel()
        try await task.value
        #expect(Self.isDefault(SIGINT))
        #expect(Self.isDefault(SIGTERM))
    }

    #if compiler(>=6.2)
    @Test("the second signal ends a process whose services do not stop")
    func second() async {
        await #expect(processExitsWith: .signal(SIGTERM)) {
            let stopping = AsyncStream<Void>.makeStream()
            let group = Task {
                try await ServiceGroup.run([
                    Deaf(), try SignalService { _ in stopping.continuation.finish() },
                ])
            }
            while !SignalServiceTests.isCaught(SIGTERM) { await Task.yield() }
            kill(getpid(), SIGTERM)
            for await _ in stopping.stream {}
            while !SignalServiceTests.isDefault(SIGTERM) { await Task.yield() }
            kill(getpid(), SIGTERM)
            try await group.value
        }
    }
    #endif

    /// A service that does not stop.
    private struct Deaf: Service {
        let name = "deaf"

        func run() async throws {
            while true { try? await Task.sleep(for: .milliseconds(10)) }
        }
    }
}
