package import Guidance

extension Painter {
    /// What painting a list would notice, without a picture.
    ///
    /// Throws `PaintError` when a QR code cannot be drawn.
    package func report(_ list: DrawList) throws -> DrawReport {
        try report(on: steps(of: list))
    }

    /// What there is to notice about steps, whether they were painted now or before.
    ///
    /// Throws `PaintError` when a QR code cannot be drawn.
    func report(on steps: [PaintStep]) throws -> DrawReport {
        var report = DrawReport()
        for step in steps {
            switch step {
            case .text(let fitting): note(fitting, in: &report)
            case .shape(.code(let code)):
                report.codeModules.append(
                    try Canvas.module(of: matrix(of: code.text), in: code.box)
                )
            case .shape: break
            }
        }
        return report
    }

    private func note(_ fitting: Fitting, in report: inout DrawReport) {
        let text = fitting.text
        report.texts.append(DrawReport.Drawn(text: text, size: fitting.size))
        if fitting.size < text.preferred {
            report.shrunk.append(
                DrawReport.Shrunk(name: text.name, preferred: text.preferred, used: fitting.size)
            )
        }
        if !fitting.fits { report.overflowing.append(text.name) }
        let faults = typesetter.faults(fitting)
        report.unknownGlyphs += faults.unknownGlyphs
        if faults.breaksSyllables { report.brokenSyllables.append(text.name) }
    }
}
