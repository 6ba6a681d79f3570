# What can be shown of an SPI panel without one: its lines are found by name and by chip, taken and given back,
# a line that somebody has is told with his name, and a bus that is missing is a state.
source /deploy/guest/lib.sh

modprobe -a configfs gpio-sim-lab
mountpoint -q /sys/kernel/config || mount -t configfs none /sys/kernel/config
chip=/sys/kernel/config/gpio-sim/panel
mkdir -p "$chip/bank0/line3"
echo 8 >"$chip/bank0/num_lines"
echo panel-dc >"$chip/bank0/line3/name"
echo 1 >"$chip/live"
name=$(cat "$chip/bank0/chip_name")
within 10 gpiofind panel-dc || fail "no line called panel-dc"
mkdir -p /run/board
echo '{ kiosk: "lab", state: "/run/state" }' >/run/kiosk.json5

# begin DC RESET: a kiosk on an SPI panel with these lines
begin() {
    echo "{ name: \"lab\", adapter: 0, panel: { width: 320, height: 480, rotation: 90,
        spi: { device: \"/dev/spidev0.0\", model: \"ili9488\", dc: \"$1\", reset: \"$2\" } } }" \
        >/run/board/board.json5
    kiosk run --config /run/kiosk.json5 --board /run/board --display spi >/run/kiosk.log 2>&1 &
    kiosk=$!
}
end() {
    kill "$kiosk"
    wait "$kiosk" || fail "the kiosk ended with $?"
}
says() { within 90 grep -q -- "$1" /run/kiosk.log || fail "it does not say: $1"; }

gpioset --mode=signal "$name" 3=1 &
holder=$!
within 10 eval 'gpioinfo "$name" | grep -q gpioset' || fail "nobody has the line"
begin panel-dc "$name:5"
says 'display: absent: panel.spi.dc: GPIO line panel-dc, held by "gpioset"'
kill "$holder"
wait "$holder" || true
# It looks again by itself: now both lines are had, and the bus is what is missing.
says 'absent: /dev/spidev0.0: there is no such SPI device'
gpioinfo "$name"
if gpioinfo "$name" | grep -q bluezone-kiosk; then fail "the lines are kept without a panel"; fi
end
begin panel-dc "$name:99"
says "panel.spi.reset: GPIO line $name:99"
end
begin no-such-line "$name:5"
says 'panel.spi.dc: GPIO line no-such-line: No such file'
end
say "lines by name and chip, a line that is held is told with its holder, no SPI bus is a state"
