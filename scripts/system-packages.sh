#!/usr/bin/env bash
# Puts in place the Debian or Ubuntu packages named as arguments, those that are missing and no others.
# "chromium|chromium-browser" means: either will do.
set -euo pipefail

installed() { dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null | grep -qx installed; }

# A package list may be empty on a fresh machine, so the first name stands until apt knows better.
known() { [ "$(apt-cache show "$1" 2>/dev/null | head -c 1)" ]; }

missing=()
for wish in "$@"; do
    found=no
    IFS='|' read -ra names <<<"$wish"
    for name in "${names[@]}"; do
        if command -v dpkg-query >/dev/null && installed "$name"; then found=yes; fi
    done
    if [ $found = no ]; then missing+=("$wish"); fi
done
if [ ${#missing[@]} -eq 0 ]; then exit 0; fi

if ! command -v apt-get >/dev/null; then
    echo "This is not Debian or Ubuntu, so please see to these yourself: ${missing[*]}. Going on."
    exit 0
fi

root=()
if [ "$(id -u)" -ne 0 ]; then root=(sudo); fi
by_hand="apt-get update && apt-get install --yes --no-install-recommends ${missing[*]%%|*}"
cannot() {
    echo "System packages are missing and could not be installed. Please have an administrator run:" >&2
    echo "    $by_hand" >&2
    exit 1
}
if [ ${#root[@]} -gt 0 ] && ! command -v sudo >/dev/null; then cannot; fi

echo "Installing missing system packages: ${missing[*]%%|*}"
"${root[@]}" apt-get update --quiet=2 || cannot
choices=()
for wish in "${missing[@]}"; do
    choice=${wish%%|*}
    IFS='|' read -ra names <<<"$wish"
    for name in "${names[@]}"; do
        if known "$name"; then choice=$name && break; fi
    done
    choices+=("$choice")
done
by_hand="apt-get update && apt-get install --yes --no-install-recommends ${choices[*]}"
"${root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install --quiet=2 --yes --no-install-recommends "${choices[@]}" </dev/null || cannot
