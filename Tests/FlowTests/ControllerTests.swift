import Foundation
import Testing

/// `fleetsim controller` and `kiosk count --live` where there is no Bluetooth; `make lab` has the rest.
@Suite struct ControllerTests {
    @Test(
        "fleetsim controller called wrongly says how",
        arguments: [
            (["controller"], "--play is missing"),
            (
                ["controller", "--play", Ride.capture, "--kind", "classic"],
                "not legacy or extended"
            ),
            (["controller", "--play", Ride.capture, "--rate", "-1"], "not a number"),
            (["controller", "--play", Ride.capture, "--rate", "9", "--by-clock"], "together"),
            (["controller", "--play", Ride.capture, "--address", "1:2:3:4:5:6"], "six octets"),
        ] as [([String], String)]
    )
    func usage(arguments: [String], words: String) throws {
        let end = try Program.run("fleetsim", arguments)
        #expect(end.code == 2)
        #expect(end.errors.contains(words))
    }

    @Test("fleetsim controller names a capture that it cannot play")
    func noCapture() throws {
        let folder = try Folder()
        let file = try folder.write(Array("hello, this is no capture".utf8), to: "capture")
        for path in [file, "/nonexistent/capture"] {
            let end = try Program.run("fleetsim", ["controller", "--play", path])
            #expect(end.code == 3)
            #expect(end.errors.contains(path))
        }
    }

    @Test(
        "without the kernel's module fleetsim controller says what to load",
        .enabled(if: !FileManager.default.fileExists(atPath: "/dev/vhci"))
    )
    func noDevice() throws {
        let end = try Program.run("fleetsim", ["controller", "--play", Ride.capture])
        #expect(end.code == 3)
        #expect(end.errors.contains("modprobe hci_vhci"))
    }

    @Test(
        "kiosk count wants one source of adverts",
        arguments: [
            (["count"], "--replay or --live"),
            (["count", "--live", "5", "--replay", Ride.capture], "do not go together"),
            (["count", "--live", "0"], "not a number"),
            (["count", "--replay", Ride.capture, "--board", "boards"], "--board goes with"),
        ] as [([String], String)]
    )
    func oneSource(arguments: [String], words: String) throws {
        let end = try Program.run("kiosk", arguments)
        #expect(end.code == 2)
        #expect(end.errors.contains(words))
    }

    @Test(
        "kiosk count --live without an adapter says so and counts nothing",
        .enabled(if: !FileManager.default.fileExists(atPath: "/sys/class/bluetooth/hci0"))
    )
    func noAdapter() throws {
        let end = try Program.run("kiosk", ["count", "--live", "1", "--json"])
        #expect(end.code == 3)
        #expect(end.output.isEmpty)
        #expect(end.errors.contains("never heard"))
    }
}
