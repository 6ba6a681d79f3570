# The machine has everything a kiosk looks for, and the programs start in it.
source /deploy/guest/lib.sh

modprobe -a hci_vhci i6300esb virtio-gpu configfs gpio-sim-lab
mountpoint -q /sys/kernel/config || mount -t configfs none /sys/kernel/config
chip=/sys/kernel/config/gpio-sim/kiosk
mkdir -p "$chip/bank0/line0" "$chip/bank0/line1"
echo 8 >"$chip/bank0/num_lines"
echo kiosk-lab >"$chip/bank0/label"
echo ignition >"$chip/bank0/line0/name"
echo backlight >"$chip/bank0/line1/name"
echo 1 >"$chip/live"

[ -c /dev/vhci ] || fail "no /dev/vhci"
within 10 gpiofind ignition || fail "no line called ignition"
gpiodetect | grep kiosk-lab || fail "no chip called kiosk-lab"
# What the world outside does to a line, and what a program reads.
lines=/sys/devices/platform/$(cat "$chip/dev_name")/$(cat "$chip/bank0/chip_name")
echo pull-up >"$lines/sim_gpio0/pull"
[ "$(gpioget $(gpiofind ignition))" = 1 ] || fail "the ignition line does not follow"
within 10 compgen -G '/dev/dri/card*' || fail "no display"
within 10 test -c /dev/watchdog || fail "no watchdog"
grep . /sys/class/watchdog/watchdog0/identity
for program in kiosk fleetsim province; do
    "$program" --version || fail "$program does not start"
done
fc-list ':lang=km' | grep -q Khmer || fail "no Khmer font"
say "vhci, GPIO, display, watchdog, fonts and programs are there"
