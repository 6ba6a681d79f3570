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

    /// How often the painting has changed.
    private(set) var number = 0

    var frame: Frame? { painter.frame }

    func paint(_ list: DrawList) throws -> Painted {
        let painted = try painter.update(list).painted
        if painted.changed != [] { number += 1 }
        return painted
    }

    func picture(maximumWidth: Int?) throws -> ScreenPicture? {
        guard let bytes = try painter.picture(maximumWidth: maximumWidth) else { return nil }
        return ScreenPicture(bytes: bytes, number: number)
    }
}
