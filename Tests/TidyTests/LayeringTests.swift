import Testing

/// Arrows only go down, as the table of modules and their imports in `ARCHITECTURE.md` has it.
///
/// The package manifest has the same arrows, but the compiler lets undeclared imports of modules that
/// happen to be built pass; this test does not.
@Suite struct LayeringTests {
    /// The project's modules each module may import.
    static let allowed: [String: Set<String>] = [
        // 1 pure core
        "Fleet": [],
        "Beacons": ["Fleet"],
        "Census": ["Fleet"],
        "Guidance": ["Fleet"],
        "KioskLogic": ["Fleet"],
        "Air": ["Fleet"],
        "VirtualController": [],
        // 2 mechanism
        "SystemIO": ["CLinux"],
        "Lifecycle": ["SystemIO"],
        "SQLite": ["CSQLite"],
        "Commands": [],
        "Configuration": ["SystemIO"],
        // 3 edges
        "Radio": ["CBlueZ", "SystemIO", "Beacons", "Fleet", "KioskLogic"],
        "Screen": ["CDRM", "CPanel", "SystemIO", "Guidance"],
        "Paint": ["CCairo", "CQRCode", "Guidance"],
        "Uplink": ["CCurl", "SystemIO"],
        "Web": ["CHTTP"],
        // 4 applications
        "KioskService": [
            "Fleet", "Beacons", "Census", "Guidance", "KioskLogic", "SystemIO", "Lifecycle",
            "SQLite",
            "Configuration",
        ],
        "ProvinceService": ["Fleet", "SystemIO", "Lifecycle", "SQLite", "Web", "Configuration"],
        "PrivacyProof": ["Fleet", "Air", "SystemIO"],
        // 5 executables
        "kiosk": [
            "Fleet", "Beacons", "Census", "Guidance", "KioskLogic", "KioskService", "Radio",
            "Screen", "Paint", "Uplink", "SystemIO", "Lifecycle", "Commands", "Configuration",
            "PrivacyProof",
        ],
        "province": [
            "Fleet", "ProvinceService", "Web", "SystemIO", "Lifecycle", "Commands", "Configuration",
        ],
        "fleetsim": [
            "Fleet", "Beacons", "Air", "VirtualController", "SystemIO", "Lifecycle", "Commands",
        ],
    ]

    /// What of the platform a module may import; full Foundation is for tests alone.
    static let platform: [String: Set<String>] = [
        "SystemIO": ["Glibc", "Dispatch", "Synchronization"],
        "Lifecycle": ["Glibc", "Synchronization"],
        "SQLite": ["Glibc"],
        "Commands": ["Glibc", "Synchronization"],
        "Configuration": ["FoundationEssentials"],
        "Radio": ["Glibc", "Synchronization"],
        "Screen": ["Glibc"],
        "Paint": ["Glibc"],
        "Web": ["Glibc", "Synchronization"],
        "KioskService": ["FoundationEssentials", "Synchronization"],
        "ProvinceService": ["FoundationEssentials"],
        "PrivacyProof": ["FoundationEssentials", "Glibc", "Synchronization"],
        "kiosk": ["Glibc", "Synchronization"],
        "fleetsim": ["Glibc"],
    ]

    @Test("every import goes down the table")
    func everyImport() throws {
        for file in try SourceTree().sources {
            let known = try #require(
                Self.allowed[file.module],
                "\(file.path): module not in the table"
            )
            let may = known.union(Self.platform[file.module] ?? [])
            for module in Self.imports(file) where !may.contains(module) {
                Issue.record("\(file.path) imports \(module); \(file.module) may not")
            }
        }
    }

    @Test("the table itself only goes down, and every shim has one owner")
    func table() {
        let floors: [[String]] = [
            ["Fleet"],
            ["Beacons", "Census", "Guidance", "KioskLogic", "Air", "VirtualController"],
            ["SystemIO"], ["Lifecycle", "SQLite", "Commands", "Configuration"],
            ["Radio", "Screen", "Paint", "Uplink", "Web"],
            ["KioskService", "ProvinceService", "PrivacyProof"], ["kiosk", "province", "fleetsim"],
        ]
        #expect(Set(floors.joined()) == Set(Self.allowed.keys))
        for (height, floor) in floors.enumerated() {
            let below = Set(floors[..<height].joined())
            for module in floor {
                let own = (Self.allowed[module] ?? []).filter {
                    $0.first != "C" || below.contains($0)
                }
                for target in own where !below.contains(target) && !target.hasPrefix("C") {
                    Issue.record("\(module) -> \(target) does not go down")
                }
            }
        }
        let shims = Self.allowed.values.joined().filter {
            $0.hasPrefix("C") && Self.allowed[$0] == nil
        }
        #expect(Set(shims).count == shims.count)
    }

    @Test("an import is recognised in every spelling")
    func spellings() {
        let file = SourceTree.File(
            path: "Sources/Fleet/X.swift",
            lines: [
                "import A", "package import B", "@testable import C", "internal import struct D.E",
                "@preconcurrency package import F", "// import G", "important()",
            ]
        )
        #expect(Self.imports(file) == ["A", "B", "C", "D", "F"])
    }

    /// The modules a file imports, in its order.
    static func imports(_ file: SourceTree.File) -> [String] {
        let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "var", "let"]
        return file.lines.compactMap { line in
            let words = line.split(separator: " ")
            guard let place = words.firstIndex(of: "import"),
                words[..<place].allSatisfy({
                    $0.hasPrefix("@")
                        || ["package", "public", "internal", "private", "fileprivate"]
                            .contains($0)
                })
            else { return nil }
            let rest = words[(place + 1)...].drop { kinds.contains($0) }
            return rest.first?.split(separator: ".").first.map(String.init)
        }
    }
}
