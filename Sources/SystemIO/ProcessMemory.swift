import CLinux
import Glibc

/// One mapping of a process, a line of `/proc/PID/maps`.
package struct MemoryMapping: Equatable, Sendable {
    /// Its addresses.
    package let range: Range<UInt64>
    /// Whether the process may read it.
    package let isReadable: Bool
    /// Whether it holds code and nothing that the process could have written.
    package let isCode: Bool
    /// A file's path, a kernel's name such as `[heap]`, or nothing.
    package let name: String

    /// Reads a line of the list of mappings; nil when it is none.
    ///
    /// Source: proc_pid_maps(5).
    init?(_ line: some StringProtocol) {
        let fields = line.split(separator: " ", maxSplits: 5, omittingEmptySubsequences: true)
        let ends = fields.first?.split(separator: "-").map { UInt64($0, radix: 16) } ?? []
        guard fields.count >= 5, ends.count == 2, let start = ends[0], let end = ends[1],
            start <= end
        else { return nil }
        range = start..<end
        isReadable = fields[1].hasPrefix("r")
        name = fields.count > 5 ? String(fields[5].drop { $0 == " " }) : ""
        isCode = fields[1] == "r-xp" && name.hasPrefix("/")
    }

    /// Whether the kernel keeps it for itself, so that nobody can read it from outside.
    package var isKernels: Bool { ["[vvar]", "[vvar_vclock]", "[vsyscall]"].contains(name) }
}

/// The memory of another process, read from outside.
package struct ProcessMemory: ~Copyable {
    private let file: FileDescriptor
    /// Its mappings when this was opened.
    package let mappings: [MemoryMapping]

    /// Opens the memory of a process, which should be stopped so that it holds still.
    ///
    /// - Throws: `SystemError`; EACCES or EPERM without the right to trace it (ptrace(2)).
    package init(of process: Int32) throws(SystemError) {
        let found = try Self.mappings(of: process)
        let opened = try FileDescriptor.open("/proc/\(process)/mem", O_RDONLY)
        mappings = found
        file = opened
    }

    static func mappings(of process: Int32) throws(SystemError) -> [MemoryMapping] {
        let list = try Files.read("/proc/\(process)/maps")
        return String(decoding: list, as: UTF8.self).split(separator: "\n")
            .compactMap { MemoryMapping($0) }
    }

    /// Reads from an address; 0 where nothing can be read.
    ///
    /// The C function is `pread`.
    package func read(at address: UInt64, into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = retrying {
            pread(file.number, buffer.baseAddress, buffer.count, Int(bitPattern: UInt(address)))
        }
        return max(count, 0)
    }
}
