import Fleet
import KioskLogic
package import Lifecycle
import SystemIO

/// Keeps all adapters of a board listening, each on a thread of its own.
package struct LiveRadioService: Service {
    package let name = "radio"
    private let house: any AdapterHouse
    private let counter: Counter
    private let keeper: RowKeeper
    private let clocks: (wall: any KioskClock, steady: any SteadyClock)
    private let status: KioskStatus
    private let desk: any RebootDesk
    private let log: Log

    /// Time between two looks for adapters that are new.
    private static let pause: Duration = .seconds(5)

    package init(
        house: any AdapterHouse,
        counter: Counter,
        keeper: RowKeeper,
        clocks: (wall: any KioskClock, steady: any SteadyClock),
        status: KioskStatus,
        desk: any RebootDesk,
        log: Log
    ) {
        self.house = house
        self.counter = counter
        self.keeper = keeper
        self.clocks = clocks
        self.status = status
        self.desk = desk
        self.log = log
    }

    package func run() async throws {
        defer { counter.wipe() }
        let air = SharedAir(counter: counter, status: status, log: log)
        air.begin(at: clocks.wall.now())
        let stop = StopFlag()
        await withTaskGroup(of: Void.self) { group in
            var known: [AdapterSpec] = []
            while !Task.isCancelled {
                for spec in house.wanted() where !known.contains(spec) {
                    let number = known.count
                    known.append(spec)
                    group.addTask { await watch(spec, number: number, air: air, stop: stop) }
                }
                if known.isEmpty, status.setRadio(Self.nothing, isHearing: false) {
                    log.warning("radio: \(Self.nothing)")
                }
                try? await Task.sleep(for: Self.pause)
            }
            stop.set()
        }
        await keeper.keep(counter.finish(at: clocks.wall.now()))
    }

    private static let nothing = "no Bluetooth adapter: plug one in, it is found by itself"

    private func watch(_ spec: AdapterSpec, number: Int, air: SharedAir, stop: StopFlag) async {
        try? await Threads.run("radio \(number)") {
            var watch = AdapterWatch(
                number: number,
                port: house.adapter(spec),
                air: air,
                clocks: clocks,
                desk: desk,
                log: log
            )
            watch.run { stop.isSet }
        }
    }
}
