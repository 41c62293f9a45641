# shellcheck shell=bash
track=web needs='program' what='end to end in headless Chromium, with axe, CSP and no other host'
run() {
    serve_demo 18081 build/e2e-server.log
    HAGUKUMI_E2E_URL=http://127.0.0.1:18081 web_run e2e | tee build/e2e.txt || true
    count_last_line build/e2e.txt
}
