/// A stretch of time in which a device repeats one packet.
struct Burst {
    /// What it sends.
    let packet: Packet
    /// The data of the scan response that an active scanner gets after it.
    var answer: [UInt8]?
    /// When, in microseconds since 1970 UTC.
    let span: Range<Int64>
    /// The time between two packets, to which the radio adds 0 to 10 ms.
    let interval: Int64
}

/// A transmitter: it says what it sends, burst after burst, for as long as it is there.
enum Speaker {
    case android(BluezoneAndroid)
    case iPhone(ApplePhone)
    case gadget(Gadget)

    /// The transmitter of a device of one kind.
    init(of stay: Stay, dice: inout Xoshiro) {
        switch stay.device {
        case .bluezoneAndroid:
            self = .android(BluezoneAndroid(habit: stay.habit, dice: &dice))
        case .bluezoneiPhone: self = .iPhone(ApplePhone(withBluezone: &dice))
        case .iPhone: self = .iPhone(ApplePhone(withoutBluezone: &dice))
        case .android: self = .gadget(Gadget(android: &dice))
        case .gadget: self = .gadget(Gadget(gadget: &dice))
        case .bluezoneFirstVersion: self = .gadget(Gadget(firstVersion: &dice))
        }
    }

    /// The next burst of a device that can be heard during a time; nil when it is over.
    mutating func next(during audible: Range<Int64>, dice: inout Xoshiro) -> Burst? {
        switch self {
        case .android(var phone):
            defer { self = .android(phone) }
            return phone.next(during: audible, dice: &dice)
        case .iPhone(var phone):
            defer { self = .iPhone(phone) }
            return phone.next(during: audible, dice: &dice)
        case .gadget(var gadget):
            defer { self = .gadget(gadget) }
            return gadget.next(during: audible)
        }
    }
}
