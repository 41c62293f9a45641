# shellcheck shell=bash
track=web needs='' what='api/openapi.json linted'
linter=build/openapi-lint
install_linter() {
    mkdir -p $linter
    echo '{ "private": true }' >$linter/package.json
    retry npm install --prefix $linter --no-package-lock --loglevel=error @redocly/cli@2.77.0
}
run() {
    need_node
    after_change $linter/.installed tools/test/openapi.sh -- install_linter ||
        die "the OpenAPI linter could not be installed; check the network (or npm's proxy) and start again."
    REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true \
        $linter/node_modules/.bin/redocly lint --config tools/openapi-lint.yaml api/openapi.json
}
