# The web part as the shell sees it: install, then npm scripts. Sourced after lib.sh.
# shellcheck shell=bash

# web_install: node_modules, brought forward when package.json or the lock file changed.
web_install() {
    [ -f web/package.json ] || die "web/package.json is not in this tree, so there is no web part to build."
    need_node
    after_change build/web/.installed web/package.json web/pnpm-lock.yaml -- web_install_now
}

web_install_now() {
    local install=(npm install --no-package-lock --loglevel=error --no-progress)
    # npm's own lock file does not survive `npm ci` on every registry; pnpm's does.
    [ ! -f web/pnpm-lock.yaml ] || install=(npx --yes pnpm@10.34.9 install --frozen-lockfile --reporter=append-only)
    (cd web && retry "${install[@]}") </dev/null ||
        die "the web packages could not be installed; check the network (or npm's proxy) and start again."
}

# web_run SCRIPT ARGUMENT…: a script of web/package.json.
web_run() {
    local script=$1
    shift
    (cd web && NO_COLOR=1 npm run --silent "$script" -- "$@") </dev/null
}

# web_build: web/dist, rebuilt when a source changed.
web_build() { after_change build/web/.built web api -- web_run build --logLevel warn; }
