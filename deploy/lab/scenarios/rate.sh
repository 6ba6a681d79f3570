# So many reports a second, for so long: every one that the controller gave is counted.
# RATE_PER_SECOND, RATE_SECONDS.
source /deploy/guest/lib.sh
rate=$RATE_PER_SECOND
seconds=$RATE_SECONDS

fleetsim air bus --seed 852 --passive --minutes 2 --start 1597277700 --out /run/air.btsnoop
date -s @1597277700 >/run/date
controller_start --play /run/air.btsnoop --rate 0
count_start $((seconds + 12))
before=$(processor "$kiosk")
tell rate "$rate"
sleep "$seconds"
tell rate 0
sent=$(delivered)
took=$(($(processor "$kiosk") - before))
wait "$kiosk" || fail "kiosk count ended with $?"
heard=$(reports </run/windows)
say "$sent delivered, $heard counted in $seconds s, $took ms of processor time (emulated)"
# The last tick may be cut; a machine too slow to play at the rate proves nothing.
[ "$sent" -ge $((rate * seconds * 98 / 100)) ] || fail "the controller came to $((sent / seconds))/s only"
[ "$heard" = "$sent" ] || fail "$((sent - heard)) reports lost"
say "nothing lost at $((sent / seconds)) reports/s"
