/// What changes on the page while it stands: the time, the count and the notices.
///
/// The shell makes it from its clock and its counter; nothing here reads either.
package struct LiveState: Sendable, Equatable {
    /// The local time, for example `07:42`; empty when it is not known.
    package var clock: String
    /// The local date as it is to be shown.
    package var date: String
    /// How many phones with Bluezone are near, coarsely.
    package var count: LiveCount
    /// Things the reader must know about this picture.
    package var notices: [Notice]

    /// A live state from its parts.
    package init(clock: String, date: String, count: LiveCount, notices: [Notice] = []) {
        self.clock = clock
        self.date = date
        self.count = count
        self.notices = notices
    }
}
