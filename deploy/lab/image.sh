#!/usr/bin/env bash
# Makes the guest's kernel and disk from Debian packages, unless they are there already, and prints
# their folder. Three folders below .build/lab, each named after what it is made of, so that whatever
# changed is made anew and the rest is kept:
#   kernel-VERSION   vmlinux and modules, with the GPIO simulator    image/kernel.sh, image/gpio-sim.sh
#   root-HASH        the packages of image/packages, installed       image/root.sh
#   image-HASH       vmlinux, initrd.gz, root.ext4: what a guest starts from      image/disk.sh
# Interrupted, it goes on with the first folder that is not finished.
# Usage: deploy/lab/image.sh
set -euo pipefail
cd "$(dirname "$0")"
cache=$(realpath ../..)/.build/lab

version=$(apt-cache depends linux-image-amd64 | sed -n 's/.*Depends: linux-image-//p' | head -n 1)
if [ -z "$version" ]; then
    echo "lab: apt knows no linux-image-amd64: run apt-get update, on Debian 12 for amd64" >&2
    exit 3
fi
hash_of() { cat "$@" | sha256sum | cut -c 1-12; }
kernel=$cache/kernel-$version
root=$cache/root-$(hash_of image/packages image/root.sh)
image=$cache/image-$({ echo "$version" "$root"; cat image/* guest/{init.sh,start.sh,lab.*}; } | hash_of)
if [ -f "$image/done" ]; then
    echo "$image"
    exit 0
fi
if [ "$(id -u)" != 0 ]; then
    echo "lab: the guest's disk holds files of several users: make it once as root:" \
        "sudo deploy/lab/image.sh" >&2
    exit 3
fi

# make FOLDER SCRIPT...: runs scripts that fill a folder, unless they all came to their end before.
make() {
    local folder=$1 script
    shift
    [ -f "$folder/done" ] && return
    mkdir -p "$folder"
    for script in "$@"; do "image/$script" "$version" "$folder" >&2; done
    touch "$folder/done"
}

begin=$SECONDS
make "$root" root.sh &
packages=$!
make "$kernel" kernel.sh gpio-sim.sh
wait "$packages"
mkdir -p "$image"
image/disk.sh "$version" "$kernel" "$root" "$image" >&2
touch "$image/done"
# Only the newest of each kind is kept.
for old in "$cache"/{kernel,root,image}-*; do
    case $old in "$kernel" | "$root" | "$image") ;; *) rm -rf "$old" ;; esac
done
echo "lab: image made in $((SECONDS - begin)) s" >&2
echo "$image"
