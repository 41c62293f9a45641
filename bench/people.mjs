// Many people at once, each signed in.
import { createHash } from "node:crypto";

export const tokenOf = (staff) => String(staff).padStart(64, "0");
export const cookieOf = (staff) => `hagukumi_session=${tokenOf(staff)}`;

/** Long statements are cut into many. */
export const inPieces = (rows, write) => Array.from({ length: Math.ceil(rows.length / 500) }, (_, i) => write(rows.slice(500 * i, 500 * (i + 1)).join(",\n"))).join("\n");

/** An account and a session for each person of the query: to sign in by password takes 50,000 hashes that are slow on purpose. */
export function sessionsOf(server, query) {
  const people = server.sql(query).map(([id]) => Number(id));
  const rows = people.map((id) => `(${id}, '${createHash("sha256").update(tokenOf(id)).digest("hex")}')`);
  server.sql(`BEGIN;
    INSERT INTO account (login, display_name, staff_id, created_at)
      SELECT 'bench-' || id, '', id, '2020-01-01T00:00:00Z' FROM staff
       WHERE id NOT IN (SELECT staff_id FROM account WHERE staff_id IS NOT NULL);
    ${inPieces(rows, (some) => `
      INSERT INTO session (token_hash, account_id, created_at, last_seen_at, expires_at, address, agent)
        SELECT t.column2, a.id, s.created_at, s.last_seen_at, s.expires_at, '', 'bench' FROM (VALUES ${some}) AS t
          JOIN account a ON a.staff_id = t.column1 CROSS JOIN (SELECT * FROM session WHERE agent <> 'bench' ORDER BY id DESC LIMIT 1) AS s;`)}
    COMMIT;`);
  return people;
}


/** An account and a session for everybody who is asked in the wave. */
export const sessionsFor = (server, wave) => sessionsOf(server, `SELECT staff_id FROM survey_key WHERE wave_id = ${wave} ORDER BY staff_id;`);
