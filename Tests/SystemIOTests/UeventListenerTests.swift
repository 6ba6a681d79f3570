import Foundation
import Testing

@testable import SystemIO

@Suite struct UeventListenerTests {
    /// A device that the kernel sends a message about when asked to; for root.
    private static let device = "/sys/class/mem/null/uevent"

    private static var canAsk: Bool { access(device, W_OK) == 0 }

    @Test("it listens without rights, and ends when it is let go")
    func ends() throws {
        for _ in 0..<50 { withExtendedLifetime(try UeventListener { _ in }) {} }
    }

    @Test("the kernel's messages are delivered", .enabled(if: canAsk))
    func delivers() async throws {
        let (events, found) = AsyncStream<Uevent>.makeStream()
        let listener = try UeventListener { heard in
            if case .event(let event) = heard { found.yield(event) }
        }
        try Data("change".utf8).write(to: URL(fileURLWithPath: Self.device))
        for await event in events where event.subsystem == "mem" {
            #expect(event.action == "change")
            #expect(event.values["DEVNAME"] == "null")
            #expect(!event.isDisplayChange)
            break
        }
        withExtendedLifetime(listener) {}
    }
}
