# The kiosk draws through a framebuffer of the kernel: the emulator's own screenshot is what was drawn, turned
# or not; in its off hours the panel is blanked, and after them it is lit again.
source /deploy/guest/lib.sh

modprobe virtio-gpu
within 20 test -c /dev/fb0 || fail "no framebuffer"
# The text console would draw on the same memory; on a kiosk nothing is logged in there.
for console in /sys/class/vtconsole/vtcon*; do
    if grep -q 'frame buffer' "$console/name"; then echo 0 >"$console/bind"; fi
done
grep . /sys/class/graphics/fb0/{name,virtual_size,bits_per_pixel,stride}
IFS=, read -r width height </sys/class/graphics/fb0/virtual_size

# run NAME: a kiosk on the framebuffer in the background, its number in $started
run() {
    echo "{ kiosk: \"$1\", state: \"/run/$1\" }" >"/run/$1.json5"
    kiosk run --config "/run/$1.json5" --board /run/board --display fbdev:/dev/fb0 >"/run/$1.log" 2>&1 &
    started=$!
}

# begin DEGREES [KEYS]: the kiosk on a panel that is mounted so
begin() {
    mkdir -p /run/board
    echo "{ name: \"lab\", adapter: 0, panel: { width: $width, height: $height, rotation: $1, ${2:-} } }" \
        >/run/board/board.json5
    run fb
    fb=$started
}

end() {
    kill "$fb"
    wait "$fb" || fail "the kiosk ended with $?"
}

drawn() { sed -n 's/.*the picture is on the glass: read_back \(.*\)/\1/p' /run/fb.log | tail -n 1; }

# same NAME: whether the emulator shows what the kiosk drew first; it stands still meanwhile
same() {
    within 60 eval '[ -n "$(drawn)" ]' || fail "nothing was drawn: $(cat /run/fb.log)"
    kill -STOP "$fb"
    sleep 1 # the kernel sends what changed on to the device
    seen=$(host screen "$1")
    kill -CONT "$fb"
    [ "$seen" = "${width}x$height $(drawn)" ]
}

power() { cat /sys/class/drm/card0-*/dpms; }
at() { date -s "2020-08-13 $1" >/run/date; }

# UTC; in Vietnam it is noon.
at 05:00
for degrees in 0 90 180 270; do
    # A kiosk that had the time to draw the next picture is started anew.
    for _ in 1 2 3; do
        begin $degrees
        same "screen-$degrees" && break
        end
    done
    same "screen-$degrees" || fail "turned by $degrees drawn was $(drawn), the glass shows $seen"
    say "turned by $degrees: the emulator's screenshot is what was drawn, $seen"
    end
done

# 22:00 in Vietnam, dark from 22:30 to 04:30.
at 15:00
begin 0 'off_hours: "22:30-04:30"'
within 60 eval '[ -n "$(drawn)" ]' || fail "nothing was drawn: $(cat /run/fb.log)"
[ "$(power)" = On ] || fail "the panel is $(power) in the evening"
at 15:29:50
within 90 grep -q 'panel: off' /run/fb.log || fail "not off at 22:30: $(cat /run/fb.log)"
within 10 eval '[ "$(power)" = Off ]' || fail "the kernel says $(power) in the off hours"
at 21:29:50
within 90 grep -q 'panel: on' /run/fb.log || fail "not on at 04:30: $(cat /run/fb.log)"
within 10 eval '[ "$(power)" = On ]' || fail "the kernel says $(power) after the off hours"

# What a second kiosk is told.
run second
within 20 grep -q 'another kiosk draws on it' /run/second.log || fail "$(cat /run/second.log)"
kill "$started"
wait "$started" || fail "the second kiosk ended with $?"
end
say "equal to the emulator's screenshot at 0, 90, 180 and 270 degrees; blanked in the off hours and lit again"
