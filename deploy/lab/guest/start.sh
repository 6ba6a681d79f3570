#!/bin/bash
# Runs the scenario that the host asked for, leaves its output and exit code, and switches off.
# /lab is the host's folder for this run, /deploy is deploy/lab, /programs are the release programs.
share() {
    mount -t 9p -o "trans=virtio,version=9p2000.L,msize=262144,$3" "$1" "$2"
}
modprobe -a 9p 9pnet_virtio
share lab /lab cache=none
share deploy /deploy ro,cache=loose
share programs /programs ro,cache=loose
export PATH=/programs:$PATH LANG=C.UTF-8 HOME=/root
mapfile -t settings </lab/settings
export "${settings[@]}"
cd /root

# The kernel measures its clock's speed while it starts; on a busy host that can go wrong. Files on the
# host's share get the host's time.
host_time() {
    : >/lab/clock
    stat -c %.6Y /lab/clock
}
is_clock_right() {
    local host guest
    host=$(host_time)
    guest=$(date +%s.%N)
    sleep 2
    awk -v h0="$host" -v g0="$guest" -v h1="$(host_time)" -v g1="$(date +%s.%N)" '
        BEGIN {
            speed = (g1 - g0) / (h1 - h0)
            printf "clock: %.3f of the speed of the host'"'"'s\n", speed
            exit speed < 0.9 || speed > 1.1
        }'
}
dmesg | grep -iE 'tsc|clocksource' >/lab/kernel
cat /sys/devices/system/clocksource/clocksource0/current_clocksource >>/lab/kernel
if is_clock_right >>/lab/kernel; then
    bash "/deploy/scenarios/$LAB_SCENARIO.sh" >/lab/out 2>&1
    echo $? >/lab/rc.new
else
    echo clock >/lab/rc.new
fi
mv /lab/rc.new /lab/rc
sync
systemctl poweroff -ff
