#!/usr/bin/env bash
# Compares `kiosk count` with btmon, tshark and scapy on one synthetic capture, one after the other;
# prints reports per second of processor time (user and system, so that what else runs on the machine
# matters little), medians, and how many times faster the kiosk is.
# Usage: deploy/bench/count.sh [RUNS]   (5 unless given)
# Fails below 4,000,000 reports/s, 12 times btmon or 500 times scapy.
set -euo pipefail
cd "$(dirname "$0")/../.."
runs=${1:-5}
work=.build/bench
capture=$work/terminal.btsnoop
scapy_records=20000
mkdir -p "$work"

deploy/setup.sh build bench
swift build -c release --product kiosk
swift build -c release --product fleetsim
if [ ! -x "$work/venv/bin/python" ]; then
    echo "bench: installing scapy from PyPI into $work/venv"
    python3 -m venv "$work/venv"
fi
"$work/venv/bin/pip" -q --disable-pip-version-check install 'scapy==2.6.1'
.build/release/fleetsim air terminal --seed 852 --reception 1 --minutes 15 --out "$capture"
reports=$(.build/release/kiosk count --json --replay "$capture" |
    sed -n '/"window"/s/.*"reports":\([0-9]*\).*/\1/p' | paste -sd+ | bc)

echo "machine: $(nproc) cores, $(sed -n 's/^model name[[:space:]]*: //p' /proc/cpuinfo | head -n 1)"
echo "load before: $(cut -d ' ' -f 1-3 /proc/loadavg)"
echo "capture: $reports reports, $(stat -c %s "$capture") bytes"
echo "versions: btmon $(btmon --version), $(tshark --version 2>/dev/null | head -n 1)," \
    "scapy $("$work/venv/bin/python" -c 'import scapy; print(scapy.VERSION)')"

# seconds COMMAND...: processor seconds, with reading the file and the start of the program
seconds() {
    local TIMEFORMAT='%3U %3S'
    { time "$@" >/dev/null 2>&1; } 2>&1 | awk '{ print $1 + $2 }'
}

# rate COUNT: from seconds on standard input to reports a second
rate() { while read -r time; do echo "$1 / $time" | bc; done; }

median() { sort -n | sed -n "$((($1 + 1) / 2))p"; }

for _ in $(seq "$runs"); do
    seconds .build/release/kiosk count --json --replay "$capture" | rate "$reports" >>"$work/kiosk.$$"
    seconds btmon -r "$capture" | rate "$reports" >>"$work/btmon.$$"
    seconds tshark -n -r "$capture" -T fields -e btcommon.eir_ad.entry.type |
        rate "$reports" >>"$work/tshark.$$"
    read -r found time < <("$work/venv/bin/python" \
        deploy/bench/scapy-count.py "$capture" "$scapy_records")
    echo "$time" | rate "$found" >>"$work/scapy.$$"
done

kiosk=$(median "$runs" <"$work/kiosk.$$")
status=0
# report NAME LEAST-RATIO
report() {
    local all middle ratio
    all=$(paste -sd' ' "$work/$1.$$")
    middle=$(median "$runs" <"$work/$1.$$")
    rm "$work/$1.$$"
    ratio=$(echo "scale=1; $kiosk / $middle" | bc)
    printf '%-7s median %9d reports/s, kiosk is %8s x; all runs: %s\n' "$1" "$middle" "$ratio" "$all"
    if [ "$(echo "$ratio < $2" | bc)" = 1 ]; then
        echo "bench: the kiosk should be at least $2 times as fast as $1" >&2
        status=1
    fi
}
report kiosk 1
report btmon 12
report tshark 1
report scapy 500
if [ "$kiosk" -lt 4000000 ]; then
    echo "bench: the kiosk should count at least 4000000 reports/s" >&2
    status=1
fi
exit "$status"
