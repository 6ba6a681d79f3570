#!/usr/bin/env bash
# Installs what this project needs on a Debian 12 machine that has a Swift toolchain.
# Usage: deploy/setup.sh GROUP...   with groups build, run, test, bench, browser, lab
set -euo pipefail

# group|package|why
packages='
build|binutils|the linker Swift calls
build|gcc|start files and C compiler driver for linking
build|libc6-dev|C headers and libraries
build|libstdc++-12-dev|the C++ library that Foundation links
build|libncurses6|the Swift toolchain itself
build|libxml2|the Swift toolchain itself
build|pkg-config|finds libdrm
build|libbluetooth-dev|Bluetooth: raw HCI sockets (kiosk)
build|libdrm-dev|display: kernel mode setting (kiosk)
build|libcairo2-dev|drawing (kiosk)
build|libpango1.0-dev|text in Vietnamese and Khmer (kiosk)
build|libqrencode-dev|QR codes (kiosk)
build|libsqlite3-dev|storage (kiosk, province)
build|libcurl4-openssl-dev|HTTPS to the province (kiosk)
build|libevent-dev|HTTP server (province)
build|libssl-dev|TLS (province)
run|fonts-noto-core|Noto Sans and Noto Sans Khmer, the fonts of the screen
run|openssl|makes the certificate of the demo and of the tests
test|tshark|a second opinion on captures
test|zbar-tools|a second opinion on QR codes
test|poppler-utils|a second opinion on the PDF of printed sheets
test|curl|a second opinion on the HTTP server
bench|bluez|btmon, for comparing speed
bench|tshark|for comparing speed
bench|bc|arithmetic of the comparison
bench|python3-venv|a place of its own for scapy, for comparing speed
browser|chromium|a browser kiosk, for comparing what a picture costs
browser|xvfb|the screen it draws on
browser|qrencode|the code on its page
browser|python3|starts both and measures
lab|qemu-system-x86|the machine in which scenarios run
lab|mmdebstrap|installs the packages of the guest into a folder
lab|e2fsprogs|makes the disk of the guest
lab|busybox-static|the first program of the guest
lab|cpio|packs it
lab|python3|the world outside the guest: screenshots, another display
lab|kmod|finds the kernel modules of the guest
lab|xz-utils|unpacks the kernel and its source
lab|make|builds the GPIO simulator of the kernel
lab|gcc-12|the compiler that the kernel of Debian was built with
'

if ! command -v swift >/dev/null; then
    echo "setup: no swift on PATH: install the Swift 6 toolchain for Debian 12 (swift.org) first" >&2
    exit 3
fi
if ! command -v apt-get >/dev/null; then
    echo "setup: no apt-get: this script is for Debian 12; install the like of these yourself:" >&2
    echo "$packages" >&2
    exit 3
fi

missing=()
for group in "$@"; do
    case $group in build | run | test | bench | browser | lab) ;; *)
        echo "setup: unknown group $group: use build, run, test, bench, browser, lab" >&2
        exit 2
        ;;
    esac
    while IFS='|' read -r its_group package why; do
        [ "$its_group" = "$group" ] || continue
        state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
        [ "$state" = installed ] && continue
        printf 'setup: %-22s %s\n' "$package" "$why"
        missing+=("$package")
    done <<<"$packages"
done
if [ ${#missing[@]} -eq 0 ]; then
    echo "setup: everything needed is installed"
    exit 0
fi

as_root=()
if [ "$(id -u)" != 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "setup: not root and no sudo: run as root: apt-get install ${missing[*]}" >&2
        exit 3
    fi
    as_root=(sudo)
fi
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
trap 'rm -f "$log"' EXIT
echo "setup: installing ${#missing[@]} packages (apt-get update, then install)"
for attempt in 1 2 3; do
    if "${as_root[@]}" apt-get -q update >"$log" 2>&1 &&
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
            apt-get -q install --yes --no-install-recommends "${missing[@]}" >>"$log" 2>&1; then
        echo "setup: done"
        exit 0
    fi
    echo "setup: attempt $attempt failed, see below" >&2
    tail -n 5 "$log" >&2
    sleep $((attempt * 5))
done
echo "setup: apt-get could not install ${missing[*]}; is the network up?" >&2
exit 3
