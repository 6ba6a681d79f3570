import CDRM
import Guidance

/// One of the kernel's two ways to bring a buffer to the glass.
protocol KMSScanout: AnyObject {
    /// Sets the mode and shows a buffer, and waits until that is done.
    func setMode(_ buffer: KMSBuffer) throws(ScreenError)
    /// Asks for a buffer at the next refresh.
    ///
    /// - Parameters:
    ///   - buffer: What is to be scanned out.
    ///   - damage: The parts of the panel that were written.
    ///   - number: Comes back with the event.
    /// - Returns: 0, or a negative error number.
    func flip(to buffer: KMSBuffer, damage: [Box], number: UInt32) -> Int32
    /// Takes the signal away; `setMode` brings it back.
    func switchOff() throws(ScreenError)
    /// Whether the kernel says that there is a signal.
    var isActive: Bool { get }
    /// The kernel's number of the framebuffer that is scanned out, 0 for none.
    var scannedOut: UInt32 { get }
}

/// The way of drivers without atomic mode setting, such as `radeon` for old cards.
final class KMSLegacy: KMSScanout {
    private let card: KMSCard
    private let connection: KMSConnection

    init(card: KMSCard, connection: KMSConnection) {
        self.card = card
        self.connection = connection
    }

    func setMode(_ buffer: KMSBuffer) throws(ScreenError) {
        var connector = connection.connector
        var mode = connection.mode
        let (crtc, framebuffer) = (connection.crtc, buffer.framebuffer)
        try check(
            drmModeSetCrtc(card.descriptor, crtc, framebuffer, 0, 0, &connector, 1, &mode),
            "drmModeSetCrtc"
        )
        setPower(.on)
        // Drivers that keep their own copy (udl) send it on this call; the others say that they know
        // nothing of it, which is fine.
        _ = drmModeDirtyFB(card.descriptor, buffer.framebuffer, nil, 0)
    }

    func flip(to buffer: KMSBuffer, damage: [Box], number: UInt32) -> Int32 {
        drmModePageFlip(
            card.descriptor,
            connection.crtc,
            buffer.framebuffer,
            UInt32(DRM_MODE_PAGE_FLIP_EVENT),
            UnsafeMutableRawPointer(bitPattern: UInt(number))
        )
    }

    func switchOff() throws(ScreenError) {
        // Without the property the CRTC goes, which every driver knows.
        guard !setPower(.off) else { return }
        try check(
            drmModeSetCrtc(card.descriptor, connection.crtc, 0, 0, 0, nil, 0, nil),
            "drmModeSetCrtc"
        )
    }

    var isActive: Bool {
        properties.values["DPMS"].map { $0 == Power.on.rawValue } ?? (scannedOut != 0)
    }

    var scannedOut: UInt32 {
        guard let crtc = drmModeGetCrtc(card.descriptor, connection.crtc) else { return 0 }
        defer { drmModeFreeCrtc(crtc) }
        return crtc.pointee.mode_valid != 0 ? crtc.pointee.buffer_id : 0
    }

    /// Values of the property DPMS: DRM_MODE_DPMS_ON and DRM_MODE_DPMS_OFF.
    private enum Power: UInt64 {
        case on = 0
        case off = 3
    }

    private var properties: KMSProperties {
        KMSProperties(card, object: connection.connector, kind: DRM_MODE_OBJECT_CONNECTOR)
    }

    @discardableResult
    private func setPower(_ power: Power) -> Bool {
        guard let number = properties.numbers["DPMS"] else { return false }
        return drmModeConnectorSetProperty(
            card.descriptor,
            connection.connector,
            number,
            power.rawValue
        ) == 0
    }
}
