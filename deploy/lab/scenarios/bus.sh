# A bus scene played through the kernel gives the same windows as the capture read from its file.
# BUS_START and BUS_MINUTES say which part of 13 August 2020 is played.
source /deploy/guest/lib.sh
start=$BUS_START
minutes=$BUS_MINUTES

fleetsim air bus --seed 852 --passive --start "$start" --minutes "$minutes" --out /run/bus.btsnoop
kiosk count --replay /run/bus.btsnoop --json >/run/expected

# The kiosk stamps what it hears with the wall clock, so that has to show the scene's time: well
# before it while the adapter is made, then just before it.
date -s "@$((start - 600))" >/run/date
controller_start --play /run/bus.btsnoop --by-clock
ahead=15
date -s "@$((start - ahead))" >/run/date
count_start $((minutes * 60 + ahead + 5))
[ "$(date +%s)" -lt "$start" ] || fail "the kiosk listens too late for the scene"
wait "$kiosk" || fail "kiosk count ended with $?"
counts

# column NAME FILE: start of each window and quarter that lies whole in the scene, and that figure.
# In the others the kiosk listened longer than the capture tells.
column() {
    sed -n "s/{\"kind\":\"\([a-z]*\)\",\"start\":\([0-9]*\),\"length_s\":\([0-9]*\),.*\"$1\":\([0-9.a-z]*\).*/\2 \3 \1@\2 \4/p" "$2" |
        awk -v from="$start" -v to=$((start + minutes * 60)) '$1 >= from && $1 + $2 <= to { print $3, $4 }' |
        sort
}

# A few reports around a window's end arrive a moment after it; all in all none may be missing.
expected=$(reports </run/expected)
heard=$(reports </run/windows)
for figure in reports android_distinct android_occupancy ios_occupancy; do
    limit=1
    if [ "$figure" = reports ]; then limit=100; fi
    join -a 1 -a 2 -o 0,1.2,2.2 <(column $figure /run/expected) <(column $figure /run/windows) |
        awk -v figure=$figure -v limit=$limit '
            { printf "%-20s %-18s replay %8s, live %8s\n", $1, figure, $2, $3 }
            NF != 3 || $2 - $3 > limit || $3 - $2 > limit { bad = 1 }
            END { exit bad || NR == 0 }' || fail "$figure differs by more than $limit"
done
[ "$heard" = "$expected" ] || fail "$((expected - heard)) of $expected reports lost"
say "the same windows live and from the file, $heard reports, none lost"
