import Guidance
import Screen
import Synchronization

/// A framebuffer device in memory that others look into while an output draws on it.
final class MemoryFramebuffer: Framebuffer, Sendable {
    struct State: Sendable {
        var layout: Result<FramebufferLayout, ScreenError>
        var memory: [UInt8]
        var blanks: [Bool] = []
        var canBlank = true
    }

    let state: Mutex<State>

    init(_ layout: FramebufferLayout) {
        let memory = [UInt8](repeating: 0, count: layout.length)
        state = Mutex(State(layout: .success(layout), memory: memory))
    }

    func layout() throws(ScreenError) -> FramebufferLayout {
        try state.withLock { $0.layout }.get()
    }

    func withMemory(_ body: (UnsafeMutableRawBufferPointer) -> Void) {
        state.withLock { state in
            let start = (try? state.layout.get())?.start ?? 0
            state.memory.withUnsafeMutableBytes { body(.init(rebasing: $0[start...])) }
        }
    }

    func setLit(_ isLit: Bool) -> Bool {
        state.withLock { state in
            if state.canBlank { state.blanks.append(isLit) }
            return state.canBlank
        }
    }

    var memory: [UInt8] { state.withLock { $0.memory } }
    var blanks: [Bool] { state.withLock { $0.blanks } }
}
