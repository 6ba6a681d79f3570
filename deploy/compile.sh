#!/usr/bin/env bash
# Compiles modules of Sources one by one with swiftc, outside SwiftPM: for fuzzing and measuring, which
# need flags that `swift build` does not take without disturbing the build of everybody else.
# Usage: deploy/compile.sh SOURCES OUT FLAGS MODULE...   (FLAGS is one word list; modules bottom up)
# Leaves OUT/MODULE.o and OUT/MODULE.swiftmodule.
set -euo pipefail
sources=$1 out=$2 flags=$3
shift 3

mkdir -p "$out"
for module in "$@"; do
    mapfile -t files < <(find "$sources/$module/" -name '*.swift' | sort)
    # shellcheck disable=SC2086  # a list of flags
    swiftc -O -wmo -g -parse-as-library -swift-version 6 -package-name bluezone_kiosk \
        -enable-upcoming-feature ExistentialAny -enable-upcoming-feature InternalImportsByDefault \
        $flags -I "$out" -module-name "$module" -emit-module \
        -emit-module-path "$out/$module.swiftmodule" -c "${files[@]}" \
        -o "$out/$module.o"
done
