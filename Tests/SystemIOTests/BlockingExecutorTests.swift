import Glibc
import Synchronization
import Testing

@testable import SystemIO

@Suite(.timeLimit(.minutes(2)))
struct BlockingExecutorTests {
    /// An actor whose work blocks its thread.
    private actor Blocker {
        private let executor = BlockingExecutor("test")
        private var inside = 0
        private(set) var overlaps = 0
        private(set) var calls = 0

        nonisolated var unownedExecutor: UnownedSerialExecutor {
            executor.asUnownedSerialExecutor()
        }

        /// Blocks until a byte arrives in the pipe.
        func wait(for pipe: Int32) -> Int {
            var byte: UInt8 = 0
            return read(pipe, &byte, 1)
        }

        func work() {
            inside += 1
            if inside > 1 { overlaps += 1 }
            sched_yield()
            calls += 1
            inside -= 1
        }
    }

    @Test("more actors than the pool has threads block at once, and the pool goes on")
    func offPool() async throws {
        var ends: [Int32] = [0, 0]
        #expect(pipe(&ends) == 0)
        let (reading, writing) = (ends[0], ends[1])
        defer {
            close(reading)
            close(writing)
        }
        let count = sysconf(Int32(_SC_NPROCESSORS_ONLN)) * 2 + 2
        let sum = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<count {
                group.addTask { await Blocker().wait(for: reading) }
            }
            // Were the pool's threads taken, nobody would come to write.
            for _ in 0..<count {
                await Task.yield()
                group.addTask {
                    var byte: UInt8 = 1
                    return write(writing, &byte, 1)
                }
            }
            return await group.reduce(0, +)
        }
        #expect(sum == count * 2)
    }

    @Test("the work of one actor never overlaps")
    func serial() async {
        let blocker = Blocker()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<200 {
                group.addTask { await blocker.work() }
            }
        }
        #expect(await blocker.calls == 200)
        #expect(await blocker.overlaps == 0)
    }
}
