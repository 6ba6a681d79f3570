import Glibc
import SystemIO

/// Looks through the places where a planted value could have come to rest.
struct Examination {
    private var search: Search
    private(set) var places: [ProofResult.Place] = []
    private(set) var leftOut: [(name: String, bytes: UInt64, reason: String)] = []

    init(_ needles: Needles) {
        search = Search(needles)
    }

    /// Looks through all that a stopped process may read, by kind of mapping.
    ///
    /// - Parameters:
    ///   - process: The process.
    ///   - source: The capture's file, which is the plant itself and is left out by its name.
    /// - Throws: `ProofError.memory` without the right to read it.
    mutating func memory(of process: Int32, except source: String?) throws(ProofError) {
        let memory: ProcessMemory
        do {
            memory = try ProcessMemory(of: process)
        } catch {
            throw .memory("\(error)")
        }
        var kinds: [String: (parts: Int, findings: Findings)] = [:]
        for mapping in memory.mappings where mapping.isReadable {
            let size = mapping.range.upperBound - mapping.range.lowerBound
            if let source, mapping.name == source {
                leftOut.append((source, size, "the planted capture itself"))
                continue
            }
            if mapping.isKernels {
                leftOut.append((mapping.name, size, "the kernel's own"))
                continue
            }
            let findings = look(through: mapping, of: memory)
            if findings.bytes < size {
                leftOut.append((mapping.name, size - findings.bytes, "beyond the end of its file"))
            }
            kinds[Self.kind(of: mapping), default: (0, Findings())].parts += 1
            kinds[Self.kind(of: mapping), default: (0, Findings())].findings.add(findings)
        }
        for (kind, found) in kinds.sorted(by: { $0.key < $1.key }) {
            add("memory, \(kind)", found.parts, "mappings", found.findings)
        }
    }

    private mutating func look(
        through mapping: MemoryMapping,
        of memory: borrowing ProcessMemory
    ) -> Findings {
        var address = mapping.range.lowerBound
        var findings = Findings()
        while address < mapping.range.upperBound {
            let found = search.run { buffer in
                let left = mapping.range.upperBound - address
                let room = UnsafeMutableRawBufferPointer(
                    rebasing: buffer.prefix(Int(min(left, UInt64(buffer.count))))
                )
                guard !room.isEmpty else { return 0 }
                let count = memory.read(at: address, into: room)
                address += UInt64(count)
                return count
            }
            findings.add(found)
            // A page that cannot be read is left out, those behind it are not.
            if address < mapping.range.upperBound { address = (address | 4095) + 1 }
        }
        return findings
    }

    private static func kind(of mapping: MemoryMapping) -> String {
        switch mapping.name {
        case "": "anonymous (arenas, thread stacks)"
        case "[heap]": "heap"
        case "[stack]": "main stack"
        case let name where name.hasPrefix("/"): "files (program, libraries, fonts, databases)"
        default: "other"
        }
    }

    /// Looks through all files below folders.
    mutating func files(_ name: String, below folders: [String]) throws {
        var findings = Findings()
        var count = 0
        for path in try folders.flatMap({ try FileTree.files(below: $0) }) {
            findings.add(try look(throughFile: path))
            count += 1
        }
        add(name, count, "files", findings)
    }

    /// Looks through the lines that the kiosk wrote.
    mutating func log(_ folder: ProofFolder) throws {
        add("log", try folder.lineCount(), "lines", try look(throughFile: folder.log))
    }

    /// Looks through what the kiosk sent.
    mutating func sent(_ bytes: [UInt8], requests: Int) {
        add("sent", requests, "requests", search.run(over: bytes))
    }

    /// Looks through the core of a kiosk that crashed.
    ///
    /// - Returns: Whether the marker was found in it, so that it is really the kiosk's.
    mutating func core(_ path: String) throws -> Bool {
        let findings = try look(throughFile: path)
        add("core", 1, "file", findings)
        return findings.hasMarker
    }

    /// Notes a place that was not looked through, and why.
    mutating func leaveOut(_ name: String, _ reason: String) {
        leftOut.append((name, 0, reason))
    }

    /// Looks through the plant itself, where everything must be found.
    mutating func control(_ bytes: [UInt8]) -> Findings {
        search.run(over: bytes)
    }

    private mutating func look(throughFile path: String) throws -> Findings {
        let file = try FileDescriptor.open(path, O_RDONLY)
        return try search.run { try file.read(into: $0) }
    }

    private mutating func add(_ name: String, _ parts: Int, _ unit: String, _ found: Findings) {
        places.append(ProofResult.Place(name: name, parts: parts, unit: unit, findings: found))
    }
}
