import Testing

@testable import Web

/// The `WebError` the work throws; a test failure when it throws none.
func webError<T>(
    sourceLocation: SourceLocation = #_sourceLocation,
    _ work: () throws -> T
) -> WebError? {
    do {
        _ = try work()
        Issue.record("no error was thrown", sourceLocation: sourceLocation)
    } catch let error as WebError {
        return error
    } catch {
        Issue.record(error, sourceLocation: sourceLocation)
    }
    return nil
}
