# The whole service in the guest, for scenarios: kiosk run beside province serve, and what people see of it.
# They source it after lib.sh.

# service_start [BOARD]: province and kiosk on the live radio; waits until it listens.
# KIOSK_PRELOAD: a library that makes a fault for the kiosk alone.
service_start() {
    mkdir -p /run/service/board
    local word=0123456789abcdef0123456789abcdef
    cat >/run/service/province.json5 <<END
{ kiosks: [{ id: "lab-0001", name: "Lab", place: "Lab", token: "$word" }] }
END
    # Heartbeats an hour apart: what reaches the page earlier was sent because something happened.
    cat >/run/service/kiosk.json5 <<END
{
    kiosk: "lab-0001", state: "/run/service/state",
    province: { server: "http://127.0.0.1:8080", token: "$word", heartbeat_s: 3600, picture_s: 0 },
}
END
    echo "{ name: \"lab\", adapter: ${1:-0}, panel: { width: 320, height: 240 } }" \
        >/run/service/board/board.json5
    province serve --config /run/service/province.json5 \
        --database sqlite:/run/service/province.sqlite >/run/province.log 2>&1 &
    province=$!
    within 20 page >/dev/null || fail "the province gives no page"
    env ${KIOSK_PRELOAD:+LD_PRELOAD=$KIOSK_PRELOAD} \
        kiosk run --config /run/service/kiosk.json5 --board /run/service/board --display none \
        >/run/kiosk.log 2>&1 &
    kiosk=$!
    within 30 grep -q 'radio: listening' /run/kiosk.log || fail "the kiosk does not listen"
}

# service_end: nothing ended by itself, and everything ends in good order
service_end() {
    kill -0 "$kiosk" 2>/dev/null || fail "the kiosk ended by itself"
    kill "$kiosk"
    wait "$kiosk" || fail "the kiosk ended with $?"
    kill "$province"
    wait "$province" || fail "the province ended with $?"
}

# page: the province's page as people get it
page() {
    local answer
    answer=$({
        exec 3<>/dev/tcp/127.0.0.1/8080
        printf 'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n' >&3
        cat <&3
    } 2>/dev/null) || return 1
    [[ $answer == *"</html>"* ]] || return 1
    echo "$answer"
}

# What the page says of the radio, and of the newest quarter: its span and its quality.
page_radio() { page | sed -n 's/.*<dt>Bluetooth<\/dt><dd[^>]*>\(.*\)<\/dd>.*/\1/p'; }
page_quality() { page | sed -n 's/.*<p class="quality \([a-z]*\)".*/\1/p'; }
page_span() { page | sed -n 's/.*<p class="when">\([0-9]*:[0-9]*\).*/\1/p'; }

page_says() { page_radio | grep -q -- "$1"; }

# ---- time

# Seconds of the guest's clock that date -s does not move.
uptime_seconds() { awk '{ print $1 }' /proc/uptime; }
since() { awk -v from="$1" '{ printf "%.1f", $1 - from }' /proc/uptime; }

# ---- what the kiosk's log says from now on

marked=0
begun=0
mark() {
    marked=$(wc -l </run/kiosk.log)
    begun=$(uptime_seconds)
}
fresh() { tail -n +$((marked + 1)) /run/kiosk.log; }
# Whether a line came whose text matches.
logged() { fresh | grep -q -- "$1"; }

# ---- a fault

# noticed NAME SECONDS LOG [PAGE]: the log says so in time after the last mark, and the page soon after;
# then a new mark stands at that line
noticed() {
    within "$2" logged "$3" || fail "$1: not noticed within $2 s: $(fresh | tail -n 3)"
    seen=$(since "$begun")
    local line
    line=$(fresh | grep -n -m 1 -- "$3" | cut -d : -f 1)
    within 30 page_says "${4:-$3}" || fail "$1: not on the page, which says: $(page_radio)"
    say "$1: in the log after $seen s, on the page after $(since "$begun") s: $(page_radio)"
    begun=$(awk -v a="$begun" -v b="$seen" 'BEGIN { print a + b }')
    marked=$((marked + line))
}

# resumed NAME SECONDS [WHAT]: the same process listens again, and reports reach it, since the
# last mark, which is said to be WHAT
resumed() {
    local first
    within "$2" logged 'radio: listening$' ||
        fail "$1: does not listen again within $2 s: $(fresh | tail -n 3)"
    first=$(delivered)
    within 15 eval "[ \$(delivered) -gt $((first + 50)) ]" || fail "$1: no reports reach the kernel"
    again=$(since "$begun")
    kill -0 "$kiosk" 2>/dev/null || fail "$1: the kiosk ended"
    within 40 page_says 'đang nghe' || fail "$1: the page does not say that it listens"
    summary+=("$1: noticed after $seen s, counting again $again s after ${3:-that}")
}

# quarter SPAN QUALITY: the province has that quarter, as the newest
quarter() {
    within 20 eval "[ \"\$(page_span)\" = $1 ]" ||
        fail "the province has no quarter $1, the newest is $(page_span)"
    [ "$(page_quality)" = "$2" ] || fail "quarter $1 is $(page_quality) and not $2"
    say "quarter $1: $2, as the province has it"
}

summary=()
summarise() {
    local line
    for line in "${summary[@]}"; do say "$line"; done
}
