/// A controller's filter that reports each address once in a scan period.
///
/// It remembers few addresses, so in a crowd the oldest one is forgotten and reported again.
package struct DuplicateFilter {
    /// How the filter is built.
    package struct Setting: Sendable, Equatable {
        /// Seconds after which the host starts a new scan and the filter forgets everything.
        package var period: Int64
        /// How many addresses it remembers; 16 is usual in small controllers.
        package var memory: Int

        /// A filter of a small controller and a host that scans anew every 10 s.
        package init(period: Int64 = 10, memory: Int = 16) {
            self.period = period
            self.memory = memory
        }
    }

    private let setting: Setting
    private var known: [Packet] = []
    private var period = Int64.min

    /// A filter that knows no address yet.
    init(_ setting: Setting) {
        self.setting = setting
    }

    /// Whether the report is passed on; times must not go back.
    ///
    /// An advert and the scan response of the same address are two things to it, their content
    /// is not.
    mutating func passes(_ report: AirReport) -> Bool {
        let period = report.time / (max(setting.period, 1) * Microseconds.second)
        if period != self.period {
            self.period = period
            known = []
        }
        let packet = report.packet
        guard !known.contains(where: { $0.pdu == packet.pdu && $0.address == packet.address })
        else { return false }
        known.append(packet)
        if known.count > setting.memory { known.removeFirst() }
        return true
    }
}
