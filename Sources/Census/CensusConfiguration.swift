/// What the census assumes about phones and the air; defaults are Bluezone's of August 2020.
package struct CensusConfiguration: Sendable, Equatable {
    /// Seconds a phone advertises at a time (`BroadcastBleRun`).
    package var burstOn: Double = 15
    /// Seconds a phone is silent between bursts (`BroadcastBleSleep`).
    package var burstOff: Double = 15
    /// Seconds after a quarter's end in which its ids may still be heard: an open app advertises for
    /// 150 s without looking for its new id.
    package var grace: Int64 = 160
    /// Seconds by which a capture may begin late or end early and still cover its window.
    package var coverageTolerance: Double = 5
    /// Seconds by which a phone's clock or the kiosk's may be wrong.
    package var clockTolerance: Double = 5
    /// Seconds without any record after which counting begins anew.
    package var longestGap: Double = 6 * 3600
    /// Seconds between two addresses of one iPhone.
    package var addressLifetime: Double = 900

    package init() {}

    /// Most identifiers held at once; more are counted as overflow and make a window suspicious.
    package static let maximumIdentifiers = 65_536

    /// Seconds from a phone's arrival to its first advert, on average: half of the time it is silent.
    var expectedSilence: Double {
        burstOff / (burstOn + burstOff) * burstOff / 2
    }

    /// Seconds after which a phone that is still here was surely heard again, with slack.
    package var cycle: Double { burstOn + burstOff + 5 }
}
