import Beacons
import Fleet
import KioskLogic
import KioskService
import Radio

/// An adapter as a plain source of adverts, for commands that only listen and leave recovery to `run`.
struct LiveSource: AdvertSource {
    let house: BoardAdapters

    func listen(
        until isStopped: @escaping @Sendable () -> Bool,
        onListening: @Sendable () -> Void,
        deliver: (ByteView, Instant) -> Void
    ) throws -> Instant? {
        guard let spec = house.wanted().first else {
            throw RadioTrouble(.noAdapter, "there is no Bluetooth adapter: plug one in")
        }
        let port = house.adapter(spec)
        defer { port.close() }
        try port.start()
        onListening()
        while !isStopped() {
            let news = try port.hear(deliver)
            if news.isDisturbed { try port.perform(.restartScan) }
        }
        return nil
    }
}
