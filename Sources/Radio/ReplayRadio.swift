package import Beacons
package import Fleet
import Glibc
import SystemIO

/// A capture in place of a radio: its events arrive when the replay's clock reaches them.
package struct ReplayRadio: Sendable {
    private let file: MappedFile
    /// When the capture's first event was captured.
    package let firstEvent: Instant
    /// Stands for the capture where a boot is asked for, so that replaying it again counts nothing twice.
    package let boot: BootID
    private let isLooping: Bool

    /// Seconds without an event that a replay waits out; a longer stretch is passed over.
    private static let longestGap: Double = 6 * 3600

    /// Microseconds of events that come together: waking up costs more than they do.
    private static let nap: Int64 = 50_000

    /// Opens a capture and checks its beginning.
    ///
    /// - Parameters:
    ///   - path: A btsnoop or pcapng file.
    ///   - isLooping: Whether to begin again at its end, whole quarters later.
    /// - Throws: `SystemError` or `CaptureError`.
    package init(path: String, isLooping: Bool) throws {
        let mapped = try MappedFile(path)
        let first = try mapped.withBytes { bytes in
            var reader = try CaptureReader(ByteView(bytes))
            return try reader.next()?.time
        }
        guard let first else {
            throw CaptureError.damaged(
                offset: mapped.count,
                records: 0,
                reason: "it holds no HCI event"
            )
        }
        file = mapped
        firstEvent = first
        self.isLooping = isLooping
        boot = mapped.withBytes { Self.fingerprint(of: $0) }
    }

    /// Plays the capture until its end or until told to stop.
    ///
    /// - Parameters:
    ///   - clock: Says when an event is due; events before its beginning come at once.
    ///   - isStopped: Asked at least four times a second.
    ///   - deliver: Hears a packet and the moment it belongs to.
    /// - Returns: The moment of the last event.
    /// - Throws: `CaptureError` when the capture is damaged; all before it was delivered.
    package func play(
        clock: ReplayClock,
        until isStopped: () -> Bool,
        deliver: (ByteView, Instant) -> Void
    ) throws(CaptureError) -> Instant {
        var shift: Int64 = 0
        var last = firstEvent
        repeat {
            last = try playOnce(clock: clock, shift: shift, until: isStopped, deliver: deliver)
            let length = last.seconds(since: firstEvent)
            let quarters = Int64(length / Double(WindowSpan.quarterLength)) + 1
            shift = quarters * WindowSpan.quarterLength
        } while isLooping && !isStopped()
        return last
    }

    private func playOnce(
        clock: ReplayClock,
        shift: Int64,
        until isStopped: () -> Bool,
        deliver: (ByteView, Instant) -> Void
    ) throws(CaptureError) -> Instant {
        var last = firstEvent.adding(seconds: shift)
        var fault: CaptureError?
        file.withBytes { bytes in
            do throws(CaptureError) {
                var reader = try CaptureReader(ByteView(bytes))
                while !isStopped(), let event = try reader.next() {
                    let time = event.time.adding(seconds: shift)
                    if time.seconds(since: last) > Self.longestGap {
                        clock.skip(to: time, ticks: Clocks.boottime())
                    }
                    guard wait(for: time, clock: clock, until: isStopped) else { break }
                    last = max(last, time)
                    deliver(event.packet, time)
                }
            } catch {
                fault = error
            }
        }
        if let fault { throw fault }
        return last
    }

    /// Waits until the clock reaches a moment; whether it did before the stop.
    private func wait(
        for moment: Instant,
        clock: ReplayClock,
        until isStopped: () -> Bool
    ) -> Bool {
        while true {
            let microseconds = clock.wait(for: moment, ticks: Clocks.boottime())
            if microseconds == 0 { return true }
            usleep(UInt32(min(max(microseconds, Self.nap), 200_000)))
            if isStopped() { return false }
        }
    }

    /// Digests the whole capture into something that looks like a boot id.
    private static func fingerprint(of bytes: UnsafeRawBufferPointer) -> BootID {
        var high: UInt64 = 0x626c_7565_7a6f_6e65
        var low = UInt64(bytes.count)
        var offset = 0
        while offset < bytes.count {
            // The last words overlap those before them; a capture is longer than two words.
            let place = max(min(offset, bytes.count - 16), 0)
            let trace = Trace(
                low: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self),
                high: bytes.loadUnaligned(fromByteOffset: place + 8, as: UInt64.self)
            )
            (high, low) = (trace.digest(under: DigestKey(high, low)), high)
            offset += 16
        }
        return BootID(high, low)
    }
}
