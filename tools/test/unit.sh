# shellcheck shell=bash
track=server needs='build' what='unit and API tests on SQLite'
run() {
    unset HAGUKUMI_TEST_POSTGRES
    gtests test sqlite
}
