#!/usr/bin/env bash
# Writes the locks anew: every package with version and hashes, for every platform, without an address.
# Usage: tools/lock.sh PYTHON. Existing pins stay; `make lock OPNIEUW=1` takes the newest versions.
set -euo pipefail
python=$1
nieuw=()
[ -z "${OPNIEUW:-}" ] || nieuw=(--upgrade)
"$python" -m pip install -q uv
slot() { # slot FILE GROUP...
    local bestand=$1 groepen=()
    shift
    for groep in "$@"; do groepen+=(--group "$groep"); done
    "$python" -m uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
        --no-emit-index-url --no-emit-find-links "${nieuw[@]}" "${groepen[@]}" pyproject.toml -o "$bestand" >/dev/null
    ! grep -nE '://' "$bestand" || { echo "In $bestand staat een adres." >&2; exit 1; }
    echo "$bestand: $(grep -c '==' "$bestand") pakketten"
}
slot requirements-test.lock build test
# The second lock starts from the first, so that a package never has two versions in the two.
cp requirements-test.lock requirements.lock
slot requirements.lock build
