# What the kiosk draws is what the display shows: after the start, after the cable was pulled and another
# display plugged in, on a panel that is mounted turned, and after the process was killed, while its last
# picture stays.
source /deploy/guest/lib.sh
source /deploy/guest/display.sh

display_start
shown 60 1920x1080 first
systemctl is-active kiosk >/dev/null || fail "systemd was not told that the kiosk is ready"
say "modeset: the screenshot equals what was drawn: $(drawn)"

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
