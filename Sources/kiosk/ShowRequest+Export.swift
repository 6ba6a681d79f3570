import Commands
import Glibc
import Guidance
import Paint
import SystemIO

extension ShowRequest {
    /// Writes every screen as PNG, a list of how long each stands, and a video loop where ffmpeg is.
    ///
    /// `FOLDER/PAGE-LANGUAGE-PART.png`; `FOLDER/loop.txt` in the form of ffmpeg's concat demuxer.
    func export(to folder: String) throws {
        try Files.makeFolder(folder)
        let painter = Painter()
        var list = "ffconcat version 1.0\n"
        var last = ""
        var total = 0
        for screen in screens() {
            let name = screen.place.split(separator: "/").joined(separator: "-") + ".png"
            let (frame, report) = try painter.paint(screen.list)
            guard report.isFaultless else {
                throw CommandFailure("\(screen.place): not legible on \(panel.size)", exitCode: .no)
            }
            try Files.replace(
                "\(folder)/\(name)",
                with: try painter.png(frame.turned(quarters: quarters))
            )
            let seconds = Int(screen.seconds + 0.5)
            list += "file \(name)\nduration \(seconds)\n"
            last = name
            total += seconds
        }
        // The demuxer leaves out the duration of the last picture unless it is named again.
        list += "file \(last)\n"
        try Files.replace("\(folder)/loop.txt", with: Array(list.utf8))
        Console.out("\(folder): \(screens().count) pictures, loop.txt")
        try makeVideo(in: folder, seconds: total)
    }

    private func makeVideo(in folder: String, seconds: Int) throws {
        guard let program = Self.find("ffmpeg") else {
            Console.error(
                "kiosk show: no video: ffmpeg is not installed (Debian package ffmpeg); pictures and "
                    + "loop.txt are there, so this command can be run again on a machine that has it"
            )
            return
        }
        let log = "\(folder)/ffmpeg.log"
        let child = try ChildProcess(
            program,
            [
                "-nostdin", "-loglevel", "error", "-y", "-safe", "1", "-f", "concat", "-i",
                "\(folder)/loop.txt", "-vf", "format=yuv420p", "-r", "5", "-t", "\(seconds)",
                "-c:v", "libx264",
                "-tune", "stillimage", "-movflags", "+faststart", "\(folder)/loop.mp4",
            ],
            environment: [],
            log: log
        )
        let code = child.wait()
        guard code == 0 else {
            throw CommandFailure("\(folder)/loop.mp4: ffmpeg ended with \(code); see \(log)")
        }
        Console.out("\(folder)/loop.mp4")
    }

    /// The path of a program in the folders of PATH, nil when it is in none.
    private static func find(_ name: String) -> String? {
        let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin"
        return folders.split(separator: ":").map { "\($0)/\(name)" }
            .first { access($0, X_OK) == 0 }
    }
}
