#!/usr/bin/env bash
# Puts packages, modules and the guest's own units together: vmlinux, initrd.gz and root.ext4 in IMAGE.
# Usage: deploy/lab/image/disk.sh VERSION KERNEL ROOT IMAGE   with the folders that the other scripts filled
set -euo pipefail
here=$(dirname "$(realpath "$0")")
version=$1
kernel=$2
root=$3/root
cd "$4"

# modules NAME...: the paths of modules and of what they need, each after what it needs.
modules() {
    for name in "$@"; do
        modprobe -d "$kernel/modules" -S "$version" --show-depends "$name" |
            awk '$1 == "insmod" { print $2 }'
    done | awk '!seen[$0]++'
}

echo "lab: making the disk"
cp "$kernel/vmlinux" vmlinux
rm -rf "$root/lib/modules"
mkdir -p "$root/lib/modules/$version"
mapfile -t names < <(sed 's/#.*//' "$here/modules" | awk 'NF { print $1 }')
modules "${names[@]}" gpio-sim-lab | while read -r module; do
    install -D -m 0644 "$module" "$root/${module#"$kernel/modules/"}"
done
cp "$kernel/modules/lib/modules/$version"/modules.{builtin,builtin.modinfo,order} \
    "$root/lib/modules/$version/"
depmod -b "$root" "$version"

install -m 0755 "$here/../guest/start.sh" "$root/usr/local/sbin/lab-start"
install -m 0644 "$here/../guest/"lab.{service,target} "$root/etc/systemd/system/"
# bluetoothd starts when a scenario says so, not when an adapter or a D-Bus call shows up.
rm -f "$root/etc/systemd/system/bluetooth.target.wants/bluetooth.service" \
    "$root/etc/systemd/system/dbus-org.bluez.service"
# systemd moves the clock ahead to this file's time, else to its own build; scenes are in August 2020.
touch -d 2020-01-01 "$root/usr/lib/clock-epoch"
echo bluezone-lab >"$root/etc/hostname"
# An account for services that are not root.
if ! grep -q ^lab: "$root/etc/passwd"; then
    echo 'lab:x:990:990:laboratory:/:/usr/sbin/nologin' >>"$root/etc/passwd"
    echo 'lab:x:990:' >>"$root/etc/group"
fi
mkdir -p "$root"/{lab,deploy,programs}
# A sparse file; what is free in it takes no room.
mke2fs -q -F -t ext4 -O ^has_journal -d "$root" root.ext4 1500M

rm -rf start
mkdir -p start/{bin,dev,proc,sys,root,modules}
cp "$(command -v busybox)" start/bin/busybox
for command in sh mount insmod switch_root sleep; do ln -s busybox "start/bin/$command"; done
order=0
for module in $(modules virtio_pci virtio_blk ext4); do
    order=$((order + 1))
    cp "$module" "start/modules/$(printf %03d "$order").ko"
done
install -m 0755 "$here/../guest/init.sh" start/init
(cd start && find . | cpio -o -H newc --quiet | gzip -1) >initrd.gz
rm -rf start
