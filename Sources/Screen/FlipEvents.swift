/// Reads the kernel's events about page flips.
package enum FlipEvents {
    /// DRM_EVENT_FLIP_COMPLETE.
    private static let complete: UInt32 = 2
    /// Type, length and the caller's number, the begin of `struct drm_event_vblank`.
    private static let least = 16

    /// The numbers that were given along with the flips that are done.
    ///
    /// The numbers are not pointers here as in libdrm's own reader: a card that another process left
    /// has that process's events, too. Bytes that are no events end the list.
    package static func finished(in bytes: UnsafeRawBufferPointer) -> [UInt64] {
        var found: [UInt64] = []
        var at = 0
        while at + 8 <= bytes.count {
            let type = bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self)
            let length = Int(bytes.loadUnaligned(fromByteOffset: at + 4, as: UInt32.self))
            guard length >= 8, at + length <= bytes.count else { break }
            if type == complete, length >= least {
                found.append(bytes.loadUnaligned(fromByteOffset: at + 8, as: UInt64.self))
            }
            at += length
        }
        return found
    }
}

/// How many page flips a display was asked for, and of how many the end was never heard.
package struct FlipCount: Sendable, Equatable {
    /// The flips that the kernel took.
    package internal(set) var asked = 0
    /// Those without an event within a tenth of a second.
    package internal(set) var lost = 0
}
