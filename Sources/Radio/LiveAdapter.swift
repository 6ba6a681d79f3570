package import Beacons
import CBlueZ
package import Fleet
import Glibc
package import KioskLogic
import SystemIO

/// A Bluetooth adapter heard through a raw HCI socket: it scans and never connects.
///
/// One socket hears adverts, another sends commands and hears their answers, a third is the kernel's
/// management channel. Used from one thread.
package final class LiveAdapter {
    private let spec: AdapterSpec
    private let isActive: Bool
    /// Whether the profile names no other adapter.
    private let isOnly: Bool
    /// Its index when it was found last.
    private(set) var index: Int?
    /// Where it was when it was found last.
    private(set) var path: String?
    private var ear: Ear?
    private(set) var controller: Controller?
    private(set) lazy var management = try? ManagementSocket()
    private var lostBefore: UInt64 = 0
    private var nextLook: Int64 = 0

    /// Microseconds between two looks whether the adapter is still up.
    private static let lookInterval: Int64 = 1_000_000
    /// Milliseconds that `hear` waits at most.
    private static let wait: Int64 = 250
    /// Milliseconds of adverts that are taken together: waking up costs more than they do.
    private static let nap: Int64 = 50

    /// - Parameters:
    ///   - spec: Which adapter; `all` is the first one here.
    ///   - isActive: Whether scan responses are asked for.
    ///   - isOnly: Whether an adapter that is alone is meant when its index is another one: it came
    ///     back before its old index was free.
    package init(spec: AdapterSpec, isActive: Bool, isOnly: Bool = false) {
        self.spec = spec
        self.isOnly = isOnly
        self.isActive = isActive
    }

    /// Its name now, such as `hci0`, or what the profile calls it.
    package var label: String { index.map { "hci\($0)" } ?? "\(spec)" }

    /// Packets that found no room in the socket since this was made.
    package var lost: UInt64 { lostBefore + (ear?.lost ?? 0) }

    // MARK: Beginning and end

    /// Finds the adapter, powers it up and begins to scan, whatever was going on before.
    package func start() throws(RadioTrouble) {
        shut()
        try troubled { () throws(RadioError) in
            let index = try find()
            let power = try AdapterPower(adapter: index)
            try power.up()
            // Not all adapters let themselves be told, and those that do not may scan all the same.
            try? management?.enableLowEnergy(UInt16(clamping: index))
            let controller = try Controller(adapter: index)
            ear = try Ear(adapter: index)
            self.controller = controller
            do throws(RadioError) {
                try controller.startScan(isActive: isActive)
            } catch {
                shut()
                throw error
            }
            management?.skipAll()
        }
    }

    /// Stops scanning, as far as the controller still answers, and closes everything.
    package func close() {
        controller?.stopScan()
        shut()
        management = nil
    }

    /// Closes the adapter's sockets and leaves its scan as it is.
    func shut() {
        lostBefore = lost
        ear = nil
        controller = nil
    }

    /// The index of the adapter now.
    func find() throws(RadioError) -> Int {
        var found = AdapterFinder.index(of: spec) { index in
            (try? AdapterPower(adapter: index).address()) ?? nil
        }
        if case .index(let wanted) = spec, !AdapterFinder.isThere(wanted) {
            found = renumbered() ?? found
        }
        guard let found else {
            // Says so when there can be none at all.
            _ = try HCISocket.openControl()
            throw .noneMatches(spec)
        }
        index = found
        if let path = AdapterFinder.resolved("\(AdapterFinder.root)/hci\(found)") {
            self.path = path
        }
        return found
    }

    /// The index of an adapter that came back under another one, since the old one was not free yet.
    private func renumbered() -> Int? {
        if let place = lastingPlace { return AdapterFinder.index(of: place) { _ in nil } }
        let all = AdapterFinder.all()
        return isOnly && all.count == 1 ? all[0].index : nil
    }

    /// What means the adapter that was found last, whatever its index is now.
    private var lastingPlace: AdapterSpec? {
        guard let path, let index else { return nil }
        let place = AdapterFinder.Found(index: index, path: path).lastingSpec
        return place == .index(index) ? nil : place
    }

    // MARK: Listening

    /// Waits a quarter second at most and gives each event packet without its H4 octet.
    ///
    /// - Parameter deliver: Hears a packet and when it was read.
    /// - Returns: What else the adapter had to tell.
    /// - Throws: `RadioTrouble` when the adapter is gone or off.
    package func hear(_ deliver: (ByteView, Instant) -> Void) throws(RadioTrouble) -> AdapterNews {
        try troubled { () throws(RadioError) in
            var news = AdapterNews()
            let end = Clocks.boottime() / 1000 + Self.wait
            do throws(RadioError) {
                repeat {
                    try waitForMore(until: end)
                    try ear?.drain(until: end) { opcode in
                        if controller?.isForeign(answerTo: opcode) == true {
                            news.isDisturbed = true
                        }
                    } deliver: {
                        deliver($0, $1)
                    }
                    try readManagement(&news)
                } while Clocks.boottime() / 1000 < end && !news.mayBeBack
                try look()
            } catch {
                drainLast(deliver)
                throw error
            }
            return news
        }
    }

    /// Takes what came before the trouble, which would go with the socket.
    private func drainLast(_ deliver: (ByteView, Instant) -> Void) {
        let end = Clocks.boottime() / 1000 + Self.wait
        // The first attempt may only hear of the trouble.
        for _ in 0..<2 {
            try? ear?.drain(until: end, answer: { _ in }, deliver: { deliver($0, $1) })
        }
    }

    /// Waits for adverts or news, and a little more for the adverts that come with the first.
    private func waitForMore(until end: Int64) throws(RadioError) {
        let left = max(end - Clocks.boottime() / 1000, 1)
        var waiting = [
            pollfd(fd: ear?.descriptor ?? -1, events: Int16(POLLIN), revents: 0),
            pollfd(fd: management?.descriptor ?? -1, events: Int16(POLLIN), revents: 0),
        ]
        poll(&waiting, 2, Int32(clamping: left))
        if waiting[0].revents & Int16(POLLERR | POLLHUP | POLLNVAL) != 0 {
            throw .adapterGone(index ?? 0)
        }
        if waiting[1].revents & Int16(POLLERR | POLLHUP | POLLNVAL) != 0 { management = nil }
        if waiting[0].revents != 0, waiting[1].revents == 0 {
            usleep(UInt32(clamping: min(Self.nap, left) * 1000))
        }
    }

    private func readManagement(_ news: inout AdapterNews) throws(RadioError) {
        var isOff = false
        while let event = nextEvent(waiting: isOff) {
            switch event {
            case .indexAdded: news.mayBeBack = true
            case .indexRemoved(let gone) where ear != nil && Int(gone) == index:
                throw .adapterGone(Int(gone))
            case .newSettings(let whose, let settings) where ear != nil && Int(whose) == index:
                // One that is on again was reset by somebody, and its scan is gone as well.
                isOff = isOff || !settings.isPowered
            default: break
            }
        }
        if isOff { throw .adapterOff(index ?? 0) }
    }

    /// The next event; for one that is switched off, after a moment: pulling it out begins with that.
    private func nextEvent(waiting isOff: Bool) -> ManagementEvent? {
        if let event = management?.next() { return event }
        guard isOff else { return nil }
        usleep(100_000)
        return management?.next()
    }

    /// Looks whether the adapter is still up; who is switched off hears nothing, without an error.
    private func look() throws(RadioError) {
        guard ear != nil, let index, Clocks.boottime() >= nextLook else { return }
        nextLook = Clocks.boottime() + Self.lookInterval
        switch try AdapterPower(adapter: index).isUp() {
        case true: return
        case false: throw .adapterOff(index)
        case nil: throw .adapterGone(index)
        }
    }

    // MARK: Signs of life

    /// Asks the controller for a sign of life.
    package func probe() throws(RadioTrouble) {
        try troubled { () throws(RadioError) in
            guard let controller else { throw .noneMatches(spec) }
            try controller.probe()
        }
    }

    /// Begins the scan anew on the open adapter.
    func restartScan() throws(RadioError) {
        guard let controller else { throw .noneMatches(spec) }
        try controller.startScan(isActive: isActive)
    }

    /// Gives an error of this module as trouble of the radio; what is open is closed then.
    func troubled<R>(_ body: () throws(RadioError) -> R) throws(RadioTrouble) -> R {
        do throws(RadioError) {
            return try body()
        } catch {
            // An ear that stays open would tell of the same trouble again and again.
            shut()
            throw error.trouble
        }
    }
}
