extension Truth {
    /// The truth as one JSON object, with a row on each line and the keys of `kiosk count --json`.
    ///
    /// Occupancies are rounded to thousandths. The text ends with a line feed.
    package func json() -> String {
        """
        {"scene":"\(scene)","seed":\(seed),"start":\(start),"length_s":\(length),
        "windows":[
        \(windows.map { $0.json(kind: "window") }.joined(separator: ",\n"))
        ],
        "quarters":[
        \(quarters.map { $0.json(kind: "quarter") }.joined(separator: ",\n"))
        ]}

        """
    }
}

extension Truth.Row {
    fileprivate func json(kind: String) -> String {
        let pairs: [(key: String, value: String)] = [
            ("kind", "\"\(kind)\""),
            ("start", "\(start)"),
            ("length_s", "\(length)"),
            ("covered_s", "\(covered)"),
            ("android_occupancy", Self.thousandths(androidOccupancy)),
            ("android_distinct", "\(androidDistinct)"),
            ("android_at_start", "\(androidAtStart)"),
            ("android_at_end", "\(androidAtEnd)"),
            ("in_range_occupancy", Self.thousandths(inRangeOccupancy)),
            ("in_range_distinct", "\(inRangeDistinct)"),
            ("ios_occupancy", Self.thousandths(iosOccupancy)),
            ("boardings", "\(boardings)"),
            ("alightings", "\(alightings)"),
            ("passers_by", "\(passersBy)"),
        ]
        return "{" + pairs.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}"
    }

    private static func thousandths(_ value: Double) -> String {
        "\(Double(Int64(value * 1000 + 0.5)) / 1000)"
    }
}
