#!/usr/bin/env bash
# Installs the guest's packages below FOLDER/root. Needs no kernel, so it runs beside kernel.sh.
# Usage: deploy/lab/image/root.sh VERSION FOLDER   with the kernel's VERSION, which does not matter here
set -euo pipefail
here=$(dirname "$(realpath "$0")")
folder=$2
packages=$(sed 's/#.*//' "$here/packages" | awk 'NF { print $1 }' | paste -sd,)

# This machine's mirror, so that a proxy or a near mirror is used here as well.
mirror() {
    apt-get indextargets --format '$(REPO_URI)' "Codename: $1" 2>/dev/null | sort -u | head -n 1
}
main=$(mirror bookworm)
security=$(mirror bookworm-security)
keys=/usr/share/keyrings/debian-archive-keyring.gpg

rm -rf "$folder/root"
echo "lab: installing the guest's packages"
mmdebstrap --quiet --variant=minbase --include="$packages" \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
    --dpkgopt='path-exclude=/usr/share/locale/*' \
    bookworm "$folder/root" - <<END
deb [signed-by=$keys] ${main:-http://deb.debian.org/debian} bookworm main
deb [signed-by=$keys] ${main:-http://deb.debian.org/debian} bookworm-updates main
deb [signed-by=$keys] ${security:-http://deb.debian.org/debian-security} bookworm-security main
END
echo "lab: the guest's packages are installed"
