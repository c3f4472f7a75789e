#!/usr/bin/env bash
# Puts in place the Debian or Ubuntu packages named as arguments: those that are missing and no others.
# "chromium|chromium-browser" means that either will do.
set -euo pipefail

installed() { dpkg-query --show --showformat='${db:Status-Status}\n' "$1" 2>/dev/null | grep -qx installed; }

known() { apt-cache show "$1" 2>/dev/null | grep -q .; }

# The first of the names that passes the test, which is a function; else nothing.
first() {
    local test=$1 names name
    IFS='|' read -ra names <<<"$2"
    for name in "${names[@]}"; do
        if "$test" "$name"; then echo "$name" && return; fi
    done
}

# What to ask apt for; while it knows of nothing yet, the first name stands.
choices() {
    local wish choice
    for wish in "${missing[@]}"; do
        choice=$(first known "$wish")
        echo "${choice:-${wish%%|*}}"
    done
}

cannot() {
    echo "System packages are missing and could not be installed. Please have an administrator run:" >&2
    echo "    apt-get update && apt-get install --yes --no-install-recommends" $(choices) >&2
    exit 1
}

missing=()
for wish in "$@"; do
    if [ -z "$(first installed "$wish")" ]; then missing+=("$wish"); fi
done
if [ ${#missing[@]} -eq 0 ]; then exit 0; fi

if ! command -v apt-get >/dev/null; then
    echo "This is not Debian or Ubuntu, so please see to these yourself: ${missing[*]}. Going on."
    exit 0
fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || cannot
    as_root=(sudo)
fi
echo "Installing system packages that are missing:" $(choices)
"${as_root[@]}" apt-get update --quiet=2 || cannot
mapfile -t chosen < <(choices)
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install --quiet=2 --yes --no-install-recommends "${chosen[@]}" </dev/null || cannot
