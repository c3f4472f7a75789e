#!/usr/bin/env bash
# environment.sh FOLDER LOCK: a virtual environment in FOLDER that holds what LOCK pins, and our own packages.
# PYTHON names the interpreter. A stamp in FOLDER keeps a second run from doing anything twice.
set -euo pipefail
cd "$(dirname "$0")/.."

folder=$1
lock=$2
python=${PYTHON:-python3}
uv=.venv/bin/uv # the environment of the oracles borrows it
members=(core)
for settings in plugins/*/pyproject.toml; do members+=("${settings%/pyproject.toml}"); done

stamp_of() { echo "$folder/.installed-$(basename "$1" .lock)"; }

# Entry points stand in the members' settings and the version in the core, so a change there means installing again.
digest_of() { cat "$1" scripts/uv.txt scripts/versions.py core/alongside/__init__.py "${members[@]/%//pyproject.toml}" | sha256sum | cut -d ' ' -f 1; }

starts() { "$folder/bin/python" -c '' 2>/dev/null; }

ask_for_python() {
    echo "$1 Alongside needs Python 3.11 to 3.14. Install one, or name one: make PYTHON=python3.12" >&2
    exit 1
}

make_folder() {
    command -v "$python" >/dev/null || ask_for_python "There is no $python here."
    "$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' ||
        ask_for_python "$python is $("$python" --version 2>&1)."
    # Debian keeps ensurepip in a package of its own, named after the interpreter.
    "$python" -c 'import ensurepip, venv' 2>/dev/null || scripts/system-packages.sh "$(basename "$python")-venv"
    echo "Making the virtual environment $folder with $("$python" --version)"
    "$python" -m venv --clear "$folder"
}

install_uv() {
    pinned=$(sed -n 's/^uv==\([^ ]*\).*/\1/p' scripts/uv.txt)
    if [ "$("$uv" --version 2>/dev/null | cut -d ' ' -f 2)" = "$pinned" ]; then return; fi
    echo "Installing uv $pinned, checked against its hash"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r scripts/uv.txt
}

# uv has settings of its own, so a registry or a certificate that pip was told of is passed on.
hand_on() {
    local told
    told=$(.venv/bin/python -m pip config list 2>/dev/null | sed -n "s/^[^ ]*\\.$2='\\(.*\\)'$/\\1/p" | head -n 1)
    if [ -z "${!1:-}" ] && [ -n "$told" ]; then export "$1=$told"; fi
}

if starts && [ "$(cat "$(stamp_of "$lock")" 2>/dev/null)" = "$(digest_of "$lock")" ]; then exit 0; fi
starts || make_folder
install_uv
hand_on UV_DEFAULT_INDEX index-url
hand_on SSL_CERT_FILE cert

echo "Installing what $lock pins, each file checked against its hash (the first time takes a minute or two)"
# The lock is whole, so nothing is looked up beside it. Compiled now, as otherwise every first command waits.
"$uv" pip install --quiet --compile-bytecode --python "$folder/bin/python" --no-deps --require-hashes -r "$lock"

if [ "$folder" = .venv ]; then
    echo "Installing our own packages in place: ${members[*]}"
    "$uv" pip install --quiet --python "$folder/bin/python" --no-deps --no-build-isolation \
        "${members[@]/#/--editable=./}"
fi

digest_of "$lock" >"$(stamp_of "$lock")"
# The lock for tests holds all that running needs, in the same versions: tests/house/test_locks.py holds us to it.
if [ "$lock" = requirements-dev.lock ]; then
    digest_of requirements.lock >"$(stamp_of requirements.lock)"
fi
