# The part of the step `netless` that runs inside the namespace: no route leads out, and the kernel counts every attempt.
# shellcheck shell=bash
attempts_out() { awk '/^Ip:/ { if (!n++) split($0, name); else for (i = 2; i <= NF; i++) if (name[i] == "OutNoRoutes") print $i }' /proc/net/snmp; }
answers() { [ "$(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:18080$1")" = "$2" ]; }
nobody_called() { [ "$(attempts_out)" = 0 ]; }

run() {
    local data server i
    data=$(mktemp -d)
    build/test/hagukumi demo --data "$data" --cities hirakata --staff 60
    build/test/hagukumi serve --data "$data" --listen 127.0.0.1:18080 &
    server=$!
    # shellcheck disable=SC2064
    trap "kill $server; wait $server; rm -rf $data" EXIT
    for ((i = 0; i < 600; i++)); do
        answers / 200 && break
        sleep 0.1
    done
    check "the list of municipalities is served" answers / 200
    check "a municipality's page is served" answers /hirakata/ 200
    check "its API answers" answers /hirakata/api/demo-accounts 200
    sleep 2
    check "nobody outside was called" nobody_called
}
