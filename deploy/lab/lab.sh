#!/usr/bin/env bash
# Runs the laboratory's scenarios, each in a virtual machine of its own, and says how each ended.
# Usage: deploy/lab/lab.sh short|full|check [SCENARIO...]   all scenarios unless some are named
# The pass `check` belongs to the tests: short, and unless some are named only a few.
# Without QEMU it says so and ends with 0, unless LAB_REQUIRED=1: then that is a failure.
# Everything is below .build/lab; what a scenario printed is in .build/lab/run/SCENARIO/out.
set -euo pipefail
cd "$(dirname "$0")/../.."
here=deploy/lab
pass=${1:-}
case $pass in short | full | check) shift ;; *)
    echo "lab: usage: deploy/lab/lab.sh short|full|check [SCENARIO...]" >&2
    exit 2
    ;;
esac

missing=()
for tool in qemu-system-x86_64 mmdebstrap mke2fs depmod busybox cpio xz python3; do
    PATH=$PATH:/usr/sbin:/sbin command -v "$tool" >/dev/null || missing+=("$tool")
done
if [ ${#missing[@]} -gt 0 ]; then
    echo "lab: =========================================================================" >&2
    echo "lab: NOTHING WAS TESTED AGAINST A KERNEL: no ${missing[*]}; deploy/setup.sh lab" >&2
    echo "lab: =========================================================================" >&2
    [ "${LAB_REQUIRED:-0}" = 1 ] && exit 1
    exit 0
fi
export PATH=$PATH:/usr/sbin:/sbin

# What a scenario is told, and after how many seconds its machine is ended.
settings() {
    local long=0
    [ "$pass" = full ] && long=1
    case $1 in
    # From 00:04:45, so that the window from 00:05 is whole; or two whole quarters from 00:30.
    bus) [ $long = 1 ] && echo "2400 BUS_START=1597278600 BUS_MINUTES=30" ||
        echo "700 BUS_START=1597277085 BUS_MINUTES=6" ;;
    rate) [ $long = 1 ] && echo "1000 RATE_PER_SECOND=2000 RATE_SECONDS=600" ||
        echo "300 RATE_PER_SECOND=2000 RATE_SECONDS=60" ;;
    cpu) [ $long = 1 ] && echo "300 CPU_SECONDS=60" || echo "240 CPU_SECONDS=30" ;;
    display | faults | switches | two | fbdev | cec) echo 600 ;;
    *) echo 240 ;;
    esac
}

scenarios=("$@")
if [ ${#scenarios[@]} = 0 ]; then
    scenarios=(boot bus rate stall cpu unprivileged bluetoothd faults switches two privacy)
    scenarios+=(display fbdev cec spi)
    [ "$pass" != check ] || scenarios=(stall privacy display)
fi
for scenario in "${scenarios[@]}"; do
    if [ ! -f "$here/scenarios/$scenario.sh" ]; then
        echo "lab: no scenario $scenario: there are $(cd $here/scenarios && echo *.sh)" >&2
        exit 2
    fi
done
code=0
image=$($here/image.sh) || code=$?
# 3: it cannot be made here, and it was said why. The tests go on without; who asked for the lab does not.
if [ $code = 3 ] && [ "$pass" = check ] && [ "${LAB_REQUIRED:-0}" != 1 ]; then
    echo "lab: NOTHING WAS TESTED AGAINST A KERNEL: the image cannot be made here" >&2
    exit 0
fi
[ $code = 0 ] || exit $code
programs=.build/lab/programs
$here/programs.sh "$programs"

# run SCENARIO: in a machine of its own; leaves seconds and exit code in its folder
run() {
    local folder=.build/lab/run/$1 begin=$SECONDS code=0
    mkdir -p "$folder"
    # shellcheck disable=SC2046 # a list on purpose
    $here/vm.sh "$image" "$programs" "$folder" "$1" $(settings "$1") 2>"$folder/errors" || code=$?
    echo "$code $((SECONDS - begin))" >"$folder/result"
    if [ "$code" = 0 ]; then
        echo "lab: $1: passed in $((SECONDS - begin)) s: $(tail -n 1 "$folder/out")"
    else
        echo "lab: $1: FAILED with $code after $((SECONDS - begin)) s"
        sed 's/^/    /' "$folder/errors" "$folder/out" 2>/dev/null || true
    fi
}

begin=$SECONDS
# The bus takes long and little of the processor, so it runs beside the others.
beside=
for scenario in "${scenarios[@]}"; do
    [ "$scenario" = bus ] || continue
    run bus &
    beside=$!
done
for scenario in "${scenarios[@]}"; do
    [ "$scenario" = bus ] || run "$scenario"
done
failed=()
for scenario in "${scenarios[@]}"; do
    [ "$scenario" != cpu ] || $here/native-cpu.sh 30 | sed 's/^/lab: /' || failed+=(native-cpu)
done
[ -z "$beside" ] || wait "$beside"

for scenario in "${scenarios[@]}"; do
    read -r code _ <".build/lab/run/$scenario/result"
    [ "$code" = 0 ] || failed+=("$scenario")
done
if [ ${#failed[@]} -gt 0 ]; then
    echo "lab: FAILED: ${failed[*]}; all output is below .build/lab/run"
    exit 1
fi
echo "lab: ${#scenarios[@]} scenarios passed in $((SECONDS - begin)) s"
