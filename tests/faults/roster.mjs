// A roster of people nobody has heard of, and the way through the import's routes.
import { must } from "./expect.mjs";
import { pause } from "./server.mjs";

export const kSurname = "障害試験";
const letters = "アイウエオカキクケコサシスセソタチツテトナニヌネノ";
const kana = (n) => [...n.toString(25)].map((digit) => letters[Number.parseInt(digit, 25)]).join("");

export function roster(people, { mark = "Z" } = {}) {
  const rows = Array.from(
    { length: people },
    (_, i) => `${mark}${String(i).padStart(6, "0")},${kSurname} ${i},ショウガイ ${kana(i + 25)},障害試験部,障害試験${i % 40}課,主事,正規職員,2024-04-01`,
  );
  return Buffer.from(["職員番号,氏名,カナ,部,課,職位,任用形態,採用年月日", ...rows, ""].join("\r\n"));
}

/** Sends the file; gives what POST /imports wants. */
export async function upload(server, client, bytes) {
  const file = await client.must(server, "PUT", `/imports/files?name=${encodeURIComponent("名簿.csv")}`, bytes, { type: "text/csv" });
  const columns = Object.fromEntries(file.columns.map(({ index, field }) => [String(index), field]));
  const { upload: token, sheet, header_row } = file;
  return { upload: token, sheet, header_row, as_of: "2025-06-01", whole: false, columns, create_units: true, skip_refused: false };
}

export async function finished(server, client, id, seconds = 60) {
  for (const deadline = Date.now() + seconds * 1000; Date.now() < deadline; await pause(25)) {
    const job = await client.must(server, "GET", `/jobs/${id}`);
    if (!["queued", "running"].includes(job.state)) return job;
  }
  throw new Error(`job ${id} has no end after ${seconds} s`);
}

export async function importNow(server, client, input) {
  const job = await finished(server, client, (await client.must(server, "POST", "/imports", input)).id);
  must(job.state === "done", `the import ended as ${job.state}: ${JSON.stringify(job.result)?.slice(0, 600)}`);
  return job.result;
}

export async function undoLast(server, client) {
  const { imports } = await client.must(server, "GET", "/imports");
  const last = imports.find(({ undoable }) => undoable);
  must(last, "there is no import to undo");
  const job = await finished(server, client, (await client.must(server, "POST", `/imports/${last.id}/undo`)).id);
  must(job.state === "done", `the undo ended as ${job.state}: ${JSON.stringify(job.result)?.slice(0, 600)}`);
}

export const present = async (server, client) =>
  (await client.must(server, "GET", `/staff?size=1&on=2025-06-01&q=${encodeURIComponent(kSurname)}`)).total;
