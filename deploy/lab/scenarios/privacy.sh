# What a live radio heard is nowhere in the kiosk's memory or files: planted phones are played to the
# adapter, and then they are looked for, while the quarter is open and after it was closed and reported.
source /deploy/guest/lib.sh
source /deploy/guest/kiosk.sh

phones=${PRIVACY_PHONES:-500}
kiosk prove-privacy --phones "$phones" --seed 852 --plant /run/planted.btsnoop
date -s @1597277100 >/run/date
controller_start --play /run/planted.btsnoop --rate 300
export KIOSK_PROOF_MARKER=a-word-that-must-be-found
service_start

# look NAME: stops the kiosk, looks through it, lets it go on
look() {
    cp /run/kiosk.log /run/service/kiosk.log
    kiosk prove-privacy --phones "$phones" --seed 852 --process "$kiosk" --folder /run/service \
        >/run/proof || fail "$1: $(cat /run/proof)"
    say "$1: $(grep '^took' /run/proof)"
}

sleep 40
look "while phones are heard"
date -s @1597278780 >/run/date
within 60 eval '[ -n "$(page_span)" ]' || fail "no quarter reached the province"
look "after the quarter was sent"
sent=$(delivered)
[ "$sent" -gt 5000 ] || fail "only $sent reports were heard"
service_end
say "$phones phones, $sent reports heard live: nothing of them in memory, files or log"
