#!/bin/sh
# Install what Python cannot: the venv module, a redis-server and a Chromium for the tests that need them.
# Where this account may not install, name what is missing and go on; the tests that need it will then fail by name.
set -eu
missing=""
python3 -c 'import ensurepip, venv' 2>/dev/null || missing="$missing python3-venv"
command -v redis-server >/dev/null 2>&1 || missing="$missing redis-server"
command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
[ -n "$missing" ] || exit 0
sudo=""
if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then sudo="sudo -n"; else
        echo "missing, and this account may not install packages:$missing" >&2
        echo "ask an administrator for: apt-get install$missing" >&2
        exit 0
    fi
fi
if ! command -v apt-get >/dev/null 2>&1; then
    echo "missing, and there is no apt-get here:$missing" >&2
    exit 0
fi
$sudo apt-get update -qq
# shellcheck disable=SC2086  # a list of package names
DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends $missing >/dev/null
