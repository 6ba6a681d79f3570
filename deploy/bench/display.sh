#!/usr/bin/env bash
# Compares the kiosk with a browser kiosk that shows the same page at 1920x1080: memory, first picture,
# processor time with a clock and a count that change each second, and while fading.
# Usage: deploy/bench/display.sh [SECONDS]   (of each measuring, 60 unless given)
# The browser runs under Xvfb without a GPU; the kiosk draws into memory of its own (`--display memory`).
# Cold figures empty the machine's page cache, so run it where that disturbs nobody. Where others use the
# processor, BENCH_REALTIME=1 starts both programs with real-time priority.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-60}
work=.build/bench/display

deploy/setup.sh build run browser
swift build -c release --product kiosk
swift build -c release --product displaybench
mkdir -p "$work/page"
cp deploy/bench/slide.html Sources/KioskService/Content/august-2020/store.svg "$work/page"
qrencode -l Q -m 4 -s 10 -o "$work/page/code.png" 'HTTPS://BLUEZONE.GOV.VN'

echo "machine: $(nproc) cores, $(sed -n 's/^model name[[:space:]]*: //p' /proc/cpuinfo | head -n 1)"
echo "commit: $(git describe --always --dirty)"
echo "load before: $(cut -d ' ' -f 1-3 /proc/loadavg)${BENCH_REALTIME:+, started with real-time priority}"
echo "versions: $(chromium --version), $(swift --version 2>/dev/null | head -n 1)"

coproc screen { exec Xvfb -displayfd 1 -screen 0 1920x1080x24 -nolisten tcp 2>/dev/null; }
# shellcheck disable=SC2154  # coproc sets it
trap 'kill "$screen_PID" 2>/dev/null || true' EXIT
read -r number <&"${screen[0]}"
export DISPLAY=:$number XVFB=$screen_PID
.build/release/displaybench paint
python3 deploy/bench/display.py .build/release "$work" "$seconds"
