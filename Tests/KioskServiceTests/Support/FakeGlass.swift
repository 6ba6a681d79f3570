import Fleet
import Guidance
import KioskService

/// A glass and a painter that write down what is asked of them, in order.
actor FakeStudio: Glass, KioskService.Painter {
    /// One thing that was asked.
    enum Call: Equatable {
        case paint(DrawList)
        case show(isWhole: Bool)
        case fade(Fade.Direction)
    }

    struct Trouble: Error {}

    private(set) var calls: [Call] = []
    private(set) var fades: [Fade] = []
    /// How many frames that were handed out are still alive, seen when the painter begins.
    private(set) var heldWhilePainting = 0
    var canvasNow = Canvas(size: PixelSize(width: 640, height: 360), generation: 1)
    /// The texts of lists that cannot be painted.
    var poison: String?

    private(set) var number = 0
    private var list: DrawList?
    private var pixels: [UInt8] = []

    func set(canvas: Canvas) { canvasNow = canvas }
    func set(poison: String?) { self.poison = poison }
    func forget() { (calls, fades) = ([], []) }

    // MARK: Glass

    func canvas() -> Canvas { canvasNow }
    func show(_ painted: Painted) { calls.append(.show(isWhole: painted.changed == nil)) }
    func run(_ fade: Fade, over frame: Frame) {
        calls.append(.fade(fade.direction))
        fades.append(fade)
    }
    func setPower(_ isOn: Bool) {}
    func proof() -> ShownPage.Proof { .readBack }
    func state() -> String { "fake" }

    // MARK: Painter

    /// A picture of one byte a pixel's part; a kept frame shows in the address of the next.
    func paint(_ list: DrawList) throws -> Painted {
        calls.append(.paint(list))
        let texts = list.elements.compactMap { element -> String? in
            guard case .text(let text) = element else { return nil }
            return text.string
        }
        if let poison, texts.contains(where: { $0.contains(poison) }) {
            self.list = nil
            throw Trouble()
        }
        let isWhole = self.list?.size != list.size
        if isWhole { pixels = [UInt8](repeating: 0, count: list.size.width * list.size.height * 4) }
        let before = address
        number += 1
        pixels[0] = UInt8(truncatingIfNeeded: number)
        if !isWhole, address != before { heldWhilePainting += 1 }
        self.list = list
        guard let frame else { throw Trouble() }
        return Painted(frame, changed: isWhole ? nil : [])
    }

    var frame: Frame? {
        guard let size = list?.size else { return nil }
        return Frame(width: size.width, height: size.height, stride: size.width * 4, pixels: pixels)
    }

    func picture(maximumWidth: Int?) -> ScreenPicture? {
        list == nil
            ? nil : ScreenPicture(bytes: [UInt8(number), UInt8(maximumWidth ?? 0)], number: number)
    }

    private var address: UInt { pixels.withUnsafeBytes { UInt(bitPattern: $0.baseAddress) } }
}
