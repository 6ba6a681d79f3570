import CCurl
import SystemIO

/// One libcurl easy handle and its connection; used by one thread at a time.
final class CurlHandle {
    private let curl: UnsafeMutableRawPointer
    /// Where libcurl writes what went wrong in the transfer under way.
    private let reason: UnsafeMutableBufferPointer<CChar>

    /// Longest answer taken, in bytes.
    private static let answerLimit = 1 << 20

    private static let isStarted: Bool = CCurl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    init() throws(UplinkError) {
        guard Self.isStarted, let curl = CCurl_easy_init() else { throw .noLibrary }
        self.curl = curl
        reason = .allocate(capacity: Int(CURL_ERROR_SIZE))
        reason.initialize(repeating: 0)
    }

    deinit {
        CCurl_easy_cleanup(curl)
        reason.deallocate()
    }

    /// What libcurl's callbacks write to during one transfer.
    private final class Transfer {
        var body: [UInt8] = []
        var isTooLong = false
        let cancel: StopFlag

        init(cancel: StopFlag) {
            self.cancel = cancel
        }
    }

    func perform(
        _ request: UplinkRequest,
        settings: UplinkSettings,
        cancel: StopFlag
    ) throws(UplinkError) -> UplinkResponse {
        // A task that waited behind another one may have been cancelled meanwhile.
        if cancel.isSet { throw .cancelled }
        let url = settings.server + request.path
        let transfer = Transfer(cancel: cancel)
        CCurl_easy_reset(curl)
        var headers: UnsafeMutablePointer<curl_slist>?
        defer { CCurl_slist_free_all(headers) }
        for line in headerLines(request, settings) {
            headers = CCurl_slist_append(headers, line)
        }
        configure(url: url, settings: settings)
        CCurl_set_string(curl, CURLOPT_CUSTOMREQUEST, request.method)
        CCurl_set_pointer(curl, CURLOPT_HTTPHEADER, headers)
        let code = request.body.withUnsafeBytes { body in
            // The body is lent for the transfer, so it must be set and used in here.
            CCurl_set_body(curl, body.baseAddress, body.count)
            return withExtendedLifetime(transfer) { run(transfer) }
        }
        if cancel.isSet { throw .cancelled }
        if transfer.isTooLong { throw .answerTooLong(limit: Self.answerLimit) }
        guard code == CURLE_OK else {
            throw .failed(url: url, reason: explain(code))
        }
        var status = 0
        CCurl_status(curl, &status)
        return UplinkResponse(status: status, body: transfer.body)
    }

    /// What libcurl wrote about the failure, else the general words for its code.
    private func explain(_ code: CURLcode) -> String {
        let detail = String(
            decoding: reason.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)),
            as: UTF8.self
        )
        return detail.isEmpty ? String(cString: CCurl_easy_strerror(code)) : detail
    }

    private func headerLines(_ request: UplinkRequest, _ settings: UplinkSettings) -> [String] {
        // An empty Expect stops libcurl from waiting a second for leave to send.
        var lines = ["Content-Type: \(request.contentType)", "Expect:"]
        if let token = settings.token { lines.append("Authorization: Bearer \(token)") }
        return lines
    }

    private func configure(url: String, settings: UplinkSettings) {
        reason.update(repeating: 0)
        CCurl_set_pointer(curl, CURLOPT_ERRORBUFFER, reason.baseAddress)
        CCurl_set_string(curl, CURLOPT_URL, url)
        CCurl_set_string(curl, CURLOPT_PROTOCOLS_STR, "http,https")
        CCurl_set_long(curl, CURLOPT_NOSIGNAL, 1)
        CCurl_set_long(curl, CURLOPT_CONNECTTIMEOUT, min(settings.timeout, 20))
        CCurl_set_long(curl, CURLOPT_TIMEOUT, settings.timeout)
        CCurl_set_long(curl, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
        if let file = settings.authorityFile {
            CCurl_set_string(curl, CURLOPT_CAINFO, file)
            // Else every authority of the system's folder would be trusted as well.
            CCurl_set_string(curl, CURLOPT_CAPATH, nil)
        }
    }

    private func run(_ transfer: Transfer) -> CURLcode {
        let context = Unmanaged.passUnretained(transfer).toOpaque()
        CCurl_set_receiver(
            curl,
            { bytes, size, count, context in
                guard let bytes, let context else { return 0 }
                let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
                let chunk = UnsafeRawBufferPointer(start: bytes, count: size * count)
                guard transfer.body.count + chunk.count <= CurlHandle.answerLimit else {
                    transfer.isTooLong = true
                    return 0
                }
                transfer.body.append(contentsOf: chunk)
                return chunk.count
            },
            context
        )
        CCurl_set_progress(
            curl,
            { context, _, _, _, _ in
                guard let context else { return 1 }
                let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
                return transfer.cancel.isSet ? 1 : 0
            },
            context
        )
        return CCurl_easy_perform(curl)
    }
}
