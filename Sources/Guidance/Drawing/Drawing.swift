/// An illustration as filled shapes, read from a small subset of SVG and drawn by the painter.
package struct Drawing: Sendable, Hashable {
    /// The width of its own coordinate system.
    package var width: Double
    /// The height of its own coordinate system.
    package var height: Double
    /// The shapes, lowest first.
    package var shapes: [Shape]

    /// A drawing from its parts.
    package init(width: Double, height: Double, shapes: [Shape]) {
        self.width = width
        self.height = height
        self.shapes = shapes
    }

    /// A filled outline.
    package struct Shape: Sendable, Hashable {
        /// What is filled.
        package var outline: Outline
        /// With what.
        package var fill: Colour
    }

    /// An outline in the coordinates of its drawing.
    package enum Outline: Sendable, Hashable {
        /// A rectangle, with round corners when the radius is above zero.
        case rectangle(x: Double, y: Double, width: Double, height: Double, radius: Double)
        /// A circle around a point.
        case circle(x: Double, y: Double, radius: Double)
        /// Lines and curves.
        case path([PathStep])
    }

    /// A step of a path, in absolute coordinates.
    package enum PathStep: Sendable, Hashable {
        /// Begins a part of the path.
        case move(Point)
        /// A straight line.
        case line(Point)
        /// A cubic curve with its two control points.
        case curve(Point, Point, Point)
        /// A line back to where the part began.
        case close
    }

    /// A place in the drawing.
    package struct Point: Sendable, Hashable {
        /// From the left.
        package var x: Double
        /// From the top.
        package var y: Double
    }
}

extension Drawing.Outline {
    /// Whether all of it lies within 0 and the two sides, control points of curves included.
    package func isInside(width: Double, height: Double) -> Bool {
        func holds(_ point: Drawing.Point) -> Bool {
            (0...width).contains(point.x) && (0...height).contains(point.y)
        }
        switch self {
        case .rectangle(let x, let y, let across, let down, let radius):
            return across > 0 && down > 0 && radius >= 0 && holds(Drawing.Point(x: x, y: y))
                && holds(Drawing.Point(x: x + across, y: y + down))
        case .circle(let x, let y, let radius):
            return radius > 0 && holds(Drawing.Point(x: x - radius, y: y - radius))
                && holds(Drawing.Point(x: x + radius, y: y + radius))
        case .path(let steps):
            return steps.allSatisfy { step in
                switch step {
                case .move(let to), .line(let to): holds(to)
                case .curve(let one, let two, let to): holds(one) && holds(two) && holds(to)
                case .close: true
                }
            }
        }
    }
}
