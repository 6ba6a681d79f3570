package import Guidance
package import Lifecycle
import Synchronization
import SystemIO

/// Keeps the content pack that is shown: a good new one replaces it, a bad one is refused and said.
///
/// It begins with the campaign inside the program, so that the glass never waits for a folder, and no
/// pack is shown before it was judged. The last good pack is kept in memory only: after a restart the
/// folder is judged again.
package final class ContentKeeper: Sendable {
    /// A pack to show.
    package struct Offer: Sendable {
        /// The pack, nil when there is none at all.
        package let pack: ContentPack?
        /// Rises with every pack that was accepted.
        package let number: Int
    }

    private struct Parts {
        var watch = ContentWatch()
        var offer: Offer
        var trouble: String?
    }

    private let parts: Mutex<Parts>
    private let folder: String?
    private let judge: @Sendable (ContentPack) throws -> [Finding]
    private let log: Log

    /// A keeper of the pack in a folder; without one, of the campaign inside the program.
    ///
    /// - Parameters:
    ///   - folder: The folder of the settings.
    ///   - log: Where packs that were accepted or refused are said.
    ///   - judge: Says what breaks a rule when the pack is drawn on the kiosk's panel; it may block.
    package init(
        folder: String?,
        log: Log,
        judge: @escaping @Sendable (ContentPack) throws -> [Finding] = { _ in [] }
    ) {
        self.folder = folder
        self.judge = judge
        self.log = log
        var builtIn: ContentPack?
        do {
            builtIn = try ContentLoader.builtIn()
        } catch {
            log.error("screen: \(error); showing the built-in page")
        }
        parts = Mutex(Parts(offer: Offer(pack: builtIn, number: 0)))
    }

    /// What is to be shown.
    package var offer: Offer { parts.withLock { $0.offer } }

    /// Why the folder's pack is not shown, in a few words; nil when it is, or when there is none.
    package var trouble: String? { parts.withLock { $0.trouble } }

    /// Looks at the folder, and reads and judges it when it changed; blocks while it does.
    ///
    /// - Returns: Whether anything was judged.
    @discardableResult
    package func look() -> Bool {
        guard let folder else { return false }
        let stamp = FolderStamp(of: folder)
        guard parts.withLock({ $0.watch.isDue(stamp) }) else { return false }
        do {
            let pack = try ContentLoader.load(folder: folder)
            let refusals = try judge(pack).filter { $0.weight == .refusal }
            guard refusals.isEmpty else { throw ContentError(pack: folder, findings: refusals) }
            take(pack)
        } catch {
            refuse("\(error)")
        }
        return true
    }

    private func take(_ pack: ContentPack) {
        let isNews = parts.withLock { parts in
            defer { parts.trouble = nil }
            guard parts.offer.pack != pack else { return parts.trouble != nil }
            parts.offer = Offer(pack: pack, number: parts.offer.number + 1)
            return true
        }
        guard isNews else { return }
        log.notice("screen: content \(pack.versionCode) accepted; shown from the next page on")
    }

    private func refuse(_ reason: String) {
        let kept = parts.withLock { parts in
            parts.trouble = "content refused: \(reason)"
            return parts.offer.pack?.versionCode ?? "the built-in page"
        }
        log.error("screen: content refused: \(reason); still showing \(kept)")
    }
}

/// Looks at the content folder again and again.
package struct ContentService: Service {
    package let name = "content"
    private let keeper: ContentKeeper
    private let status: KioskStatus

    /// Time between two looks; what has stood still for one of them is read.
    private static let interval: Duration = .seconds(10)

    package init(keeper: ContentKeeper, status: KioskStatus) {
        self.keeper = keeper
        self.status = status
    }

    package func run() async throws {
        while !Task.isCancelled {
            let keeper = keeper
            // Reading and drawing block, and a slow disk must not hold anybody else.
            if (try? await Threads.run("content", { keeper.look() })) == true {
                status.setContent(keeper.trouble)
            }
            try? await Task.sleep(for: Self.interval)
        }
    }
}
