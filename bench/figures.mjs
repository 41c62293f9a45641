// Figures as the rows report them, each beside what it is held against, and a server for each size and engine.
import { json, start } from "./server.mjs";

export const round = (value, digits = 2) => Number(value.toFixed(digits));
export const at_least = (what, value, unit, wanted) => ({ what, value: round(value), unit, wanted: `>= ${wanted}`, met: value >= wanted });
export const at_most = (what, value, unit, wanted) => ({ what, value: round(value), unit, wanted: `<= ${wanted}`, met: value <= wanted });
export const told = (what, value, unit) => ({ what, value: round(value, 1), unit });

export async function each(options, measure) {
  const figures = [];
  for (const engine of options.engines) {
    for (const staff of options.staff) {
      const server = await start(options.program, engine, staff, options.city);
      try {
        figures.push(...(await measure(server, { engine, staff, label: `${engine} ${staff}` })));
      } finally {
        await server.stop();
      }
    }
  }
  return figures;
}

export const posted = (server, cookie, path, body, method = "POST") =>
  json(server, cookie, path, { method, headers: { "content-type": "application/json" }, body: JSON.stringify(body) });

/** A small write of one's own, for wrk: what many of them reach is the most that the server writes durably. */
export async function durableWrite(server, cookie) {
  const { staff, today } = await json(server, cookie, "/me");
  const { rows } = await json(server, cookie, `/staff/${staff}/skills`);
  const post = { kind: "self", holds: true, dated_on: today, valid_until: null, source: "bench", note: "" };
  return { url: `${server.api}/staff/${staff}/skills/${rows[0].skill}/evidence`, cookie, post };
}
