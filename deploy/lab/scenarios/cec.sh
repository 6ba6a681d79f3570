# The kiosk wakes a television over HDMI-CEC, puts it into standby in its off hours, and tells the province
# what the television says. Adapters and cable are the kernel's own test driver, vivid.
source /deploy/guest/lib.sh
source /deploy/guest/kiosk.sh

modprobe virtio-gpu
modprobe vivid n_devs=1 input_types=0xff num_inputs=1 output_types=0x1 num_outputs=1
within 20 test -c /dev/fb0 || fail "no framebuffer"
within 20 test -c /dev/cec1 || fail "no two CEC adapters"
grep . /sys/class/cec/cec*/name 2>/dev/null || true

# The adapter at vivid's HDMI input is the television's.
start_television() {
    perl /deploy/guest/television.pl /dev/cec0 >/run/television.log 2>&1 &
    television=$!
    within 20 grep -q here /run/television.log || fail "no television: $(cat /run/television.log)"
}
heard() { grep -q -- "$1" /run/television.log; }
page_display() { page | sed -n 's/.*<dt>Màn hình<\/dt><dd[^>]*>\(.*\)<\/dd>.*/\1/p'; }

mkdir -p /run/board
word=0123456789abcdef0123456789abcdef
echo "{ kiosks: [{ id: \"lab-0001\", name: \"Lab\", place: \"Lab\", token: \"$word\" }] }" >/run/province.json5
echo "{ kiosk: \"lab-0001\", state: \"/run/state\", province: { server: \"http://127.0.0.1:8080\",
    token: \"$word\", heartbeat_s: 2, picture_s: 0 } }" >/run/kiosk.json5
echo '{ name: "lab", adapter: 0, panel: { width: 1920, height: 1080, off_hours: "22:30-04:30" } }' \
    >/run/board/board.json5
province serve --config /run/province.json5 --database sqlite:/run/province.sqlite >/run/province.log 2>&1 &
province=$!
within 20 page >/dev/null || fail "the province gives no page"

# 22:28 in Vietnam.
date -s '2020-08-13 15:28' >/run/date
start_television
kiosk run --config /run/kiosk.json5 --board /run/board --display fbdev:/dev/fb0 >/run/kiosk.log 2>&1 &
kiosk=$!
within 60 heard '40 04\|80 04\|B0 04' || fail "Image View On was not heard: $(cat /run/television.log)"
within 10 heard '[48B]F 82 10 00' || fail "Active Source was not heard: $(cat /run/television.log)"
within 30 eval 'page_display | grep -q "panel on (CEC)"' || fail "the page says $(page_display)"
say "lit: $(page_display)"

date -s '2020-08-13 15:30' >/run/date
within 90 heard '[48B]0 36' || fail "Standby was not heard: $(cat /run/television.log)"
within 30 eval 'page_display | grep -q "panel off (CEC: standby)"' || fail "the page says $(page_display)"
say "dark: $(page_display)"

# A television that is unplugged, or has no CEC, leaves the word to the others.
kill "$television"
wait "$television" || true
within 40 eval 'page_display | grep -q "panel off (framebuffer blanked)"' ||
    fail "without a television the page says $(page_display)"

date -s '2020-08-13 21:30' >/run/date
within 90 grep -q 'panel: on' /run/kiosk.log || fail "not on at 04:30: $(cat /run/kiosk.log)"
service_end
say "woken, put into standby and asked over CEC; without a television the blanked framebuffer is told"
