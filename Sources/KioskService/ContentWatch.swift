import SystemIO

/// Decides when the folder of a content pack is worth reading.
///
/// At the first look, and whenever it is another one than was judged last and has stood still between
/// two looks: a folder that is being copied into is not read half.
struct ContentWatch {
    private var seen: FolderStamp?
    private var judged: FolderStamp?

    /// Whether the folder is to be read now; then it counts as judged.
    mutating func isDue(_ stamp: FolderStamp) -> Bool {
        defer { seen = stamp }
        guard judged != stamp, judged == nil || seen == stamp else { return false }
        judged = stamp
        return true
    }
}
