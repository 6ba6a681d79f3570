import Glibc
import SystemIO

/// The page flip that is under way, if any.
final class KMSFlips {
    private let card: KMSCard
    private var pending: UInt32?
    /// What was asked for, and what never was said to be done.
    private(set) var count = FlipCount()
    private var last: UInt32

    /// How long a flip may take, in milliseconds; after that its event is lost.
    private static let patience: Int64 = 100

    init(card: KMSCard) {
        self.card = card
        // Another process's flips on the same card had other numbers.
        last = UInt32(truncatingIfNeeded: Clocks.boottime())
    }

    /// A number for the next flip.
    func number() -> UInt32 {
        last &+= 1
        return last
    }

    /// A flip with that number was asked for.
    func begin(_ number: UInt32) {
        pending = number
        count.asked += 1
    }

    /// Waits until the last flip is over; without its event the wait ends by itself.
    ///
    /// An event may never come once a cable is pulled. The C functions are `poll` and `read`.
    func wait() throws(ScreenError) {
        let end = Clocks.boottime() + Self.patience * 1000
        while pending != nil {
            let left = (end - Clocks.boottime() + 999) / 1000
            guard left > 0 else { break }
            var request = pollfd(fd: card.descriptor, events: Int16(POLLIN), revents: 0)
            let ready = poll(&request, 1, Int32(left))
            if ready < 0, errno != EINTR { throw .driver(call: "poll", errno: errno) }
            guard ready > 0 else { continue }
            // A card that was pulled out has nothing to read.
            guard request.revents & Int16(POLLIN) != 0 else { break }
            try readEvents()
        }
        guard pending != nil else { return }
        pending = nil
        count.lost += 1
    }

    private func readEvents() throws(ScreenError) {
        let (count, done) = withUnsafeTemporaryAllocation(byteCount: 1024, alignment: 8) { room in
            let count = read(card.descriptor, room.baseAddress, room.count)
            let bytes = UnsafeRawBufferPointer(rebasing: room[..<max(0, count)])
            return (count, FlipEvents.finished(in: bytes))
        }
        guard count >= 0 || errno == EAGAIN || errno == EINTR else {
            throw .driver(call: "read", errno: errno)
        }
        if let pending, done.contains(UInt64(pending)) { self.pending = nil }
    }
}
