extension GuidancePage {
    /// How to install Bluezone, in Vietnamese, as the app was in August 2020.
    ///
    /// `\u{A0}` keeps the syllables of a compound on one line; `\u{200B}` lets Khmer break.
    /// The Khmer line says "please install the Bluezone application".
    package static let install = GuidancePage(
        id: "install",
        language: .vietnamese,
        title: "Cài ứng\u{A0}dụng Bluezone",
        subtitle: "Biết sớm nếu bạn từng ở gần người mắc\u{A0}COVID-19",
        first: Step(
            headline: "Tìm đúng tên “Bluezone”",
            line: "Mở Google\u{A0}Play hoặc App\u{A0}Store"
        ),
        second: Step(
            headline: "Cài\u{A0}đặt rồi mở Bluezone",
            line: "Số\u{A0}điện\u{A0}thoại: nhập hoặc bấm Bỏ\u{A0}qua"
        ),
        third: Step(
            headline: "Cho\u{A0}phép vị\u{A0}trí, Bluetooth",
            line: "Luôn bật Bluetooth, đừng vuốt tắt ứng\u{A0}dụng"
        ),
        code: Code(
            text: "HTTPS://BLUEZONE.GOV.VN",
            modules: 25,
            caption: "Quét mã để cài",
            address: "bluezone.gov.vn"
        ),
        secondLine: SecondLine(
            language: .khmer,
            text: "សូម\u{200B}ដំឡើង\u{200B}កម្មវិធី Bluezone",
            review: .awaitingNativeReviewer
        ),
        liveLabel: "Máy bật Bluezone quanh\u{A0}đây",
        privacy: Privacy(
            full: "Màn\u{A0}hình này chỉ đếm tín\u{A0}hiệu Bluezone ở\u{A0}gần. "
                + "Không lưu mã\u{A0}máy, không nhận\u{A0}ra\u{A0}ai.",
            brief: "Chỉ đếm tín\u{A0}hiệu: không lưu mã\u{A0}máy, không nhận\u{A0}ra\u{A0}ai."
        )
    )
}
