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
        arguments: [1, 852] as [UInt64]
    )
    func distribution(seed: UInt64) {
        let noise = Self.noise(seed: seed)
        let draws = (0..<200_000).map { _ in noise.sample() }
        var counts: [Int: Double] = [:]
        for draw in draws { counts[min(max(draw, -8), 8), default: 0] += 1 }
        let ratio = exp(-1.0)
        var chiSquare = 0.0
        for value in -8...8 {
            let tail = abs(value) == 8 ? 1 / (1 - ratio) : 1
            let share = (1 - ratio) / (1 + ratio) * pow(ratio, Double(abs(value))) * tail
            let expected = share * 200_000
            chiSquare += pow(counts[value, default: 0] - expected, 2) / expected
        }
        // 16 degrees of freedom: above 39.3 in one run of a thousand.
        #expect(chiSquare < 39.3)
        let mean = draws.reduce(0.0) { $0 + Double($1) } / 200_000
        #expect(abs(mean) < 0.0122)
        let variance = draws.reduce(0.0) { $0 + Double($1 * $1) } / 200_000
        #expect(abs(variance - 2 * ratio / pow(1 - ratio, 2)) < 0.05)
        let positive = draws.count { $0 > 0 }
        let negative = draws.count { $0 < 0 }
        #expect(abs(positive - negative) < 1500)
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
        alightings: 7,
        passersBy: 2,
        iosOccupancy: 5.6,
        otherPhones: 20
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

    @Test("a row is the rounded tally with noise of its own on each figure")
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
        #expect(abs(mean(\.android) - 31) < 0.13)
        #expect(abs(mean(\.ios) - 6) < 0.13)
        #expect(abs(mean(\.otherPhones) - 20) < 0.13)
        #expect(Set(rows).count > 100)
        #expect(rows.contains { $0.android - 31 != $0.otherPhones - 20 })
    }
}
