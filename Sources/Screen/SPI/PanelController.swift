package import Guidance

/// What differs from one serial panel controller to the next.
///
/// Sources: Ilitek ILI9341 data sheet 8.2 (standard commands) and 8.3 (extended commands), ILI9486 8.2,
/// ILI9488 4.2 (serial interface), 5.2 and 5.3, Sitronix ST7789V 9.1 and 9.2. Voltages and frame rates
/// are those that common modules are sold with; gamma curves stay as the reset leaves them.
package struct PanelController: Sendable {
    /// A register with its parameters.
    package struct Register: Sendable, Equatable {
        package let code: UInt8
        package let values: [UInt8]

        init(_ code: UInt8, _ values: [UInt8]) {
            self.code = code
            self.values = values
        }
    }

    /// The maker's name for it.
    package let name: String
    /// Its frame memory, columns and rows.
    package let memory: PixelSize
    /// The parameter of COLMOD, and the pixels that belong to it.
    package let colours: (code: UInt8, format: PixelFormat)
    /// Whether codes and parameters have 16 bits: shift registers turn the wire into a parallel bus.
    package let isWide: Bool
    /// The address order with which the picture is upright on usual modules.
    package let upright: AddressOrder
    /// Whether usual modules have blue and red changed over.
    package let isBGR: Bool
    /// Whether usual modules show a negative without INVON.
    package let isInverted: Bool
    /// Voltages and timing, sent after the reset.
    package let setup: [Register]

    /// Milliseconds after SWRESET and SLPOUT before a panel surely takes everything again.
    package static let wakingTime = 120
}

extension PanelController {
    /// 240x320, of many 2.2 to 3.2 inch modules.
    package static let ili9341 = PanelController(
        name: "ILI9341",
        memory: PixelSize(width: 240, height: 320),
        colours: (0x55, .wire565),
        isWide: false,
        upright: .mirroredColumns,
        isBGR: true,
        isInverted: false,
        setup: [
            Register(0xc0, [0x23]),  // PWCTRL1: GVDD 4.6 V
            Register(0xc1, [0x10]),  // PWCTRL2
            Register(0xc5, [0x3e, 0x28]),  // VMCTRL1: VCOMH 4.25 V, VCOML -1.5 V
            Register(0xc7, [0x86]),  // VMCTRL2
            Register(0xb1, [0x00, 0x1b]),  // FRMCTR1: 70 Hz
            Register(0xb6, [0x08, 0x82, 0x27]),  // DISCTRL: 320 lines
        ]
    )

    /// 320x480 behind shift registers, as on the 3.5 inch boards for the Raspberry Pi.
    package static let ili9486 = PanelController(
        name: "ILI9486",
        memory: PixelSize(width: 320, height: 480),
        colours: (0x55, .wire565),
        isWide: true,
        upright: .mirroredColumns,
        isBGR: true,
        isInverted: false,
        setup: [
            Register(0xb0, [0x00]),  // interface mode control
            Register(0xc2, [0x44]),  // power control 3
            Register(0xc5, [0x00, 0x00, 0x00, 0x00]),  // VCOM control
        ]
    )

    /// 320x480; its serial interface has no pixels of 16 bits.
    package static let ili9488 = PanelController(
        name: "ILI9488",
        memory: PixelSize(width: 320, height: 480),
        colours: (0x66, .wire666),
        isWide: false,
        upright: .mirroredColumns,
        isBGR: true,
        isInverted: false,
        setup: [
            Register(0xc0, [0x17, 0x15]),  // power control 1
            Register(0xc1, [0x41]),  // power control 2
            Register(0xc5, [0x00, 0x12, 0x80]),  // VCOM control
            Register(0xb0, [0x00]),  // interface mode control
            Register(0xb1, [0xa0]),  // frame rate: 60 Hz
            Register(0xb4, [0x02]),  // inversion: 2 dots
            Register(0xb6, [0x02, 0x02, 0x3b]),  // display function: 480 lines
            Register(0xf7, [0xa9, 0x51, 0x2c, 0x82]),  // adjust control 3
        ]
    )

    /// 240x320 or less, of 1.3 to 2.8 inch IPS modules.
    package static let st7789 = PanelController(
        name: "ST7789",
        memory: PixelSize(width: 240, height: 320),
        colours: (0x55, .wire565),
        isWide: false,
        upright: .plain,
        isBGR: false,
        isInverted: true,
        setup: [
            Register(0xb2, [0x0c, 0x0c, 0x00, 0x33, 0x33]),  // PORCTRL
            Register(0xb7, [0x35]),  // GCTRL: VGH 13.26 V, VGL -10.43 V
            Register(0xbb, [0x28]),  // VCOMS: 1.1 V
            Register(0xc0, [0x2c]),  // LCMCTRL
            Register(0xc2, [0x01, 0xff]),  // VDVVRHEN
            Register(0xc3, [0x10]),  // VRHS
            Register(0xc4, [0x20]),  // VDVS
            Register(0xc6, [0x0f]),  // FRCTRL2: 60 Hz
            Register(0xd0, [0xa4, 0xa1]),  // PWCTRL1
        ]
    )
}
