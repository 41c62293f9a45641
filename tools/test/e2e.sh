# shellcheck shell=bash
track=web needs='program' what='end to end in headless Chromium, with axe, CSP and no other host'
run() {
    local data server i
    data=$(mktemp -d)
    build/test/hagukumi demo --data "$data" --cities hirakata,kakamigahara --staff 120
    build/test/hagukumi serve --data "$data" --listen 127.0.0.1:18081 >build/e2e-server.log 2>&1 &
    server=$!
    # shellcheck disable=SC2064
    trap "kill $server; wait $server; rm -rf $data" EXIT
    for ((i = 0; i < 600; i++)); do
        (exec 3<>/dev/tcp/127.0.0.1/18081) 2>/dev/null && break
        sleep 0.1
    done
    HAGUKUMI_E2E_URL=http://127.0.0.1:18081 web_run e2e | tee build/e2e.txt || true
    count_last_line build/e2e.txt
}
