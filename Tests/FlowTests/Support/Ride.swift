import Air
import Foundation
import Testing

/// The synthetic bus ride that the flow tests take: 45 minutes, thinned, seed 852.
enum Ride {
    /// The demo's capture, which a test of `Air` holds equal to what the simulator makes.
    static let capture: String = root + "/deploy/demo/bus-ride.btsnoop"

    /// The package's folder.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    /// What really happened on it.
    static func truth() throws -> Truth {
        try Scene.named("bus").heard(reception: 0.048).render(seed: 852).truth
    }
}
