#!/usr/bin/env bash
# Fetches Debian's kernel and unpacks it: vmlinux, modules/, headers/ and three source files of gpio-sim.
# Usage: deploy/lab/image/kernel.sh VERSION FOLDER   with VERSION such as 6.1.0-56-amd64
set -euo pipefail
version=$1
folder=$2
series=$(cut -d. -f1-2 <<<"$version")
cd "$folder"
mkdir -p deb modules headers source

# newest PACKAGE: its file; other images may have left older ones.
newest() { find deb/ -name "$1_*.deb" | sort -V | tail -n 1; }

packages=(
    "linux-image-$version" "linux-headers-$version" "linux-headers-${version%-amd64}-common"
    "linux-kbuild-$series" "linux-source-$series"
)
for package in "${packages[@]}"; do
    [ -n "$(newest "$package")" ] && continue
    echo "lab: fetching $package"
    (cd deb && apt-get -q download "$package" >/dev/null 2>apt.log) ||
        (apt-get -q update >/dev/null && cd deb && apt-get -q download "$package" >/dev/null)
done

echo "lab: unpacking the kernel"
dpkg-deb -x "$(newest "linux-image-$version")" modules
depmod -b "$PWD/modules" "$version"
for package in "${packages[@]:1:3}"; do dpkg-deb -x "$(newest "$package")" headers; done

# The source package holds one archive of 130 MB; the three files are near its end and its middle.
dpkg-deb --fsys-tarfile "$(newest "linux-source-$series")" |
    tar -x -O --wildcards "./usr/src/linux-source-$series.tar.xz" |
    xz -dc -T0 |
    tar -x -C source --strip-components=1 --wildcards \
        '*/drivers/gpio/gpio-sim.c' '*/drivers/gpio/gpiolib.h' '*/kernel/irq/irq_sim.c'

# An uncompressed vmlinux starts through PVH and saves unpacking in an emulated processor. Where it
# lies in the bzImage: Documentation/x86/boot.rst, setup_sects, payload_offset and payload_length.
image=modules/boot/vmlinuz-$version
number() { od -An -t "u$2" -j "$1" -N "$2" "$image" | tr -d ' '; }
start=$((($(number 497 1) + 1) * 512 + $(number 584 4)))
# The last four octets of the payload are its unpacked size.
dd if="$image" iflag=skip_bytes,count_bytes bs=1M skip="$start" count="$(($(number 588 4) - 4))" \
    status=none | xz -dc >vmlinux.new
mv vmlinux.new vmlinux
