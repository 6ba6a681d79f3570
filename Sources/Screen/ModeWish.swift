package import Guidance

/// A mode that an operator asks for, whatever the display prefers: `WIDTHxHEIGHT` or with `@HZ`.
package struct ModeWish: Sendable, Equatable, CustomStringConvertible {
    /// The size in pixels.
    package let size: PixelSize
    /// The pictures per second, nil for the most that are worth their bandwidth.
    package let refresh: Int?

    /// Reads `1280x720` or `1280x720@60`; nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        let sides = parts[0].split(separator: "x", omittingEmptySubsequences: false)
        guard parts.count <= 2, sides.count == 2, let width = Self.number(sides[0]),
            let height = Self.number(sides[1])
        else { return nil }
        size = PixelSize(width: width, height: height)
        if parts.count == 2 {
            guard let hertz = Self.number(parts[1]), hertz <= 1000 else { return nil }
            refresh = hertz
        } else {
            refresh = nil
        }
    }

    package var description: String { "\(size)" + (refresh.map { "@\($0)" } ?? "") }

    private static func number(_ digits: Substring) -> Int? {
        guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), digits.utf8.count <= 5,
            let number = Int(digits), number > 0
        else { return nil }
        return number
    }
}

extension DisplayMode {
    /// The index of the mode to use with a wish in mind, and why the wish was not fulfilled.
    ///
    /// A wish that the display does not offer falls back to the rule: a wrong setting must not leave
    /// a panel dark. A wish may go beyond the rule's limits.
    package static func choice(
        among modes: [DisplayMode],
        wish: ModeWish?
    ) -> (index: Int?, refusal: String?) {
        guard let wish else { return (choice(among: modes), nil) }
        let sized = modes.indices.filter { modes[$0].size == wish.size }
        let offered = sized.filter { wish.refresh == nil || modes[$0].refresh == wish.refresh }
        let calm = offered.filter { modes[$0].refresh <= 60 && !modes[$0].isInterlaced }
        let best = (calm.isEmpty ? offered : calm).max { modes[$0].refresh < modes[$1].refresh }
        if let best { return (best, nil) }
        let fallback = choice(among: modes)
        let used = fallback.map { "; using \(modes[$0])" } ?? ""
        let names = modes.map(\.description).reduce(into: [String]()) { names, name in
            if !names.contains(name) { names.append(name) }
        }
        return (
            fallback,
            "the display does not offer the mode \(wish)\(used); it has "
                + names.prefix(12).joined(separator: ", ")
        )
    }
}

extension DisplayMode: CustomStringConvertible {
    package var description: String { "\(size)@\(refresh)" + (isInterlaced ? "i" : "") }
}
