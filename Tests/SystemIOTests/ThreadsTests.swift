import Dispatch
import Glibc
import Synchronization
import Testing

@testable import SystemIO

@Suite(.timeLimit(.minutes(2)))
struct ThreadsTests {
    private struct Fault: Error, Equatable {}

    private final class Tally: Sendable {
        private let number = Atomic(0)

        func add() { number.add(1, ordering: .relaxed) }

        var count: Int { number.load(ordering: .relaxed) }
    }

    @Test("the work's value comes back")
    func value() async throws {
        #expect(try await Threads.run("test") { 41 + 1 } == 42)
    }

    @Test("the work's error comes back")
    func error() async {
        await #expect(throws: Fault()) { try await Threads.run("test") { throw Fault() } }
    }

    @Test("more works than the pool has threads block at once")
    func manyBlock() async throws {
        let count = sysconf(Int32(_SC_NPROCESSORS_ONLN)) * 2 + 2
        let arrived = Tally()
        // Each returns only when all are running.
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<count {
                group.addTask {
                    try await Threads.run("test") {
                        arrived.add()
                        while arrived.count < count { usleep(1000) }
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(arrived.count == count)
    }

    @Test("a cancelled task waits for its work, which sees the flag that the caller sets")
    func cancellation() async throws {
        let isStopped = Atomic(false)
        let isOver = Atomic(false)
        let began = DispatchSemaphore(value: 0)
        let task = Task {
            try await withTaskCancellationHandler {
                try await Threads.run("test") {
                    began.signal()
                    while !isStopped.load(ordering: .relaxed) { usleep(1000) }
                    isOver.store(true, ordering: .relaxed)
                }
            } onCancel: {
                isStopped.store(true, ordering: .relaxed)
            }
        }
        try await Threads.run("waiter") { began.wait() }
        task.cancel()
        try await task.value
        let hasEnded = isOver.load(ordering: .relaxed)
        #expect(hasEnded)
    }
}
