import CLinux

/// A buffer for bytes that nobody may find later: overwritten before it is given back, on every way out.
package struct WipedBuffer: ~Copyable {
    private let bytes: UnsafeMutableRawBufferPointer
    private let isOwned: Bool

    /// Makes a buffer of so many bytes, all zero.
    package init(count: Int) {
        bytes = .allocate(byteCount: max(count, 1), alignment: 16)
        isOwned = true
        Self.wipe(bytes)
    }

    /// Looks after memory that somebody else owns and gives back later.
    init(borrowing memory: UnsafeMutableRawBufferPointer) {
        bytes = memory
        isOwned = false
    }

    deinit {
        Self.wipe(bytes)
        if isOwned { bytes.deallocate() }
    }

    /// Lends the bytes.
    package borrowing func withBytes<R, E: Error>(
        _ body: (UnsafeMutableRawBufferPointer) throws(E) -> R
    ) throws(E) -> R {
        try body(bytes)
    }

    /// Overwrites all bytes with zeros; the compiler does not leave that out.
    ///
    /// The C function is `explicit_bzero`.
    package static func wipe(_ bytes: UnsafeMutableRawBufferPointer) {
        guard let base = bytes.baseAddress else { return }
        explicit_bzero(base, bytes.count)
    }
}
