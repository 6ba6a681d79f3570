import CDRM
import Guidance

/// A connected display with the mode and the CRTC to drive it.
struct KMSConnection {
    /// The kernel's number of the connector.
    let connector: UInt32
    /// The kernel's number of the scan-out engine.
    let crtc: UInt32
    /// The chosen mode as the kernel wants it back.
    var mode: drmModeModeInfo
    /// Whether the link was lost and wants its mode set again (`link-status` is Bad).
    let linkIsBad: Bool

    /// The size of the mode.
    var size: PixelSize {
        PixelSize(width: Int(mode.hdisplay), height: Int(mode.vdisplay))
    }

    /// Whether the other connection needs no new mode.
    func isSame(as other: KMSConnection) -> Bool {
        connector == other.connector && crtc == other.crtc && !other.linkIsBad
            && size == other.size && mode.vrefresh == other.mode.vrefresh
            && mode.clock == other.mode.clock
    }
}

extension KMSCard {
    /// The first connected display, asked of the hardware and not of the kernel's memory.
    ///
    /// `drmModeGetConnector` probes; only that brings the kernel's list of modes up to date.
    func connection() -> KMSConnection? {
        guard let resources = drmModeGetResources(descriptor) else { return nil }
        defer { drmModeFreeResources(resources) }
        for index in 0..<Int(resources.pointee.count_connectors) {
            guard let id = resources.pointee.connectors?[index],
                let connector = drmModeGetConnector(descriptor, id)
            else { continue }
            defer { drmModeFreeConnector(connector) }
            guard connector.pointee.connection == DRM_MODE_CONNECTED,
                let mode = chosenMode(of: connector.pointee),
                let crtc = crtc(for: connector.pointee, among: resources.pointee)
            else { continue }
            return KMSConnection(
                connector: id,
                crtc: crtc,
                mode: mode,
                linkIsBad: linkIsBad(connector.pointee)
            )
        }
        return nil
    }

    private func chosenMode(of connector: drmModeConnector) -> drmModeModeInfo? {
        guard let modes = connector.modes else { return nil }
        let offered = (0..<Int(connector.count_modes)).map { DisplayMode(modes[$0]) }
        return DisplayMode.choice(among: offered).map { modes[$0] }
    }

    /// The CRTC that drives the connector now, or the first that can.
    private func crtc(
        for connector: drmModeConnector,
        among resources: drmModeRes
    ) -> UInt32? {
        if connector.encoder_id != 0,
            let encoder = drmModeGetEncoder(descriptor, connector.encoder_id)
        {
            defer { drmModeFreeEncoder(encoder) }
            if encoder.pointee.crtc_id != 0 { return encoder.pointee.crtc_id }
        }
        for index in 0..<Int(connector.count_encoders) {
            guard let id = connector.encoders?[index],
                let encoder = drmModeGetEncoder(descriptor, id)
            else { continue }
            defer { drmModeFreeEncoder(encoder) }
            let possible = encoder.pointee.possible_crtcs
            let usable = (0..<Int(resources.count_crtcs)).first {
                $0 < 32 && possible & (1 << UInt32($0)) != 0
            }
            if let usable, let crtc = resources.crtcs?[usable] { return crtc }
        }
        return nil
    }

    /// Reads the connector's `link-status` property; 1 is Bad, which asks for a new mode set.
    private func linkIsBad(_ connector: drmModeConnector) -> Bool {
        for index in 0..<Int(connector.count_props) {
            guard let id = connector.props?[index], let value = connector.prop_values?[index],
                let property = drmModeGetProperty(descriptor, id)
            else { continue }
            defer { drmModeFreeProperty(property) }
            let name = withUnsafePointer(to: &property.pointee.name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 32) { String(cString: $0) }
            }
            if name == "link-status" { return value == 1 }
        }
        return false
    }
}

extension DisplayMode {
    /// `DRM_MODE_TYPE_PREFERRED`, a macro with a shift.
    private static let preferredType: UInt32 = 1 << 3
    /// `DRM_MODE_FLAG_INTERLACE`, a macro with a shift.
    private static let interlaceFlag: UInt32 = 1 << 4

    /// The facts of a kernel mode that matter for the choice.
    fileprivate init(_ mode: drmModeModeInfo) {
        self.init(
            size: PixelSize(width: Int(mode.hdisplay), height: Int(mode.vdisplay)),
            refresh: Int(mode.vrefresh),
            isPreferred: mode.type & Self.preferredType != 0,
            isInterlaced: mode.flags & Self.interlaceFlag != 0
        )
    }
}
