// A survey of thirty questions, people with a session each, and answers: drawn anew for each person, and the same in every run.
import { posted } from "./figures.mjs";
import { inPieces } from "./people.mjs";
import { json } from "./server.mjs";

const kOptions = { single: 5, scale: 5, multiple: 8, matrix: 5 };
const kKinds = [...Array(6).fill("single"), ...Array(6).fill("scale"), ...Array(6).fill("multiple"), "matrix", "number", "long_text"];
const kItems = 10;
const kText = "窓口で使う様式をそろえて、同じことを二度入力しなくてよいようにしてほしい。";

/** Six single, six scale and six multiple questions, a matrix of ten, a number and a text; the first may cross the results. */
function pack(code) {
  const options = (kind) => Array.from({ length: kOptions[kind] }, (_, o) => `      - {code: "o${o}", text: 選択肢${o + 1}}`);
  const items = Array.from({ length: kItems }, (_, i) => `      - {code: "i${i}", text: 項目${i + 1}}`);
  const question = (kind, i) => [
    `  - code: Q${i}`, "    section: S", `    type: ${kind}`, `    text: 質問${i + 1}`,
    ...(kind === "long_text" ? [] : ["    required: true"]),
    ...(kOptions[kind] ? ["    options:", ...options(kind)] : []),
    ...(kind === "matrix" ? ["    items:", ...items] : []),
    ...(kind === "number" ? ["    least: 0", "    most: 100"] : []),
    ...(i === 0 ? ["    cut: true"] : []),
  ];
  return [`code: ${code}`, "title: 三十の質問", "purpose: baseline", "sections:", "  - {code: S, title: 質問}", "questions:", ...kKinds.flatMap(question), ""].join("\n");
}

export async function publishedSurvey(server, cookie) {
  const { summary } = await json(server, cookie, "/survey-files/yaml", { method: "PUT", headers: { "content-type": "application/yaml" }, body: pack("bench") });
  await posted(server, cookie, `/surveys/${summary.id}/publish`, {});
  return summary.id;
}

/** A wave that takes answers from today on, everybody asked; `opening` is how long that took, in ms. */
export async function openWave(server, cookie, survey, today) {
  const day = (years) => `${Number(today.slice(0, 4)) + years}-03-31`;
  const { id } = await posted(server, cookie, "/survey-waves", {
    survey, name: "bench", kind: "other", pairs_with: null, audience: "everyone", as_of: today, opens_on: today, closes_on: day(1),
    threshold: 5, readers: "office", keys_until: day(2), note: "",
  });
  const began = performance.now();
  const { invited } = await posted(server, cookie, `/survey-waves/${id}/open`, {});
  return { id, invited, opening: performance.now() - began };
}

/** The same numbers from 0 to 1 in every run. */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** What one person says: each question's options, items' options, number or text. */
function drawn(next) {
  const one = (kind) => Math.floor(next() ** 1.5 * kOptions[kind]);
  const several = () => Array.from({ length: kOptions.multiple }, (_, o) => o).filter((o) => next() < 0.3 || o === 0);
  return kKinds.map((kind) => {
    if (kind === "multiple") return several();
    if (kind === "matrix") return Array.from({ length: kItems }, () => one(kind));
    if (kind === "number") return Math.floor(next() * 101);
    return kind === "long_text" ? kText : one(kind);
  });
}

const travelling = (kind, said) => {
  if (kind === "number") return { number: said };
  if (kind === "long_text") return { text: said };
  if (kind === "matrix") return { items: said.map((o, i) => ({ item: `i${i}`, option: `o${o}` })) };
  return { options: [said].flat().map((o) => `o${o}`) };
};

/** A body for /answers. */
export function answers(seed) {
  const said = drawn(numbers(seed));
  const blank = { options: [], items: [], number: null, text: "" };
  return { answers: kKinds.map((kind, i) => ({ question: `Q${i}`, ...blank, ...travelling(kind, said[i]) })) };
}

/** As the table keeps it (server/features/surveys/answer_text.hpp). */
const kept = (next) =>
  drawn(next).map((said, i) => (kKinds[i] === "long_text" ? "" : kKinds[i] === "matrix" ? said.join("|") : String(said))).join("|");

/** Everybody but `spared` has answered, as far as the tables tell. */
export function fill(server, wave, spared = []) {
  const asked = server.sql(`SELECT staff_id, pseudonym FROM survey_key WHERE wave_id = ${wave} ORDER BY pseudonym;`);
  const answering = asked.filter(([staff]) => !spared.includes(Number(staff)));
  const next = numbers(wave);
  const texts = numbers(wave + 1);
  const hex = () => Array.from({ length: 3 }, () => Math.floor(texts() * 2 ** 32).toString(16).padStart(8, "0")).join("");
  server.sql(`BEGIN;
    ${inPieces(answering.map(([, pseudonym]) => `(${wave}, '${pseudonym}', 0, 0, '${kept(next)}')`), (some) =>
      `INSERT INTO survey_response (wave_id, pseudonym, batch, paper, answers) VALUES ${some};`)}
    ${inPieces(answering.map(() => `('${hex()}', ${wave}, 'Q20', '', '${kText}')`), (some) =>
      `INSERT INTO survey_text (id, wave_id, question_code, option_code, text) VALUES ${some};`)}
    COMMIT;`);
  return answering.length;
}
