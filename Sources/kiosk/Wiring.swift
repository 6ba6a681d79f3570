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
        let store = try KioskStore(
            path: Defaults.database(in: settings.state),
            mostQuartersADay: settings.mostQuartersADay
        )
        let air = try await air(store: store)
        let shop = PaintShop()
        let spec = try displaySpec()
        let desk = PanelDesk(spec: spec, panel: board.panel, log: log)
        let glass = await ScreenGlass(spec: spec, board: board, desk: desk, log: log)
        let counter = Counter(configuration: CensusConfiguration(), drawWord: KernelRandom.word)
        let (status, picture) = (KioskStatus(), ScreenPicture())
        let keeper = RowKeeper(store: store, boot: air.boot, source: air.origin, log: log)
        var services: [any Service] = []
        if let province = settings.province {
            let link = try ProvinceUplink(province, kiosk: settings.kiosk)
            let pictures = PictureSender(
                picture: picture,
                painter: shop,
                link: link,
                interval: PictureSender.interval(province.pictureSeconds, of: air.origin),
                width: province.pictureWidth
            )
            services.append(
                ReportingService(
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
                        display: await glass.state()
                    )
                }
            )
        }
        services += [
            panel(board.panel, glass: glass, light: desk, clock: air.clock),
            ScreenService(
                glass: glass,
                painter: shop,
                counter: counter,
                status: status,
                clock: air.clock,
                origin: air.origin,
                picture: picture,
                show: slideShow(board.panel),
                log: log
            ),
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

    /// The service that lights and dims the panel over the day.
    private func panel(
        _ panel: BoardProfile.Panel,
        glass: ScreenGlass,
        light: PanelDesk,
        clock: any KioskClock
    ) -> any Service {
        PanelService(
            glass: glass,
            light: light,
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

    /// What is shown: the pack of the settings, else the one inside the program, else its one page.
    private func slideShow(_ panel: BoardProfile.Panel) -> SlideShow {
        var pack: ContentPack?
        do {
            if let folder = settings.content { pack = try ContentLoader.load(folder: folder) }
        } catch {
            log.error("screen: content refused: \(error); showing the built-in campaign")
        }
        do {
            pack = try pack ?? ContentLoader.builtIn()
        } catch {
            log.error("screen: \(error); showing the built-in page")
        }
        let place = SlideShow.Place(
            millimetres: panel.pictureMillimetres,
            viewing: panel.viewing,
            shares: settings.place.shares,
            sun: settings.place.sun
        )
        return SlideShow(pack: pack, place: place)
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
