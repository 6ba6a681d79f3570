# Processor time of the kiosk's service without reports and at the most that air carries. CPU_SECONDS.
# Emulation makes every instruction about 10 to 30 times as dear, so the figure is no limit; the same
# air as a replay outside the machine says what it takes on a real processor (lab.sh).
source /deploy/guest/lib.sh
seconds=$CPU_SECONDS

fleetsim air bus --seed 852 --passive --minutes 2 --start 1597277700 --out /run/air.btsnoop
date -s @1597277700 >/run/date
controller_start --play /run/air.btsnoop --rate 0
cat >/run/kiosk.json5 <<END
{ kiosk: "lab-0001", state: "/run/kiosk" }
END
kiosk run --config /run/kiosk.json5 --display none >/run/kiosk.log 2>&1 &
kiosk=$!
within 20 grep -q 'radio: listening' /run/kiosk.log || fail "the kiosk does not listen"
sleep 5
before=$(processor "$kiosk")
sleep "$seconds"
idle=$(($(processor "$kiosk") - before))
tell rate 490
sleep 5
before=$(processor "$kiosk")
first=$(delivered)
sleep "$seconds"
took=$(($(processor "$kiosk") - before))
sent=$(($(delivered) - first))
# Waits by choice since the start, of the thread that waits most: the one that hears.
waits=$(grep -h ^voluntary /proc/"$kiosk"/task/*/status | awk '{ print $2 }' | sort -n | tail -n 1)
kill "$kiosk"
wait "$kiosk" || fail "the kiosk ended with $?"
say "$idle ms in $seconds s without reports; $waits waits of the radio's thread in all"
say "$sent reports in $seconds s took $took ms: $((took * 1000 / sent)) us a report," \
    "$((took / seconds / 10)).$((took * 10 / seconds % 100 / 10)) % of an emulated core"
[ "$sent" -ge $((490 * seconds * 95 / 100)) ] || fail "the controller came to $((sent / seconds))/s only"
