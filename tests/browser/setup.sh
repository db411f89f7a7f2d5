#!/bin/sh
# Installs what the browser tests call: Chromium and its driver, a Java runtime, a reader of PDF, Node, and the checkers of package.json.
# Does nothing where all of it is there already. Debian packages are installed by root only; others are told the command.
set -eu
cd "$(dirname "$0")"

packages=""
[ -x "${CHROMIUM:-/usr/bin/chromium}" ] || packages="$packages chromium"
[ -x "${CHROMEDRIVER:-/usr/bin/chromedriver}" ] || packages="$packages chromium-driver"
command -v java >/dev/null || packages="$packages default-jre-headless"
command -v pdftotext >/dev/null || packages="$packages poppler-utils"
command -v node >/dev/null || packages="$packages nodejs"
command -v npm >/dev/null || packages="$packages npm"

if [ -n "$packages" ]; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        export DEBIAN_FRONTEND=noninteractive
        apt-get update -qq
        # shellcheck disable=SC2086 -- one word for each package
        apt-get install -y -qq --no-install-recommends $packages >/dev/null
    else
        echo "The browser tests need:$packages" >&2
        echo "    sudo apt-get install --no-install-recommends$packages" >&2
        exit 1
    fi
fi

# npm's own record of what it installed is newer than the lock file exactly when nothing is to be done.
if [ ! node_modules/.package-lock.json -nt package-lock.json ]; then
    npm ci --silent
    touch node_modules/.package-lock.json
fi
