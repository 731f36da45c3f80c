#!/bin/sh
# Sees to the system's programs. Silent when nothing is missing; installs what is where it may, else names it.
#   scripts/bootstrap.sh python   prints a Python >= 3.11 that can make virtual environments
#   scripts/bootstrap.sh runtime  what papers are drawn with: libraries, and fonts for rare characters. Without them
#                                 everything else works, so that one sentence is all there is to it.
#   scripts/bootstrap.sh tests    PostgreSQL's server, Chromium of today and of 2018, and a Chinese font
set -eu

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

may_install() {
    command -v apt-get >/dev/null || return 1
    [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null
}

install_packages() {
    if ! may_install; then
        echo "Please install these packages first, for example with \"sudo apt-get install $*\"." >&2
        exit 1
    fi
    echo "Installing $*." >&2
    as_root apt-get -qq update >&2
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "$@" >&2
}

find_python() {
    for name in python3.11 python3.12 python3.13 python3.14 python3; do
        if "$name" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            "$name" -c 'import sys; print(sys.executable)'
            return 0
        fi
    done
    return 1
}

# Debian's package would make and start a cluster of its own, which nobody here needs.
forbid_main_cluster() {
    may_install || return 0
    folder=/etc/postgresql-common/createcluster.d
    as_root mkdir -p "$folder"
    echo 'create_main_cluster = false' | as_root tee "$folder/jianxi.conf" >/dev/null
}

has_postgres() {
    command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1
}

loads() {
    "$1" -c 'import ctypes, sys; ctypes.CDLL(sys.argv[1])' "$2" 2>/dev/null
}

# Without fontconfig's own program a font is looked for where Debian's package puts it.
has_font() {
    if command -v fc-list >/dev/null; then
        [ -n "$(fc-list "$1" family 2>/dev/null)" ]
    else
        [ -e "/usr/share/fonts/truetype/$2" ]
    fi
}

has_chinese_font() {
    command -v fc-list >/dev/null && [ -n "$(fc-list :lang=zh-cn family 2>/dev/null)" ]
}

case ${1:-} in
python)
    find_python && exit 0
    install_packages python3 python3-venv
    find_python || { echo "jianxi needs Python 3.11 or newer, and this system has none." >&2; exit 1; }
    ;;
runtime)
    missing=
    python=$(find_python) || python=.venv/bin/python
    loads "$python" libpango-1.0.so.0 || missing="$missing libpango-1.0-0"
    loads "$python" libpangoft2-1.0.so.0 || missing="$missing libpangoft2-1.0-0"
    loads "$python" libharfbuzz-subset.so.0 || missing="$missing libharfbuzz-subset0"
    has_font HanaMinA hanazono/HanaMinA.ttf || missing="$missing fonts-hanazono"
    has_font "BabelStone Han" babelstone/BabelStoneHan.ttf || missing="$missing fonts-babelstone-han"
    # shellcheck disable=SC2086
    [ -z "$missing" ] || (install_packages $missing) || true
    ;;
tests)
    missing=
    command -v chromium >/dev/null || missing="$missing chromium"
    scripts/old_browser.sh >/dev/null 2>&1 || command -v npm >/dev/null || missing="$missing npm"
    has_chinese_font || missing="$missing fontconfig fonts-noto-cjk"
    if ! has_postgres; then
        missing="$missing postgresql"
        forbid_main_cluster
    fi
    # shellcheck disable=SC2086
    [ -z "$missing" ] || install_packages $missing
    # Says why when it cannot be had; the tests that need it then fail with the same sentence, and no others.
    scripts/old_browser.sh >/dev/null || true
    ;;
*)
    echo "usage: scripts/bootstrap.sh python|runtime|tests" >&2
    exit 2
    ;;
esac
