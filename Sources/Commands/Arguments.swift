/// The arguments of one call of a command, checked against what the command takes.
package struct Arguments: Sendable, Equatable {
    /// The positional arguments, as many as the command takes.
    package private(set) var operands: [String] = []
    private var values: [String: [String]] = [:]

    /// Reads `--name VALUE`, `--name=VALUE`, switches and operands; `--` ends the options.
    package init(_ words: some Sequence<String>, for command: Command) throws(UsageError) {
        var rest = Array(words)[...]
        var isOver = false
        while let word = rest.popFirst() {
            if !isOver, word == "--" {
                isOver = true
            } else if !isOver, word.hasPrefix("--") {
                try take(option: word, rest: &rest, command: command)
            } else if !isOver, word.hasPrefix("-"), word.count > 1 {
                throw UsageError("unknown option \(word)")
            } else {
                operands.append(word)
            }
        }
        if operands.count > command.operands.count {
            throw UsageError("unexpected argument \(operands[command.operands.count])")
        }
        if operands.count < command.operands.count {
            throw UsageError("\(command.operands[operands.count]) is missing")
        }
    }

    private mutating func take(
        option word: String,
        rest: inout ArraySlice<String>,
        command: Command
    ) throws(UsageError) {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts[0])
        guard let option = command.options.first(where: { $0.name == name }) else {
            throw UsageError("unknown option \(name)")
        }
        if values[name] != nil, !option.repeats { throw UsageError("\(name) is given twice") }
        guard option.value != nil else {
            guard parts.count == 1 else { throw UsageError("\(name) takes no value") }
            values[name] = [""]
            return
        }
        let value = parts.count == 2 ? String(parts[1]) : Self.popValue(&rest)
        guard let value, !value.isEmpty else { throw UsageError("\(name) needs a value") }
        values[name, default: []].append(value)
    }

    /// The word after an option, unless that is the next option: a forgotten value is no value.
    private static func popValue(_ rest: inout ArraySlice<String>) -> String? {
        guard let next = rest.first, !next.hasPrefix("--") else { return nil }
        return rest.popFirst()
    }

    /// Whether a switch was given.
    package func has(_ name: String) -> Bool { values[name] != nil }

    /// The value of an option, nil when it was not given.
    package func value(_ name: String) -> String? { values[name]?.last }

    /// All values of an option that repeats.
    package func all(_ name: String) -> [String] { values[name] ?? [] }

    /// The value of an option that must be given.
    package func required(_ name: String) throws(UsageError) -> String {
        guard let value = value(name) else { throw UsageError("\(name) is missing") }
        return value
    }

    /// The value of an option as a number within bounds, nil when it was not given.
    package func number<T: Comparable & LosslessStringConvertible>(
        _ name: String,
        in bounds: ClosedRange<T>
    ) throws(UsageError) -> T? {
        guard let text = value(name) else { return nil }
        guard let number = T(text), bounds.contains(number) else {
            throw UsageError(
                "\(name) \(text): not a number from \(bounds.lowerBound) to \(bounds.upperBound)"
            )
        }
        return number
    }
}
