# The kiosk draws through a framebuffer of the kernel: the emulator's own screenshot is what was drawn, turned
# or not; in its off hours the panel is blanked, and after them the picture is back.
source /deploy/guest/lib.sh

modprobe virtio-gpu
within 20 test -c /dev/fb0 || fail "no framebuffer"
# The text console would draw on the same memory; on a kiosk nothing is logged in there.
for console in /sys/class/vtconsole/vtcon*; do
    if grep -q 'frame buffer' "$console/name"; then echo 0 >"$console/bind"; fi
done
grep . /sys/class/graphics/fb0/{name,virtual_size,bits_per_pixel,stride}
IFS=, read -r width height </sys/class/graphics/fb0/virtual_size

# board DEGREES [KEYS]: the profile of both kiosks
board() {
    mkdir -p /run/board
    echo "{ name: \"lab\", adapter: 0, panel: { width: $width, height: $height, rotation: $1, ${2:-} } }" \
        >/run/board/board.json5
}

# run NAME DISPLAY: a kiosk in the background, its number in $started
run() {
    echo "{ kiosk: \"$1\", state: \"/run/$1\" }" >"/run/$1.json5"
    kiosk run --config "/run/$1.json5" --board /run/board --display "$2" >"/run/$1.log" 2>&1 &
    started=$!
}

# begin DEGREES [KEYS]: one kiosk on the framebuffer, one beside it that draws the same into a PNG
begin() {
    board "$@"
    rm -rf /run/png
    run fb fbdev:/dev/fb0
    fb=$started
    run png png:/run/png
    png=$started
    within 60 grep -q 'display: on' /run/fb.log || fail "no display: $(cat /run/fb.log)"
}

end() {
    kill "$fb" "$png"
    wait "$fb" || fail "the kiosk ended with $?"
    wait "$png" || fail "the other kiosk ended with $?"
}

# same DEGREES: whether the emulator shows what the other kiosk drew; both stand still meanwhile
same() {
    kill -STOP "$fb" "$png"
    sleep 1 # the kernel sends what changed on to the device
    rm -f /lab/answer
    if [ -f /run/png/screen.png ]; then
        cp /run/png/screen.png /lab/drawn.png
        echo "drawn.png $1" >/lab/ask.new
        mv /lab/ask.new /lab/ask
        within 60 test -f /lab/answer || fail "the host does not answer"
        answer=$(cat /lab/answer)
    else
        answer="nothing drawn yet"
    fi
    kill -CONT "$fb" "$png"
    echo "$1 degrees: $answer"
    [[ $answer == equal* ]] || {
        sleep 1
        return 1
    }
}

power() { cat /sys/class/drm/card0-*/dpms; }
at() { date -s "2020-08-13 $1" >/run/date; }

# UTC; in Vietnam it is noon.
at 05:00
for degrees in 0 90 270; do
    begin $degrees
    within 180 same $degrees || fail "turned by $degrees the screen is not what was drawn"
    say "turned by $degrees: the emulator's screenshot is what was drawn, $answer"
    end
    cp /lab/screen.ppm "/lab/screen-$degrees.ppm"
done

# 22:00 in Vietnam, dark from 22:30 to 04:30.
at 15:00
begin 0 'off_hours: "22:30-04:30"'
within 180 same 0 || fail "in the evening the screen is not what was drawn"
[ "$(power)" = On ] || fail "the panel is $(power) in the evening"
cp /lab/screen.ppm /lab/screen-night.ppm
at 15:29:50
within 90 grep -q 'panel: off' /run/fb.log || fail "not off at 22:30: $(cat /run/fb.log)"
within 10 eval '[ "$(power)" = Off ]' || fail "the kernel says $(power) in the off hours"
at 21:29:50
within 90 grep -q 'panel: on' /run/fb.log || fail "not on at 04:30: $(cat /run/fb.log)"
within 10 eval '[ "$(power)" = On ]' || fail "the kernel says $(power) after the off hours"
within 180 same 0 || fail "after the off hours the screen is not what was drawn"
end

# What is no framebuffer, and what a second kiosk is told.
begin 0
run second fbdev:/dev/fb0
within 20 grep -q 'another kiosk draws on it' /run/second.log || fail "$(cat /run/second.log)"
kill "$started"
wait "$started" || fail "the second kiosk ended with $?"
end
say "equal to the emulator's screenshot at 0, 90 and 270 degrees; blanked in the off hours and back"
