#!/bin/sh
# First program of the guest: loads what the disk needs, mounts it, and becomes systemd.
mount -t devtmpfs dev /dev
mount -t proc proc /proc
mount -t sysfs sys /sys
for module in /modules/*.ko; do insmod "$module"; done
until mount -t ext4 -o ro /dev/vda /root 2>/dev/null; do sleep 0.05; done
mount -o remount,rw /root
mount -o move /proc /root/proc
mount -o move /sys /root/sys
mount -o move /dev /root/dev
exec switch_root /root /sbin/init
