#!/usr/bin/env bash
# Builds the fuzz targets and runs each, two at a time; fails when one crashes, hangs or eats memory.
# Usage: deploy/fuzz/run.sh seconds N | runs N
#   seconds N   each target for that long
#   runs N      each target for that many inputs
# Inputs found are kept in .build/fuzz/corpus, inputs that crash in .build/fuzz/crashes.
set -euo pipefail
cd "$(dirname "$0")/../.."
out=.build/fuzz
targets='AdData Events Btsnoop Pcapng Drawing Pack'

case "${1:-}" in
    seconds) limit=-max_total_time=${2:?how many} ;;
    runs) limit=-runs=${2:?how many} ;;
    *)
        sed -n '3,5s/^# //p' "$0" >&2
        exit 2
        ;;
esac

echo "fuzz: building"
deploy/fuzz/build.sh
mkdir -p "$out/crashes"
# Looking for leaks needs ptrace, which containers often forbid; memory that grows is found by the limit.
# Swift's own report of a crash would come before the fuzzer can keep the input.
export ASAN_OPTIONS=detect_leaks=0 SWIFT_BACKTRACE=enable=no out limit

run_one() {
    name=$1
    log=$out/$name.log
    mkdir -p "$out/corpus/$name"
    # Packs are longer than anything a radio says.
    length=4096
    [ "$name" != Pack ] || length=32768
    if ! "$out/$name" "$limit" -max_len="$length" -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
        "-artifact_prefix=$out/crashes/$name-" "$out/corpus/$name" "Tests/Fuzz/Corpus/$name" \
        >"$log" 2>&1; then
        echo "fuzz: $name: FAILED, the end of $log:" >&2
        tail -n 40 "$log" >&2
        return 1
    fi
    executed=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
    # A run that executed nothing proves nothing.
    [ "${executed:-0}" -gt 500 ] || {
        echo "fuzz: $name: only ${executed:-0} inputs were executed" >&2
        return 1
    }
    coverage=$(grep -o 'cov: [0-9]*' "$log" | tail -n 1)
    printf 'fuzz: %-8s %12d inputs, no crash, %s\n' "$name" "$executed" "$coverage"
}
export -f run_one
# shellcheck disable=SC2086  # a list of names
printf '%s\n' $targets | xargs -P 2 -I '{}' bash -euo pipefail -c 'run_one {}'
