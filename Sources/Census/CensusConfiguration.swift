/// What the census assumes about phones and the air; defaults are Bluezone's of August 2020.
package struct CensusConfiguration: Sendable, Equatable {
    /// Seconds a phone advertises at a time (`BroadcastBleRun`).
    package var burstOn: Double = 15
    /// Seconds a phone is silent between bursts (`BroadcastBleSleep`).
    package var burstOff: Double = 15
    /// Seconds an open app advertises at a time (scan full mode).
    package var openBurst: Double = 150
    /// Seconds an open app is silent between bursts.
    package var openRest: Double = 5
    /// Ids that a usual phone has in a day (`MaxNumberSubKeyPerDay`).
    ///
    /// 96 change at quarter hours; 144 of older versions every ten minutes, and are allowed for.
    package var idsADay: Int64 = 96
    /// Seconds after a quarter's end in which its ids may still be heard: an open app advertises for
    /// 150 s without looking for its new id.
    package var grace: Int64 = 160
    /// Reports weaker than this many dBm are not counted; nil counts all.
    ///
    /// None by default: a phone behind bodies falls below any useful gate for minutes, so that a gate
    /// does not make the place smaller but its phones' stays shorter. Sources say that inside a
    /// vehicle level hardly follows distance.
    package var weakestLevel: Int8?
    /// Seconds by which a capture may begin late or end early and still cover its window.
    package var coverageTolerance: Double = 5
    /// Seconds by which a phone's clock or the kiosk's may be wrong.
    package var clockTolerance: Double = 5
    /// Seconds without any sign of life after which that time counts as not listened to.
    package var longestPause: Double = 60
    /// Seconds without any record after which counting begins anew.
    package var longestGap: Double = 6 * 3600
    /// Seconds between two addresses of one iPhone.
    package var addressLifetime: Double = 900
    /// Seconds that a passer-by stays at most.
    package var passing: Double = 90
    /// Phones at a time from which on their packets destroy each other.
    ///
    /// Half of 800 advertise at a time, 9.5 times a second for 312 us: of their packets e^-2.4 get
    /// through, and above it the reports of each phone fall faster than phones are added.
    package var crowd: Double = 800
    /// The most phones there is room for, if known; three times as many ids are suspicious.
    package var capacity: Int?

    package init() {}

    /// Most identifiers held at once; more are counted as overflow and make a window suspicious.
    package static let maximumIdentifiers = 65_536

    /// Seconds of a quarter after which no phone in the usual rhythm shows an id of the one before,
    /// with its clock and the kiosk's wrong by the tolerance in opposite ways.
    var lastOld: Double { burstOn + 2 * clockTolerance }

    /// Seconds from bursts' start to bursts' start.
    var period: Double { burstOn + burstOff }

    /// Seconds from a phone's arrival to its first advert, on average: half of the time it is silent.
    var expectedSilence: Double { burstOff / period * burstOff / 2 }

    /// Seconds after which a phone that is still here was surely heard again, with slack.
    package var cycle: Double { period + 5 }

    /// Seconds of silence that end a run of reports.
    var runBreak: Double { burstOff * 2 / 3 }
}
