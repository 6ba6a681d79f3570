package import Guidance

/// The files of the campaign of August 2020, embedded when the program is built.
enum BuiltInContent {
    /// Their bytes by name.
    static let files: [String: [UInt8]] = [
        "pack.json5": PackageResources.pack_json5,
        "store.svg": PackageResources.store_svg,
        "permission.svg": PackageResources.permission_svg,
        "keep-on.svg": PackageResources.keep_on_svg,
        "shield.svg": PackageResources.shield_svg,
        "lookalikes.svg": PackageResources.lookalikes_svg,
        "free-data.svg": PackageResources.free_data_svg,
        "live.svg": PackageResources.live_svg,
        "privacy.svg": PackageResources.privacy_svg,
    ]
}

extension ContentLoader {
    /// The pack that comes with the program.
    ///
    /// - Throws: `ContentError`; a test sees to it that this pack holds to the rules.
    package static func builtIn() throws(ContentError) -> ContentPack {
        try read(pack: "the built-in pack") { name throws(ContentError) in
            guard let bytes = BuiltInContent.files[name] else {
                throw ContentError(pack: "the built-in pack", reason: "\(name) is not in it")
            }
            return bytes
        }
    }
}
