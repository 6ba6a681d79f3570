#!/usr/bin/env bash
# Runs one scenario in a virtual machine of its own and ends with the scenario's exit code.
# Usage: deploy/lab/vm.sh IMAGE PROGRAMS FOLDER SCENARIO SECONDS [NAME=VALUE...]
#   IMAGE      what image.sh printed
#   PROGRAMS   what programs.sh filled
#   FOLDER     for this run; the guest has it as /lab, with out (what the scenario printed) and rc
#   SECONDS    after which the machine is ended, exit code 124
#   NAME=VALUE settings that the scenario finds in its environment
# Processors are emulated (TCG), also where /dev/kvm can be opened: nested ones often only seem to
# work. The disk is never written to, so any number of machines may share it.
set -euo pipefail
image=$(realpath "$1")
programs=$(realpath "$2")
folder=$3
scenario=$4
seconds=$5
shift 5
here=$(dirname "$(realpath "$0")")
mkdir -p "$folder"
# Paths of sockets must be short, so they are relative.
cd "$folder"
printf '%s\n' "LAB_SCENARIO=$scenario" "$@" >settings

# A scenario may have a part on the host, which ends when the guest has.
helper=
host_part() {
    [ -x "$here/host/$scenario.pl" ] || return 0
    rm -f ask answer
    "$here/host/$scenario.pl" . 2>host &
    helper=$!
}
trap '[ -z "$helper" ] || kill "$helper" 2>/dev/null || true' EXIT

share() { echo "local,path=$1,mount_tag=$2,security_model=none,id=$2$3"; }
start() {
    rm -f rc out console qmp
    host_part
    timeout "$seconds" qemu-system-x86_64 \
        -accel tcg,thread=multi -cpu max,-arch-capabilities -smp 2 -m 768 -M q35 \
        -nodefaults -no-reboot -display none -serial file:console \
        -kernel "$image/vmlinux" -initrd "$image/initrd.gz" \
        -append "console=ttyS0 panic=-1 quiet mitigations=off audit=0 systemd.show_status=0 \
systemd.unit=lab.target vt.global_cursor_default=0 consoleblank=0 cryptomgr.notests no_timer_check" \
        -drive "file=$image/root.ext4,if=virtio,format=raw,snapshot=on" \
        -virtfs "$(share "$PWD" lab "")" \
        -virtfs "$(share "$here" deploy ,readonly=on)" \
        -virtfs "$(share "$programs" programs ,readonly=on)" \
        -rtc base=2020-08-13T00:00:00 -device virtio-rng-pci \
        -device virtio-gpu-pci,xres=1920,yres=1080 \
        -device i6300esb -action watchdog="${LAB_WATCHDOG:-reset}" \
        -qmp unix:qmp,server=on,wait=off 2>qemu.log
}

# A guest whose clock runs wrong, see guest/start.sh, is started again.
for _ in 1 2 3 4; do
    start && ended=0 || ended=$?
    [ "$(cat rc 2>/dev/null)" = clock ] || break
done

if [ "$(cat rc 2>/dev/null)" = clock ]; then
    echo "lab: $scenario: the guest's clock ran wrong four times: $(tail -n 1 kernel)" >&2
    exit 3
fi
if [ -f rc ]; then exit "$(cat rc)"; fi
if [ "$ended" = 124 ]; then
    echo "lab: $scenario: no end after $seconds s; the console's last lines:" >&2
else
    echo "lab: $scenario: the machine ended before the scenario; the console's last lines:" >&2
    ended=3
fi
tail -n 15 console qemu.log >&2
exit "$ended"
