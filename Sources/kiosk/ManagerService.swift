import Lifecycle
import SystemIO

/// Tells the service manager that the kiosk runs, and that it stops; nothing where there is none.
///
/// It is the last of the services: when it begins, all are set off, and it is the first to be stopped.
struct ManagerService: Service {
    let name = "manager"
    let log: Log

    func run() async throws {
        tell(.ready)
        while !Task.isCancelled { try? await Task.sleep(for: .seconds(3600)) }
        tell(.stopping)
    }

    private func tell(_ message: ServiceManager.Message) {
        do {
            try ServiceManager.fromEnvironment()?.tell(message)
        } catch {
            log.warning("kiosk: the service manager cannot be told: \(error)")
        }
    }
}
