# shellcheck shell=bash
track=web needs='web_install' what='TypeScript check, and that the client types are those of api/openapi.json'
run() {
    check "TypeScript" web_run types
    check "src/api/schema.gen.ts" web_run api --check
}
