package import KioskLogic

extension LiveAdapter {
    /// Does one step of recovery; after any but a restart of the scan, `start` is needed.
    ///
    /// - Throws: `RadioTrouble` that says why it could not be done.
    package func perform(_ stage: RadioStage) throws(RadioTrouble) {
        // Nothing is open: beginning from the beginning is all there is to restart.
        if stage == .restartScan, controller == nil { return try start() }
        try troubled { () throws(RadioError) in
            switch stage {
            case .restartScan: try restartScan()
            case .reset: try power().reset()
            case .powerCycle: try powerCycle()
            case .rebind: try rebind()
            }
        }
        if stage != .restartScan { shut() }
    }

    /// What is known of the adapter without beginning to scan, in a few words.
    ///
    /// - Throws: `RadioTrouble` with the remedy.
    package func examine() throws(RadioTrouble) -> String {
        try troubled { () throws(RadioError) in
            let index = try find()
            guard let isUp = try power().isUp() else { throw .noAdapter(index) }
            let controller = try Controller(adapter: index)
            guard isUp else { return "hci\(index) is there and off; the kiosk switches it on" }
            try controller.probe()
            let kind = try controller.readIsExtended() ? "extended" : "legacy"
            return "hci\(index) is on and answers; \(kind) scanning"
        }
    }

    private func power() throws(RadioError) -> AdapterPower {
        if let index { return try AdapterPower(adapter: index) }
        return try AdapterPower(adapter: try find())
    }

    /// Through the management channel, so that bluetoothd knows; by ioctl where that is refused.
    private func powerCycle() throws(RadioError) {
        let power = try power()
        shut()
        if let management {
            let index = UInt16(clamping: power.adapter)
            do throws(RadioError) {
                try management.setPowered(index, false)
                try management.setPowered(index, true)
                return
            } catch {
                // The ioctls below say what is wrong when they fail too.
            }
        }
        try power.down()
        try power.up()
    }

    private func rebind() throws(RadioError) {
        guard let path else { throw .notRebound("its place on the bus was never seen") }
        let bus = try AdapterBus(adapterPath: path)
        shut()
        try bus.rebind()
    }
}
