#!/bin/sh
# Prints the path of Chromium 69, the oldest browser that jianxi promises to work in. Fetches it once, through npm, into
# the user's cache; the package is checked against the digest recorded here. Needs .venv (brotli) and npm.
set -eu
cd "$(dirname "$0")/.."
package=chrome-aws-lambda@1.6.3
digest=f1b0f5206d211ea256678dacdc699cb83587d444d5f165798ad660e74fa1d90e
program=${XDG_CACHE_HOME:-$HOME/.cache}/jianxi/chromium-69.0.3494.0

fail() {
    echo "Chromium 69 could not be had: $1." >&2
    exit 1
}

if [ ! -x "$program" ]; then
    command -v npm >/dev/null || fail "npm is not installed"
    scratch=$(mktemp -d)
    trap 'rm -rf "$scratch"' EXIT
    (cd "$scratch" && npm pack --silent "$package" >/dev/null 2>&1) || fail "npm could not fetch $package"
    archive=$(echo "$scratch"/*.tgz)
    echo "$digest  $archive" | sha256sum --check --status || fail "$package is not the file that was recorded"
    tar -xzf "$archive" -C "$scratch" package/bin/chromium-69.0.3494.0.br
    .venv/bin/python -c 'import brotli, sys; sys.stdout.buffer.write(brotli.decompress(sys.stdin.buffer.read()))' \
        <"$scratch/package/bin/chromium-69.0.3494.0.br" >"$scratch/program"
    chmod +x "$scratch/program"
    mkdir -p "$(dirname "$program")"
    mv "$scratch/program" "$program"
fi
echo "$program"
