# shellcheck shell=bash
track=server needs='build' what='the same tests on a real PostgreSQL 15'
run() {
    if [ -z "${HAGUKUMI_TEST_POSTGRES-}" ]; then exec tools/postgres.sh bash tools/test/step.sh postgres; fi
    gtests test postgres
}
