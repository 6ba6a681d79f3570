import KioskLogic
import Testing

@testable import Radio

@Suite struct RadioErrorTests {
    @Test(
        "an error names the adapter or the step and what helps",
        arguments: [
            (RadioError.noBluetoothInKernel, ["no Bluetooth", "CONFIG_BT"]),
            (.noAdapter(3), ["hci3", "plug one in"]),
            (.notPermitted("listen"), ["listen", "CAP_NET_RAW", "CAP_NET_ADMIN"]),
            (.noLowEnergy(1), ["hci1", "4.0"]),
            (.blocked(2), ["hci2", "rfkill unblock"]),
            (.refused("power up", reason: "because"), ["power up", "because"]),
            (.silent(4, step: "start scanning"), ["hci4", "start scanning", "plug it in again"]),
            (.adapterOff(5), ["hci5", "switched on again"]),
            (.adapterGone(6), ["hci6", "when it is back"]),
            (.noneMatches(.path("usb1/1-4")), ["usb1/1-4", "`adapter` in the board"]),
            (.firmwareMissing(7, package: "firmware-x"), ["hci7", "install firmware-x"]),
            (.notInitialised(8, step: "power up", reason: "why"), ["hci8", "power up", "why"]),
            (.notRebound("why"), ["why"]),
        ]
    )
    func descriptions(error: RadioError, words: [String]) {
        for word in words {
            #expect("\(error)".contains(word))
        }
        #expect(error.trouble.description == "\(error)")
    }

    @Test("only faults of the controller itself call for recovery")
    func curable() {
        #expect(RadioError.silent(0, step: "x").trouble.kind.isCurable)
        #expect(RadioError.notInitialised(0, step: "x", reason: "y").trouble.kind.isCurable)
        #expect(RadioError.refused("x", reason: "y").trouble.kind.isCurable)
        #expect(!RadioError.blocked(0).trouble.kind.isCurable)
        #expect(!RadioError.firmwareMissing(0, package: "x").trouble.kind.isCurable)
        #expect(!RadioError.noneMatches(.all).trouble.kind.isCurable)
    }
}
