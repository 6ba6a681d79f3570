import Web

extension HTTPResponse {
    /// A page that may load nothing but its own style and pictures.
    static func page(_ html: String) -> HTTPResponse {
        var response = HTTPResponse.html(html)
        response.headers += [
            (
                name: "Content-Security-Policy",
                value:
                    "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; "
                    + "form-action 'none'; frame-ancestors 'none'"
            ),
            (name: "X-Content-Type-Options", value: "nosniff"),
            (name: "Referrer-Policy", value: "no-referrer"),
            (name: "Cache-Control", value: "no-store"),
        ]
        return response
    }

    /// A kiosk's screen; its address carries its time, so it may be kept.
    static func picture(_ png: [UInt8]) -> HTTPResponse {
        HTTPResponse(
            status: 200,
            headers: [
                (name: "Content-Type", value: "image/png"),
                (name: "X-Content-Type-Options", value: "nosniff"),
                (name: "Cache-Control", value: "private, max-age=3600"),
            ],
            body: png
        )
    }

    /// The style of all pages.
    static var styleSheet: HTTPResponse {
        HTTPResponse(
            status: 200,
            headers: [
                (name: "Content-Type", value: "text/css; charset=utf-8"),
                (name: "X-Content-Type-Options", value: "nosniff"),
                (name: "Cache-Control", value: "no-cache"),
            ],
            body: Array(StyleSheet.css.utf8)
        )
    }
}
