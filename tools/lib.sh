# What ./run, ./test and the tools share: words to the person in front, packages, Node, the web part, the server build.
# Sourced, never run. Expects bash; sets $top and makes it the current folder.
# shellcheck shell=bash
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$top"
export top LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive NPM_CONFIG_UPDATE_NOTIFIER=false NPM_CONFIG_FUND=false NPM_CONFIG_AUDIT=false

# --- words -------------------------------------------------------------------------------------------------------------
say() { printf '%s\n' "$*"; }

# die SENTENCE: one sentence that says what to do, and status 1.
die() {
    printf '%s: %s\n' "$(basename "$0")" "$*" >&2
    exit 1
}

# timed WHAT COMMAND…: a line when it starts, a line with its seconds when it is done; the command's own output stays visible.
timed() {
    local what=$1 start=$SECONDS
    shift
    say "── $what"
    "$@" || return
    say "   done in $((SECONDS - start)) s"
}

# --- the machine ---------------------------------------------------------------------------------------------------------
need_disk() {
    local free
    free=$(df -Pm "$top" | awk 'NR == 2 { print $4 }')
    ((free >= $1)) || die "the disk that holds $top has ${free} MB free and this needs $1 MB; free some space and start again."
}

need_writable() {
    if mkdir -p "$top/build" 2>/dev/null && [ -w "$top/build" ]; then return; fi
    die "$(id -un) may not write to $top; run this as the owner of the folder, or copy the folder to one that you own."
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo --preserve-env=DEBIAN_FRONTEND "$@"; fi
}

# Names of a list in tools/packages.txt, one per line.
package_list() { awk -v want="[$1]" '/^\[/ { on = ($0 == want); next } on && NF && !/^#/ { print $1 }' tools/packages.txt; }

missing_packages() {
    local name
    for name in "$@"; do
        [ "$(dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || printf '%s ' "$name"
    done
}

apt_failed() {
    local log=$1
    if grep -qiE 'no space left|not enough free space' "$log"; then
        die "the disk is full while installing packages; free some space and start again."
    elif grep -qiE 'could not resolve|temporary failure|unable to connect|connection (timed out|refused)|failed to fetch' "$log"; then
        die "the Debian package server cannot be reached; check the network (or the proxy in /etc/apt) and start again."
    elif grep -qiE 'could not get lock|unable to acquire' "$log"; then
        die "another program is installing packages at this moment; wait until it is done and start again."
    elif grep -qiE 'permission denied|are you root|a password is required|not in the sudoers' "$log"; then
        die "$(id -un) may not install packages; run this once as root or with a user who may use sudo."
    fi
    die "apt-get could not install the packages; its own words are in $log."
}

# need_packages LIST…: installs what is missing of the named lists, and only that.
need_packages() {
    local wanted missing log=build/apt.log
    wanted=$(for list in "$@"; do package_list "$list"; done)
    # shellcheck disable=SC2086
    missing=$(missing_packages $wanted)
    [ -n "$missing" ] || return 0
    command -v apt-get >/dev/null || die "this needs Debian 12 with apt-get; elsewhere, install what tools/packages.txt names by hand."
    [ "$(id -u)" = 0 ] || command -v sudo >/dev/null ||
        die "installing packages needs root: run it once as root, or install sudo and allow $(id -un) to use it."
    mkdir -p build
    say "── installing: $missing"
    # shellcheck disable=SC2086
    apt_install $missing 2>&1 | tee "$log" | grep --line-buffered -E '^(Get:|Setting up|E:|W:)' || true
    # shellcheck disable=SC2086
    missing=$(missing_packages $wanted)
    [ -z "$missing" ] || apt_failed "$log"
}

apt_install() {
    local options=(-y -o Acquire::Retries=3 -o DPkg::Lock::Timeout=120 -o Dpkg::Use-Pty=0)
    as_root apt-get "${options[@]}" update &&
        as_root apt-get "${options[@]}" --no-install-recommends install "$@"
}

# --- Node and the web part -----------------------------------------------------------------------------------------------
node_is_enough() {
    command -v node >/dev/null && command -v npm >/dev/null &&
        node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)'
}

# need_node: Node 20.19 or newer on the PATH. Debian 12 has 18, so the npm registry's own `node` package brings it into build/node.
need_node() {
    local version=22.23.3
    node_is_enough && return
    PATH="$top/build/node/node_modules/.bin:$PATH"
    node_is_enough && return
    command -v npm >/dev/null || need_packages npm
    say "── Node $version into build/node"
    mkdir -p build/node
    [ -f build/node/package.json ] || echo '{ "private": true }' >build/node/package.json
    retry npm install --prefix build/node --no-package-lock --loglevel=error "node@$version" npm@10 ||
        die "the npm registry cannot be reached, so Node $version could not be installed; check the network (or npm's proxy) and start again."
    hash -r
    node_is_enough || die "Node $version was installed into build/node but does not start here; install Node 20.19 or newer yourself and start again."
}

retry() {
    local i
    for i in 1 2 3; do
        "$@" && return
        sleep $((i * 3))
    done
    return 1
}

# newer_than STAMP PATH…: true when the stamp is missing or anything below the paths (a folder's own time tells of deletions) is newer.
newer_than() {
    local stamp=$1 present=() path
    shift
    [ -e "$stamp" ] || return 0
    for path in "$@"; do
        if [ -e "$path" ]; then present+=("$path"); fi
    done
    [ -n "$(find "${present[@]}" \( -name node_modules -o -name dist -o -name test-results \) -prune -o -newer "$stamp" -print -quit)" ]
}

# after_change STAMP PATHS… -- COMMAND…: runs the command only if a path changed since it last succeeded.
after_change() {
    local stamp=$1 paths=()
    shift
    while [ "$1" != -- ]; do
        paths+=("$1")
        shift
    done
    shift
    newer_than "$stamp" "${paths[@]}" || return 0
    mkdir -p "$(dirname "$stamp")"
    touch "$stamp.begun"
    "$@" || return
    mv "$stamp.begun" "$stamp"
}

# --- the server ----------------------------------------------------------------------------------------------------------
# configure FOLDER CMAKE-OPTION…: once per set of options.
configure() {
    local folder=build/$1 options
    shift
    options="$*"
    [ -f "$folder/build.ninja" ] && [ "$(cat "$folder/.options" 2>/dev/null)" = "$options" ] && return
    cmake -S . -B "$folder" -G Ninja "$@" >"build/$(basename "$folder").cmake.log" 2>&1 ||
        { tail -20 "build/$(basename "$folder").cmake.log" >&2; return 1; }
    printf '%s' "$options" >"$folder/.options"
}
