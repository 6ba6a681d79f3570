import CDRM

/// The properties of a connector, a CRTC or a plane, by name.
struct KMSProperties {
    /// The kernel's number of each property.
    let numbers: [String: UInt32]
    /// The value each had when it was read.
    let values: [String: UInt64]

    /// Reads the properties of an object; `kind` is one of DRM_MODE_OBJECT.
    ///
    /// The C functions are `drmModeObjectGetProperties` and `drmModeGetProperty`.
    init(_ card: KMSCard, object: UInt32, kind: UInt32) {
        var (numbers, values): ([String: UInt32], [String: UInt64]) = ([:], [:])
        if let list = drmModeObjectGetProperties(card.descriptor, object, kind) {
            defer { drmModeFreeObjectProperties(list) }
            for index in 0..<Int(list.pointee.count_props) {
                guard let number = list.pointee.props?[index],
                    let value = list.pointee.prop_values?[index],
                    let property = drmModeGetProperty(card.descriptor, number)
                else { continue }
                defer { drmModeFreeProperty(property) }
                let name = withUnsafePointer(to: &property.pointee.name) { pointer in
                    pointer.withMemoryRebound(to: CChar.self, capacity: 32) { String(cString: $0) }
                }
                numbers[name] = number
                values[name] = value
            }
        }
        (self.numbers, self.values) = (numbers, values)
    }

    /// Whether there is a property of each of these names.
    func has(_ names: [String]) -> Bool { names.allSatisfy { numbers[$0] != nil } }
}

extension KMSCard {
    /// The bytes of a property that is a blob, none when it is empty.
    ///
    /// The C function is `drmModeGetPropertyBlob`.
    func blob(_ number: UInt64?) -> [UInt8] {
        guard let number, number != 0,
            let blob = drmModeGetPropertyBlob(descriptor, UInt32(truncatingIfNeeded: number))
        else { return [] }
        defer { drmModeFreePropertyBlob(blob) }
        return [UInt8](
            UnsafeRawBufferPointer(start: blob.pointee.data, count: Int(blob.pointee.length))
        )
    }
}
