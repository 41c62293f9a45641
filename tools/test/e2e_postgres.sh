# shellcheck shell=bash
track=web needs='program' what='end to end on PostgreSQL 15: from a question to evidence'
run() {
    if [ -z "${HAGUKUMI_TEST_POSTGRES-}" ]; then exec tools/postgres.sh bash tools/test/step.sh e2e_postgres; fi
    serve_demo 18082 build/e2e-postgres-server.log --database "$HAGUKUMI_TEST_POSTGRES"
    HAGUKUMI_E2E_URL=http://127.0.0.1:18082 web_run e2e chain | tee build/e2e-postgres.txt || true
    count_last_line build/e2e-postgres.txt
}
