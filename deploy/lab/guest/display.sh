# A kiosk on the display, kept by systemd as on a board, for scenarios. They source it after lib.sh.

# display_start [PANEL]: the kiosk on the machine's display; PANEL has more of the board's panel
display_start() {
    modprobe virtio-gpu
    within 10 compgen -G '/dev/dri/card*' >/dev/null || fail "no display"
    mkdir -p /run/board
    echo "{ name: \"lab\", adapter: 0, panel: { width: 1920, height: 1080${1:+, $1} } }" \
        >/run/board/board.json5
    echo '{ kiosk: "lab-0001", state: "/run/state" }' >/run/kiosk.json5
    rm -f /run/kiosk.log
    marked=0
    systemd-run --quiet --unit=kiosk --service-type=notify --property=NotifyAccess=main \
        --property=FileDescriptorStoreMax=1 --property=Restart=always --property=RestartSec=3 \
        --property=StandardError=append:/run/kiosk.log \
        /programs/kiosk run --config /run/kiosk.json5 --board /run/board --display kms ||
        fail "the kiosk does not start"
}

# display_stop: it ends in good order
display_stop() {
    systemctl stop kiosk
    logged stopped || fail "the kiosk does not stop in good order"
}

marked=0
# mark: what is in the log is old now
mark() { marked=$(wc -l </run/kiosk.log); }
fresh() { tail -n +$((marked + 1)) /run/kiosk.log; }
logged() { fresh | grep -q -- "$1"; }

# drawn: the figure of the first picture on this display, as the kiosk read it back
drawn() { fresh | sed -n 's/.*the picture is on the glass: read_back \(.*\)/\1/p' | tail -n 1; }

# shown SECONDS SIZE NAME [PANEL]: since the mark, a picture of that size came onto the glass, and the
# machine's own screenshot NAME.ppm shows it; PANEL is the size of a panel that is mounted turned. A kiosk
# that had the time to draw the next picture is given the display anew.
shown() {
    local seen drawn panel=${4:-$2}
    for _ in 1 2 3; do
        within "$1" logged "display: on $2" || fail "no $2 within $1 s: $(fresh | tail -n 3)"
        within "$1" eval '[ -n "$(drawn)" ]' || fail "nothing is on the glass: $(fresh | tail -n 3)"
        systemctl kill --signal=STOP --kill-whom=main kiosk
        drawn="$panel $(drawn)"
        seen=$(host screen "$3")
        systemctl kill --signal=CONT --kill-whom=main kiosk
        [ "$seen" != "$drawn" ] || return 0
        mark
        host unplug >/dev/null
        within "$1" logged 'display: absent' || fail "the pulled cable is not noticed: $(fresh)"
        host plug "${panel%x*}" "${panel#*x}" >/dev/null
    done
    fail "drawn was $drawn, the glass shows $seen"
}

# framebuffers: how many there are; the console has one of them
framebuffers() {
    mountpoint -q /sys/kernel/debug || mount -t debugfs debugfs /sys/kernel/debug
    grep -c '^framebuffer' /sys/kernel/debug/dri/0/framebuffer || true
}
