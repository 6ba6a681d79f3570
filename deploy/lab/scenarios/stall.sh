# A process that is held up for 5 s at the most that air carries, 490 reports/s, loses nothing.
source /deploy/guest/lib.sh

fleetsim air bus --seed 852 --passive --minutes 2 --start 1597277700 --out /run/air.btsnoop
date -s @1597277700 >/run/date
controller_start --play /run/air.btsnoop --rate 0
count_start 22
tell rate 490
sleep 4
kill -STOP "$kiosk"
sleep 5
kill -CONT "$kiosk"
sleep 4
tell rate 0
sent=$(delivered)
wait "$kiosk" || fail "kiosk count ended with $?"
heard=$(reports </run/windows)
[ "$sent" -gt 5500 ] || fail "only $sent reports were played"
[ "$heard" = "$sent" ] || fail "$sent delivered, $heard counted: $((sent - heard)) reports lost"
say "$sent delivered, $heard counted, over a stall of 5 s"
