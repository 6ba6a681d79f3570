import Foundation
import Testing

@testable import Air

@Suite struct SceneTests {
    private static func short() throws -> Scene {
        var scene = try Scene.named("bus").heard(reception: 0.05)
        scene.length = 600
        return scene
    }

    @Test("the same seed gives the same bytes, another seed others")
    func deterministic() throws {
        let scene = try Self.short()
        let first = scene.render(seed: 852)
        let again = scene.render(seed: 852)
        let other = scene.render(seed: 853)
        let same = first.capture == again.capture
        #expect(same)
        #expect(first.truth == again.truth)
        let differs = first.capture != other.capture
        #expect(differs)
        #expect(first.truth != other.truth)
    }

    @Test("a name that is no scene and a reception that is no share are refused")
    func refusals() {
        #expect(throws: AirError.unknownScene("boat")) { try Scene.named("boat") }
        for share in [0, -1, 1.01, .infinity] {
            #expect(throws: AirError.receptionOutOfRange(share)) {
                try Scene.bus.heard(reception: share)
            }
        }
        #expect(throws: AirError.self) { try Scene.bus.heard(reception: .nan) }
        let sentence = AirError.unknownScene("boat").description
        for scene in Scene.all { #expect(sentence.contains(scene.name)) }
    }

    @Test("records are in order of time, inside the ride, with adverts of at most 31 octets")
    func wellFormed() throws {
        let scene = try Self.short()
        let reports = try CaptureReader(scene.render(seed: 852).capture).legacyReports()
        #expect(reports.count > 3000)
        #expect(zip(reports, reports.dropFirst()).allSatisfy { $0.time <= $1.time })
        #expect(reports.allSatisfy { scene.span.contains($0.time) })
        #expect(reports.allSatisfy { $0.data.count <= 31 })
        #expect(Set(reports.map(\.type)) == [0x00, 0x03, 0x04])
    }

    @Test("some events hold two or three reports")
    func grouping() throws {
        let capture = try CaptureReader(Scene.bus.heard(reception: 0.05).render(seed: 1).capture)
        let counts = Set(capture.records.map { $0.packet[4] })
        #expect(counts == [1, 2, 3])
    }

    @Test("a passive scanner hears no scan responses")
    func passive() throws {
        var scene = try Self.short()
        scene.ear.activeScan = false
        let reports = try CaptureReader(scene.render(seed: 852).capture).legacyReports()
        #expect(reports.allSatisfy { $0.type != 0x04 })
    }

    @Test("the datalinks hold the same events", arguments: BtsnoopWriter.Datalink.allCases)
    func datalinks(datalink: BtsnoopWriter.Datalink) throws {
        let scene = try Self.short()
        let uart = try CaptureReader(scene.render(seed: 852).capture)
        let format = CaptureFormat(datalink: datalink)
        let other = try CaptureReader(scene.render(seed: 852, format: format).capture)
        #expect(try other.legacyReports() == uart.legacyReports())
    }

    @Test("the long advert comes in two events, the first marked incomplete")
    func longAdvert() throws {
        let format = CaptureFormat(reports: .extendedWithLongAdvert)
        let capture = try CaptureReader(Self.short().render(seed: 852, format: format).capture)
        let statuses = capture.records.map { $0.packet[5] }.filter { $0 & 0x10 == 0 }
        #expect(statuses.count >= 10)
        #expect(statuses.count { $0 == 0x20 } == statuses.count / 2)
        #expect(statuses.first == 0x20)
        #expect(capture.records.allSatisfy { $0.packet[3] == 0x0D })
    }
}
