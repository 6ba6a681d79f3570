import Fleet
import Foundation
import Lifecycle
import Testing
import Web

@testable import ProvinceService

@Suite struct ProvinceServerTests {
    private let store: ProvinceStore
    private let server: ProvinceServer
    private static let token = "0123456789abcdef"
    private static let now = Instant(seconds: 1_597_300_000)

    init() throws {
        store = try ProvinceStore(path: ":memory:")
        let kiosk = RegisteredKiosk(
            id: try #require(KioskID("bus-1")),
            name: "Xe 1",
            place: "Châu Đốc",
            token: Self.token
        )
        server = ProvinceServer(
            settings: ProvinceSettings(kiosks: [kiosk]),
            store: store,
            now: { Self.now },
            log: Log { _, _ in }
        )
    }

    @Test("a report is acknowledged through its last row, and again when it comes again")
    func report() async throws {
        let body = try Self.report(rows: 1...3)
        for _ in 0..<2 {
            let response = await server.answer(Self.post(body))
            #expect(response.status == 200)
            let receipt = try JSONDecoder().decode(Receipt.self, from: Data(response.body))
            #expect(receipt.acknowledged_through == 3)
        }
        #expect(try await store.quarters(of: Self.id()).count == 3)
    }

    @Test("reports in any order, overlapping and repeated, leave each row once")
    func anyOrder() async throws {
        for rows in [5...9, 1...6, 9...12, 3...3, 1...12] as [ClosedRange<Int64>] {
            #expect(await server.answer(Self.post(try Self.report(rows: rows))).status == 200)
        }
        #expect(try await store.quarters(of: Self.id()).map(\.sequence) == Array(1...12))
    }

    @Test("a store that was begun anew numbers from 1 again, and nothing is taken for known")
    func newJournal() async throws {
        let first = try Self.report(journal: BootID(1, 0), rows: 1...3)
        let second = try Self.report(journal: BootID(2, 0), rows: 1...3)
        #expect(await server.answer(Self.post(first)).status == 200)
        #expect(await server.answer(Self.post(second)).status == 200)
        #expect(try await store.quarters(of: Self.id()).count == 6)
    }

    @Test("a row under a known number with other figures is refused, not acknowledged and lost")
    func conflict() async throws {
        let other = QuarterRow.Figures(android: 99, ios: 5, otherPhones: 7)
        #expect(await server.answer(Self.post(try Self.report(rows: 1...2))).status == 200)
        let response = await server.answer(Self.post(try Self.report(rows: 2...3, figures: other)))
        #expect(response.status == 409)
        #expect(String(decoding: response.body, as: UTF8.self).contains("row 2"))
        #expect(try await store.quarters(of: Self.id()).map(\.sequence) == [1, 2])
    }

    @Test("a row that claims to come from the far future is kept, but not shown as the newest")
    func future() async throws {
        let figures = QuarterRow.Figures(android: 7777, ios: 5, otherPhones: 7)
        _ = await server.answer(Self.post(try Self.report(rows: 1...1)))
        let late = try Self.report(rows: 900_000...900_000, figures: figures)
        #expect(await server.answer(Self.post(late)).status == 200)
        let html = String(decoding: await server.answer(HTTPRequest(path: "/")).body, as: UTF8.self)
        #expect(html.contains("<b>20</b>") && !html.contains("7777"))
        #expect(try await store.quarters(of: Self.id()).count == 2)
    }

    @Test(
        "what is no report is refused in words, and stores nothing",
        arguments: [
            "", "nonsense", "[]", "{}", "{\"format\":1}", "null", "\u{0}", "{\"format\":",
            String(repeating: "[", count: 20_000),
        ]
    )
    func garbage(body: String) async throws {
        let response = await server.answer(Self.post(Array(body.utf8)))
        #expect(response.status == 400)
        #expect(String(decoding: response.body, as: UTF8.self).contains("\"error\""))
        #expect(try await store.glance(of: Self.id(), now: Self.now).contact == nil)
    }

    @Test("a kiosk that is not in the fleet is refused by name")
    func unknownKiosk() async throws {
        let response = await server.answer(Self.post(try Self.report(kiosk: "bus-2", rows: 1...1)))
        #expect(response.status == 403)
        #expect(String(decoding: response.body, as: UTF8.self).contains("bus-2"))
    }

    @Test("a missing or wrong token is refused", arguments: [nil, "Bearer x", "0123456789abcdef"])
    func wrongToken(authorization: String?) async throws {
        var request = Self.post(try Self.report(rows: 1...1))
        request.headers["authorization"] = authorization
        #expect(await server.answer(request).status == 401)
        #expect(try await store.quarters(of: Self.id()).isEmpty)
    }

    @Test(
        "what was on the glass today stands on the page; late and repeated reports change nothing"
    )
    func shown() async throws {
        func page(_ times: Int, _ seconds: Int64) -> ShownPage {
            let time = Instant(seconds: Self.now.seconds - seconds)
            var page = ShownPage(page: "android/vi/1", at: time, proof: .readBack)
            page.times = times
            return page
        }
        let yesterday = page(500, 86_400)
        for shown in [[page(7, 60), yesterday], [page(9, 5)], [page(7, 60)], [page(9, 5)]] {
            let report = try Self.report(rows: 1...1, shown: shown)
            #expect(await server.answer(Self.post(report)).status == 200)
        }
        let html = String(decoding: await server.answer(HTTPRequest(path: "/")).body, as: UTF8.self)
        #expect(html.contains("9 lượt trang hôm nay") && html.contains("đã kiểm chứng"))
    }

    @Test("a screen is taken when it is a PNG, and served again")
    func screen() async throws {
        var request = HTTPRequest(method: "PUT", path: "/v1/kiosks/bus-1/screen")
        request.headers["authorization"] = "Bearer \(Self.token)"
        let before = await server.answer(HTTPRequest(path: "/kiosks/bus-1/screen.png"))
        #expect(before.status == 404)
        for bad in [
            [], Array("GIF89a".utf8), Self.png(width: 100_000, height: 1),
            Self.png(width: 64, height: 36).dropLast(1),
        ] {
            request.body = bad
            #expect(await server.answer(request).status == 400)
        }
        request.body = Self.png(width: 64, height: 36)
        #expect(await server.answer(request).status == 204)
        let after = await server.answer(HTTPRequest(path: "/kiosks/bus-1/screen.png"))
        #expect(after.status == 200)
        #expect(after.body == request.body)
    }

    @Test("small figures are not told apart on the page, and negative ones not shown")
    func smallFigures() async throws {
        let figures = QuarterRow.Figures(android: 4, ios: -2, otherPhones: 7)
        _ = await server.answer(Self.post(try Self.report(rows: 1...1, figures: figures)))
        let page = await server.answer(HTTPRequest(path: "/"))
        let html = String(decoding: page.body, as: UTF8.self)
        #expect(html.contains("<b>&lt;5</b>"))
        #expect(html.contains("iPhone: &lt;5"))
        #expect(html.contains("điện thoại khác: 7"))
        #expect(!html.contains("-2"))
    }

    @Test("a kiosk that was deaf shows no number")
    func deaf() async throws {
        _ = await server.answer(Self.post(try Self.report(rows: 1...1, figures: nil)))
        let html = String(decoding: await server.answer(HTTPRequest(path: "/")).body, as: UTF8.self)
        #expect(html.contains("không nghe được"))
        #expect(html.contains("<b>—</b>"))
    }

    @Test("what a kiosk says of itself cannot break the page")
    func escaping() async throws {
        let body = try Self.report(rows: 1...1, radio: "<script>alert('x')</script>")
        #expect(await server.answer(Self.post(body)).status == 200)
        let html = String(decoding: await server.answer(HTTPRequest(path: "/")).body, as: UTF8.self)
        #expect(!html.contains("<script"))
        #expect(html.contains("&lt;script&gt;"))
    }

    @Test("a method that a path does not take is refused with those it takes")
    func wrongMethod() async {
        for (method, path, allowed) in [
            ("GET", "/v1/reports", "POST"), ("POST", "/v1/kiosks/bus-1/screen", "PUT"),
            ("POST", "/", "GET, HEAD"), ("PUT", "/kiosks/bus-1/screen.png", "GET, HEAD"),
        ] {
            let response = await server.answer(HTTPRequest(method: method, path: path))
            #expect(response.status == 405)
            #expect(response.headers.contains { $0.name == "Allow" && $0.value == allowed })
        }
    }

    @Test(
        "paths that lead nowhere",
        arguments: [
            "/x", "/kiosks", "/kiosks/bus-2/screen.png", "/kiosks/../etc/screen.png",
            "/kiosks/bus-1/screen.png/more",
        ]
    )
    func nowhere(path: String) async {
        #expect(await server.answer(HTTPRequest(path: path)).status == 404)
    }
}

// MARK: - Messages

extension ProvinceServerTests {
    private static func id() throws -> KioskID { try #require(KioskID("bus-1")) }

    private static func post(_ body: [UInt8]) -> HTTPRequest {
        HTTPRequest(
            method: "POST",
            path: "/v1/reports",
            headers: ["authorization": "Bearer \(token)"],
            body: body
        )
    }

    private static func report(
        kiosk: String = "bus-1",
        journal: BootID = BootID(7, 7),
        rows: ClosedRange<Int64>,
        figures: QuarterRow.Figures? = .init(android: 20, ios: 5, otherPhones: 7),
        radio: String = "listening",
        shown: [ShownPage] = []
    ) throws -> [UInt8] {
        let report = Report(
            kiosk: try #require(KioskID(kiosk)),
            journal: journal,
            boot: BootID(1, 2),
            source: .air,
            sent: Instant(seconds: 1_597_300_000),
            health: .init(version: "1", radio: radio, display: "on"),
            rows: rows.map { number in
                let start = Instant(seconds: 1_597_276_800 + number * 900)
                return StoredRow(
                    sequence: number,
                    row: QuarterRow(
                        span: WindowSpan(start: start, length: 900),
                        quality: figures == nil ? .deaf : .regular,
                        figures: figures
                    )
                )
            },
            shown: shown
        )
        return Array(try JSONEncoder().encode(report))
    }

    private static func png(width: UInt32, height: UInt32) -> [UInt8] {
        let bigEndian = { (value: UInt32) in (0..<4).map { UInt8(value >> (24 - $0 * 8) & 0xff) } }
        return [
            0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52,
        ]
            + bigEndian(width) + bigEndian(height) + [8, 2, 0, 0, 0, 0, 0, 0, 0]
            + [0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]
    }
}
