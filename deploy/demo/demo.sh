#!/usr/bin/env bash
# Runs a kiosk on a synthetic bus ride and a province's server beside it, on loopback.
# Usage: deploy/demo/demo.sh BINARIES   with BINARIES such as .build/release
set -euo pipefail
cd "$(dirname "$0")/../.."
binaries=$(realpath "$1")
folder=$PWD/.demo

# The first free port from one on.
free_port() {
    local port=$1
    while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$((port + 1)); done
    echo "$port"
}

say() { echo "demo: $*"; }

# Ends the kiosk, then the province, each in good order.
stop() {
    trap '' INT TERM
    for process in "${kiosk:-}" "${province:-}"; do
        [ -n "$process" ] || continue
        kill -TERM "$process" 2>/dev/null || true
        wait "$process" 2>/dev/null || true
    done
    say "stopped; logs, databases and the screen's picture are in .demo/"
}

# The settings hold the token.
umask 077
rm -rf "$folder"
mkdir -p "$folder"
secure_port=$(free_port 8443)
page_port=$(free_port 8080)
token=$(openssl rand -hex 24)

say "making a certificate for 127.0.0.1"
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 30 \
    -subj "/CN=Bluezone Kiosk demo" -addext "subjectAltName=IP:127.0.0.1,DNS:localhost" \
    -keyout "$folder/server.key" -out "$folder/server.pem" 2>"$folder/openssl.log"

cat >"$folder/province.json5" <<END
{
    kiosks: [
        {
            id: "89-bus-0001",
            name: "Xe buýt Long Xuyên – Châu Đốc (mẫu)",
            place: "TP. Long Xuyên",
            token: "$token",
        },
    ],
}
END
cat >"$folder/kiosk.json5" <<END
{
    kiosk: "89-bus-0001",
    state: "$folder/kiosk",
    province: {
        server: "https://127.0.0.1:$secure_port",
        authority: "$folder/server.pem",
        token: "$token",
        heartbeat_s: 5,
        picture_s: 5,
    },
}
END

trap 'stop; exit 0' INT TERM
trap 'status=$?; [ $status = 0 ] || stop; exit $status' EXIT

# In sessions of their own, so that Ctrl-C reaches this script first and the order of stopping holds.
say "starting the province's server"
setsid "$binaries/province" serve --config "$folder/province.json5" \
    --database "sqlite:$folder/province.sqlite" \
    --listen "https://127.0.0.1:$secure_port" --listen "http://127.0.0.1:$page_port" \
    --tls-certificate "$folder/server.pem" --tls-key "$folder/server.key" \
    >"$folder/province.log" 2>&1 &
province=$!

say "starting a kiosk on the recorded bus ride (synthetic, 20 times as fast, over and over)"
setsid "$binaries/kiosk" run --config "$folder/kiosk.json5" --board boards/generic-x86 \
    --display "png:$folder/screen" \
    --replay deploy/demo/bus-ride.btsnoop --replay-speed 20 --replay-loop \
    >"$folder/kiosk.log" 2>&1 &
kiosk=$!

say "waiting for the first quarter hour of the ride, about a minute"
for _ in $(seq 180); do
    for process in "$kiosk" "$province"; do
        if ! kill -0 "$process" 2>/dev/null; then
            say "a program ended too early; the last lines of its log:" >&2
            tail -n 5 "$folder/kiosk.log" "$folder/province.log" >&2
            exit 3
        fi
    done
    through=$("$binaries/kiosk" outbox --config "$folder/kiosk.json5" --json 2>/dev/null |
        sed -n 's/.*"acknowledged_through":\([0-9]*\).*/\1/p') || true
    [ "${through:-0}" -gt 0 ] && break
    sleep 1
done
if [ "${through:-0}" -eq 0 ]; then
    say "no report reached the province within three minutes; see .demo/*.log" >&2
    exit 3
fi

say "the province has the kiosk's first count"
say "kiosk's log:      .demo/kiosk.log"
say "province's log:   .demo/province.log"
say "kiosk's screen:   .demo/screen/screen.png"
say "open  http://127.0.0.1:$page_port/  in a browser; Ctrl-C here stops everything"
wait "$kiosk" "$province"
say "a program ended by itself; see .demo/*.log" >&2
exit 3
