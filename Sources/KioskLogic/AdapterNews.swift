/// What else than adverts an adapter had to tell.
package struct AdapterNews: Equatable, Sendable {
    /// Another program changed the scan.
    package var isDisturbed = false
    /// An adapter appeared.
    package var mayBeBack = false

    package init(isDisturbed: Bool = false, mayBeBack: Bool = false) {
        self.isDisturbed = isDisturbed
        self.mayBeBack = mayBeBack
    }
}
