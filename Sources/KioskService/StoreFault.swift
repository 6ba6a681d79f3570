/// A store that cannot be used although it is a database.
package struct StoreFault: Error, Equatable, CustomStringConvertible {
    package let description: String

    init(_ description: String) {
        self.description = description
    }
}
