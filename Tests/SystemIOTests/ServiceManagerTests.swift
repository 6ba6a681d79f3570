import Foundation
import Testing

@testable import SystemIO

/// A service manager's datagram socket, as systemd has it.
private final class FakeManager {
    let path: String
    private let number: Int32

    /// A socket at a path, or with an abstract name that begins with `@`.
    init(_ path: String) throws {
        self.path = path
        number = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { room in
            room.copyBytes(from: path.utf8)
            if path.hasPrefix("@") { room[0] = 0 }
        }
        let length = socklen_t(2 + path.utf8.count + (path.hasPrefix("@") ? 0 : 1))
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(number, $0, length) }
        }
        try #require(bound == 0)
    }

    deinit {
        close(number)
    }

    /// The next message and the descriptor that came with it, -1 for none.
    func next() throws -> (text: String, descriptor: Int32) {
        var text = [UInt8](repeating: 0, count: 512)
        var control = [UInt64](repeating: 0, count: 8)
        var descriptor: Int32 = -1
        let count = text.withUnsafeMutableBytes { text in
            control.withUnsafeMutableBytes { control in
                var piece = iovec(iov_base: text.baseAddress, iov_len: text.count)
                return withUnsafeMutablePointer(to: &piece) { piece in
                    var message = msghdr()
                    message.msg_iov = piece
                    message.msg_iovlen = 1
                    message.msg_control = control.baseAddress
                    message.msg_controllen = control.count
                    let count = recvmsg(number, &message, Int32(MSG_DONTWAIT))
                    // struct cmsghdr: length, level, type, and then the data.
                    if message.msg_controllen >= 20,
                        control.load(fromByteOffset: 8, as: Int32.self) == SOL_SOCKET,
                        control.load(fromByteOffset: 12, as: Int32.self) == 1
                    {
                        descriptor = control.load(fromByteOffset: 16, as: Int32.self)
                    }
                    return count
                }
            }
        }
        try #require(count >= 0, "no message")
        return (String(decoding: text[..<count], as: UTF8.self), descriptor)
    }
}

@Suite struct ServiceManagerTests {
    private func path() -> String { "/tmp/manager-\(UUID().uuidString)" }

    @Test(
        "each message has the protocol's lines",
        arguments: [
            (.ready, "READY=1"), (.stopping, "STOPPING=1"), (.watchdog, "WATCHDOG=1"),
            (.status("on 1920x1080\nREADY=1"), "STATUS=on 1920x1080"),
            (.forget(name: "display"), "FDSTOREREMOVE=1\nFDNAME=display"),
        ] as [(ServiceManager.Message, String)]
    )
    func messages(message: ServiceManager.Message, text: String) throws {
        for path in [path(), "@manager-\(UUID().uuidString)"] {
            let fake = try FakeManager(path)
            defer { unlink(path) }
            try #require(ServiceManager(socket: path)).tell(message)
            let got = try fake.next()
            #expect(got.text == text && got.descriptor == -1)
        }
    }

    @Test("a descriptor arrives with its name, open on the same file")
    func descriptor() throws {
        let path = path()
        let fake = try FakeManager(path)
        defer { unlink(path) }
        let file = try FileDescriptor.open("/dev/null", O_RDWR)
        try #require(ServiceManager(socket: path))
            .tell(.store(name: "display"), descriptor: file.number)
        let got = try fake.next()
        #expect(got.text == "FDSTORE=1\nFDNAME=display")
        try #require(got.descriptor >= 0)
        defer { close(got.descriptor) }
        var (one, other) = (stat(), stat())
        #expect(fstat(file.number, &one) == 0 && fstat(got.descriptor, &other) == 0)
        #expect(one.st_rdev == other.st_rdev && got.descriptor != file.number)
    }

    @Test("a manager that is not there is an error with its path")
    func absent() throws {
        let manager = try #require(ServiceManager(socket: "/nonexistent/notify"))
        #expect(throws: SystemError("sendmsg", "/nonexistent/notify", number: ENOENT)) {
            try manager.tell(.ready)
        }
    }

    @Test(
        "what is no socket's name is no manager",
        arguments: ["", "/", "@", "notify", "vsock:2:9", "/" + String(repeating: "a", count: 107)]
    )
    func refused(path: String) {
        #expect(ServiceManager(socket: path) == nil)
    }
}
