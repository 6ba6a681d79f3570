/// Judges a painted screen by what its painter measured.
package struct LegibilityChecker: Sendable {
    /// The least contrast of letters and ground.
    package static let leastContrast = 4.5
    /// The contrast wanted.
    package static let goodContrast = 7.0
    /// Texts for people who stand before the kiosk or hold the paper, exempt from the distance rule.
    package static let nearTexts: Set<String> = ["notice", "imprint"]

    private let panel: PanelGeometry

    /// A checker for readers of a panel.
    package init(panel: PanelGeometry) {
        self.panel = panel
    }

    /// What is wrong with a screen; empty when all rules hold.
    ///
    /// The place is what findings call the screen, for example `android/vi/1`.
    package func findings(list: DrawList, report: DrawReport, place: String) -> [Finding] {
        texts(report, place) + faults(report, place) + codes(list, report, place)
    }

    /// The height of capitals a language needs here, in millimetres.
    package func neededCapital(_ language: Language) -> Double {
        panel.viewing / PanelGeometry.distanceToCapital
            * (language == .khmer ? PanelGeometry.khmerFactor : 1)
    }

    private func texts(_ report: DrawReport, _ place: String) -> [Finding] {
        report.texts.flatMap { drawn -> [Finding] in
            let text = drawn.text
            var found: [Finding] = []
            let capital = Double(drawn.size) * PanelGeometry.capital / panel.density
            let needed = neededCapital(text.language)
            if !Self.nearTexts.contains(text.name), capital < needed * 0.995 {
                found.append(
                    Finding(
                        place: place,
                        rule: .capitalHeight,
                        figure: "\(text.name) has capitals of \(Finding.tenths(capital)) mm; "
                            + "\(Finding.tenths(panel.viewing / 1000)) m away needs "
                            + "\(Finding.tenths(needed)) mm"
                    )
                )
            }
            let contrast = text.colour.contrast(with: text.background)
            if contrast < Self.goodContrast {
                found.append(
                    Finding(
                        place: place,
                        rule: .contrast,
                        weight: contrast < Self.leastContrast ? .refusal : .advice,
                        figure: "\(text.name) has \(Finding.tenths(contrast)):1; at least 4.5, "
                            + "better 7"
                    )
                )
            }
            return found
        }
    }

    private func faults(_ report: DrawReport, _ place: String) -> [Finding] {
        var found = report.overflowing.map { name in
            let size = report.texts.first { $0.text.name == name }?.size ?? 0
            return Finding(
                place: place,
                rule: .overflow,
                figure:
                    "\(name) does not fit its box at \(size) pixels, its smallest size; shorten it"
            )
        }
        if report.unknownGlyphs > 0 {
            found.append(
                Finding(
                    place: place,
                    rule: .glyphs,
                    figure: "\(report.unknownGlyphs) characters have no glyph in Noto Sans or "
                        + "Noto Sans Khmer"
                )
            )
        }
        found += report.brokenSyllables.map { name in
            Finding(place: place, rule: .syllables, figure: "\(name) has a sign without its letter")
        }
        return found
    }

    private func codes(_ list: DrawList, _ report: DrawReport, _ place: String) -> [Finding] {
        let codes = list.elements.compactMap { element -> CodeElement? in
            if case .code(let code) = element { code } else { nil }
        }
        var found: [Finding] = []
        for (code, module) in zip(codes, report.codeModules) {
            guard let modules = CodeElement.modules(for: code.text) else {
                found.append(
                    Finding(place: place, rule: .code, figure: "over 33 modules; shorten its text")
                )
                continue
            }
            let needed = panel.smallestModule(modules: modules)
            if module < needed {
                let reach = Double(module * modules) / panel.density * 288 / Double(modules)
                found.append(
                    Finding(
                        place: place,
                        rule: .code,
                        figure:
                            "modules of \(module) pixels are read \(Finding.tenths(reach / 1000)) "
                            + "m away; \(Finding.tenths(panel.scanning / 1000)) m needs \(needed)"
                    )
                )
            }
            let quiet = Double(min(code.box.width, code.box.height) - module * modules) / 2
            if quiet < Double(CodeElement.quietModules * module) {
                found.append(
                    Finding(
                        place: place,
                        rule: .quietZone,
                        figure: "\(Finding.tenths(quiet / Double(module))) modules; needs 4"
                    )
                )
            }
        }
        return found
    }
}
