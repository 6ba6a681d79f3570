/// How a scene is written down: which btsnoop, which reports.
package struct CaptureFormat: Sendable, Equatable {
    /// Which HCI events carry the adverts.
    package enum Reports: String, Sendable, CaseIterable {
        /// LE Advertising Report, as controllers of Bluetooth 4 send.
        case legacy
        /// LE Extended Advertising Report, as controllers of Bluetooth 5 send when asked.
        case extended
        /// The same, with one more device whose long advert comes in fragments.
        case extendedWithLongAdvert = "extended-long"
    }

    /// The datalink of the btsnoop file.
    package var datalink: BtsnoopWriter.Datalink
    /// The events in it.
    package var reports: Reports

    /// A format; without arguments that of Android's logs with legacy reports.
    package init(datalink: BtsnoopWriter.Datalink = .uart, reports: Reports = .legacy) {
        self.datalink = datalink
        self.reports = reports
    }
}
