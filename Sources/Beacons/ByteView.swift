/// Bytes that somebody else owns, read with every access checked.
///
/// The only pointer of this module. A view is lent: it is good until the closure or the call that
/// gave it returns, and is never stored.
package struct ByteView {
    private let base: UnsafeRawPointer?
    package let count: Int

    package init(_ buffer: UnsafeRawBufferPointer) {
        base = buffer.baseAddress
        count = buffer.count
    }

    private init(base: UnsafeRawPointer?, count: Int) {
        self.base = base
        self.count = count
    }

    /// The byte at an offset, nil beyond the end.
    package func byte(_ offset: Int) -> UInt8? {
        guard let base, offset >= 0, offset < count else { return nil }
        return base.load(fromByteOffset: offset, as: UInt8.self)
    }

    /// Part of the bytes, nil when it does not lie inside.
    package func slice(_ offset: Int, _ length: Int) -> ByteView? {
        guard offset >= 0, length >= 0, length <= count, offset <= count - length else {
            return nil
        }
        return ByteView(base: base.map { $0 + offset }, count: length)
    }

    /// Everything from an offset on, nil beyond the end.
    package func suffix(from offset: Int) -> ByteView? {
        guard offset >= 0, offset <= count else { return nil }
        return slice(offset, count - offset)
    }

    /// An unsigned integer of little-endian bytes, nil when it does not lie inside.
    package func littleEndian<T: FixedWidthInteger & UnsignedInteger>(
        _ offset: Int,
        as type: T.Type = T.self
    ) -> T? {
        guard let bytes = slice(offset, MemoryLayout<T>.size), let base = bytes.base else {
            return nil
        }
        return T(littleEndian: base.loadUnaligned(as: T.self))
    }

    /// An unsigned integer of big-endian bytes, nil when it does not lie inside.
    package func bigEndian<T: FixedWidthInteger & UnsignedInteger>(
        _ offset: Int,
        as type: T.Type = T.self
    ) -> T? {
        littleEndian(offset, as: T.self).map(\.byteSwapped)
    }

    /// Lends the bytes as a buffer.
    package func withBytes<R>(_ body: (UnsafeRawBufferPointer) -> R) -> R {
        body(UnsafeRawBufferPointer(start: base, count: count))
    }
}
