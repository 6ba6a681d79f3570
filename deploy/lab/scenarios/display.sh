# What the kiosk draws is what the display shows: after the start, after the cable was pulled and another
# display plugged in, on a panel that is mounted turned, after the off hours, and after the process was
# killed, while its last picture stays.
source /deploy/guest/lib.sh
source /deploy/guest/display.sh

display_start
shown 60 1920x1080 first
systemctl is-active kiosk >/dev/null || fail "systemd was not told that the kiosk is ready"
say "modeset: the screenshot equals what was drawn: $(drawn)"
pid=$(systemctl show --property=MainPID --value kiosk)
sleep 20 # some pages with their fades
pss=$(awk '$1 == "Pss:" { print int($2 / 1024 + 0.5) }' "/proc/$pid/smaps_rollup")
# The kernel counts the memory of the display for nobody.
scanout=$((2 * 1920 * 1080 * 4 / 1048576 + 1))
[ $((pss + scanout)) -le 48 ] || fail "$pss MiB PSS and $scanout MiB of scan-out buffers"
say "memory at 1920x1080: $pss MiB PSS, and $scanout MiB in two scan-out buffers"

mark
host unplug >/dev/null
within 20 logged 'display: absent' || fail "the pulled cable is not noticed: $(fresh)"
mark
host plug 1920 360 >/dev/null
shown 30 1920x360 bar
say "another display: the screenshot equals what was drawn: $(drawn)"

mark
host plug 1280 720 >/dev/null
shown 30 1280x720 other
say "a display changed without a gap: the screenshot equals what was drawn: $(drawn)"

# Whatever ends the process, the picture stays until the next process shows its own.
for signal in KILL TERM; do
    before=$(host screen "before-$signal")
    buffers=$(framebuffers)
    [ "$buffers" -ge 2 ] || fail "$buffers framebuffers"
    mark
    systemctl kill --signal=$signal --kill-whom=main kiosk
    within 10 eval '! systemctl is-active kiosk >/dev/null' || fail "SIG$signal does not end it"
    [ "$(host screen "after-$signal")" = "$before" ] || fail "the picture did not stay after SIG$signal"
    shown 60 1280x720 "again-$signal"
    [ "$(framebuffers)" = "$buffers" ] ||
        fail "$(framebuffers) framebuffers after a restart, $buffers before"
    say "SIG$signal: the picture stayed, and the next process took the display over"
done
display_stop

host unplug >/dev/null
display_start 'rotation: 90'
within 30 logged 'display: absent' || fail "it does not say that there is no display: $(fresh)"
mark
host plug 1920 1080 >/dev/null
shown 30 1080x1920 turned 1920x1080
say "started without a display, then plugged into one that is mounted turned: $(drawn)"
display_stop

# Dark from 22:30 to 04:30 in Vietnam: the signal ends, and the picture of the morning comes back.
power() { cat /sys/class/drm/card0-*/dpms | sort -u; }
at() { date -s "2020-08-13 $1" >/run/date; }
at 15:00
display_start 'off_hours: "22:30-04:30"'
shown 60 1920x1080 evening
power | grep -q On || fail "the display is $(power) in the evening"
at 15:29:50
within 90 logged 'panel: off' || fail "not off at 22:30: $(fresh)"
within 10 eval '! power | grep -q On' || fail "the kernel says $(power) in the off hours"
mark
at 21:29:50
within 90 logged 'panel: on' || fail "not on at 04:30: $(fresh)"
within 10 eval 'power | grep -q On' || fail "the kernel says $(power) after the off hours"
within 30 eval '[ -n "$(drawn)" ]' || fail "no picture after the off hours: $(fresh)"
systemctl kill --signal=STOP --kill-whom=main kiosk
seen=$(host screen morning)
systemctl kill --signal=CONT --kill-whom=main kiosk
[ "$seen" = "1920x1080 $(drawn)" ] || fail "drawn was $(drawn), the glass shows $seen"
display_stop
say "off hours: no signal, and the picture is back after them; all screenshots equal what was drawn"
