// What is asked of the search, as people ask it: one character to a few words, each question different from the one before.
import { execFileSync } from "node:child_process";
import { dirname, join } from "node:path";
import { at_most, each, round, told } from "./figures.mjs";
import { wrk } from "./measure.mjs";
import { signIn } from "./server.mjs";

const kPosts = 1000000;
const kWords = [
  "税", "票", "印", "研修", "申請", "窓口", "庶務", "福祉", "予算", "起案", "勤怠", "集計", "契約", "介護", "戸籍", "防災", "学校", "統計", "地図", "残業", "課題",
  "住民票", "会議室", "議事録", "手数料", "下水道", "図書館", "避難所", "仕様書", "RPA", "GIS", "SNS", "AI", "Excel", "kintone", "LGWAN", "電子申請", "文書管理",
  "人事異動", "音声認識", "電子決裁", "財務会計", "都市計画", "個人情報", "口座振替", "罹災証明", "サーバ", "プリンタ", "生成AI", "AI-OCR", "情報セキュリティ",
  "ピボットテーブル", "マイナンバーカード", "ガバメントクラウド", "ふるさと納税", "固定資産税", "ﾈｯﾄﾜｰｸ", "でつまずいて", "を自動化したい", "1234",
];
const kTogether = ["研修", "申請", "窓口", "改善", "時間", "手順書", "罹災証明", "還付"];

/** Every word alone, and with a second one. */
const questions = [...kWords, ...kWords.flatMap((word, i) => [`${word} ${kTogether[i % kTogether.length]}`])];

/** Lua for wrk: each thread walks through all questions from a place of its own. */
const asking = (path) => (around) => [
  `local asked = {${questions.map((q) => JSON.stringify(encodeURIComponent(q))).join(",")}}`,
  `local at = ${around * 37}`,
  "function setup(thread) thread:set('begin', math.random(1, #asked)) end",
  "function init() at = at + (begin or 0) end",
  `request = function() at = at + 1; return wrk.format("GET", "${path}?q=" .. asked[at % #asked + 1]) end`,
];

/** A million posts: what 64 people wait who ask without pausing, and what one waits. */
export async function search(options) {
  return each({ ...options, staff: [Math.min(...options.staff)] }, async (server, { label }) => {
    const began = performance.now();
    execFileSync(join(dirname(options.program), "bench/fill_search"), [...server.place, String(kPosts)], { stdio: ["ignore", "ignore", "inherit"] });
    const filled = (performance.now() - began) / 1000;
    const cookie = await signIn(server, "staff");
    const path = new URL(`${server.api}/search`).pathname;
    const ask = (connections) => wrk(`${server.api}/search`, { connections, seconds: options.seconds, cookie, requests: asking(path) });
    const one = ask(1);
    const before = server.processor();
    const many = ask(64);
    const cost = ((server.processor() - before) * 1000) / (many.rate * options.seconds * 3);
    return [
      told(`${label} a million posts taken into the index`, filled, "s"),
      told(`${label} search, 1 connection`, one.rate, `/s, median ${round(one.p50)}, p99 ${round(one.p99)} ms`),
      told(`${label} search, 64 connections`, many.rate, `/s, ${round(cost)} ms of processor each, resident ${server.memory().now} MB`),
      at_most(`${label} search, 64 connections, median`, many.p50, "ms", 20),
      at_most(`${label} search, 64 connections, 99th percentile`, many.p99, "ms", 100),
    ];
  });
}
