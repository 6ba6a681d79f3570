# Two adapters that hear the same air: both are listened to, nobody is counted twice, and when one is pulled
# the other goes on.
source /deploy/guest/lib.sh
source /deploy/guest/kiosk.sh
start=1597277700 # 13 August 2020 00:15 UTC, 07:15 in Vietnam

fleetsim air bus --seed 852 --passive --minutes 2 --start $start --out /run/air.btsnoop
expected=$(kiosk count --replay /run/air.btsnoop --json | grep '"quarter"' | number android_distinct)
date -s "@$((start - 600))" >/run/date
controller_start --play /run/air.btsnoop --by-clock
fleetsim controller --play /run/air.btsnoop --by-clock --address 02:00:00:00:00:02 \
    --control /run/second >/run/second.counts 2>/run/second.log &
second=$!
within 20 test -e /sys/class/bluetooth/hci1 || fail "the second adapter did not appear"
date -s "@$((start - 20))" >/run/date
service_start '"all"'
within 20 logged "radio: listening$" || fail "not both listen"

# Both hear: the page tells how much each does, which is known after ten seconds.
within 60 eval "[ \$(date +%s) -ge $((start + 40)) ]" || fail "the guest's clock stands"
echo counts >/run/second
sleep 1
both="$(delivered) and $(number reports_delivered </run/second.counts)"
say "both hear: $both reports in 40 s"
[ "$(delivered)" -gt 500 ] || fail "the first hears little"
[ "$(number reports_delivered </run/second.counts)" -gt 500 ] || fail "the second hears little"

mark
echo unplug >/run/second
within 30 logged "listening; hci1: .*went away" || fail "the second is not missed"
gone=$(since "$begun")
within 40 page_says "đang nghe.*hci1.*went away" || fail "the page says $(page_radio)"
first=$(delivered)
sleep 5
[ "$(delivered)" -gt $((first + 50)) ] || fail "the first does not go on"
echo plug >/run/second
within 40 logged "radio: listening$" || fail "the second does not come back"
back=$(since "$begun")

within 120 eval "[ \$(date +%s) -ge $((start + 122)) ]" || fail "the guest's clock stands"
date -s "@$((start + 1080))" >/run/date
quarter 07:15 partial
counted=$(page | sed -n 's/.*<p class="count"><b>\([0-9]*\)<\/b>.*/\1/p')
kill "$second"
wait "$second" || true
service_end
# The row has noise, two-sided geometric with epsilon 1: off by more than 10 once in 30,000 times.
[ "$counted" -ge $((expected - 10)) ] && [ "$counted" -le $((expected + 10)) ] ||
    fail "$counted phones counted, $expected are in the air"
say "both heard ($both), one pulled was missed after $gone s and back after $back s;" \
    "$counted phones counted of $expected"
