import CDRM
import Guidance

/// A connected display with the mode and the CRTC to drive it.
struct KMSConnection {
    /// The kernel's number of the connector.
    let connector: UInt32
    /// The connector's name, such as `HDMI-A-1`.
    let name: String
    /// Its kind, one of DRM_MODE_CONNECTOR.
    let kind: UInt32
    /// The kernel's number of the scan-out engine.
    let crtc: UInt32
    /// The place of that engine in the kernel's list.
    let crtcIndex: Int
    /// The chosen mode as the kernel wants it back.
    let mode: drmModeModeInfo
    /// Whether the link was lost and wants its mode set again (`link-status` is Bad).
    let linkIsBad: Bool
    /// What the display says of itself, nil when that cannot be read.
    let edid: EDID?
    /// Why another mode is used than the settings ask for.
    let refusal: String?

    /// The size of the mode.
    var size: PixelSize {
        PixelSize(width: Int(mode.hdisplay), height: Int(mode.vdisplay))
    }

    /// Whether the other connection needs no new mode.
    func isSame(as other: KMSConnection) -> Bool {
        connector == other.connector && crtc == other.crtc && !other.linkIsBad
            && size == other.size && mode.vrefresh == other.mode.vrefresh
            && mode.clock == other.mode.clock
            // What a display says of itself cannot always be read.
            && (edid == nil || other.edid == nil || edid == other.edid)
    }

    /// Whether a panel of that kind is lit whenever it has a signal: those that are built in.
    var isBuiltIn: Bool {
        [
            DRM_MODE_CONNECTOR_LVDS, DRM_MODE_CONNECTOR_eDP, DRM_MODE_CONNECTOR_DSI,
            DRM_MODE_CONNECTOR_DPI, DRM_MODE_CONNECTOR_SPI,
        ].contains(Int32(kind))
    }
}

extension KMSCard {
    /// The display found, or a sentence about why there is none.
    enum Look {
        case found(KMSConnection)
        case nothing(reason: String)
    }

    /// The first connected display, asked of the hardware and not of the kernel's memory.
    ///
    /// `drmModeGetConnector` probes; only that brings the kernel's list of modes up to date.
    func connection(_ options: KMSOutput.Options) -> Look {
        guard let resources = drmModeGetResources(descriptor) else {
            return .nothing(reason: "\(path) does not answer; check the display's driver")
        }
        defer { drmModeFreeResources(resources) }
        var names: [String] = []
        for index in 0..<Int(resources.pointee.count_connectors) {
            guard let id = resources.pointee.connectors?[index],
                let connector = drmModeGetConnector(descriptor, id)
            else { continue }
            defer { drmModeFreeConnector(connector) }
            let name = Self.name(of: connector.pointee)
            names.append(name)
            guard options.connector == nil || options.connector == name,
                let found = connection(connector.pointee, name, resources.pointee, options)
            else { continue }
            return .found(found)
        }
        if let wanted = options.connector, !names.contains(wanted) {
            let there = names.joined(separator: ", ")
            return .nothing(reason: "\(path) has no connector \(wanted); it has \(there)")
        }
        let place = options.connector.map { "\($0) of \(path)" } ?? path
        return .nothing(reason: "no display on \(place); plug one in, it is found by itself")
    }

    private func connection(
        _ connector: drmModeConnector,
        _ name: String,
        _ resources: drmModeRes,
        _ options: KMSOutput.Options
    ) -> KMSConnection? {
        guard connector.connection == DRM_MODE_CONNECTED, let modes = connector.modes,
            let crtc = crtc(for: connector, among: resources)
        else { return nil }
        let offered = (0..<Int(connector.count_modes)).map { DisplayMode(modes[$0]) }
        let choice = DisplayMode.choice(among: offered, wish: options.mode)
        guard let index = choice.index else { return nil }
        let properties = KMSProperties(
            self,
            object: connector.connector_id,
            kind: DRM_MODE_OBJECT_CONNECTOR
        )
        return KMSConnection(
            connector: connector.connector_id,
            name: name,
            kind: connector.connector_type,
            crtc: crtc.number,
            crtcIndex: crtc.index,
            mode: modes[index],
            linkIsBad: properties.values["link-status"] == 1,
            edid: EDID(blob(properties.values["EDID"])),
            refusal: choice.refusal.map { "\(name): \($0)" }
        )
    }

    /// The name that the kernel's own messages have, `HDMI-A-1`.
    private static func name(of connector: drmModeConnector) -> String {
        let kind = drmModeGetConnectorTypeName(connector.connector_type)
        return "\(kind.map { String(cString: $0) } ?? "Unknown")-\(connector.connector_type_id)"
    }

    /// The CRTC that drives the connector now, or the first that can.
    private func crtc(
        for connector: drmModeConnector,
        among resources: drmModeRes
    ) -> (number: UInt32, index: Int)? {
        let all = (0..<Int(resources.count_crtcs)).compactMap { resources.crtcs?[$0] }
        if connector.encoder_id != 0,
            let encoder = drmModeGetEncoder(descriptor, connector.encoder_id)
        {
            defer { drmModeFreeEncoder(encoder) }
            if let index = all.firstIndex(of: encoder.pointee.crtc_id) {
                return (all[index], index)
            }
        }
        for index in 0..<Int(connector.count_encoders) {
            guard let id = connector.encoders?[index],
                let encoder = drmModeGetEncoder(descriptor, id)
            else { continue }
            defer { drmModeFreeEncoder(encoder) }
            let possible = encoder.pointee.possible_crtcs
            let usable = all.indices.first { $0 < 32 && possible & (1 << UInt32($0)) != 0 }
            if let usable { return (all[usable], usable) }
        }
        return nil
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
