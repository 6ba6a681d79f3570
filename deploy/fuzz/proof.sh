#!/usr/bin/env bash
# Proves that the fuzz targets find what they are for: plants one bug in a copy of the sources for each
# target, and fails unless the target crashes on it within a minute.
# Usage: deploy/fuzz/proof.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Swift's own report of a crash would come before the fuzzer can keep the input.
export ASAN_OPTIONS=detect_leaks=0 SWIFT_BACKTRACE=enable=no

# prove TARGET MODULE/FILE SED-EXPRESSION WHAT
prove() {
    local target=$1 file=$2 edit=$3 what=$4 begin=$SECONDS
    rm -rf "$work/Sources" "$work/corpus"
    # The first folder takes what is found; the seeds stay as they are.
    mkdir "$work/Sources" "$work/corpus"
    cp -r Sources/{CLinux,Fleet,Beacons,Guidance,SystemIO,Configuration,KioskService} \
        "$work/Sources/"
    sed -i "$edit" "$work/Sources/$file"
    if cmp -s "Sources/$file" "$work/Sources/$file"; then
        echo "proof: $file has changed, the bug could not be planted: $what" >&2
        return 1
    fi
    deploy/fuzz/build.sh "$work/out" "$work/Sources"
    begin=$SECONDS
    if "$work/out/$target" -max_total_time=60 -max_len=4096 -timeout=10 \
        "-artifact_prefix=$work/" "$work/corpus" "Tests/Fuzz/Corpus/$target" >"$work/log" 2>&1; then
        echo "proof: $target did NOT find: $what" >&2
        return 1
    fi
    echo "proof: $target found in $((SECONDS - begin)) s: $what"
    grep -m 1 -o 'ERROR: .*' "$work/log" | cut -c 1-100
}

prove AdData Beacons/ByteView.swift 's/offset <= count - length else/offset <= count - length + 1 else/' \
    'a slice that may end one byte behind its bytes'
prove Events Beacons/FragmentAssembler.swift \
    '/case (.truncated/,/return .broken/s/release(place)/release(place + slots.count)/' \
    'a wrong index when the controller gives up on a chain'
prove Btsnoop Beacons/BtsnoopReader.swift 's/ &- Self.epoch/ - Self.epoch/' \
    'an overflow in a time stamp'
prove Pcapng Beacons/PcapngReader.swift 's/guard Int(index) < interfaces.count else/guard index < 9 else/' \
    'a packet of an interface that was never described'
prove Drawing Guidance/Drawing/SVGTag.swift \
    's/guard at + count <= bytes.count else/guard at + count <= bytes.count + 1 else/' \
    'a look one byte behind the end of a file'
prove Pack Guidance/Legibility/TextRules.swift \
    's/guard text.count >= term.count else/guard text.count >= 4 else/' \
    'a search in a text that is shorter than what is sought'
