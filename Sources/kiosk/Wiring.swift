import Beacons
import Census
import Commands
import Fleet
import Guidance
import KioskService
import Lifecycle
import Radio
import Screen
import SystemIO
import Uplink

/// Plugs the edges into the ports of the kiosk's services.
struct Wiring {
    let arguments: Arguments
    let settings: KioskSettings
    let log: Log

    /// All services in the order of their start; each needs only those before it.
    func services() async throws -> [any Service] {
        let board = try BoardProfile.load(arguments)
        let front = await Front(try displaySpec(), board: board, settings: settings, log: log)
        let counter = Counter(configuration: CensusConfiguration(), drawWord: KernelRandom.word)
        let status = KioskStatus()
        func screen(_ clock: any KioskClock, _ origin: Report.Source) -> ScreenService {
            ScreenService(
                stage: front.stage,
                counter: counter,
                status: status,
                clock: clock,
                origin: origin
            )
        }
        // Who waits before the glass sees it before the rest is opened; a replay has its own time.
        if arguments.value("--replay") == nil { await screen(WallClock(), .air).show() }
        let store = try KioskStore(
            path: Defaults.database(in: settings.state),
            mostQuartersADay: settings.mostQuartersADay
        )
        let air = try await air(store: store)
        let keeper = RowKeeper(store: store, boot: air.boot, source: air.origin, log: log)
        var services: [any Service] = []
        if let province = settings.province {
            services.append(
                try reporting(to: province, of: air, store: store, front: front, status: status)
            )
        }
        services += [
            panel(board.panel, front: front, clock: air.clock),
            ShownService(pages: front.shown, store: store, log: log),
            screen(air.clock, air.origin),
            ContentService(keeper: front.content, status: status),
            CountingService(
                counter: counter,
                keeper: keeper,
                clock: air.clock,
                origin: air.origin
            ),
            radio(air, board: board, counter: counter, keeper: keeper, status: status),
        ]
        return services
    }

    /// The service that tells the province.
    private func reporting(
        to province: KioskSettings.Province,
        of air: Air,
        store: KioskStore,
        front: Front,
        status: KioskStatus
    ) throws -> any Service {
        let link = try ProvinceUplink(province, kiosk: settings.kiosk)
        let pictures = PictureSender(
            painter: front.shop,
            link: link,
            interval: PictureSender.interval(province.pictureSeconds, of: air.origin),
            width: province.pictureWidth
        )
        return ReportingService(
            settings: province,
            kiosk: settings.kiosk,
            store: store,
            link: link,
            current: (air.boot, air.origin),
            clock: air.clock,
            pictures: province.pictureSeconds > 0 ? pictures : nil,
            status: status,
            log: log
        ) {
            Report.Health(
                version: Product.version,
                radio: status.radio + leakedText,
                display: [await front.glass.state(), status.contentTrouble]
                    .compactMap(\.self).joined(separator: "; ")
            )
        }
    }

    /// The service that lights and dims the panel over the day.
    private func panel(
        _ panel: BoardProfile.Panel,
        front: Front,
        clock: any KioskClock
    ) -> any Service {
        PanelService(
            glass: front.glass,
            light: front.desk,
            clock: clock,
            sun: settings.place.sun,
            rules: panel.rules,
            log: log
        )
    }

    /// The service that hears the capture, or the adapters.
    private func radio(
        _ air: Air,
        board: BoardProfile,
        counter: Counter,
        keeper: RowKeeper,
        status: KioskStatus
    ) -> any Service {
        if let capture = air.capture {
            return ReplayService(
                source: capture,
                counter: counter,
                keeper: keeper,
                status: status,
                log: log
            )
        }
        return LiveRadioService(
            house: BoardAdapters(specs: board.adapters, isActiveScan: board.isActiveScan),
            counter: counter,
            keeper: keeper,
            clocks: (air.clock, BootClock()),
            status: status,
            desk: RebootNotes(path: settings.state + "/radio-reboots"),
            log: log
        )
    }

    /// What a report says beside the radio's state: nothing, unless a debug build is told to leak.
    private var leakedText: String {
        #if DEBUG
        return DeliberateLeak.sentText
        #else
        return ""
        #endif
    }

    private func displaySpec() throws -> DisplaySpec {
        do {
            return try DisplaySpec(arguments.value("--display") ?? "kms")
        } catch {
            throw UsageError("\(error)")
        }
    }
}

// MARK: - Air

extension Wiring {
    /// Where adverts come from, the clock they are counted by, and the boot that counts them.
    private struct Air {
        /// The capture, nil for the board's adapters.
        let capture: (any AdvertSource)?
        let clock: any KioskClock
        let boot: BootID

        var origin: Report.Source { capture == nil ? .air : .replay }
    }

    private func air(store: KioskStore) async throws -> Air {
        let speed = try arguments.number("--replay-speed", in: 0.01...100_000)
        guard let path = arguments.value("--replay") else {
            if speed != nil || arguments.has("--replay-loop") {
                throw UsageError("--replay-speed and --replay-loop go with --replay")
            }
            return Air(capture: nil, clock: WallClock(), boot: try bootID())
        }
        let replay: ReplayRadio
        do {
            replay = try ReplayRadio(path: path, isLooping: arguments.has("--replay-loop"))
        } catch let error as SystemError {
            throw CommandFailure("\(error)")
        } catch {
            throw CommandFailure("\(path): \(error)")
        }
        let resumed = try await store.lastEnd(boot: replay.boot)
        if let resumed {
            log.notice("replay: goes on at \(LocalTime(resumed).clock), stored up to there")
        }
        let clock = ReplayClock(
            begin: resumed ?? replay.firstEvent,
            beginTicks: Clocks.boottime(),
            speed: speed ?? 1
        )
        return Air(
            capture: ReplaySource(radio: replay, clock: clock, tap: tap(store)),
            clock: ReplayWallClock(clock: clock),
            boot: replay.boot
        )
    }

    /// What sees the events of a replay: nothing, unless a debug build is told to leak.
    private func tap(_ store: KioskStore) -> @Sendable (ByteView) -> Void {
        #if DEBUG
        if let leak = DeliberateLeak.wanted {
            log.error("kiosk: LEAKING ON PURPOSE (\(leak.rawValue)): a test asked for it")
            let log = log
            return { leak.take($0, store, log) }
        }
        #endif
        return { _ in }
    }

    private func bootID() throws -> BootID {
        let path = "/proc/sys/kernel/random/boot_id"
        let text = String(decoding: try Files.read(path), as: UTF8.self)
        guard let boot = BootID(String(text.filter { !$0.isWhitespace })) else {
            throw CommandFailure("\(path): not a boot id; is /proc mounted?")
        }
        return boot
    }
}
