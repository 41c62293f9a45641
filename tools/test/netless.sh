# shellcheck shell=bash
track=server needs='program' what='the server in a network without a route: it serves, and tries to reach nobody'
run() {
    local status=0
    tools/netless.sh true || { [ $? = 77 ] && skip "this machine forbids network namespaces"; }
    tools/netless.sh bash tools/test/step.sh netless_inside || status=$?
    return $status
}
