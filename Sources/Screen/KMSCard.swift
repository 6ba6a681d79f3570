import CDRM
import Glibc
import Guidance

/// An open graphics card, `/dev/dri/cardN`.
///
/// The first process that opens a card is its master and may set modes; membership of the group
/// `video` is the only right it needs.
final class KMSCard {
    let descriptor: Int32
    let path: String
    /// Whether a page flip was asked for and its event has not come.
    var flipIsPending = false

    private init(descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    deinit {
        close(descriptor)
    }

    /// The display hardware found, or a sentence about why there is none.
    enum Search {
        case found(KMSCard)
        case nothing(reason: String)
    }

    /// Opens the first card that has connectors and is free; card0 may be a render-only GPU.
    static func search(in folder: String) -> Search {
        let names = cardNames(in: folder)
        guard !names.isEmpty else {
            return .nothing(
                reason: "no graphics card in \(folder); load the display driver (vc4 on a "
                    + "Raspberry Pi, virtio-gpu in a virtual machine) or use --display none"
            )
        }
        var reason = ""
        for name in names {
            let path = "\(folder)/\(name)"
            let descriptor = open(path, O_RDWR | O_CLOEXEC | O_NONBLOCK)
            guard descriptor >= 0 else {
                let remedy =
                    errno == EACCES
                    ? "add the user to the group video" : "check the device and its driver"
                reason = "cannot open \(path): \(systemMessage(errno)); \(remedy)"
                continue
            }
            let card = KMSCard(descriptor: descriptor, path: path)
            guard card.hasConnectors else {
                reason = "\(path) has no display connectors; load the driver of the display"
                continue
            }
            // Only the first to open a card is its master; trying again means opening again.
            guard drmIsMaster(descriptor) != 0 else {
                reason = "\(path) is in use by another program; stop it, or use --display none"
                continue
            }
            return .found(card)
        }
        return .nothing(reason: reason)
    }

    /// The names `card0`, `card1` … in a folder, in order of their number.
    private static func cardNames(in folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [(number: Int, name: String)] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard name.hasPrefix("card"), let number = Int(name.dropFirst(4)) else { continue }
            names.append((number, name))
        }
        return names.sorted { $0.number < $1.number }.map(\.name)
    }

    /// Whether the driver answers and can drive something.
    var hasConnectors: Bool {
        guard let resources = drmModeGetResources(descriptor) else { return false }
        defer { drmModeFreeResources(resources) }
        return resources.pointee.count_connectors > 0 && resources.pointee.count_crtcs > 0
    }
}
