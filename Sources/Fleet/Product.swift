/// What this product is called and which version this is.
package enum Product {
    package static let version = "0.1.0"
}
