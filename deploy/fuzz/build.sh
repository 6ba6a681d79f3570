#!/usr/bin/env bash
# Builds the fuzz targets of Tests/Fuzz with libFuzzer and AddressSanitizer.
# Usage: deploy/fuzz/build.sh [OUT] [SOURCES]   (.build/fuzz and Sources unless given)
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
out=${1:-$root/.build/fuzz}
sources=${2:-$root/Sources}
flags='-sanitize=fuzzer,address -use-ld=lld'

"$root/deploy/compile.sh" "$sources" "$out" "$flags" Fleet Beacons
for file in "$root"/Tests/Fuzz/*Target.swift; do
    name=$(basename "$file" Target.swift)
    # shellcheck disable=SC2086  # a list of flags
    swiftc -O -g -parse-as-library -swift-version 6 -package-name bluezone_kiosk $flags \
        -I "$out" -module-name "${name}Target" "$file" "$root/Tests/Fuzz/ReadCapture.swift" \
        "$out/Fleet.o" "$out/Beacons.o" -o "$out/$name"
done
