import CDRM
import Glibc
import Guidance

/// Atomic mode setting: all of a change at once, or nothing of it.
final class KMSAtomic: KMSScanout {
    private let card: KMSCard
    private let connection: KMSConnection
    private let plane: UInt32
    private let connectorProperties: KMSProperties
    private let crtcProperties: KMSProperties
    private let planeProperties: KMSProperties
    /// The kernel's number of the mode, once it was handed over.
    private var mode: UInt32 = 0

    /// Nil when the driver has no atomic mode setting, or lacks a part of it.
    ///
    /// The C functions are `drmSetClientCap` and `drmModeGetPlaneResources`.
    init?(card: KMSCard, connection: KMSConnection) {
        guard drmSetClientCap(card.descriptor, UInt64(DRM_CLIENT_CAP_UNIVERSAL_PLANES), 1) == 0,
            drmSetClientCap(card.descriptor, UInt64(DRM_CLIENT_CAP_ATOMIC), 1) == 0,
            let plane = card.primaryPlane(for: connection)
        else { return nil }
        self.card = card
        self.connection = connection
        self.plane = plane
        connectorProperties = KMSProperties(
            card,
            object: connection.connector,
            kind: DRM_MODE_OBJECT_CONNECTOR
        )
        crtcProperties = KMSProperties(card, object: connection.crtc, kind: DRM_MODE_OBJECT_CRTC)
        planeProperties = KMSProperties(card, object: plane, kind: DRM_MODE_OBJECT_PLANE)
        guard connectorProperties.has(["CRTC_ID"]), crtcProperties.has(["MODE_ID", "ACTIVE"]),
            planeProperties.has(["FB_ID", "CRTC_ID", "SRC_W", "SRC_H", "CRTC_W", "CRTC_H"])
        else { return nil }
    }

    deinit {
        if mode != 0 { _ = drmModeDestroyPropertyBlob(card.descriptor, mode) }
    }

    func setMode(_ buffer: KMSBuffer) throws(ScreenError) {
        if mode == 0 {
            var wanted = connection.mode
            let size = MemoryLayout<drmModeModeInfo>.size
            try check(
                drmModeCreatePropertyBlob(card.descriptor, &wanted, size, &mode),
                "drmModeCreatePropertyBlob"
            )
        }
        let result = commit(flags: DRM_MODE_ATOMIC_ALLOW_MODESET) { request in
            for other in card.connectors(on: connection.crtc) where other != connection.connector {
                let properties = KMSProperties(
                    card,
                    object: other,
                    kind: DRM_MODE_OBJECT_CONNECTOR
                )
                request.add(other, properties, ["CRTC_ID": 0])
            }
            request.add(
                connection.connector,
                connectorProperties,
                ["CRTC_ID": UInt64(connection.crtc), "link-status": 0]
            )
            request.add(connection.crtc, crtcProperties, ["MODE_ID": UInt64(mode), "ACTIVE": 1])
            request.add(plane, planeProperties, placement(of: buffer))
        }
        try check(result, "drmModeAtomicCommit")
    }

    func flip(to buffer: KMSBuffer, damage: [Box], number: UInt32) -> Int32 {
        let clips = planeProperties.numbers["FB_DAMAGE_CLIPS"] == nil ? 0 : blob(damage)
        defer { if clips != 0 { _ = drmModeDestroyPropertyBlob(card.descriptor, clips) } }
        let flags = DRM_MODE_ATOMIC_NONBLOCK | DRM_MODE_PAGE_FLIP_EVENT
        return commit(flags: flags, number: number) { request in
            request.add(
                plane,
                planeProperties,
                ["FB_ID": UInt64(buffer.framebuffer), "FB_DAMAGE_CLIPS": UInt64(clips)]
            )
        }
    }

    func switchOff() throws(ScreenError) {
        let result = commit(flags: DRM_MODE_ATOMIC_ALLOW_MODESET) { request in
            request.add(connection.crtc, crtcProperties, ["ACTIVE": 0])
        }
        try check(result, "drmModeAtomicCommit")
    }

    var isActive: Bool {
        KMSProperties(card, object: connection.crtc, kind: DRM_MODE_OBJECT_CRTC).values["ACTIVE"]
            == 1
    }

    var scannedOut: UInt32 {
        guard isActive else { return 0 }
        let now = KMSProperties(card, object: plane, kind: DRM_MODE_OBJECT_PLANE)
        return now.values["FB_ID"].map { UInt32(truncatingIfNeeded: $0) } ?? 0
    }

    /// The whole buffer on the whole panel; sources count in parts of 65,536.
    private func placement(of buffer: KMSBuffer) -> [String: UInt64] {
        let (width, height) = (UInt64(connection.mode.hdisplay), UInt64(connection.mode.vdisplay))
        return [
            "FB_ID": UInt64(buffer.framebuffer), "CRTC_ID": UInt64(connection.crtc),
            "SRC_X": 0, "SRC_Y": 0, "SRC_W": width << 16, "SRC_H": height << 16,
            "CRTC_X": 0, "CRTC_Y": 0, "CRTC_W": width, "CRTC_H": height,
            "rotation": 1, "FB_DAMAGE_CLIPS": 0,
        ]
    }

    /// Boxes as the kernel has them, 0 when it takes none.
    private func blob(_ damage: [Box]) -> UInt32 {
        let boxes = damage.map { box in
            drm_mode_rect(
                x1: Int32(box.x),
                y1: Int32(box.y),
                x2: Int32(box.right),
                y2: Int32(box.bottom)
            )
        }
        var number: UInt32 = 0
        let size = boxes.count * MemoryLayout<drm_mode_rect>.stride
        guard drmModeCreatePropertyBlob(card.descriptor, boxes, size, &number) == 0 else {
            return 0
        }
        return number
    }

    /// Commits what the closure asks for; 0 or a negative error number.
    private func commit(
        flags: Int32,
        number: UInt32 = 0,
        _ fill: (KMSRequest) -> Void
    ) -> Int32 {
        guard let pointer = drmModeAtomicAlloc() else { return -ENOMEM }
        defer { drmModeAtomicFree(pointer) }
        fill(KMSRequest(pointer: pointer))
        return drmModeAtomicCommit(
            card.descriptor,
            pointer,
            UInt32(flags),
            UnsafeMutableRawPointer(bitPattern: UInt(number))
        )
    }
}

/// What one commit is to change.
private struct KMSRequest {
    let pointer: drmModeAtomicReqPtr

    /// Adds values of an object's properties; names that it does not have are left out.
    func add(_ object: UInt32, _ properties: KMSProperties, _ values: [String: UInt64]) {
        for (name, value) in values {
            guard let property = properties.numbers[name] else { continue }
            drmModeAtomicAddProperty(pointer, object, property, value)
        }
    }
}
