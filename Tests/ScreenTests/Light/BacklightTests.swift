import Foundation
import Testing

@testable import Screen

@Suite struct BacklightTests {
    /// A folder like /sys/class/backlight with lights of that many steps.
    private static func sysfs(_ lights: [String: Int]) throws -> String {
        let folder = try Samples.folder()
        for (name, most) in lights {
            let light = folder + "/" + name
            try FileManager.default.createDirectory(
                atPath: light,
                withIntermediateDirectories: false
            )
            for (file, value) in [
                ("max_brightness", most), ("brightness", most), ("actual_brightness", most),
                ("bl_power", 0),
            ] {
                try "\(value)\n".write(
                    toFile: light + "/" + file,
                    atomically: false,
                    encoding: .utf8
                )
            }
        }
        return folder
    }

    private static func read(_ path: String) throws -> String {
        try String(contentsOfFile: path, encoding: .utf8)
    }

    @Test("the only light is found, several need a name, a wrong name is told")
    func search() throws {
        let folder = try Self.sysfs(["raspi": 255, "lvds": 7])
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(Backlight(named: "lvds", folder: folder).search() == .found("lvds"))
        guard case .nothing(let several) = Backlight(folder: folder).search(),
            case .nothing(let wrong) = Backlight(named: "x", folder: folder).search()
        else {
            Issue.record("a light was chosen at random")
            return
        }
        #expect(several.contains("lvds, raspi") && several.contains("panel.backlight"))
        #expect(wrong.contains("no backlight x (lvds, raspi)"))
        try FileManager.default.removeItem(atPath: folder + "/lvds")
        #expect(Backlight(folder: folder).search() == .found("raspi"))
    }

    @Test("levels and power are written, and what the light says is told")
    func writing() throws {
        let folder = try Self.sysfs(["raspi": 255])
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let light = Backlight(folder: folder)
        try light.set(level: 0.15)
        #expect(try Self.read(folder + "/raspi/brightness").hasPrefix("38"))
        try light.setPower(false)
        #expect(try Self.read(folder + "/raspi/bl_power").hasPrefix("4"))
        #expect(light.panel == PanelState(power: .off, source: "backlight raspi is off"))
        try light.setPower(true)
        try "80\n".write(
            toFile: folder + "/raspi/actual_brightness",
            atomically: false,
            encoding: .utf8
        )
        #expect(light.panel == PanelState(power: .on, source: "backlight raspi says 80 of 255"))
        try "0\n".write(
            toFile: folder + "/raspi/actual_brightness",
            atomically: false,
            encoding: .utf8
        )
        #expect(light.panel?.power == .off)
    }

    @Test("a light that is asked for never goes out by rounding")
    func rounding() {
        let cases = [
            (0.15, 255, 38), (1, 255, 255), (0.01, 7, 1), (0, 7, 0), (2, 7, 7), (0.5, 0, 0),
        ]
        for (level, most, value) in cases as [(Double, Int, Int)] {
            #expect(Backlight.value(for: level, most: most) == value)
        }
    }

    @Test("no light is nothing, a broken one is unknown with its file and a remedy")
    func absent() throws {
        let none = Backlight(folder: "/nonexistent/backlight")
        try none.set(level: 1)
        try none.setPower(false)
        #expect(none.panel == nil)
        #expect(none.search() == .nothing(reason: "no backlight"))
        let folder = try Self.sysfs(["raspi": 255])
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try "bright".write(
            toFile: folder + "/raspi/max_brightness",
            atomically: false,
            encoding: .utf8
        )
        let broken = Backlight(folder: folder)
        let error = #expect(throws: ScreenError.self) { try broken.set(level: 1) }
        #expect(try #require(error).description.contains("/raspi/max_brightness"))
        #expect(broken.panel?.power == .unknown)
        try FileManager.default.removeItem(atPath: folder + "/raspi/bl_power")
        #expect(throws: ScreenError.self) { try broken.setPower(true) }
    }
}
