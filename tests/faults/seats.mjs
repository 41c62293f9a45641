// Five hundred applications for thirty seats at the same moment, and a kill in the middle: thirty sit, the rest wait in order, and
// whoever was told of a seat or a place still has it.
import { must, mustEqual } from "./expect.mjs";
import { importNow, kSurname, roster, upload } from "./roster.mjs";
import { Client, copyOfData, kill, mustBeWhole, start, stop } from "./server.mjs";

const kPeople = 500;
const kSeats = 30;

const last_day = (today) => `${Number(today.slice(0, 4)) + (today.slice(5) > "03-31" ? 1 : 0)}-03-31`;

async function openRun(server, client, course, name) {
  const { today } = await client.must(server, "GET", "/me");
  const day = last_day(today);
  const form = {
    course, name, fiscal_year: Number(day.slice(0, 4)) - 1, capacity: kSeats, unit: null, per_unit: 0, apply_from: today, apply_until: day,
    waiting_until: null, attend: "all", needs_release: false, note: "",
    sessions: [{ id: null, starts_at: `${day}T22:00`, ends_at: `${day}T23:00`, place: "大会議室", online_address: "" }],
  };
  const { id } = await client.must(server, "POST", "/runs", form);
  await client.must(server, "POST", `/runs/${id}/opening`, {});
  return id;
}

/** Each of the staff by a request of its own, all at once; `told` hears every answer. */
const askAll = (server, client, run, staff, told = () => {}) =>
  Promise.all(
    staff.map(async (id) => {
      const answer = await client.ask(server, "POST", `/runs/${run}/recommendations`, { staff: [id], route: "recommended", reason: "", basis_no: null });
      told(id, answer);
      return answer;
    }),
  );

async function mustBeInOrder(server, client, run, people) {
  const { enrolments } = await client.must(server, "GET", `/runs/${run}/enrolments`);
  mustEqual(enrolments.length, people, "applications");
  mustEqual(new Set(enrolments.map(({ staff }) => staff)).size, people, "people among them");
  enrolments.forEach(({ status, place }, i) => {
    mustEqual(status, i < kSeats ? "accepted" : "waiting", `state of application ${i + 1} in the order of asking`);
    if (i >= kSeats) mustEqual(place, i - kSeats + 1, `place of application ${i + 1}`);
  });
  return enrolments;
}

async function everybodyAtOnce(server, client, course, staff) {
  const run = await openRun(server, client, course, "一斉の申込み");
  for (const { status, body } of await askAll(server, client, run, staff)) mustEqual(status, 201, `an application was answered with ${JSON.stringify(body)}`);
  await mustBeInOrder(server, client, run, staff.length);
}

/** Kills after so many answers; whoever had one is there as told, and the rest can still ask. */
async function killedAfter(program, data, client, course, staff, answers) {
  const server = await start(program, data);
  const run = await openRun(server, client, course, `${answers}件目で停止`);
  const told = new Map();
  let killed;
  const hear = (id, { status, body }) => {
    if (status === 0) return;
    mustEqual(status, 201, `an application was answered with ${JSON.stringify(body)}`);
    told.set(id, body.enrolments[0].status);
    if (told.size === answers) killed = kill(server);
  };
  await askAll(server, client, run, staff, hear);
  await killed;
  const again = await start(program, data);
  const { enrolments } = await client.must(again, "GET", `/runs/${run}/enrolments`);
  const there = new Map(enrolments.map(({ staff: id, status }) => [id, status]));
  for (const [id, status] of told) mustEqual(there.get(id), status, `what became of somebody who was told ${status}`);
  await mustBeInOrder(again, client, run, enrolments.length);
  await askAll(again, client, run, staff.filter((id) => !there.has(id)), (_, { status }) => mustEqual(status, 201, "asking after the kill"));
  await mustBeInOrder(again, client, run, staff.length);
  await stop(again);
}

export async function foughtSeats({ program, rounds, test }) {
  const copy = copyOfData("seats");
  const { data, slug } = copy;
  const server = await start(program, data);
  const client = await new Client(slug).signIn(server, "training_officer");
  client.agent.maxSockets = kPeople;
  await importNow(server, client, await upload(server, client, roster(kPeople)));
  const { rows } = await client.must(server, "GET", `/staff?size=1000&q=${encodeURIComponent(kSurname)}`);
  const staff = rows.map(({ id }) => id);
  const course = (await client.must(server, "GET", "/courses")).courses[0].code;
  await test(`${kPeople} applications at once for ${kSeats} seats: ${kSeats} sit, the rest wait in the order of asking, none is refused`, async () => {
    mustEqual(staff.length, kPeople, "people of the roster");
    await everybodyAtOnce(server, client, course, staff);
  });
  await stop(server);
  const kills = Math.min(rounds, 8);
  for (let i = 1; i <= kills; ++i) {
    const answers = Math.ceil((i * kPeople) / (kills + 1));
    await test(`kill -9 after ${answers} of ${kPeople} applications were answered: all of these stand as they were told`, () =>
      killedAfter(program, data, client, course, staff, answers));
  }
  await test("after that, file and audit chain are whole", async () => {
    must(staff.length > 0, "nobody asked");
    mustBeWhole(program, copy);
  });
}
