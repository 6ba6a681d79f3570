import CLinux

/// Overwrites what calls that returned left on this thread's stack.
package enum StackScrub {
    /// Overwrites the 16 KiB of stack below the caller with zeros.
    ///
    /// The C function is `explicit_bzero`. It takes about a tenth of a microsecond, so it may follow
    /// every packet heard.
    package static func now() {
        CLinux_scrub_stack()
    }

    /// Overwrites the 128 KiB of stack below the caller with zeros, for after calls that go deep.
    ///
    /// It takes a few microseconds.
    package static func deeply() {
        CLinux_scrub_stack_deeply()
    }
}
