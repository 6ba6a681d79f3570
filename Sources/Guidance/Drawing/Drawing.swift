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
