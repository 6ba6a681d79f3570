import Guidance
import KioskService
import Paint
import SystemIO

/// The painter behind the port; an actor on its own thread, since cairo and pango block while they draw.
actor PaintShop: KioskService.Painter {
    private let painter = Paint.Painter()
    private let executor = BlockingExecutor("paint")

    nonisolated var unownedExecutor: UnownedSerialExecutor {
        executor.asUnownedSerialExecutor()
    }

    func paint(_ list: DrawList) throws -> Painted {
        Painted(try painter.paint(list).frame)
    }

    func picture(of frame: Frame, maximumWidth: Int?) throws -> [UInt8] {
        try painter.png(frame, maximumWidth: maximumWidth)
    }
}
