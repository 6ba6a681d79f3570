/// The files with which the server proves who it is.
package struct TLSFiles: Sendable, Equatable {
    /// The path of the certificate in PEM, followed by its chain.
    package var certificate: String

    /// The path of its private key in PEM, without a passphrase.
    package var key: String

    /// Names the two files; they are read when the server starts.
    package init(certificate: String, key: String) {
        self.certificate = certificate
        self.key = key
    }
}
