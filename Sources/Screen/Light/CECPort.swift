/// A CEC adapter that is open; never shared between threads.
package protocol CECPort: AnyObject {
    /// This device's place on the cables, nil while no panel is plugged in.
    var physicalAddress: UInt16? { get }

    /// The logical address that was claimed, nil while there is none.
    var logicalAddress: UInt8? { get }

    /// Sends a message and waits a second for a reply with that opcode, where one is wanted.
    func transmit(_ message: CECMessage, reply: UInt8?) throws(ScreenError) -> CECAnswer
}

/// What came of a message.
package enum CECAnswer: Sendable, Equatable {
    /// It was acknowledged, and no reply was wanted.
    case taken
    case reply(CECMessage)
    /// It was acknowledged, and no reply came, or a Feature Abort.
    case silence
    /// Nobody acknowledged it: there is no such device.
    case nobody
}
