#!/usr/bin/env bash
# tools/postgres.sh [--durable] COMMAND…: runs the command with a PostgreSQL 15 of its own and takes it away afterwards.
# The server listens on a socket in a temporary folder only, runs as an unprivileged user, and does not sync to disk unless
# --durable asks for it. The command finds the connection string in HAGUKUMI_TEST_POSTGRES.
. "$(dirname "$0")/lib.sh"

durable=off
if [ "${1-}" = --durable ]; then durable=on && shift; fi
(($#)) || die "tell me which command to run with the database."
bin=/usr/lib/postgresql/15/bin
[ -x $bin/initdb ] || die "PostgreSQL 15 is missing; install the package postgresql-15."

# PostgreSQL refuses to run as root; the package has made the user postgres.
folder=$(mktemp -d "${TMPDIR:-/tmp}/hagukumi-postgres.XXXXXX")
as_owner=()
if [ "$(id -u)" = 0 ]; then
    chown postgres "$folder"
    as_owner=(runuser -u postgres --)
fi
chmod 755 "$folder"

stop() {
    (cd / && "${as_owner[@]}" $bin/pg_ctl -D "$folder/data" -m immediate -w stop >/dev/null 2>&1) || true
    rm -rf "$folder"
}
trap stop EXIT
trap 'exit 130' INT TERM

(
    cd /
    "${as_owner[@]}" $bin/initdb -D "$folder/data" -U postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync
    "${as_owner[@]}" $bin/pg_ctl -D "$folder/data" -w -l "$folder/log" -o "-c listen_addresses='' -k $folder \
        -c fsync=$durable -c synchronous_commit=$durable -c full_page_writes=$durable -c max_connections=200 \
        -c max_locks_per_transaction=512 -c shared_buffers=128MB -c log_min_messages=fatal" start
) >"$folder/start.log" 2>&1 || { cat "$folder/start.log" "$folder/log" >&2; die "PostgreSQL did not start; its own words are above."; }

HAGUKUMI_TEST_POSTGRES="postgresql:///postgres?host=$folder&user=postgres" "$@"
