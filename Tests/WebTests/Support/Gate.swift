import Synchronization

/// A door at which handlers wait until the test opens it.
final class Gate: Sendable {
    private struct State {
        var isOpen = false
        var arrived = 0
        var inside: [CheckedContinuation<Void, Never>] = []
        var watchers: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
    }

    private let state = Mutex(State())

    /// Counts the caller and holds it until the door opens.
    func pass() async {
        await withCheckedContinuation { continuation in
            let released = state.withLock { state in
                state.arrived += 1
                if !state.isOpen { state.inside.append(continuation) }
                let due = state.watchers.filter { $0.count <= state.arrived }.map(\.continuation)
                state.watchers.removeAll { $0.count <= state.arrived }
                return due + (state.isOpen ? [continuation] : [])
            }
            for continuation in released { continuation.resume() }
        }
    }

    /// Returns when so many callers have come since the beginning.
    func waitForArrivals(_ count: Int) async {
        await withCheckedContinuation { continuation in
            let isDue = state.withLock { state in
                if state.arrived < count { state.watchers.append((count, continuation)) }
                return state.arrived >= count
            }
            if isDue { continuation.resume() }
        }
    }

    /// Lets go everybody who waits; the door stays open or closes behind them.
    func open(andStayOpen: Bool = true) {
        let released = state.withLock { state in
            state.isOpen = andStayOpen
            defer { state.inside = [] }
            return state.inside
        }
        for continuation in released { continuation.resume() }
    }
}
