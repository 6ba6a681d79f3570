#!/usr/bin/env bash
# Compares every picture of the campaign with what it looked like when somebody last looked, and names
# those that changed; the record is deploy/pictures/golden.
# Usage: deploy/pictures/golden.sh [renew]
#   renew   writes the record anew; look at docs/pictures or `kiosk show --export` first
set -euo pipefail
cd "$(dirname "$0")/../.."

case "${1:-}" in
    '') exec swift test --filter 'CampaignPicturesTests|PicturePrintTests' ;;
    renew) ;;
    *)
        sed -n '2,5s/^# //p' "$0" >&2
        exit 2
        ;;
esac
GOLDEN_RENEW=1 swift test --filter CampaignPicturesTests
git diff --stat -- deploy/pictures/golden
