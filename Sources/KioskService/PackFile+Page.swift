import Configuration
import Guidance

extension PackFile {
    /// A page as the file has it.
    struct Page: Decodable {
        let id: String
        let drawing: String?
        let isLive: Bool
        let isEssential: Bool
        let marks: [Slide.Mark]
        let times: PageTimes
        let texts: [Language: Text]

        private enum Key: String, CodingKey, CaseIterable {
            case id, drawing, live, essential, marks, times, vi, km, en
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.strictContainer(keyedBy: Key.self)
            id = try container.decode(String.self, forKey: .id)
            drawing = try container.decodeIfPresent(String.self, forKey: .drawing)
            for name in [id, drawing ?? "none"] where !PackFile.isName(name) {
                throw ConfigurationError("pages: \(name) is not 1 to 40 characters a-z, 0-9 and -")
            }
            isLive = try container.decodeIfPresent(Bool.self, forKey: .live) ?? false
            isEssential = try container.decodeIfPresent(Bool.self, forKey: .essential) ?? false
            let marks = try container.decodeIfPresent([String].self, forKey: .marks) ?? []
            let page = id
            self.marks = try marks.map { try Self.mark($0, page: page) }
            times =
                try container.decodeIfPresent(Times.self, forKey: .times)?.value(page: id)
                ?? .always
            var texts: [Language: Text] = [:]
            texts[.vietnamese] = try container.decodeIfPresent(Text.self, forKey: .vi)
            texts[.khmer] = try container.decodeIfPresent(Text.self, forKey: .km)
            texts[.english] = try container.decodeIfPresent(Text.self, forKey: .en)
            self.texts = texts
        }

        private static func mark(_ word: String, page: String) throws -> Slide.Mark {
            switch word {
            case "yes": return .yes
            case "no": return .no
            case "dot": return .dot
            default:
                throw ConfigurationError("\(page): marks: \(word) is not yes, no or dot")
            }
        }
    }

    struct Text: Decodable {
        let title: String
        let steps: [String]

        private enum Key: String, CodingKey, CaseIterable {
            case title, steps
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.strictContainer(keyedBy: Key.self)
            title = try container.decode(String.self, forKey: .title)
            steps = try container.decodeIfPresent([String].self, forKey: .steps) ?? []
        }
    }

    /// When a page is shown, with days such as `20200820`.
    struct Times: Decodable {
        let from: Int?
        let until: Int?
        let hours: [Int]

        private enum Key: String, CodingKey, CaseIterable {
            case from, until, hours
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.strictContainer(keyedBy: Key.self)
            from = try container.decodeIfPresent(Int.self, forKey: .from)
            until = try container.decodeIfPresent(Int.self, forKey: .until)
            hours = try container.decodeIfPresent([Int].self, forKey: .hours) ?? [0, 24]
        }

        func value(page: String) throws -> PageTimes {
            for day in [from, until].compactMap({ $0 })
            where !(19_700_101...22_001_231).contains(day)
                || !(1...12).contains(day / 100 % 100) || !(1...31).contains(day % 100)
            {
                throw ConfigurationError("\(page): times: \(day) is not a day such as 20200820")
            }
            guard hours.count == 2, (0...23).contains(hours[0]), (1...24).contains(hours[1]),
                hours[0] != hours[1]
            else {
                throw ConfigurationError("\(page): times: hours is not [FROM, UNTIL], 0 to 24")
            }
            return PageTimes(
                firstDay: from,
                lastDay: until,
                fromHour: hours[0],
                untilHour: hours[1]
            )
        }
    }
}
