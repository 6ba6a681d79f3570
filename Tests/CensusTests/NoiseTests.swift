import Fleet
import Foundation
import Synchronization
import Testing

@testable import Census

@Suite struct NoiseTests {
    private static func noise(seed: UInt64) -> Noise {
        let dice = Mutex(Dice(state: seed))
        return Noise { dice.withLock { $0.next() } }
    }

    @Test(
        "200,000 draws are spread as the two-sided geometric distribution at epsilon 1",
        arguments: [(1, 1), (852, 1), (3, 3), (4, 17)] as [(UInt64, UInt64)]
    )
    func distribution(seed: UInt64, scale: UInt64) {
        let noise = Self.noise(seed: seed)
        let draws = (0..<200_000).map { _ in noise.sample(scale: scale) }
        let end = 8 * Int(scale)
        var counts: [Int: Double] = [:]
        for draw in draws { counts[min(max(draw, -end), end), default: 0] += 1 }
        let ratio = exp(-1 / Double(scale))
        var chiSquare = 0.0
        for value in -end...end {
            let tail = abs(value) == end ? 1 / (1 - ratio) : 1
            let share = (1 - ratio) / (1 + ratio) * pow(ratio, Double(abs(value))) * tail
            let expected = share * 200_000
            chiSquare += pow(counts[value, default: 0] - expected, 2) / expected
        }
        // Beyond 3.3 standard deviations in one run of a thousand.
        let freedom = Double(2 * end)
        #expect(chiSquare < freedom + 4.1 * (2 * freedom).squareRoot())
        let sd = (2 * ratio).squareRoot() / (1 - ratio)
        let mean = draws.reduce(0.0) { $0 + Double($1) } / 200_000
        #expect(abs(mean) < 4 * sd / 200_000.0.squareRoot())
        let variance = draws.reduce(0.0) { $0 + Double($1 * $1) } / 200_000
        #expect(abs(variance / (sd * sd) - 1) < 0.03)
        let positive = draws.count { $0 > 0 }
        let negative = draws.count { $0 < 0 }
        #expect(abs(positive - negative) < 1800)
    }

    @Test("address minutes and addresses become phones after the noise, halves up")
    func phones() {
        let exact = ExactFigures(
            androidIds: 0,
            iosAddressMinutes: 0,
            minutes: 15,
            otherAddresses: 0
        )
        #expect([90, 88, 87, 0, -8, -9, -24].map(exact.iphones) == [6, 6, 5, 0, 0, -1, -1])
        #expect([40, 41, 0, -1, -3].map(exact.otherPhones) == [20, 21, 0, 0, -1])
        let third = ExactFigures(androidIds: 0, iosAddressMinutes: 0, minutes: 5, otherAddresses: 0)
        #expect(third.iphones(32) == 6)
        #expect(third.otherPhones(40) == 30)
    }

    private static func tally(_ figures: QuarterTally.Figures?, _ quality: Quality) -> QuarterTally
    {
        let span = WindowSpan.quarter(holding: ScriptedAir.noon)
        return QuarterTally(
            span: span,
            quality: quality,
            rule: .nothingUnusual,
            figures: figures,
            atLeast: nil
        )
    }

    private static let figures = QuarterTally.Figures(
        androidDistinct: 31,
        androidInterval: 30...33,
        androidOccupancy: 14.2,
        androidOccupancyInterval: 13.0...15.0,
        boardings: 9,
        boardingsInterval: 7...11,
        alightings: 7,
        alightingsInterval: 5...9,
        passersBy: 2,
        iosOccupancy: 5.6,
        iosInterval: 4.5...6.7,
        otherPhones: 20,
        otherInterval: 16...23,
        exact: ExactFigures(
            androidIds: 30,
            iosAddressMinutes: 90,
            minutes: 15,
            otherAddresses: 40
        )
    )

    @Test("a deaf quarter never gets figures")
    func deaf() {
        let noise = Self.noise(seed: 3)
        #expect(noise.row(of: Self.tally(nil, .deaf)).figures == nil)
        for quality in [Quality.deaf, .saturated, .suspicious] {
            #expect(noise.row(of: Self.tally(Self.figures, quality)).figures == nil)
        }
        #expect(noise.row(of: Self.tally(nil, .deaf)).quality == .deaf)
    }

    @Test("a row has what may leave of a tally, with noise of its own on each figure")
    func row() throws {
        let noise = Self.noise(seed: 4)
        let rows = try (0..<2000).map { _ in
            let row = noise.row(of: Self.tally(Self.figures, .partial))
            #expect(row.quality == .partial)
            return try #require(row.figures)
        }
        func mean(_ figure: KeyPath<QuarterRow.Figures, Int>) -> Double {
            rows.reduce(0.0) { $0 + Double($1[keyPath: figure]) } / 2000
        }
        #expect(abs(mean(\.android) - 30) < 0.13)
        // 90 address minutes are 5.6 iPhones; 40 addresses are 20 other phones.
        #expect(abs(mean(\.ios) - 5.625) < 0.15)
        #expect(abs(mean(\.otherPhones) - 20.25) < 0.3)
        #expect(Set(rows).count > 100)
        #expect(rows.contains { $0.android - 30 != $0.otherPhones - 20 })
    }
}
