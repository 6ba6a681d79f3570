/// Why a server could not be set up.
package enum WebError: Error, Equatable, CustomStringConvertible {
    /// The text is not an address to listen on.
    case badAddress(String, reason: String)
    /// Plain http would be open to other machines.
    case plainHTTPOnOpenAddress(ListenAddress)
    /// The list of addresses is empty.
    case noListener
    /// An https address was given without certificate and key.
    case certificateMissing(ListenAddress)
    /// The certificate file cannot be read or is not a certificate.
    case certificateUnreadable(path: String, reason: String)
    /// The key file cannot be read, is not a key, or has a passphrase.
    case keyUnreadable(path: String, reason: String)
    /// Certificate and key do not belong together.
    case keyMismatch(TLSFiles)
    /// Another program listens there.
    case addressInUse(ListenAddress)
    /// The kernel refused the address for another reason.
    case listenFailed(ListenAddress, reason: String)
    /// A server runs once.
    case alreadyStarted
    /// Memory, descriptors or threads are short.
    case outOfResources(String)

    /// One sentence for the operator: what is wrong and what to do.
    package var description: String {
        switch self {
        case .badAddress(let text, let reason):
            "The listen address \"\(text)\" is not usable: \(reason); write it like "
                + "https://127.0.0.1:8443 or http://[::1]:8080."
        case .plainHTTPOnOpenAddress(let address):
            "Plain http on \(address) could be read by other machines; give a certificate and "
                + "listen with https, or listen on 127.0.0.1 and put nginx in front."
        case .noListener:
            "The server has no address to listen on; give at least one."
        case .certificateMissing(let address):
            "Listening on \(address) needs a certificate and a key; give both files."
        case .certificateUnreadable(let path, let reason):
            "The certificate \(path) cannot be used (\(reason)); it must be a readable PEM file."
        case .keyUnreadable(let path, let reason):
            "The private key \(path) cannot be used (\(reason)); it must be a readable PEM file "
                + "without a passphrase."
        case .keyMismatch(let files):
            "The private key \(files.key) does not belong to the certificate "
                + "\(files.certificate); give the pair that was made together."
        case .addressInUse(let address):
            "The address \(address) is in use by another program; stop that program or choose "
                + "another port."
        case .listenFailed(let address, let reason):
            "Cannot listen on \(address): \(reason); choose an address of this machine and a port "
                + "this user may open."
        case .alreadyStarted:
            "This server was started before; make a new one."
        case .outOfResources(let what):
            "The server cannot start: \(what); free memory or raise the limit of open files."
        }
    }
}
