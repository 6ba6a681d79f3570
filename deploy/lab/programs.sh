#!/usr/bin/env bash
# Puts the release programs and the Swift libraries they link into one folder, which guests mount
# read-only: the programs look for libraries beside themselves. Everything else they link is in the
# guest's disk.
# Usage: deploy/lab/programs.sh FOLDER
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=$1
mkdir -p "$folder"
gcc -shared -fPIC -O1 -o "$folder/no-firmware.so" deploy/lab/guest/no-firmware.c
for program in kiosk fleetsim province; do
    if [ ! -x ".build/release/$program" ]; then
        echo "lab: no .build/release/$program: run swift build -c release" >&2
        exit 3
    fi
    cp -u ".build/release/$program" "$folder/"
    ldd ".build/release/$program" | awk '$3 ~ /\/swift\/linux\// { print $3 }'
done | sort -u | xargs cp -u -t "$folder"
