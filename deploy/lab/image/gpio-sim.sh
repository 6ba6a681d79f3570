#!/usr/bin/env bash
# Builds the kernel's own GPIO simulator, which Debian leaves out, as a module for Debian's kernel.
# Usage: deploy/lab/image/gpio-sim.sh VERSION FOLDER   with the FOLDER that kernel.sh filled
set -euo pipefail
version=$1
folder=$(realpath "$2")
headers=$folder/headers/usr/src/linux-headers-$version
build=$folder/gpio-sim
rm -rf "$build"
mkdir "$build"
cp "$folder"/source/drivers/gpio/{gpio-sim.c,gpiolib.h} "$folder/source/kernel/irq/irq_sim.c" "$build"

echo "lab: building the GPIO simulator"
# irq_to_desc is not exported to modules; generic_handle_irq does the same by number.
sed -i 's/handle_simple_irq(irq_to_desc(\(.*\)));/generic_handle_irq(\1);/' "$build/irq_sim.c"
cat >"$build/Kbuild" <<'END'
obj-m += gpio-sim-lab.o
gpio-sim-lab-y := gpio-sim.o irq_sim.o
END
# Debian's headers point to where they would be installed.
sed -i "s# /usr/src/# $folder/headers/usr/src/#g; s#:= */usr/src/#:= $folder/headers/usr/src/#g" \
    "$headers/Makefile" "$headers/.kernelvariables"
make -s -C "$headers" M="$build" modules >"$build/log" 2>&1 || {
    tail -n 20 "$build/log" >&2
    echo "lab: the GPIO simulator does not build; the whole log is $build/log" >&2
    exit 3
}
mkdir -p "$folder/modules/lib/modules/$version/updates"
cp "$build/gpio-sim-lab.ko" "$folder/modules/lib/modules/$version/updates/"
depmod -b "$folder/modules" "$version"
# What only building needed.
rm -rf "$build" "$folder"/{deb,headers,source}
