// swift-tools-version:6.0
import PackageDescription

// The floors of the house, bottom up. `Tests/TidyTests/LayeringTests.swift` holds the same table and
// checks every `import` in Sources against it; `ARCHITECTURE.md` explains it.

// MARK: Floor 0, shims: headers and static inline functions for what Swift cannot import.

let shims: [Target] = [
    .systemLibrary(name: "CLinux"),
    .systemLibrary(name: "CBlueZ"),
    .systemLibrary(name: "CDRM", pkgConfig: "libdrm"),
    .systemLibrary(name: "CPanel"),
    .systemLibrary(name: "CCairo"),
    .systemLibrary(name: "CQRCode"),
    .systemLibrary(name: "CSQLite"),
    .systemLibrary(name: "CCurl"),
    .target(
        name: "CHTTP",
        cSettings: [.unsafeFlags(["-Wall", "-Wextra", "-Werror"])],
        linkerSettings: [
            .linkedLibrary("event_core"),
            .linkedLibrary("event_extra"),
            .linkedLibrary("event_openssl"),
            .linkedLibrary("event_pthreads"),
            .linkedLibrary("ssl"),
            .linkedLibrary("crypto"),
        ]
    ),
]

// MARK: Floor 1, pure core: no I/O, no clock, no async, no C.

let core: [Target] = [
    .target(name: "Fleet"),
    .target(name: "Beacons", dependencies: ["Fleet"]),
    .target(name: "Census", dependencies: ["Fleet"]),
    .target(name: "Guidance", dependencies: ["Fleet"]),
    .target(name: "KioskLogic", dependencies: ["Fleet"]),
    .target(name: "Air", dependencies: ["Fleet"]),
    .target(name: "VirtualController"),
]

// MARK: Floor 2, mechanism: Linux, not kiosks.

let mechanism: [Target] = [
    .target(name: "SystemIO", dependencies: ["CLinux"]),
    .target(name: "Lifecycle", dependencies: ["SystemIO"]),
    .target(name: "SQLite", dependencies: ["CSQLite"]),
    .target(name: "Commands"),
    .target(name: "Configuration", dependencies: ["SystemIO"]),
]

// MARK: Floor 3, edges: one C library each, and none knows another.

let edges: [Target] = [
    .target(name: "Radio", dependencies: ["CBlueZ", "SystemIO", "Beacons", "Fleet", "KioskLogic"]),
    .target(name: "Screen", dependencies: ["CDRM", "CPanel", "SystemIO", "Guidance"]),
    .target(name: "Paint", dependencies: ["CCairo", "CQRCode", "Guidance"]),
    .target(name: "Uplink", dependencies: ["CCurl", "SystemIO"]),
    .target(name: "Web", dependencies: ["CHTTP"]),
]

// MARK: Floor 4, applications: ports for hardware, stores and services.

let applications: [Target] = [
    .target(
        name: "KioskService",
        dependencies: [
            "Fleet", "Beacons", "Census", "Guidance", "KioskLogic", "SystemIO", "Lifecycle",
            "SQLite",
            "Configuration",
        ],
        resources: [.embedInCode("Content/august-2020")]
    ),
    .target(
        name: "ProvinceService",
        dependencies: ["Fleet", "SystemIO", "Lifecycle", "SQLite", "Web", "Configuration"]
    ),
    .target(name: "PrivacyProof", dependencies: ["Fleet", "Air", "SystemIO"]),
]

// MARK: Floor 5, executables: wiring and subcommands only.

let executables: [Target] = [
    .executableTarget(
        name: "kiosk",
        dependencies: [
            "Fleet", "Beacons", "Census", "Guidance", "KioskLogic", "KioskService", "Radio",
            "Screen", "Paint", "Uplink", "SystemIO", "Lifecycle", "Commands", "Configuration",
            "PrivacyProof",
        ],
        // A board has no Swift toolchain; one file in place of eight libraries is also faster to start.
        linkerSettings: [
            .unsafeFlags(["-static-stdlib"], .when(configuration: .release)),
            .linkedLibrary("_FoundationCShims", .when(configuration: .release)),
            .linkedLibrary("_FoundationCollections", .when(configuration: .release)),
        ]
    ),
    .executableTarget(
        name: "province",
        dependencies: [
            "Fleet", "ProvinceService", "Web", "SystemIO", "Lifecycle", "Commands", "Configuration",
        ]
    ),
    .executableTarget(
        name: "fleetsim",
        dependencies: [
            "Fleet", "Beacons", "Air", "VirtualController", "SystemIO", "Lifecycle", "Commands",
        ]
    ),
]

// MARK: Measuring: programs that are run by hand, `make bench-display`.

let benches: [Target] = [
    .executableTarget(
        name: "displaybench",
        dependencies: ["Fleet", "Guidance", "KioskService", "Paint", "Screen"],
        path: "Tests/Bench/Display"
    )
]

// MARK: Tests: one folder for each target, and the whole line in FlowTests.

let tests: [Target] = [
    .testTarget(name: "FleetTests", dependencies: ["Fleet"]),
    .testTarget(
        name: "BeaconsTests",
        dependencies: ["Beacons", "SystemIO"],
        resources: [.copy("Fixtures")]
    ),
    .testTarget(name: "CensusTests", dependencies: ["Census", "Fleet", "Air", "Beacons"]),
    .testTarget(name: "GuidanceTests", dependencies: ["Guidance", "Fleet"]),
    .testTarget(name: "KioskLogicTests", dependencies: ["KioskLogic", "Fleet"]),
    .testTarget(name: "AirTests", dependencies: ["Air", "Beacons", "Fleet"]),
    .testTarget(
        name: "VirtualControllerTests",
        dependencies: ["VirtualController", "Air", "Beacons"]
    ),
    .testTarget(name: "SystemIOTests", dependencies: ["SystemIO"]),
    .testTarget(name: "LifecycleTests", dependencies: ["Lifecycle"]),
    .testTarget(name: "SQLiteTests", dependencies: ["SQLite"]),
    .testTarget(name: "ConfigurationTests", dependencies: ["Configuration"]),
    .testTarget(name: "CommandsTests", dependencies: ["Commands"]),
    .testTarget(
        name: "RadioTests",
        dependencies: ["Radio", "Beacons", "Fleet", "KioskLogic", "SystemIO", "Air"]
    ),
    .testTarget(
        name: "ScreenTests",
        dependencies: ["Screen", "Guidance", "SystemIO"],
        resources: [.copy("Fixtures")]
    ),
    .testTarget(name: "PaintTests", dependencies: ["Paint", "Guidance"]),
    .testTarget(name: "UplinkTests", dependencies: ["Uplink", "Web"]),
    .testTarget(name: "WebTests", dependencies: ["Web"]),
    .testTarget(
        name: "KioskServiceTests",
        dependencies: [
            "KioskService", "Configuration", "Fleet", "Census", "Guidance", "SystemIO", "Beacons",
            "KioskLogic", "Lifecycle",
        ]
    ),
    .testTarget(
        name: "PrivacyProofTests",
        dependencies: ["PrivacyProof", "Air", "Beacons", "Fleet"]
    ),
    .testTarget(
        name: "ProvinceServiceTests",
        dependencies: ["ProvinceService", "Fleet", "Lifecycle", "Web"]
    ),
    .testTarget(
        name: "FlowTests",
        dependencies: [
            "Fleet", "Beacons", "Census", "Guidance", "KioskService", "ProvinceService", "Radio",
            "Screen", "Paint", "Uplink", "Web", "Air", "SystemIO", "Lifecycle", "Commands", "kiosk",
            "province", "fleetsim",
        ]
    ),
    .testTarget(name: "TidyTests"),
]

let package = Package(
    name: "BluezoneKiosk",
    targets: shims + core + mechanism + edges + applications + executables + benches + tests,
    swiftLanguageModes: [.v6]
)

for target in package.targets
where ![.system, .plugin].contains(target.type) && target.name != "CHTTP" {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),  // SE-0335
        .enableUpcomingFeature("InternalImportsByDefault"),  // SE-0409
        .unsafeFlags(["-warnings-as-errors"]),
    ]
}

// It looks through hundreds of megabytes byte by byte, also in the debug build that tests run.
for target in package.targets where target.name == "PrivacyProof" {
    target.swiftSettings?.append(.unsafeFlags(["-O"]))
}
