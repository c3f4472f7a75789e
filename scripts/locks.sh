#!/usr/bin/env bash
# Writes the three locks and the pin of uv afresh from the pyproject files. Locks hold hashes and no address;
# uv.lock holds addresses, so it lives no longer than this script.
set -euo pipefail
cd "$(dirname "$0")/.."

uv=.venv/bin/uv
trap 'rm -f uv.lock' EXIT

echo "Working out which versions fit together, on Python 3.11 to 3.14"
"$uv" lock --quiet
for pair in "requirements.lock:run" "requirements-dev.lock:run dev"; do
    lock=${pair%%:*}
    groups=()
    for group in ${pair#*:}; do groups+=(--group "$group"); done
    echo "Writing $lock"
    "$uv" export --quiet --no-emit-workspace --no-header --no-annotate --no-default-groups \
        --format requirements-txt "${groups[@]}" --output-file "$lock"
done

# These two share no environment with us, so their pins need not agree with ours.
apart() {
    echo "Writing $2"
    "$uv" pip compile --quiet "$1" "${@:3}" --universal --python-version 3.11 --upgrade \
        --generate-hashes --no-header --no-annotate --output-file "$2" >/dev/null
}
apart benchmarks/oracles/requirements.in requirements-oracles.lock --override benchmarks/oracles/overrides.in
apart scripts/uv.in scripts/uv.txt
