// The mock town's improvement: cases at every stage, the year's themes, a meeting.
const text = (...lines: string[]) => ({
    text: lines.join("\n\n"),
    pieces: lines.flatMap((line) => [
        { kind: "paragraph", depth: 0, number: 0, text: "", href: "" },
        { kind: "text", depth: 1, number: 0, text: line, href: "" },
    ]),
});
const sections = ["市民部 市民課", "福祉部 保険年金課", "総務部 情報政策課", "教育委員会事務局 学校教育部 学務課"];
const titles = [
    ["転入手続きの「書かない窓口」", "届出書を職員が聞き取って作り、記入をなくした"],
    ["督促状の発送を月2回から週1回のまとめ出しへ", "発送の準備を一度にまとめ、印刷と封入の手間を減らした"],
    ["会議の日程調整を共有カレンダーへ", ""],
    ["学校からの報告を紙からフォームに", "95校の月次報告を入力フォームで集め、転記をなくした"],
] as const;
const stages = ["spread", "effect", "study", "action"] as const;
const statuses = ["confirmed", "submitted", "draft", "returned"] as const;
const card = (at: number) => ({
    id: at + 1,
    title: titles[at]?.[0] ?? "",
    summary: titles[at]?.[1] ?? "",
    unit: at + 1,
    unit_name: sections[at] ?? "",
    fiscal_year: 2025,
    theme: at === 0 ? 1 : null,
    theme_title: at === 0 ? "転入・転出の手続きを書かずに済ませる" : "",
    stage: stages[at] ?? "issue",
    status: statuses[at] ?? "draft",
    axes: at === 0 ? ["citizen_service", "work_style"] : ["administration"],
    tools: ["入力フォーム", "RPA"].slice(0, (at % 2) + 1),
    hours: [1320, 96.5, 0, 210][at] ?? 0,
    yen: [4_188_000, 337_750, 0, 735_000][at] ?? null,
    adoptions: at === 0 ? 2 : 0,
    adopted_from: null,
    mine: at < 2,
    updated_at: `2025-09-${20 - at}T02:00:00Z`,
    confirmed_at: at === 0 ? "2025-09-10T02:00:00Z" : null,
    url: `/improvement/${at + 1}`,
});
const cases = [0, 1, 2, 3].map(card);

const before = [
    { name: "届出書の記入を案内する", minutes: 8, people: 1, times: 12_000, hours: 1600 },
    { name: "内容を確かめ、システムに入力する", minutes: 6, people: 1, times: 12_000, hours: 1200 },
    { name: "関係課の届出書を書き直してもらう", minutes: 5, people: 1, times: 4800, hours: 400 },
];
const after = [
    { name: "聞き取りながら入力し、印刷して確かめてもらう", minutes: 9, people: 1, times: 12_000, hours: 1800 },
    { name: "関係課へ情報をつなぐ", minutes: 2, people: 1, times: 2400, hours: 80 },
];
const effect = {
    before,
    after,
    hours_before: 3200,
    hours_after: 1880,
    hours_saved: 1320,
    hourly: { yen: 3500, source: "令和6年度決算の職員給与費を、年間の勤務時間で割った額" },
    tools: [{ name: "書かない窓口システム", yen: 432_000 }],
    tool_yen: 432_000,
    yen_saved: 4_620_000,
    yen: 4_188_000,
    formula: "3,200.0時間 − 1,880.0時間 = 1,320.0時間、1,320.0時間 × 3,500円 − 432,000円 = 4,188,000円",
    formula_en: "3,200.0 h − 1,880.0 h = 1,320.0 h; 1,320.0 h × ¥3,500 − ¥432,000 = ¥4,188,000",
    frozen_at: "2025-09-10T02:00:00Z",
};
const related = (id: number, at: number, status: string) => ({
    id,
    title: titles[0][0],
    unit: at,
    unit_name: sections[at] ?? "",
    stage: "effect",
    status,
    hours: 310.5,
    yen: 1_086_750,
    url: `/improvement/${id}`,
});
const claim = (id: number, status: string, more: object = {}) => ({
    id,
    staff: 2,
    staff_no: "000102",
    name: "鈴木 一郎",
    unit_name: sections[0],
    kind: "improvement_case",
    source: 1,
    title: titles[0][0],
    url: "/improvement/1",
    on: "2025-09-10",
    skill: "S01",
    skill_name: "業務プロセスの見直し",
    skill_name_en: "Process redesign",
    note: "聞き取りの画面を設計した",
    status,
    word: "",
    decided_by: status === "waiting" ? "" : "田中 課長",
    decided_at: null,
    claimed_at: "2025-09-20T02:00:00Z",
    may_withdraw: false,
    may_decide: true,
    ...more,
});
const claims = [
    claim(1, "waiting"),
    claim(2, "confirmed", { skill: "S02", skill_name: "データ利活用", skill_name_en: "Use of data" }),
    claim(3, "returned", {
        staff: 1,
        name: "山田 花子",
        word: "担当した部分を書いてください",
        may_withdraw: true,
        may_decide: false,
    }),
];
const one = (id: number) => ({
    ...card(id - 1),
    problem: text(
        "転入の届出では、住民異動届のほかに国民健康保険、児童手当などの届出書を窓口ごとに書いてもらっていた。",
        "3月と4月の待ち時間は平均48分で、高齢の方や外国人の方には記入そのものが負担だった。",
    ),
    cause: text("届出書が課ごとに分かれ、同じ住所と氏名を平均4回書く作りになっていた。"),
    direction: text(
        "記入台を増やす案、記入例を見直す案と比べ、職員が聞き取って作る案を選んだ。転出証明書の情報をそのまま使える。",
    ),
    support: text("相談窓口で業務の流れを一緒に書き出し、地域情報化アドバイザーに先行団体を紹介してもらった。"),
    done: text(
        "聞き取り用の画面を作り、係の4人で3週間試した。言い回しを統一し、確認は印刷した1枚で行う。",
        "関係課へは情報をつなぎ、同じことを二度たずねない。",
    ),
    citizen_benefit: text("書くのは署名だけになり、平均の滞在時間が48分から27分になった。"),
    staff_benefit: text("記入の間違いによる書き直しがほぼなくなり、繁忙期の残業が月11時間減った。"),
    hours_used_for: text("予約の案内と、窓口に来られない方への訪問に使っている。"),
    team: [
        { staff: 1, name: "山田 花子", unit_name: sections[0], part: "全体の進行" },
        { staff: 2, name: "鈴木 一郎", unit_name: sections[0], part: "聞き取り画面の設計" },
        { staff: 3, name: "高橋 美咲", unit_name: sections[2], part: "システムの連携" },
    ],
    steps_before: before.map(({ hours: _, ...step }) => step),
    steps_after: after.map(({ hours: _, ...step }) => step),
    tool_costs: effect.tools,
    effect,
    moves: [
        { stage: "issue", on: "2025-04-14", note: "", by: "山田 花子", at: "2025-04-14T02:00:00Z" },
        { stage: "study", on: "2025-05-08", note: "先行団体を見学", by: "山田 花子", at: "2025-05-08T02:00:00Z" },
        { stage: "action", on: "2025-06-02", note: "", by: "山田 花子", at: "2025-06-02T02:00:00Z" },
        { stage: "effect", on: "2025-08-29", note: "3か月の結果", by: "山田 花子", at: "2025-08-29T02:00:00Z" },
        { stage: "spread", on: "2025-09-12", note: "", by: "山田 花子", at: "2025-09-12T02:00:00Z" },
    ],
    files: [{ id: 5, name: "聞き取りの流れ.pdf", media_type: "application/pdf", size: 182_400, url: "/attachments/5" }],
    origin: { kind: "consultation", id: 4, title: "転入の窓口を早くしたい", url: "/desk/4" },
    source: null,
    adopted_by: id === 1 ? [related(5, 1, "confirmed"), related(6, 3, "submitted")] : [],
    spread: { sections: id === 1 ? 3 : 1, hours: id === 1 ? 1630.5 : 0, yen: 5_274_750 },
    claims: id === 1 ? claims.slice(0, 2) : [],
    decided_by: id === 3 ? "" : "田中 課長",
    decided_why: id === 4 ? "実施したことに、学校の負担がどう変わったかを書き加えてください。" : "",
    submitted_at: "2025-08-29T02:00:00Z",
    decided_at: null,
    revision: 3,
    may_edit: id !== 1,
    may_move: id !== 2,
    may_submit: id > 2,
    may_confirm: id === 2,
    may_return: id === 2,
    may_adopt: id === 1,
    may_delete: id > 2,
    may_claim: id === 1,
});

const theme = (id: number, unit: number, title: string, more: object = {}) => ({
    unit,
    fiscal_year: 2025,
    title,
    issue: "届出のたびに同じことを何度も書いてもらっている。",
    aim: "3月までに、転入の滞在時間を半分にする。",
    id,
    unit_name: sections[unit - 1] ?? "",
    cases: 2,
    confirmed: 1,
    furthest: "effect",
    by: "山田 花子",
    revision: 1,
    may_edit: id === 1,
    ...more,
});
const meeting = {
    id: 1,
    title: "令和7年度 業務改善 共有・報告会",
    held_on: "2025-10-28",
    starts_at: "13:30",
    ends_at: "13:55",
    place: "本館4階 大会議室",
    note: "",
    items: [0, 1].map((at) => ({
        no: at + 1,
        starts_at: at ? "13:45" : "13:30",
        ends_at: at ? "13:55" : "13:45",
        minutes: at ? 10 : 15,
        presenter: at ? "" : "市民課 鈴木",
        told: cases[at],
    })),
    minutes: 25,
    hours: 1416.5,
    yen: 4_525_750,
    result: text(),
    result_at: null,
    result_by: "",
    revision: 1,
    may_edit: true,
};
const sums = { cases: 4, confirmed: 1, adoptions: 2, hours: 1320, yen: 4_188_000 };

export function improvementAnswer(path: string, query: URLSearchParams): unknown {
    if (path === "/cases") {
        const shown = query.get("to_confirm") ? cases.slice(1, 2) : query.get("status") ? cases : cases;
        return { cases: shown, total: shown.length, years: [2025, 2024], tools: ["RPA", "入力フォーム"] };
    }
    if (path === "/cases/totals")
        return {
            all: sums,
            units: sections.slice(0, 2).map((unit_name, unit) => ({ ...sums, unit, unit_name })),
            stages: [],
            axes: [],
        };
    if (path === "/cases/draft") {
        const { problem, cause, direction, done, support, citizen_benefit, staff_benefit, hours_used_for, ...rest } = one(1);
        const full = query.get("from_case") !== null;
        return {
            form: {
                ...rest,
                team: [],
                title: full ? rest.title : "",
                summary: full ? rest.summary : "",
                problem: full ? problem.text : "",
                cause: full ? cause.text : "",
                direction: full ? direction.text : "",
                done: "",
                support: "",
                citizen_benefit: "",
                staff_benefit: "",
                hours_used_for: "",
                steps_before: full ? rest.steps_before : [],
                steps_after: full ? rest.steps_after : [],
                tool_costs: full ? rest.tool_costs : [],
                files: [],
                origin: null,
                adopted_from: full ? 1 : null,
            },
            unit_name: sections[0],
            team: full ? [] : rest.team.slice(0, 1),
            source_title: full ? rest.title : "",
            source_url: full ? rest.url : "",
            hourly: effect.hourly,
        };
    }
    if (/^\/cases\/\d+$/.test(path)) return one(Number(path.split("/")[2]));
    if (path === "/themes")
        return {
            fiscal_year: 2025,
            themes: [
                theme(1, 1, "転入・転出の手続きを書かずに済ませる"),
                theme(2, 2, "督促の仕事を半分にする", { cases: 0, furthest: null }),
            ],
            without: sections.slice(2).map((unit_name, at) => ({ unit: at + 3, unit_name })),
            may_name: [{ unit: 1, unit_name: sections[0] }],
            may_name_any: true,
        };
    if (path === "/improvement/cost") return { ...effect.hourly, revision: 1, by: "山田 花子", at: null, may_edit: true };
    if (path === "/meetings")
        return {
            meetings: [
                {
                    id: 1,
                    title: meeting.title,
                    held_on: meeting.held_on,
                    starts_at: "13:30",
                    place: meeting.place,
                    cases: 2,
                    has_result: false,
                },
                {
                    id: 2,
                    title: "令和6年度 業務改善 共有・報告会",
                    held_on: "2024-11-05",
                    starts_at: "14:00",
                    place: "",
                    cases: 6,
                    has_result: true,
                },
            ],
            may_add: true,
        };
    if (path === "/meetings/1") return meeting;
    if (path === "/meetings/1/pack") return { meeting, cases: [one(1), one(2)] };
    if (path === "/trail")
        return {
            steps: [
                {
                    kind: "topic",
                    id: 9,
                    title: "転入の待ち時間",
                    detail: "市民課",
                    on: "2025-04-10",
                    state: "解決",
                    state_en: "solved",
                    url: "/hiroba/9",
                    here: false,
                    from: null,
                },
                {
                    kind: "consultation",
                    id: 4,
                    title: "転入の窓口を早くしたい",
                    detail: "市民課",
                    on: "2025-04-14",
                    state: "効果",
                    state_en: "effect",
                    url: "/desk/4",
                    here: false,
                    from: 0,
                },
                {
                    kind: "improvement_case",
                    id: 1,
                    title: titles[0][0],
                    detail: "市民課",
                    on: "2025-09-10",
                    state: "確認済み",
                    state_en: "confirmed",
                    url: "/improvement/1",
                    here: true,
                    from: 1,
                },
                {
                    kind: "newsletter",
                    id: 1,
                    title: "第3号「窓口の待ち時間を減らす」",
                    detail: "",
                    on: "2025-09-30",
                    state: "",
                    state_en: "",
                    url: "/newsletters/1",
                    here: false,
                    from: 2,
                },
            ],
        };
    if (path === "/digest/setting") return { mail: "weekly", relay: true, address: "yamada@example.lg.jp" };
    if (path === "/practice/claims") {
        const staff = query.get("staff");
        return { claims: staff ? claims.filter((each) => String(each.staff) === staff) : claims };
    }
    if (path === "/practice/offer")
        return {
            kind: "improvement_case",
            source: 1,
            title: titles[0][0],
            url: "/improvement/1",
            on: "2025-09-10",
            rules: [{ text: "実践を通じたスキルと経験の習得を、根拠として数える。", clause: "５(３) L146–148", note: "" }],
            skills: [
                {
                    skill: "S01",
                    name: "業務プロセスの見直し",
                    name_en: "Process redesign",
                    area_name: "業務改善",
                    needed: true,
                    holds: false,
                    claimed: null,
                },
                {
                    skill: "S02",
                    name: "データ利活用",
                    name_en: "Use of data",
                    area_name: "データ",
                    needed: true,
                    holds: true,
                    claimed: "confirmed",
                },
                {
                    skill: "S03",
                    name: "プロジェクトの進行",
                    name_en: "Leading a project",
                    area_name: "業務改善",
                    needed: false,
                    holds: false,
                    claimed: null,
                },
            ],
        };
    return undefined;
}
