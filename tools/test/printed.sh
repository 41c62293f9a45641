# shellcheck shell=bash
track=server needs='build' what='what the program prints is what is committed: OpenAPI, permissions, configuration'
same() {
    local file=$1
    shift
    build/test/hagukumi "$@" >"build/printed.$(basename "$file")" || return
    diff -u "$file" "build/printed.$(basename "$file")" | head -60
    cmp -s "$file" "build/printed.$(basename "$file")" || { say "renew it: build/test/hagukumi $* > $file"; return 1; }
}
run() {
    check "api/openapi.json" same api/openapi.json openapi
    check "docs/permissions.md" same docs/permissions.md permissions
    check "docs/configuration.md" same docs/configuration.md configuration
}
