import Testing

@testable import Air

@Suite struct MovementTests {
    private static let second = Microseconds.second
    private static let span = Scene.terminal.span

    private static func android(_ movement: Movement, seed: UInt64) -> [Stay] {
        var dice = Xoshiro(seed: seed)
        return movement.stays(during: span, dice: &dice).filter { $0.device == .bluezoneAndroid }
    }

    private static func seconds(_ stays: [Stay]) -> Double {
        Double(stays.reduce(0) { $0 + $1.span.length }) / 1e6
    }

    @Test("a terminal holds as many phones as it should, from the first minute on")
    func visits() {
        let visits = Visits(crowd: Crowd(bluezoneAndroids: 120), length: .around(1800))
        let all = (UInt64(1)...20).map { Self.android(.visits(visits), seed: $0) }
        let mean = Self.seconds(all.flatMap { $0 }) / 20 / 7200
        #expect(abs(mean - 120) < 5)
        let first = all.reduce(0) { $0 + $1.count { !$0.comes } }
        #expect(abs(Double(first) / 20 - 120) < 8)
        // 4 arrivals a minute.
        let arrivals = all.reduce(0) { $0 + $1.count(where: \.comes) }
        #expect(abs(Double(arrivals) / 20 - 480) < 15)
    }

    @Test("arrivals are a Poisson process: their number varies as much as its mean")
    func poisson() {
        let visits = Visits(crowd: Crowd(bluezoneAndroids: 20), length: .between(30, 30))
        let stays = Self.android(.visits(visits), seed: 3).filter(\.comes)
        var minutes = [Double](repeating: 0, count: 120)
        for stay in stays {
            minutes[Int((stay.span.lowerBound - Self.span.lowerBound) / Microseconds.minute)] += 1
        }
        let mean = minutes.reduce(0, +) / 120
        let variance = minutes.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 119
        #expect(abs(mean - 40) < 3)
        #expect((0.6...1.5).contains(variance / mean))
    }

    @Test("at the side of a road 20 phones a minute stay for 5 to 60 s")
    func roadside() {
        let stays = Scene.roadside.stays(seed: 5).filter { $0.device == .bluezoneAndroid }
        let whole = stays.filter { $0.comes && $0.leaves }
        #expect(abs(Double(whole.count) / 120 - 20) < 1.5)
        #expect(whole.allSatisfy { (5...60).contains(Double($0.span.length) / 1e6) })
    }

    @Test("a ferry's passengers board within 2 minutes, ride 10 to 15 and leave together")
    func crossings() throws {
        let crossings = Crossings(crowd: Crowd(bluezoneAndroids: 120), business: [1])
        let stays = Self.android(.crossings(crossings), seed: 1)
            .sorted { $0.span.lowerBound < $1.span.lowerBound }
        var boats: [[Stay]] = []
        for stay in stays {
            if let first = boats.last?.first,
                stay.span.lowerBound - first.span.lowerBound <= 120 * Self.second
            {
                boats[boats.count - 1].append(stay)
            } else {
                boats.append([stay])
            }
        }
        #expect((6...9).contains(boats.count))
        for boat in boats where boat.allSatisfy(\.leaves) {
            #expect((80...160).contains(boat.count))
            let last = try #require(boat.map(\.span.lowerBound).max())
            let leaving = boat.map(\.span.upperBound)
            let (first, end) = (try #require(leaving.min()), try #require(leaving.max()))
            #expect((590...1020).contains((first - last) / Self.second))
            #expect(end - first <= 46 * Self.second)
        }
    }

    @Test("the ferry's fullest boat carries about 400")
    func fullBoat() {
        let most = (UInt64(1)...5).map { seed in
            Truth(of: .ferry, seed: seed, stays: Scene.ferry.stays(seed: seed)).windows
                .map(\.androidOccupancy).max() ?? 0
        }
        #expect(most.allSatisfy { (330...450).contains($0) })
    }

    @Test("a gathering only grows, and a party has exactly its members")
    func gatheringAndParty() {
        let gathering = Self.android(.gathering(Crowd(bluezoneAndroids: 50)), seed: 1)
        #expect(gathering.count == 50)
        #expect(gathering.allSatisfy { $0.comes && !$0.leaves })
        let party = Party(crowd: Crowd(bluezoneAndroids: 3), comes: 60, leaves: 600)
        let members = Self.android(.party(party), seed: 1)
        #expect(members.count == 3)
        #expect(Set(members.map(\.span)).count == 1)
        #expect(members.allSatisfy { (480...600).contains($0.span.length / Self.second) })
        let late = Party(crowd: Crowd(bluezoneAndroids: 3), comes: 8000, leaves: 9000)
        #expect(Self.android(.party(late), seed: 1).isEmpty)
    }
}
