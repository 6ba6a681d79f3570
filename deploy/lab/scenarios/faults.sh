# The controller's own faults, one after the other: each is noticed within 90 s and told to the province,
# and counting goes on in the same process. A quarter without a listener is deaf, others are partial.
source /deploy/guest/lib.sh
source /deploy/guest/kiosk.sh

fleetsim air bus --seed 852 --passive --minutes 2 --start 1597277700 --out /run/air.btsnoop
# 13 August 2020 00:05 UTC, 07:05 in Vietnam.
date -s @1597277100 >/run/date
controller_start --play /run/air.btsnoop --rate 60
service_start
# So long until it is known what is usual here.
sleep 25

mark
tell dead
noticed dead 90 "deaf" "deaf\|last: reset"
resumed dead 90
grep -q 'listens again after: reset done' /run/kiosk.log || fail "it was not the reset that helped"

mark
tell refuse
hciconfig hci0 down
noticed refuse 90 "refused to"
mark
tell hear
resumed refuse 90 "its end"

mark
# A firmware that hangs altogether; one that hears and only answers nothing is no trouble.
tell mute
tell rate 0
noticed mute 90 "gave no answer"
mark
tell hear
tell rate 60
resumed mute 120 "its end"

mark
tell deaf
noticed deaf 90 "deaf"
# The whole quarter from 07:15 passes while nobody listens.
date -s @1597278780 >/run/date
quarter 07:15 deaf
page | grep -q "không đếm được" || fail "the deaf quarter has numbers"
mark
tell hear
resumed deaf 120 "its end"
# In the quarter from 07:30 somebody listened for a part.
date -s @1597279680 >/run/date
quarter 07:30 partial
service_end
summarise
