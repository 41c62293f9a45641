# shellcheck shell=bash
track=server needs='' what='shellcheck over every script'
run() {
    git grep -lE '^#!.*bash|^# shellcheck shell=bash' -- . ':!web' | xargs shellcheck
    git ls-files -co --exclude-standard -- 'tools/*.sh' | xargs shellcheck
}
