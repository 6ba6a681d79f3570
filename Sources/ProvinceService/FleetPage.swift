import Fleet

/// The fleet at a glance: one card for each kiosk, made on the server, refreshing itself.
struct FleetPage {
    /// What one card shows.
    struct Card {
        let kiosk: RegisteredKiosk
        let glance: Glance
    }

    let cards: [Card]
    let now: Instant

    /// Seconds between two refreshes.
    private static let refresh = 10
    /// Seconds after which a kiosk counts as silent: two missed hours.
    private static let silence: Int64 = 7200

    var html: String {
        """
        <!doctype html>
        <html lang="vi">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="refresh" content="\(Self.refresh)">
        <title>Kiosk Bluezone An Giang</title>
        <link rel="stylesheet" href="/style.css">
        <link rel="icon" href="data:,">
        </head>
        <body>
        <header>
        <h1>Kiosk Bluezone An Giang</h1>
        <p>\(summary)</p>
        </header>
        <main>
        \(cards.map(card).joined(separator: "\n"))
        \(cards.isEmpty ? "<p class=\"empty\">Chưa có kiosk nào trong danh sách.</p>" : "")
        </main>
        <footer>
        <p>Số liệu là số tổng đã làm nhiễu, sai số thường không quá 3 máy
        (điện thoại khác: 10); số dưới 5 không nêu.
        Kiosk không lưu mã máy và không nhận biết ai.</p>
        <p>Cập nhật lúc \(LocalTime(now).clockWithSeconds), tự làm mới mỗi \(Self.refresh) giây.</p>
        </footer>
        </body>
        </html>

        """
    }

    private var summary: String {
        let silent = cards.filter { isSilent($0.glance) }.count
        return "\(cards.count) kiosk · \(cards.count - silent) đang liên lạc · \(silent) im lặng"
    }

    private func isSilent(_ glance: Glance) -> Bool {
        guard let contact = glance.contact else { return true }
        return now.seconds - contact.time.seconds > Self.silence
    }

    private func card(_ card: Card) -> String {
        """
        <article class="kiosk" id="\(card.kiosk.id)">
        <div class="facts">
        <h2>\(HTML.escape(card.kiosk.name))</h2>
        <p class="place">\(HTML.escape(card.kiosk.place)) · \(card.kiosk.id)</p>
        \(count(card.glance))
        <dl>
        \(contactRows(card.glance))
        </dl>
        </div>
        \(screen(card))
        </article>
        """
    }

    private func count(_ glance: Glance) -> String {
        guard let row = glance.newest else {
            return "<p class=\"count none\">Chưa có số liệu</p>"
        }
        let (mark, word) = Wording.quality(row.quality)
        let replay = glance.source == .replay ? "<span class=\"tag\">phát lại bản ghi</span>" : ""
        let number = row.figures.map { figures in
            """
            <b>\(HTML.escape(Wording.figure(figures.android)))</b>
            <span>máy Android có Bluezone đã gặp trong 15 phút</span>
            <span class="more">iPhone: \(HTML.escape(Wording.figure(figures.ios)))
            · điện thoại khác: \(HTML.escape(Wording.figure(figures.otherPhones)))</span>
            """
        }
        return """
            <p class="count">\(number ?? "<b>—</b><span>không đếm được</span>")</p>
            <p class="when">\(Wording.span(row.span)) \(replay)</p>
            <p class="quality \(row.quality.rawValue)"><i>\(mark)</i> \(word)</p>
            """
    }

    private func contactRows(_ glance: Glance) -> String {
        guard let contact = glance.contact else {
            return "<dt>Liên lạc</dt><dd class=\"bad\">chưa bao giờ</dd>"
        }
        let mood = isSilent(glance) ? " class=\"bad\"" : ""
        return """
            <dt>Liên lạc</dt><dd\(mood)>\(Wording.ago(contact.time, now: now))</dd>
            <dt>Bluetooth</dt>\(state(Wording.radio(contact.health.radio)))
            <dt>Màn hình</dt>\(state(Wording.display(contact.health.display)))
            \(shown(glance))<dt>Phiên bản</dt><dd>\(HTML.escape(contact.health.version))</dd>
            """
    }

    private func shown(_ glance: Glance) -> String {
        guard let shown = glance.shown else { return "" }
        let words = "\(shown.times) lượt trang hôm nay, \(Wording.proof(shown.newest))"
        return "<dt>Đã chiếu</dt><dd>\(HTML.escape(words))</dd>\n"
    }

    private func state(_ state: Wording.State) -> String {
        "<dd\(state.isGood ? "" : " class=\"bad\"")>\(HTML.escape(state.words))</dd>"
    }

    private func screen(_ card: Card) -> String {
        guard let time = card.glance.contact?.screenTime else {
            return "<figure class=\"none\"><p>Chưa có ảnh màn hình</p></figure>"
        }
        return """
            <figure>
            <img src="/kiosks/\(card.kiosk.id)/screen.png?\(time.seconds)" alt="Ảnh màn hình kiosk">
            <figcaption>Màn hình, \(Wording.ago(time, now: now))</figcaption>
            </figure>
            """
    }
}
