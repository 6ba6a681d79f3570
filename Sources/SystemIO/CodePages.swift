import Glibc

/// The pages of program and libraries that this process has in memory.
package enum CodePages {
    /// Lets go of all of them; those that are needed come back from the page cache when they are used.
    ///
    /// What only the start needs stays away. Nor is code locked in memory any more (`MemoryGuard`): it
    /// holds no data, and on a small board its room may be wanted. The C functions are `munlock` and
    /// `madvise` with MADV_DONTNEED; what they refuse stays as it was.
    ///
    /// - Returns: The bytes of code that were let go of, whether they were in memory or not.
    @discardableResult
    package static func letGo() -> UInt64 {
        guard let mappings = try? ProcessMemory.mappings(of: getpid()) else { return 0 }
        var bytes: UInt64 = 0
        for mapping in mappings where mapping.isCode {
            let (start, end) = (mapping.range.lowerBound, mapping.range.upperBound)
            let pointer = UnsafeMutableRawPointer(bitPattern: UInt(start))
            munlock(pointer, Int(end - start))
            if madvise(pointer, Int(end - start), MADV_DONTNEED) == 0 { bytes += end - start }
        }
        return bytes
    }
}
