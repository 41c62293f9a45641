# shellcheck shell=bash
track=web needs='web_install' what='Vitest'
run() {
    local report=$top/build/test-results/vitest.json status=0
    web_run test --reporter=default --reporter=json --outputFile.json="$report" || status=$?
    count "$(node -p 'require(process.argv[1]).numPassedTests' "$report")" "$(node -p 'require(process.argv[1]).numFailedTests' "$report")"
    return $status
}
