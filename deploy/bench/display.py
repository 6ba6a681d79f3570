"""Measures a kiosk and a browser kiosk that show the same page; display.sh runs it.

Usage: display.py RELEASE-FOLDER WORK-FOLDER SECONDS
"""

import http.server
import os
import re
import shutil
import signal
import statistics
import subprocess
import sys
import threading
import time

release, work, seconds = sys.argv[1], sys.argv[2], int(sys.argv[3])
here = os.path.dirname(os.path.abspath(__file__))
TICK = os.sysconf("SC_CLK_TCK")
# Where others use the machine, both programs are started before everybody else's turn.
FIRST = ["chrt", "-f", "10"] if os.environ.get("BENCH_REALTIME") else []


# What a process and its children use


def family(root):
    """The process and all below it."""
    parents = {}
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{name}/stat") as file:
                parents[int(name)] = int(file.read().rsplit(")", 1)[1].split()[1])
        except OSError:
            pass
    found = [root]
    for process in found:
        found += [child for child, parent in parents.items() if parent == process]
    return found


def pss(root, field="Pss"):
    """Proportional share of memory of all of them, MiB; Rss counts shared pages in full."""
    total = 0
    for process in family(root):
        try:
            with open(f"/proc/{process}/smaps_rollup") as file:
                total += int(re.search(rf"^{field}:\s+(\d+)", file.read(), re.M)[1])
        except (OSError, TypeError):
            pass
    return total / 1024


def processor(root):
    """Processor seconds of all of them so far, user and system."""
    total = 0
    for process in family(root):
        try:
            with open(f"/proc/{process}/stat") as file:
                fields = file.read().rsplit(")", 1)[1].split()
            total += int(fields[11]) + int(fields[12])
        except OSError:
            pass
    return total / TICK


def load(root, length):
    """Percent of a core over some seconds."""
    before, begin = processor(root), time.monotonic()
    time.sleep(length)
    return 100 * (processor(root) - before) / (time.monotonic() - begin)


def loads(root, length):
    """Percent of a core of a program, and of the X server it draws on."""
    screen = int(os.environ["XVFB"])
    before, begin = processor(screen), time.monotonic()
    own = load(root, length)
    return own, 100 * (processor(screen) - before) / (time.monotonic() - begin)


def stop(process):
    for sign in (signal.SIGTERM, signal.SIGKILL):
        for member in family(process.pid):
            try:
                os.kill(member, sign)
            except OSError:
                pass
        try:
            process.wait(5)
            return
        except subprocess.TimeoutExpired:
            pass


# Cold caches


def files_of(process):
    """The files that processes have mapped."""
    found = set()
    for member in family(process):
        try:
            with open(f"/proc/{member}/maps") as file:
                found |= {line.split(None, 5)[5].strip() for line in file if " /" in line}
        except OSError:
            pass
    return {path for path in found if os.path.isfile(path)}


def make_cold(files):
    """Empties the page cache; where that is not allowed, asks the kernel to drop the files.

    Pages that another running process has mapped, such as those of libc, stay in either case.
    """
    os.sync()
    try:
        with open("/proc/sys/vm/drop_caches", "w") as file:
            file.write("3\n")
        return "drop_caches"
    except OSError:
        pass
    for path in files:
        try:
            descriptor = os.open(path, os.O_RDONLY)
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
            os.close(descriptor)
        except OSError:
            pass
    return "posix_fadvise of every file mapped"


def fonts():
    found = set()
    for top in ("/usr/share/fonts/truetype/noto", "/var/cache/fontconfig", "/etc/fonts"):
        for folder, _, names in os.walk(top):
            found |= {os.path.join(folder, name) for name in names}
    return found


# The two programs


class Kiosk:
    def __init__(self, display="memory"):
        self.folder = os.path.join(work, "state")
        shutil.rmtree(self.folder, ignore_errors=True)
        os.makedirs(self.folder)
        settings = os.path.join(work, "kiosk.json5")
        with open(settings, "w") as file:
            file.write(f'{{ kiosk: "bench", state: "{self.folder}" }}\n')
        self.begin = time.monotonic()
        self.process = subprocess.Popen(
            FIRST
            + [os.path.join(release, "kiosk"), "run", "--board", "boards/generic-x86"]
            + ["--config", settings, "--display", display],
            stderr=subprocess.PIPE,
            text=True,
        )

    def first_picture(self):
        for line in self.process.stderr:
            if "first picture" in line:
                found = time.monotonic() - self.begin
                threading.Thread(target=self.process.stderr.read, daemon=True).start()
                return found
        raise SystemExit("display.py: the kiosk ended without a picture")


class Server(http.server.ThreadingHTTPServer):
    """Gives the page, and hears from it when it was painted and how many frames it had."""

    def __init__(self):
        self.painted, self.counted, self.frames = threading.Event(), threading.Event(), 0.0
        folder = os.path.join(work, "page")
        server = self

        class Handler(http.server.SimpleHTTPRequestHandler):
            def __init__(self, *arguments):
                super().__init__(*arguments, directory=folder)

            def do_GET(self):
                if self.path == "/painted":
                    server.painted.set()
                elif self.path.startswith("/frames/"):
                    server.frames = float(self.path[8:])
                    server.counted.set()
                else:
                    return super().do_GET()
                self.send_response(204)
                self.end_headers()

            def log_message(self, *_):
                pass

        super().__init__(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.serve_forever, daemon=True).start()


class Browser:
    def __init__(self, server, query=""):
        profile = os.path.join(work, "profile")
        shutil.rmtree(profile, ignore_errors=True)
        server.painted.clear()
        server.counted.clear()
        self.server = server
        options = ["--kiosk", "--no-first-run", "--disable-gpu", "--window-size=1920,1080"]
        if os.geteuid() == 0:
            options.append("--no-sandbox")
        self.begin = time.monotonic()
        self.process = subprocess.Popen(
            FIRST
            + ["chromium", f"--user-data-dir={profile}", *options]
            + [f"http://127.0.0.1:{server.server_port}/slide.html{query}"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def first_picture(self):
        if not self.server.painted.wait(60):
            raise SystemExit("display.py: chromium painted nothing within a minute")
        return time.monotonic() - self.begin


def starts(make, count, cold):
    """Milliseconds to the first picture: the median and all."""
    found, way, files = [], "", fonts()
    for _ in range(count):
        if cold:
            way = make_cold(files)
        program = make()
        found.append(1000 * program.first_picture())
        time.sleep(1)
        files |= files_of(program.process.pid)
        stop(program.process)
    return statistics.median(found), [round(value) for value in found], way


def bench(*words):
    """A figure of displaybench: its line, and percent of a core in it."""
    line = subprocess.run(
        [os.path.join(release, "displaybench"), *words], check=True, capture_output=True, text=True
    ).stdout.strip()
    return line, float(re.search(r"([\d.]+) % of a core", line)[1])


def row(name, ours, theirs, unit):
    print(f"{name:<44} {ours:>9.2f} {theirs:>9.2f} {unit:<7} {theirs / ours:>6.1f} x", flush=True)


def main():
    server = Server()
    starts(Kiosk, 1, False)
    starts(lambda: Browser(server), 1, False)
    ours = {cold: starts(Kiosk, 5, cold) for cold in (False, True)}
    theirs = {cold: starts(lambda: Browser(server), 5, cold) for cold in (False, True)}

    kiosk = Kiosk()
    kiosk.first_picture()
    time.sleep(5)
    slides = load(kiosk.process.pid, seconds)
    kiosk_pss, kiosk_rss = pss(kiosk.process.pid), pss(kiosk.process.pid, "Rss")
    stop(kiosk.process)
    still_line, still = bench("still", str(seconds))
    fade_line, fade = bench("fade", str(max(10, seconds // 4)))

    browser = Browser(server)
    browser.first_picture()
    time.sleep(20)
    browser_still, server_still = loads(browser.process.pid, seconds)
    browser_pss = pss(browser.process.pid)
    processes = len(family(browser.process.pid))
    stop(browser.process)
    browser = Browser(server, "?fade")
    browser.first_picture()
    server.counted.wait(30)
    time.sleep(2)
    browser_fade, server_fade = loads(browser.process.pid, max(10, seconds // 4))
    browser_fade_pss = pss(browser.process.pid)
    stop(browser.process)

    print(f"{'':<44} {'kiosk':>9} {'chromium':>9} {'':<7} {'ratio':>8}")
    row("PSS of all processes", kiosk_pss, browser_pss, "MiB")
    row("PSS while it fades (kiosk: the bench alone)", float(re.search(r"PSS ([\d.]+)", fade_line)[1]),
        browser_fade_pss, "MiB")
    row("first picture, warm", ours[False][0], theirs[False][0], "ms")
    row("first picture, cold page cache", ours[True][0], theirs[True][0], "ms")
    row("still page, clock and count each second", still, browser_still, "% core")
    row("fading at 60 frames a second", fade, browser_fade, "% core")
    print(f"kiosk: RSS {kiosk_rss:.1f} MiB, its PSS if nothing else used its libraries; 7.9 MiB of"
          " either are the picture that stands for a display's buffer")
    print(f"kiosk: whole service, slides with fades, no radio: {slides:.2f} % of a core")
    print(f"kiosk: warm {ours[False][1]} ms, cold {ours[True][1]} ms by {ours[True][2]}")
    print(f"kiosk: {still_line}")
    print(f"kiosk: {fade_line}")
    print(f"chromium: warm {theirs[False][1]} ms, cold {theirs[True][1]} ms; {processes} processes;"
          f" {server.frames} frames/s while fading; its X server besides:"
          f" still {server_still:.2f} %, fading {server_fade:.2f} %")


main()
