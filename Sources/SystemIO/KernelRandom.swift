import CLinux
import Glibc

/// Random bits from the kernel.
package enum KernelRandom {
    /// 64 random bits.
    ///
    /// The C function is `getrandom`. Blocks during early boot until the kernel has gathered entropy, and cannot fail after that.
    package static func word() -> UInt64 {
        var word: UInt64 = 0
        withUnsafeMutableBytes(of: &word) { buffer in
            var filled = 0
            while filled < buffer.count {
                let count = retrying {
                    getrandom(buffer.baseAddress.map { $0 + filled }, buffer.count - filled, 0)
                }
                precondition(count > 0, "getrandom is part of every kernel since 3.17")
                filled += count
            }
        }
        return word
    }
}
