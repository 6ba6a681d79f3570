import Fleet
import FoundationEssentials
import Synchronization
import SystemIO

/// A province on loopback that acknowledges everything, and keeps every byte it was sent.
///
/// It speaks HTTP without TLS: what arrives is what the kiosk would have encrypted.
final class FakeProvince: Sendable {
    private let recorder: LoopbackRecorder
    private let figures: Figures

    /// What the reports told.
    private final class Figures: Sendable {
        private let android = Mutex<[Instant: Int?]>([:])
        private let count = Mutex(0)

        func countRequest() { count.withLock { $0 += 1 } }

        var requests: Int { count.withLock { $0 } }

        func take(_ rows: Report.Columns) {
            android.withLock { android in
                for (start, figure) in zip(rows.start, rows.android) {
                    android.updateValue(figure, forKey: Instant(seconds: start))
                }
            }
        }

        var all: [Instant: Int?] { android.withLock { $0 } }
    }

    init() throws {
        let figures = Figures()
        self.figures = figures
        recorder = try LoopbackRecorder { request in
            guard let body = Self.body(of: request) else { return nil }
            figures.countRequest()
            return Self.answer(to: body, figures)
        }
        recorder.start()
    }

    var address: String { "http://127.0.0.1:\(recorder.port)" }
    var bytes: [UInt8] { recorder.bytes }
    /// The noised Android figure of each quarter that arrived, by its start; nil without figures.
    var quarters: [Instant: Int?] { figures.all }
    /// Requests that arrived as a whole.
    var requests: Int { figures.requests }

    func finish() {
        recorder.finish()
    }

    /// The body of a whole request, nil while some of it is missing.
    private static func body(of request: [UInt8]) -> [UInt8]? {
        let blank = Array("\r\n\r\n".utf8)
        let starts = request.indices.dropLast(3)
        guard let end = starts.first(where: { request[$0..<$0 + 4].elementsEqual(blank) })
        else { return nil }
        let lines = String(decoding: request[..<end], as: UTF8.self).lowercased()
            .split(whereSeparator: \.isNewline)
        let length =
            lines.first { $0.hasPrefix("content-length:") }
            .flatMap { Int($0.dropFirst(15).filter { $0 != " " }) } ?? 0
        let body = request[(end + 4)...]
        return body.count >= length ? Array(body) : nil
    }

    /// A receipt for a report, an empty answer for anything else.
    private static func answer(to body: [UInt8], _ figures: Figures) -> [UInt8] {
        guard let report = try? JSONDecoder().decode(Report.self, from: Data(body)) else {
            return Array("HTTP/1.1 204 No Content\r\n\r\n".utf8)
        }
        figures.take(report.rows)
        let receipt = "{\"acknowledged_through\":\(report.rows.sequence.last ?? 0)}"
        let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
        return Array("\(head)Content-Length: \(receipt.utf8.count)\r\n\r\n\(receipt)".utf8)
    }
}
