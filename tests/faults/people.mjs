// Everybody of a city at once, each with a session, and what the database file itself says.
import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { Client } from "./server.mjs";

/** Reads or writes the file itself, its keys beside it. */
export const sql = ({ database }, script) =>
  execFileSync("sqlite3", ["-bail", database, ".timeout 20000", `ATTACH '${database}.keys' AS keys`, script], { encoding: "utf8" })
    .split("\n")
    .filter(Boolean)
    .map((line) => line.split("|"));

/** A session for everybody, written into the file: signing in hashes slowly on purpose. */
export function clientsOf(copy) {
  const staff = sql(copy, "SELECT id FROM staff WHERE left_on IS NULL ORDER BY id").map(([id]) => Number(id));
  const token = (id) => String(id).padStart(64, "0");
  const hashes = staff.map((id) => `(${id}, '${createHash("sha256").update(token(id)).digest("hex")}')`).join(", ");
  sql(copy, `BEGIN;
    INSERT INTO account (login, display_name, staff_id, created_at)
      SELECT 'faults-' || id, '', id, '2020-01-01T00:00:00Z' FROM staff
       WHERE id NOT IN (SELECT staff_id FROM account WHERE staff_id IS NOT NULL);
    INSERT INTO session (token_hash, account_id, created_at, last_seen_at, expires_at, address, agent)
      SELECT t.column2, a.id, s.created_at, s.last_seen_at, s.expires_at, '', '' FROM (VALUES ${hashes}) t
        JOIN account a ON a.staff_id = t.column1 CROSS JOIN (SELECT * FROM session ORDER BY id DESC LIMIT 1) s;
    COMMIT;`);
  return new Map(staff.map((id) => [id, new Client(copy.slug, `hagukumi_session=${token(id)}`)]));
}
