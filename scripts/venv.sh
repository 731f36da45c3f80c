#!/bin/sh
# Makes .venv, or brings it up to date, from the hashed lock. Usage: scripts/venv.sh runtime|dev
set -eu
cd "$(dirname "$0")/.."
kind=$1

if ! .venv/bin/python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    python=$(scripts/bootstrap.sh python)
    echo "Making .venv ($kind); this takes a minute." >&2
    "$python" -m venv --clear .venv
fi
pip() { .venv/bin/python -m pip --disable-pip-version-check install --quiet "$@"; }
pip --require-hashes -r requirements/build.txt -r "requirements/$kind.txt"
pip --no-deps --no-build-isolation --editable .
touch ".venv/$kind.stamp"
