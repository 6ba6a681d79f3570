package import Guidance

/// One picture format that a display offers.
package struct DisplayMode: Sendable, Equatable {
    /// The size in pixels.
    package let size: PixelSize
    /// The pictures per second, rounded.
    package let refresh: Int
    /// Whether the display names it as its own.
    package let isPreferred: Bool
    /// Whether it sends half pictures.
    package let isInterlaced: Bool

    /// A mode from its facts.
    package init(size: PixelSize, refresh: Int, isPreferred: Bool, isInterlaced: Bool = false) {
        self.size = size
        self.refresh = refresh
        self.isPreferred = isPreferred
        self.isInterlaced = isInterlaced
    }

    /// The most pixels a frame may have: those of 1920x1080, in any arrangement.
    private static let mostPixels = 1920 * 1080
    /// The highest refresh that is worth its bandwidth.
    private static let mostRefresh = 60

    /// The index of the mode to use, or nil when there is none.
    ///
    /// The preferred mode when it is within 1920x1080 at 60 a second; else its size at 60 or slower;
    /// else the preferred mode for its size alone, since a panel blurs every size but its own; else
    /// the largest within that limit, in the shape of the preferred mode if possible; else the
    /// smallest of all.
    package static func choice(among modes: [DisplayMode]) -> Int? {
        let preferred = modes.firstIndex { $0.isPreferred } ?? modes.indices.first
        guard let preferred else { return nil }
        if modes[preferred].isWithinLimit { return preferred }
        let within = modes.indices.filter { modes[$0].isWithinLimit }
        let sized = within.filter { modes[$0].size == modes[preferred].size }
        if let slower = sized.max(by: { modes[$0].isSmaller(than: modes[$1]) }) { return slower }
        if !modes[preferred].isInterlaced, modes[preferred].fits { return preferred }
        let shaped = within.filter { modes[$0].hasShape(of: modes[preferred]) }
        let candidates = shaped.isEmpty ? within : shaped
        guard !candidates.isEmpty else {
            return modes.indices.min { modes[$0].isSmaller(than: modes[$1]) }
        }
        return candidates.max { modes[$0].isSmaller(than: modes[$1]) }
    }

    private var pixels: Int { size.width * size.height }

    private var isWithinLimit: Bool {
        !isInterlaced && fits && refresh <= Self.mostRefresh
    }

    private var fits: Bool { pixels <= Self.mostPixels }

    private func hasShape(of other: DisplayMode) -> Bool {
        // Within two parts in a hundred, as 1366x768 is sold as 16:9.
        let one = size.width * other.size.height
        let two = size.height * other.size.width
        return abs(one - two) * 50 <= max(one, two)
    }

    /// Orders by pixels and then by refresh.
    private func isSmaller(than other: DisplayMode) -> Bool {
        (pixels, refresh) < (other.pixels, other.refresh)
    }
}
