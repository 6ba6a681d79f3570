# Counting goes on while bluetoothd starts, scans, ends its scan and stops: after each change no more than
# a few seconds of air come while nobody scans.
source /deploy/guest/lib.sh
# Most seconds of air that a change may cost, on an emulated processor.
limit=4

fleetsim air bus --seed 852 --passive --minutes 2 --start 1597277700 --out /run/air.btsnoop
date -s @1597277700 >/run/date
controller_start --play /run/air.btsnoop --rate 0
# What the kernel hands to its sockets, for comparison: it drops what waits when an adapter is switched off.
btmon -w /run/monitor.btsnoop >/run/btmon.log 2>&1 &
monitor=$!
within 20 test -s /run/monitor.btsnoop || fail "btmon does not run: $(cat /run/btmon.log)"
count_start 100
tell rate 300

unscanned() { counts | number reports_without_scan; }
before=$(unscanned)
summary=()

# spared WHAT: from before a change to some seconds after it little air came while nobody scanned
spared() {
    sleep 6
    local now lost first heard
    now=$(unscanned)
    lost=$((now - before))
    before=$now
    summary+=("$1 $(awk -v n=$lost 'BEGIN { printf "%.1f", n / 300 }') s")
    [ "$lost" -le $((limit * 300)) ] || fail "$1: $lost reports came while nobody scanned"
    # And now it does scan.
    first=$(delivered)
    sleep 2
    heard=$(($(delivered) - first))
    [ "$heard" -ge 500 ] || fail "$1: only $heard of 600 reports in 2 s"
    say "$1: $lost reports, of 300 a second, came while nobody scanned; then $heard in 2 s"
}

spared "no bluetoothd"
systemctl start bluetooth
spared "start"
(sleep 6) | timeout 20 bluetoothctl --timeout 5 scan on >/run/scan.log 2>&1 || true
spared "scan"
systemctl stop bluetooth
spared "stop"
tell rate 0
sleep 1
kill -INT "$kiosk"
wait "$kiosk" || fail "kiosk count ended with $?"
sent=$(counts)
heard=$(reports </run/windows)
total=$(number reports_delivered <<<"$sent")
kill "$monitor"
wait "$monitor" || true
reached=$(kiosk count --replay /run/monitor.btsnoop --json | reports)
missed=$(number reports_without_scan <<<"$sent")
say "$total delivered, $reached reached sockets, $heard counted, $missed came while nobody scanned"
[ "$reached" -ge $((total * 99 / 100)) ] || fail "the kernel dropped $((total - reached)) reports"
[ "$heard" -ge "$reached" ] || fail "$((reached - heard)) reports that reached sockets were not counted"
say "air lost$(printf ', %s' "${summary[@]}")"
