#!/usr/bin/env bash
# Builds the fuzz targets of Tests/Fuzz with libFuzzer and AddressSanitizer.
# Usage: deploy/fuzz/build.sh [OUT] [SOURCES]   (.build/fuzz and Sources unless given)
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
out=${1:-$root/.build/fuzz}
sources=${2:-$root/Sources}
flags='-sanitize=fuzzer,address -use-ld=lld'

# Of the service only what reads content packs: the rest needs SQLite.
content=$out/content/KioskService
rm -rf "$content"
mkdir -p "$content"
cp "$sources"/KioskService/{ContentLoader,ContentError,PackFile,PackFile+Page}.swift "$content"

"$root/deploy/compile.sh" "$sources" "$out" "$flags -I $sources/CLinux" \
    Fleet Beacons Guidance SystemIO Configuration
"$root/deploy/compile.sh" "$out/content" "$out" "$flags -I $sources/CLinux" KioskService

# target NAME FILES...   (files of Tests/Fuzz and of OUT)
target() {
    name=$1
    shift
    # shellcheck disable=SC2086  # a list of flags
    swiftc -O -g -parse-as-library -swift-version 6 -package-name bluezone_kiosk $flags \
        -I "$out" -I "$sources/CLinux" -module-name "${name}Target" \
        "$root/Tests/Fuzz/${name}Target.swift" "$@" -o "$out/$name"
}
for name in AdData Events Btsnoop Pcapng; do
    target "$name" "$root/Tests/Fuzz/ReadCapture.swift" "$out/Fleet.o" "$out/Beacons.o"
done
target Drawing "$out/Fleet.o" "$out/Guidance.o"
target Pack "$out"/{Fleet,Guidance,SystemIO,Configuration,KioskService}.o
