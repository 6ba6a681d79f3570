import Guidance
import Lifecycle
import Synchronization
import Testing

@testable import KioskService

@Suite struct ContentKeeperTests {
    /// Lines of a log.
    private final class Lines: Sendable {
        let all = Mutex<[String]>([])
        var log: Log { Log { level, line in self.all.withLock { $0.append("\(level): \(line)") } } }
        var last: String { all.withLock { $0.last ?? "" } }
    }

    private func version(_ keeper: ContentKeeper) -> String? { keeper.offer.pack?.versionCode }

    @Test("a good pack replaces the one inside, a bad one is refused and the good one stays")
    func replaced() throws {
        let folder = try PackFolder()
        try folder.change("pack.json5", "version: 2", "version: 7")
        let lines = Lines()
        let keeper = ContentKeeper(folder: folder.path, log: lines.log)
        // Nothing is shown from the folder before it was judged.
        #expect(version(keeper) == "august-2020/2" && keeper.offer.number == 0)
        #expect(keeper.look())
        #expect(version(keeper) == "august-2020/7" && keeper.offer.number == 1)
        #expect(lines.last.contains("august-2020/7 accepted"))
        #expect(!keeper.look(), "what did not change is not read again")

        try folder.write("{", to: "pack.json5")
        #expect(!keeper.look(), "what has just changed may still be written")
        #expect(keeper.look())
        #expect(version(keeper) == "august-2020/7" && keeper.offer.number == 1)
        #expect(keeper.trouble?.contains("content refused: \(folder.path)") == true)
        #expect(lines.last.contains("error:") && lines.last.contains("still showing august-2020/7"))

        try folder.change("pack.json5", "version: 2", "version: 8")
        #expect(!keeper.look() && keeper.look())
        #expect(version(keeper) == "august-2020/8" && keeper.offer.number == 2)
        #expect(keeper.trouble == nil)
    }

    @Test(
        "a folder that is bad from the start leaves the campaign inside the program, and it is said"
    )
    func badAtStart() throws {
        let lines = Lines()
        let keeper = ContentKeeper(folder: "/nonexistent/pack", log: lines.log)
        #expect(keeper.look())
        #expect(version(keeper) == "august-2020/2")
        #expect(keeper.trouble?.contains("/nonexistent/pack") == true)
        #expect(lines.last.contains("still showing august-2020/2"))
        #expect(!keeper.look() && !keeper.look(), "said once")
        #expect(lines.all.withLock(\.count) == 1)
    }

    @Test("a folder that comes later is taken")
    func later() throws {
        let folder = try PackFolder()
        let bytes = try #require(BuiltInContent.files["pack.json5"])
        try folder.remove("pack.json5")
        let lines = Lines()
        let keeper = ContentKeeper(folder: folder.path, log: lines.log)
        keeper.look()
        #expect(keeper.trouble != nil)
        try folder.write(bytes, to: "pack.json5")
        keeper.look()
        keeper.look()
        // It is the pack that is shown already.
        #expect(keeper.trouble == nil && keeper.offer.number == 0)
        // After an error somebody waits to read that it is over.
        #expect(lines.last.contains("accepted"))
    }

    @Test("what breaks a rule on this panel is refused, advice is not")
    func judged() throws {
        let folder = try PackFolder()
        try folder.change("pack.json5", "version: 2", "version: 3")
        let weight = Mutex(Finding.Weight.refusal)
        let keeper = ContentKeeper(folder: folder.path, log: Lines().log) { _ in
            let weight = weight.withLock { $0 }
            return [Finding(place: "live/vi/1", rule: .overflow, weight: weight, figure: "20 px")]
        }
        keeper.look()
        #expect(keeper.trouble?.hasSuffix("live/vi/1: overflow: 20 px") == true)
        #expect(version(keeper) == "august-2020/2")
        weight.withLock { $0 = .advice }
        try folder.change("pack.json5", "version: 2", "version: 4")
        keeper.look()
        keeper.look()
        #expect(version(keeper) == "august-2020/4")
    }

    @Test("without a folder there is nothing to look at")
    func none() {
        let keeper = ContentKeeper(folder: nil, log: Lines().log)
        #expect(!keeper.look() && keeper.trouble == nil && keeper.offer.pack != nil)
    }

    @Test("the service says what it found, and the report has news of it")
    func service() async throws {
        let keeper = ContentKeeper(folder: "/nonexistent", log: Lines().log)
        let status = KioskStatus()
        let before = status.news
        let task = Task {
            try await ContentService(keeper: keeper, status: status).run()
        }
        while status.contentTrouble == nil { await Task.yield() }
        task.cancel()
        try await task.value
        #expect(status.news != before)
        #expect(status.contentTrouble?.hasPrefix("content refused: /nonexistent") == true)
    }
}
