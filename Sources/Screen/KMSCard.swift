import CDRM
import Glibc
import Guidance
import SystemIO

/// An open graphics card, `/dev/dri/cardN`.
///
/// The first process that opens a card is its master and may set modes; membership of the group
/// `video` is the only right it needs. A card that another process opened and left in the service
/// manager's keeping is still master.
final class KMSCard {
    private let file: FileDescriptor
    let path: String
    /// Whether framebuffers of a predecessor may be there.
    var isInherited: Bool

    /// The kernel's number of the open file.
    var descriptor: Int32 { file.number }

    /// Takes over an open card, which is closed with its last user.
    init(_ file: consuming FileDescriptor, path: String, isInherited: Bool) {
        self.file = file
        self.path = path
        self.isInherited = isInherited
    }

    /// Takes over a card that a predecessor left; nil, and closed, when it is of no use any more.
    convenience init?(inherited file: consuming FileDescriptor) {
        let path = Self.target("/proc/self/fd/\(file.number)") ?? "inherited card"
        self.init(file, path: path, isInherited: true)
        guard isUsable else { return nil }
    }

    /// Whether it is there, can drive something, and is ours.
    var isUsable: Bool { hasConnectors && drmIsMaster(descriptor) != 0 }

    /// Whether the driver answers and can drive something.
    var hasConnectors: Bool {
        guard let resources = drmModeGetResources(descriptor) else { return false }
        defer { drmModeFreeResources(resources) }
        return resources.pointee.count_connectors > 0 && resources.pointee.count_crtcs > 0
    }

    /// The card's number, as the kernel's debugging files have it.
    var number: Int? {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFCHR else {
            return nil
        }
        // The macro minor(3): the lowest 8 bits, and 12 more above the major number.
        return Int(status.st_rdev & 0xff | status.st_rdev >> 12 & 0xfff_ff00)
    }

    /// Where a symbolic link leads.
    private static func target(_ link: String) -> String? {
        var room = [UInt8](repeating: 0, count: 256)
        let count = room.withUnsafeMutableBytes { bytes in
            guard let first = bytes.baseAddress else { return 0 }
            return readlink(link, first.assumingMemoryBound(to: CChar.self), bytes.count)
        }
        return count > 0 ? String(decoding: room[..<count], as: UTF8.self) : nil
    }
}

// MARK: - Looking for cards

extension KMSCard {
    /// The display hardware found, or a sentence about why there is none.
    enum Search {
        case found(KMSCard)
        case nothing(reason: String)
    }

    /// Opens the first free card that has a display plugged in, else the first free one.
    ///
    /// card0 may be a GPU without connectors, or a second card without a display.
    static func search(in folder: String, options: KMSOutput.Options) -> Search {
        let names = cardNames(in: folder)
        guard !names.isEmpty else {
            return .nothing(
                reason: "no graphics card in \(folder); load the display driver (vc4 on a "
                    + "Raspberry Pi, virtio-gpu in a virtual machine) or use --display none"
            )
        }
        var (reason, free) = ("", KMSCard?.none)
        for name in names {
            switch open("\(folder)/\(name)") {
            case .found(let card):
                if case .found = card.connection(options) { return .found(card) }
                free = free ?? card
            case .nothing(let why): reason = why
            }
        }
        return free.map { .found($0) } ?? .nothing(reason: reason)
    }

    private static func open(_ path: String) -> Search {
        let descriptor = Glibc.open(path, O_RDWR | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            let remedy =
                errno == EACCES
                ? "add the user to the group video" : "check the device and its driver"
            return .nothing(reason: "cannot open \(path): \(systemMessage(errno)); \(remedy)")
        }
        let file = FileDescriptor(owning: descriptor)
        let card = KMSCard(file, path: path, isInherited: false)
        guard card.hasConnectors else {
            return .nothing(
                reason: "\(path) has no display connectors; load the driver of the display"
            )
        }
        // Only the first to open a card is its master; trying again means opening again.
        guard drmIsMaster(descriptor) != 0 else {
            return .nothing(
                reason: "\(path) is in use by another program; stop it, or use --display none"
            )
        }
        return .found(card)
    }

    /// Whether there is more than one card to choose from.
    static func isChoice(in folder: String) -> Bool { cardNames(in: folder).count > 1 }

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
}
