import CDRM

extension KMSCard {
    /// DRM_PLANE_TYPE_PRIMARY, a value of the kernel's property `type`.
    private static let primary: UInt64 = 1

    /// The plane that carries the picture of a CRTC; universal planes must be switched on.
    func primaryPlane(for connection: KMSConnection) -> UInt32? {
        guard let resources = drmModeGetPlaneResources(descriptor) else { return nil }
        defer { drmModeFreePlaneResources(resources) }
        var usable: [UInt32] = []
        for index in 0..<Int(resources.pointee.count_planes) {
            guard let number = resources.pointee.planes?[index],
                let plane = drmModeGetPlane(descriptor, number)
            else { continue }
            defer { drmModeFreePlane(plane) }
            let properties = KMSProperties(self, object: number, kind: DRM_MODE_OBJECT_PLANE)
            guard properties.values["type"] == Self.primary, connection.crtcIndex < 32,
                plane.pointee.possible_crtcs & (1 << UInt32(connection.crtcIndex)) != 0
            else { continue }
            if plane.pointee.crtc_id == connection.crtc { return number }
            if plane.pointee.crtc_id == 0 { usable.append(number) }
        }
        return usable.first
    }

    /// The connectors that a CRTC drives now.
    func connectors(on crtc: UInt32) -> [UInt32] {
        guard let resources = drmModeGetResources(descriptor) else { return [] }
        defer { drmModeFreeResources(resources) }
        return (0..<Int(resources.pointee.count_connectors)).compactMap { index in
            guard let number = resources.pointee.connectors?[index] else { return nil }
            let properties = KMSProperties(self, object: number, kind: DRM_MODE_OBJECT_CONNECTOR)
            return properties.values["CRTC_ID"] == UInt64(crtc) ? number : nil
        }
    }

    /// Frees the framebuffers of this open card but for some: those that a predecessor left.
    ///
    /// The kernel lists only what was made through the same open file. A predecessor closed its
    /// handles already, so that the memory goes with the framebuffer.
    func freeFramebuffers(except kept: [UInt32]) {
        guard let resources = drmModeGetResources(descriptor) else { return }
        defer { drmModeFreeResources(resources) }
        for index in 0..<Int(resources.pointee.count_fbs) {
            guard let number = resources.pointee.fbs?[index], !kept.contains(number) else {
                continue
            }
            _ = drmModeRmFB(descriptor, number)
        }
    }
}
