#!/usr/bin/env bash
# Draws every page in every language on the usual panels, small, into docs/pictures.
# Usage: deploy/pictures/contact-sheets.sh [FOLDER-OF-PROGRAMS]
set -euo pipefail

cd "$(dirname "$0")/../.."
kiosk=${1:-.build/debug}/kiosk
if [ ! -x "$kiosk" ]; then
    echo "contact-sheets: $kiosk is not there: swift build --product kiosk" >&2
    exit 3
fi
for size in 1920x1080 1920x360 1080x1920 480x320 800x480; do
    "$kiosk" show --contact "docs/pictures/$size.png" --size "$size"
done
# One night is enough: only the colours differ, and the golden record holds them for every panel.
"$kiosk" show --contact docs/pictures/1920x1080-night.png --size 1920x1080 --night
bad=0
for picture in docs/pictures/*.png; do
    bytes=$(stat -c %s "$picture")
    if [ "$bytes" -gt 300000 ]; then
        echo "contact-sheets: $picture has $bytes bytes; at most 300000 belong into git" >&2
        bad=1
    fi
done
exit $bad
