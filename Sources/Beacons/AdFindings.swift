import Fleet

/// Everything in a report's advertising data that its class depends on, gathered in one walk.
///
/// The order of structures never matters: lists are united, the last manufacturer structure of
/// Bluezone's company wins (as in Android's parser), and every Apple structure is looked at.
struct AdFindings {
    var isMalformed = false
    var listsBluezoneAndroid = false
    var listsBluezoneIOS = false
    var listsExposureNotification = false
    var listsOtherTracing = false
    var hasExposurePayload = false
    var hasGoogleNearby = false
    /// The payload of the last structure of company 0x22B5, if it is 12 bytes long.
    var bluezoneID: Trace?
    var apple = AppleFindings()

    init(_ data: ByteView) {
        var structures = AdStructures(data)
        while let structure = structures.next() {
            take(structure)
        }
        isMalformed = isMalformed || structures.isMalformed
    }

    private mutating func take(_ structure: AdStructure) {
        switch structure.type {
        case AdStructure.uuid16Incomplete, AdStructure.uuid16Complete:
            takeUUIDs(structure.data, size: 2)
        case AdStructure.uuid32Incomplete, AdStructure.uuid32Complete:
            takeUUIDs(structure.data, size: 4)
        case AdStructure.uuid128Incomplete, AdStructure.uuid128Complete:
            takeUUIDs(structure.data, size: 16)
        case AdStructure.serviceData16:
            takeServiceData(structure.data)
        case AdStructure.manufacturerData:
            takeManufacturerData(structure.data)
        default:
            break
        }
    }

    private mutating func takeUUIDs(_ list: ByteView, size: Int) {
        guard list.count % size == 0 else {
            isMalformed = true
            return
        }
        var offset = 0
        while let entry = list.slice(offset, size), entry.count > 0 {
            offset += size
            switch ServiceUUID(entry) {
            case .bluezoneAndroid: listsBluezoneAndroid = true
            case .bluezoneIOS: listsBluezoneIOS = true
            case .exposureNotification: listsExposureNotification = true
            case .openTrace, .dp3t: listsOtherTracing = true
            default: break
            }
        }
    }

    private mutating func takeServiceData(_ data: ByteView) {
        guard let uuid: UInt16 = data.littleEndian(0) else { return }
        if uuid == 0xfd6f, data.count == 2 + 20 { hasExposurePayload = true }
        if uuid == 0xfef3 { hasGoogleNearby = true }
        if uuid == 0xfd68 { listsOtherTracing = true }
    }

    private mutating func takeManufacturerData(_ data: ByteView) {
        guard let company: UInt16 = data.littleEndian(0) else { return }
        if company == 0x22b5 {
            bluezoneID = nil
            if data.count == 2 + 12, let low: UInt64 = data.littleEndian(2),
                let high: UInt32 = data.littleEndian(10)
            {
                bluezoneID = Trace(low: low, high: UInt64(high))
            }
        }
        if company == 0x004c, let content = data.suffix(from: 2) {
            apple.take(content)
        }
    }
}
