import Glibc
import Testing

@testable import Radio

@Suite struct LiveRadioTests {
    /// Listens on an adapter that nobody has and gives the error.
    private func fault(adapter: Int) -> RadioError? {
        do {
            try LiveRadio(adapter: adapter).listen(
                until: { true },
                onListening: { Issue.record("it listens to an adapter that is not there") },
                deliver: { _, _ in }
            )
            Issue.record("no error was thrown")
            return nil
        } catch {
            return error
        }
    }

    @Test(
        "an adapter that is not there is an error that helps",
        arguments: [15, 65_535, -1, Int.max, Int.min]
    )
    func absent(adapter: Int) throws {
        // A kernel without Bluetooth says so, whatever the number.
        let error = try #require(fault(adapter: adapter))
        #expect(
            [.noBluetoothInKernel, .noAdapter(adapter), .notPermitted("open a raw HCI socket")]
                .contains(error)
        )
    }

    @Test(
        "every error names the thing and the remedy",
        arguments: [
            (.noBluetoothInKernel, ["kernel", "CONFIG_BT"]),
            (.noAdapter(3), ["hci3", "plug one in"]),
            (.notPermitted("open"), ["open", "CAP_NET_RAW", "CAP_NET_ADMIN"]),
            (.noLowEnergy(1), ["hci1", "Bluetooth 4.0"]),
            (.refused("start scanning", reason: "HCI status 0xc"), ["start scanning", "0xc"]),
            (.adapterGone(0), ["hci0", "went away"]),
        ] as [(RadioError, [String])]
    )
    func wording(error: RadioError, words: [String]) {
        for word in words { #expect("\(error)".contains(word)) }
    }
}
