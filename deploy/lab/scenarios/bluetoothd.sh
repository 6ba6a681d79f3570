# Counting goes on while bluetoothd starts, scans, ends its scan and stops.
# Reports of each 10 s are compared with what was played; after a change the kiosk may need one such
# span, GRACE_SPANS, to notice and begin its scan anew, no more.
source /deploy/guest/lib.sh

fleetsim air bus --seed 852 --passive --minutes 2 --start 1597277700 --out /run/air.btsnoop
date -s @1597277700 >/run/date
controller_start --play /run/air.btsnoop --rate 0
count_start 100
tell rate 300

# spans: reports of each 10 s so far, one a line
spans() { sed -n 's/.*kiosk count: \([0-9]*\) reports in .*/\1/p' /run/kiosk.log; }

# goes_on WHAT: within three spans of 10 s there is one with nearly all reports
goes_on() {
    local seen
    seen=$(spans | wc -l)
    for _ in 1 2 3; do
        within 15 eval "[ \$(spans | wc -l) -gt $seen ]" || fail "$1: the kiosk says nothing"
        seen=$(spans | wc -l)
        last=$(spans | tail -n 1)
        say "$1: $last reports in 10 s"
        [ "$last" -lt 2700 ] || return 0
    done
    fail "$1: only $last of 3000 reports in 10 s"
}

goes_on "no bluetoothd"
systemctl start bluetooth
goes_on "bluetoothd started"
(sleep 6) | timeout 20 bluetoothctl --timeout 5 scan on >/run/scan.log 2>&1 || true
goes_on "bluetoothd has scanned"
systemctl stop bluetooth
goes_on "bluetoothd stopped"
kill -INT "$kiosk"
wait "$kiosk" || fail "kiosk count ended with $?"
sent=$(counts)
heard=$(reports </run/windows)
total=$(number reports_delivered <<<"$sent")
missed=$(number reports_without_scan <<<"$sent")
say "$total delivered, $heard counted, $missed came while nobody scanned"
