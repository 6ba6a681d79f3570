# What others do to the adapter: switched off, blocked, pulled and returned under another index or without
# its firmware, bluetoothd beside the kiosk. Each is told to the province or mended at once, and the same
# process counts on.
source /deploy/guest/lib.sh
source /deploy/guest/kiosk.sh

fleetsim air bus --seed 852 --passive --minutes 2 --start 1597277700 --out /run/air.btsnoop
date -s @1597277100 >/run/date
controller_start --play /run/air.btsnoop --rate 60
KIOSK_PRELOAD=/programs/no-firmware.so service_start
sleep 5

mark
btmgmt --index 0 power off </dev/null >/run/btmgmt.log 2>&1 || hciconfig hci0 down
noticed "switched off" 90 "switched off by another program" "switched off\|đang nghe"
resumed "switched off" 30

mark
rfkill block bluetooth
noticed rfkill 90 "blocked by a radio switch"
mark
rfkill unblock bluetooth
resumed rfkill 60 "unblocking"

mark
tell unplug
noticed unplug 90 "went away\|no Bluetooth adapter"
mark
tell plug
resumed unplug 60 "its return"

# Somebody holds the old index while the adapter goes and comes back, as a socket that is open does.
mark
tell unplug
noticed "another index" 90 "went away\|no Bluetooth adapter"
fleetsim controller --play /run/air.btsnoop --rate 0 --address 02:00:00:00:00:02 \
    --control /run/other >/run/other.counts 2>/run/other.log &
other=$!
within 20 test -e /sys/class/bluetooth/hci0 || fail "the other adapter did not take hci0"
tell plug
within 20 test -e /sys/class/bluetooth/hci1 || fail "the adapter did not come back as hci1"
mark
kill "$other"
wait "$other" || true
# Reports are delivered to scans only, and the other adapter is gone: it is hci1 that the kiosk scans.
resumed "another index" 60 "the other's end"

# It comes back and its driver finds no firmware, until somebody installs that.
mark
tell unplug
noticed "no firmware" 90 "went away\|no Bluetooth adapter"
touch /run/no-firmware
tell plug
noticed "no firmware" 90 "has no firmware: install"
rm /run/no-firmware
mark
resumed "no firmware" 120 "its installation"

unscanned() { counts | number reports_without_scan; }
# spared WHAT: from before a change to some seconds after it little air came while nobody scanned
spared() {
    sleep 6
    local lost=$(($(unscanned) - before))
    summary+=("$1: $lost reports, of 60 a second, came while nobody scanned")
    [ "$lost" -lt 240 ] || fail "$1: more than 4 s of air lost: $lost reports"
    within 20 page_says 'đang nghe' || fail "$1: the page says $(page_radio)"
    before=$(unscanned)
}
before=$(unscanned)
systemctl start bluetooth
spared "bluetoothd starts"
(sleep 6) | timeout 20 bluetoothctl --timeout 5 scan on >/run/scan.log 2>&1 || true
spared "bluetoothd scans"
systemctl stop bluetooth
spared "bluetoothd stops"
service_end

# Without its capabilities the doctor names both.
if systemd-run --quiet --wait --collect --pipe -p User=lab -p NoNewPrivileges=yes \
    /programs/kiosk doctor >/run/doctor 2>&1; then
    fail "the doctor finds nothing without capabilities"
fi
for name in CAP_NET_RAW CAP_NET_ADMIN AmbientCapabilities; do
    grep -q "$name" /run/doctor || fail "the doctor does not name $name: $(cat /run/doctor)"
done
say "doctor without capabilities: $(grep -m 1 CAP_NET /run/doctor)"
summarise
