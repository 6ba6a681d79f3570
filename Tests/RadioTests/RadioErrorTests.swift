import Radio
import Testing

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
        ]
    )
    func descriptions(error: RadioError, words: [String]) {
        for word in words {
            #expect("\(error)".contains(word))
        }
    }
}
