import CCairo
import Glibc

/// The fonts this process draws with: Noto Sans and Noto Sans Khmer, and no others.
///
/// A search among all fonts of a machine takes four times as long as the rest of the first picture, and
/// gives pictures that differ from machine to machine.
enum Fonts {
    /// The families, in the order in which a glyph is looked for.
    static let families = ["Noto Sans", "Noto Sans Khmer"]

    /// Makes fontconfig know only these families, once for the process.
    ///
    /// Where one of them is not in the usual folders, or the environment names a configuration
    /// (`FONTCONFIG_FILE`), the system's own configuration stays, with all its fonts.
    static func prepare() { _ = once }

    private static let once: Void = {
        guard getenv("FONTCONFIG_FILE") == nil, let config = FcConfigCreate() else { return }
        // Fontconfig takes a reference of its own.
        defer { FcConfigDestroy(config) }
        guard FcConfigParseAndLoadFromMemory(config, configuration, 1) != 0,
            FcConfigBuildFonts(config) != 0, hasAll(config)
        else { return }
        // Pango asks for the current configuration, and finds it loaded.
        FcConfigSetCurrent(config)
    }()

    private static func hasAll(_ config: OpaquePointer) -> Bool {
        guard let set = FcConfigGetFonts(config, 0)?.pointee, let fonts = set.fonts else {
            return false
        }
        var found: Set<String> = []
        for index in 0..<Int(set.nfont) {
            var name: UnsafeMutablePointer<UInt8>?
            // FcResultMatch is 0; the string belongs to the pattern.
            guard FcPatternGetString(fonts[index], "family", 0, &name) == 0, let name else {
                continue
            }
            found.insert(String(cString: name))
        }
        return found.isSuperset(of: families)
    }

    /// The usual folders and caches of fonts; see fonts-conf(5).
    private static var configuration: String {
        let accepted = families.map {
            "<acceptfont><pattern><patelt name=\"family\"><string>\($0)</string></patelt></pattern>"
                + "</acceptfont>"
        }
        let rejected = [true, false].map {
            "<rejectfont><pattern><patelt name=\"scalable\"><bool>\($0)</bool></patelt></pattern>"
                + "</rejectfont>"
        }
        return """
            <?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
            <dir>/usr/share/fonts</dir><dir>/usr/local/share/fonts</dir><dir prefix="xdg">fonts</dir>
            <cachedir>/var/cache/fontconfig</cachedir><cachedir prefix="xdg">fontconfig</cachedir>
            <selectfont>\((accepted + rejected).joined())</selectfont></fontconfig>
            """
    }
}
