import Synchronization
import Testing

@testable import Lifecycle

@Suite(.timeLimit(.minutes(2)))
struct ServiceGroupTests {
    private struct Fault: Error, Equatable {
        var name: String
    }

    /// What happened, in the order it happened.
    private final class Diary: Sendable {
        private let lines = Mutex<[String]>([])

        func note(_ line: String) { lines.withLock { $0.append(line) } }

        var all: [String] { lines.withLock { $0 } }

        func lines(_ prefix: String) -> [String] { all.filter { $0.hasPrefix(prefix) } }
    }

    /// A service that runs until it is stopped, or does what the test says.
    private struct Part: Service {
        let name: String
        let diary: Diary
        var onStart: @Sendable () async throws -> Void
        var onStop: @Sendable () async throws -> Void = {}

        func run() async throws {
            diary.note("start \(name)")
            defer { diary.note("stop \(name)") }
            do {
                try await onStart()
            } catch {
                diary.note("fail \(name)")
                throw error
            }
            // Whoever stops out of turn is overtaken here.
            for _ in 0..<20 { await Task.yield() }
            try await onStop()
        }
    }

    /// A point that all must reach before anybody goes on.
    private final class Rendezvous: Sendable {
        private let left: Mutex<Int>
        private let stream: AsyncStream<Void>
        private let continuation: AsyncStream<Void>.Continuation

        init(_ count: Int) {
            left = Mutex(count)
            (stream, continuation) = AsyncStream.makeStream()
        }

        func arrive() {
            let remaining = left.withLock { left in
                left -= 1
                return left
            }
            if remaining == 0 { continuation.finish() }
        }

        func wait() async {
            for await _ in stream {}
        }
    }

    private static let steady: @Sendable () async throws -> Void = {
        try? await Task.sleep(for: .seconds(600))
    }

    private func failure(
        of services: [any Service],
        sourceLocation: SourceLocation = #_sourceLocation
    ) async -> ServiceFailure? {
        do {
            try await ServiceGroup.run(services)
            return nil
        } catch let failure as ServiceFailure {
            return failure
        } catch {
            Issue.record(error, sourceLocation: sourceLocation)
            return nil
        }
    }

    @Test("one that returns stops all others, last first", arguments: 0..<4)
    func returning(index: Int) async throws {
        let diary = Diary()
        let all = Rendezvous(4)
        let services = (0..<4).map { number in
            Part(name: "\(number)", diary: diary) {
                all.arrive()
                if number == index { return await all.wait() }
                try? await Task.sleep(for: .seconds(600))
            }
        }
        try await ServiceGroup.run(services)
        #expect(Set(diary.lines("start")) == ["start 0", "start 1", "start 2", "start 3"])
        let others = (0..<4).reversed().filter { $0 != index }.map { "stop \($0)" }
        #expect(diary.lines("stop").filter { $0 != "stop \(index)" } == others)
        #expect(diary.lines("stop").count == 4)
    }

    @Test("a service stops only when all after it have stopped, also on cancellation")
    func cancelled() async throws {
        let diary = Diary()
        let all = Rendezvous(4)
        let services = (0..<4).map { number in
            Part(name: "\(number)", diary: diary) {
                all.arrive()
                try? await Task.sleep(for: .seconds(600))
            }
        }
        let task = Task { try await ServiceGroup.run(services) }
        await all.wait()
        task.cancel()
        try await task.value
        #expect(diary.lines("stop") == ["stop 3", "stop 2", "stop 1", "stop 0"])
    }

    @Test("a group that is cancelled before it begins stops what it started")
    func cancelledBefore() async throws {
        let diary = Diary()
        let services = (0..<3).map { Part(name: "\($0)", diary: diary, onStart: Self.steady) }
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            try await ServiceGroup.run(services)
        }
        try await task.value
        #expect(diary.lines("start").count == diary.lines("stop").count)
    }

    @Test("one that fails stops all, and its failure comes out", arguments: 0..<4)
    func failing(index: Int) async throws {
        let diary = Diary()
        let all = Rendezvous(4)
        let services = (0..<4).map { number in
            Part(name: "\(number)", diary: diary) {
                all.arrive()
                if number == index {
                    await all.wait()
                    throw Fault(name: "\(number)")
                }
                // Others answer the cancellation with its own error, as `Task.sleep` does.
                try await Task.sleep(for: .seconds(600))
            }
        }
        let failure = try #require(await failure(of: services))
        #expect(failure.service == "\(index)")
        #expect(failure.reason as? Fault == Fault(name: "\(index)"))
        #expect("\(failure)" == "\(index): \(Fault(name: "\(index)"))")
        let others = (0..<4).reversed().filter { $0 != index }.map { "stop \($0)" }
        #expect(diary.lines("stop").filter { $0 != "stop \(index)" } == others)
    }

    @Test("when stopping fails as well the first failure leads and the others are told")
    func twoFail() async throws {
        let diary = Diary()
        let all = Rendezvous(3)
        let services = [
            Part(
                name: "store",
                diary: diary,
                onStart: {
                    all.arrive()
                    try? await Task.sleep(for: .seconds(600))
                },
                onStop: { throw Fault(name: "disk") }
            ),
            Part(name: "radio", diary: diary) {
                all.arrive()
                await all.wait()
                throw Fault(name: "adapter")
            },
            Part(name: "screen", diary: diary) {
                all.arrive()
                try await Task.sleep(for: .seconds(600))
            },
        ]
        let failure = try #require(await failure(of: services))
        #expect(failure.service == "radio")
        #expect(failure.later.map(\.service) == ["store"])
        #expect("\(failure)".contains("adapter"))
        #expect("\(failure)".contains("store: "))
    }

    @Test("a failure while stopping in good order comes out")
    func failsStopping() async throws {
        let diary = Diary()
        let all = Rendezvous(2)
        let services = [
            Part(
                name: "store",
                diary: diary,
                onStart: {
                    all.arrive()
                    try? await Task.sleep(for: .seconds(600))
                },
                onStop: { throw Fault(name: "disk") }
            ),
            Part(name: "signals", diary: diary) {
                all.arrive()
                await all.wait()
            },
        ]
        let failure = try #require(await failure(of: services))
        #expect(failure.service == "store")
        #expect(failure.reason as? Fault == Fault(name: "disk"))
    }

    @Test("a service that throws CancellationError has ended, not failed")
    func throwsCancellation() async throws {
        let diary = Diary()
        try await ServiceGroup.run([
            Part(name: "0", diary: diary, onStart: Self.steady),
            Part(name: "1", diary: diary) { throw CancellationError() },
        ])
        #expect(diary.lines("stop").count == 2)
    }

    @Test("no services: nothing runs, and it is over at once")
    func empty() async throws {
        try await ServiceGroup.run([])
    }

    @Test("many groups end right, whoever wins the race between two failures")
    func race() async {
        for round in 0..<200 {
            let diary = Diary()
            let services = (0..<3).map { number in
                Part(name: "\(number)", diary: diary) {
                    if number == 1 { try await Task.sleep(for: .seconds(600)) }
                    throw Fault(name: "\(number)")
                }
            }
            let failure = await failure(of: services)
            #expect(failure?.reason is Fault, "round \(round)")
            #expect(diary.lines("stop").count == 3)
        }
    }
}
