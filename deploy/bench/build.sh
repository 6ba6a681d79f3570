#!/usr/bin/env bash
# Builds Tests/Bench: the pure core, optimised, with a counter in the place of malloc.
# Usage: deploy/bench/build.sh [OUT]   (.build/bench unless given)
set -euo pipefail
cd "$(dirname "$0")/../.."
out=${1:-.build/bench}

deploy/compile.sh Sources "$out" '' Fleet Beacons Census Air
clang -O2 -Wall -Wextra -Werror -c Tests/Bench/allocations.c -o "$out/allocations.o"
swiftc -O -wmo -parse-as-library -swift-version 6 -package-name bluezone_kiosk -I "$out" \
    -module-name Bench Tests/Bench/*.swift "$out"/{Fleet,Beacons,Census,Air,allocations}.o \
    -o "$out/bench"
