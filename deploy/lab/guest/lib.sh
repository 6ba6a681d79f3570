# What scenarios share; they begin with: source /deploy/guest/lib.sh
set -euo pipefail

say() { echo "$LAB_SCENARIO: $*"; }

fail() {
    echo "$LAB_SCENARIO: FAILED: $*"
    for log in /run/controller.log /run/kiosk.log; do
        if [ -s "$log" ]; then tail -n 20 "$log" | sed "s#^#  $log: #"; fi
    done
    exit 1
}

# within SECONDS COMMAND...: waits until a command holds, looking five times a second.
within() {
    local end=$(($(date +%s%N) + $1 * 1000000000))
    shift
    until "$@"; do
        [ "$(date +%s%N)" -lt "$end" ] || return 1
        sleep 0.2
    done
}

# ---- the controller: a process on /dev/vhci, told what to do by lines (fleetsim controller --help)

# controller_start OPTIONS...: starts it and waits for its adapter.
controller_start() {
    modprobe -a bluetooth hci_vhci
    rm -f /run/controller
    fleetsim controller --control /run/controller "$@" >/run/controller.counts 2>/run/controller.log &
    controller=$!
    within 20 test -e /sys/class/bluetooth/hci0 || fail "no adapter appeared"
    within 20 test -p /run/controller || fail "the controller takes no lines"
}

# tell LINE: deaf, hear, dead, mute, refuse, unplug, plug, rate N, counts, stop
tell() { echo "$*" >/run/controller; }

# counts: the controller's counts as a line of JSON, as of now
counts() {
    local before after=0
    before=$(wc -l </run/controller.counts)
    tell counts
    while [ "$after" -le "$before" ]; do
        sleep 0.1
        after=$(wc -l </run/controller.counts)
    done
    tail -n 1 /run/controller.counts
}

# number NAME: that number out of JSON on standard input, first line that has it
number() { sed -n "s/.*\"$1\":\(-\?[0-9.]*\).*/\1/p" | head -n 1; }

delivered() { counts | number reports_delivered; }

# ---- the kiosk's counting

# count_start SECONDS: kiosk count on the live adapter; windows in /run/windows, sentences in /run/kiosk.log
count_start() {
    kiosk count --live "$1" --json >/run/windows 2>/run/kiosk.log &
    kiosk=$!
    within 20 grep -q listening /run/kiosk.log || fail "the kiosk does not listen"
}

# reports: how many reports the windows on standard input hold
reports() { sed -n '/"window"/s/.*"reports":\([0-9]*\).*/\1/p' | awk '{ n += $1 } END { print n + 0 }'; }

# processor PID: milliseconds of processor time that a process took so far
processor() { awk '{ print ($14 + $15) * 10 }' "/proc/$1/stat"; }

# ---- the world outside

# host REQUEST...: asks deploy/lab/host.py, which says what there is to ask, and prints its answer.
host() {
    rm -f /lab/answer
    echo "$*" >/lab/ask.new
    mv /lab/ask.new /lab/ask
    within 60 test -e /lab/answer || fail "the host does not answer: $*"
    cat /lab/answer
}
