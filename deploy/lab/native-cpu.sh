#!/usr/bin/env bash
# What the scenario cpu cannot say, since its processor is emulated: processor time of `kiosk run` at the
# most that air carries, 490 reports/s, on this machine's processor; 1 % of a core and more is a failure.
# The air is a replay, which wakes up as often as the live radio does, 20 times a second; the kernel's part
# of a socket is not in it.
# Usage: deploy/lab/native-cpu.sh SECONDS
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=$1
programs=$PWD/.build/lab/programs
folder=$(mktemp -d)
trap 'kill "${kiosk:-}" 2>/dev/null || true; wait; rm -rf "$folder"' EXIT

"$programs/fleetsim" air bus --seed 852 --passive --minutes 4 --start 1597277700 --out "$folder/air"
reports=$("$programs/kiosk" count --replay "$folder/air" --json |
    sed -n '/"window"/s/.*"reports":\([0-9]*\).*/\1/p' | awk '{ n += $1 } END { print n }')
speed=$(awk -v n="$reports" 'BEGIN { print 490 / (n / 240) }')
echo "{ kiosk: \"lab-0001\", state: \"$folder/state\" }" >"$folder/kiosk.json5"
"$programs/kiosk" run --config "$folder/kiosk.json5" --display none \
    --replay "$folder/air" --replay-speed "$speed" --replay-loop >"$folder/log" 2>&1 &
kiosk=$!

# In ticks of a hundredth of a second.
processor() { awk '{ print $14 + $15 }' "/proc/$kiosk/stat"; }
sleep 3
before=$(processor)
sleep "$seconds"
took=$(($(processor) - before))
awk -v took="$took" -v seconds="$seconds" 'BEGIN {
    printf "cpu: on this processor %d ms in %d s at 490 reports/s: %.2f %% of a core\n",
        took * 10, seconds, took / seconds
    exit took >= seconds
}'
