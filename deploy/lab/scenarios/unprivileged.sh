# A user who is nobody, with exactly the two capabilities, hears the adapter; without them it is said
# which are missing.
source /deploy/guest/lib.sh

fleetsim air bus --seed 852 --passive --minutes 2 --start 1597277700 --out /run/air.btsnoop
date -s @1597277700 >/run/date
controller_start --play /run/air.btsnoop --rate 490

# as_lab PROPERTIES... -- COMMAND...: runs it as the user lab under systemd
as_lab() {
    systemd-run --quiet --wait --collect --pipe -p User=lab -p NoNewPrivileges=yes "$@"
}

as_lab -p AmbientCapabilities="CAP_NET_RAW CAP_NET_ADMIN" \
    -p CapabilityBoundingSet="CAP_NET_RAW CAP_NET_ADMIN" \
    /programs/kiosk count --live 8 --json >/run/windows 2>/run/kiosk.log ||
    fail "it ended with $? under both capabilities"
heard=$(reports </run/windows)
[ "$heard" -gt 2000 ] || fail "only $heard reports under both capabilities"
say "with both capabilities: $heard reports in 8 s"

if as_lab /programs/kiosk count --live 3 --json >/run/windows 2>/run/kiosk.log; then
    fail "it says it listens without capabilities"
fi
for name in CAP_NET_RAW CAP_NET_ADMIN AmbientCapabilities; do
    grep -q "$name" /run/kiosk.log || fail "$name is not named"
done
say "without: $(grep -m 1 CAP_NET_RAW /run/kiosk.log)"
