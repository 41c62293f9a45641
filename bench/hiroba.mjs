// People write to each other: how long a long topic takes to show, how fast words are kept, how soon those who have the page open hear.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { at_most, durableWrite, each, posted, round, told } from "./figures.mjs";
import { latency, median, wrk } from "./measure.mjs";
import { cookieOf, sessionsOf } from "./people.mjs";
import { json, scratch, signIn } from "./server.mjs";
import { watchEvents } from "./viewers.mjs";

const kReplies = 200;
const kViewers = 1000;
const kPosts = 30;
const kWriters = 10_000; // nobody posts more than a person types, so many people post
const kWords = "隣の課では、**受付簿**から月報を作る式を置きました。\n\n- 手入力がなくなる\n- 件数が合う\n\n`=COUNTIF(A:A, B2)` のように使います。";

export async function hiroba(options) {
  return each({ ...options, staff: [options.staff.find((staff) => staff >= kWriters) ?? Math.max(...options.staff)] }, async (server, { label }) => {
    const office = await signIn(server, "dx_office");
    const people = sessionsOf(server, `SELECT id FROM staff WHERE left_on IS NULL ORDER BY id LIMIT ${kWriters};`);
    const { channels } = await json(server, office, "/channels");
    const newTopic = async (title) =>
      (await posted(server, office, "/topics", { channel: channels[0].id, title, text: kWords, tags: [], files: [], key: null })).id;
    const city = { server, label, office, people, newTopic };
    return [...(await watched(city)), ...(await longTopic(city, options)), ...(await posting(city, options))];
  });
}

const reply = (server, staff, topic, text) =>
  posted(server, cookieOf(staff), `/topics/${topic}/replies`, { text, files: [], key: null });

/** A word at a time, heard on a thousand open pages. */
async function watched({ server, label, office, people, newTopic }) {
  const topic = await newTopic("聞こえるまで");
  const before = server.memory().now;
  const watching = await watchEvents(server, office, "hiroba", kViewers);
  const waits = [];
  for (let i = 0; i < kPosts; ++i) {
    const heard = watching.heard((data) => data.topic === topic);
    const sent = performance.now();
    await reply(server, people[i], topic, kWords);
    waits.push(...(await heard).map((at) => at - sent));
  }
  const memory = server.memory().now;
  watching.close();
  waits.sort((a, b) => a - b);
  const within = (share) => waits[Math.floor(share * (waits.length - 1))];
  return [
    told(`${label} from sending a word to the event, ${kViewers} viewers, median`, within(0.5), "ms"),
    at_most(`${label} the same, 99th percentile`, within(0.99), "ms", 200),
    at_most(`${label} resident memory, ${kViewers} viewers`, memory, "MB", 150),
    told(`${label} of that before they came`, before, "MB"),
  ];
}

async function longTopic({ server, label, office, people, newTopic }, options) {
  const topic = await newTopic("長い話題");
  for (let i = 0; i < kReplies; ++i) await reply(server, people[i + kPosts], topic, `${i + 1}: ${kWords}`);
  const path = `/topics/${topic}`;
  const alone = await latency(() => json(server, office, path));
  const many = wrk(server.api + path, { connections: 64, seconds: options.seconds, cookie: office });
  return [
    told(`${label} topic with ${kReplies} replies`, alone, "ms"),
    told(`${label} the same, 64 connections`, many.rate, `/s, median ${round(many.p50)} ms, p99 ${round(many.p99)} ms`),
  ];
}

/** Every request is another person's. */
function requests(server, topics, people) {
  const list = join(scratch, "writers.txt");
  writeFileSync(list, people.join("\n"));
  const body = JSON.stringify({ text: kWords, files: [], key: null });
  return () => [
    `local topics, body = {${topics.join(",")}}, [==[${body}]==]`,
    "local threads, n, people = 0, 0, {}",
    'function setup(thread) thread:set("mine", threads); threads = threads + 1 end',
    `function init() for id in io.lines(${JSON.stringify(list)}) do people[#people + 1] = id end end`,
    "request = function()",
    "  local k = 2 * n + mine",
    "  n = n + 1",
    `  local to = "/${server.slug}/api/topics/" .. topics[k % #topics + 1] .. "/replies"`,
    "  local id = people[k % #people + 1]",
    '  local headers = {["Content-Type"] = "application/json", Cookie = "hagukumi_session=" .. string.rep("0", 64 - #id) .. id}',
    '  return wrk.format("POST", to, headers, body)',
    "end",
  ];
}

async function posting({ server, label, people, newTopic }, options) {
  const { url, ...write } = await durableWrite(server, await signIn(server, "staff"));
  const topics = [];
  for (let i = 0; i < 50; ++i) topics.push(await newTopic(`話題 ${i}`));
  const rounds = Array.from({ length: 3 }, () => {
    const run = { connections: 64, seconds: options.seconds, rounds: 1 };
    const ceiling = wrk(url, { ...write, ...run });
    return { ...wrk(server.url, { ...run, requests: requests(server, topics, people) }), ceiling: ceiling.rate };
  });
  const [rate, p50, p99] = ["rate", "p50", "p99"].map((what) => median(rounds.map((one) => one[what])));
  return [
    told(`${label} words kept, 64 clients`, rate, `/s, median ${round(p50)} ms, p99 ${round(p99)} ms`),
    told(`${label} words kept / small durable writes`, median(rounds.map((one) => one.rate / one.ceiling)), "x"),
  ];
}
