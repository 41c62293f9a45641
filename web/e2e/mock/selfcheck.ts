// The mock town's self-check: this year's open, one section under way, last year's beside it.
const groups = [
    { code: "RULES", title: "体制と決まり", title_en: "Roles and rules" },
    { code: "INFO", title: "情報資産の扱い", title_en: "Handling of information" },
];
const texts = [
    ["R1", "RULES", "所属の情報セキュリティの責任者と担当者を、全員が知っている", "Everybody knows who is responsible"],
    ["R2", "RULES", "今年度、全員が情報セキュリティの研修を受けた", "Everybody has taken this year's training"],
    ["R3", "RULES", "所属の業務に合わせた取扱いの手順があり、年に一度見直している", "There is a procedure, reviewed once a year"],
    [
        "I1",
        "INFO",
        "所属が持つ重要な情報（個人情報など）の一覧があり、置き場所が分かる",
        "There is a list of important information",
    ],
    ["I2", "INFO", "共有フォルダーの権限を、異動や退職のたびに見直している", "Rights on shared folders are reviewed"],
    ["I3", "INFO", "個人情報を含む書類を持ち出すときは、許可と記録を残している", "Taking out documents is allowed and recorded"],
] as const;
const items = texts.map(([code, group, text, text_en]) => ({
    code,
    group,
    text,
    text_en,
    good: "名前と連絡先が所属内に掲示または共有され、異動のたびに更新されている",
    good_en: "Names and contacts are posted or shared, and renewed at each transfer",
    source: "ポリシーガイドライン（組織体制）",
}));
const list = {
    title: "セキュリティ自己点検",
    title_en: "Security self-check",
    intro: "職場の情報セキュリティ対策を、所属で確かめるための点検です。\n「いいえ」「一部」の項目には、何を・だれが・いつまでに直すかを書いてください。",
    intro_en: "With this check a section looks at its own information security.",
    source: "総務省ガイドライン",
    groups,
    items,
};
const summary = (id: number, fiscal_year: number, status: string, more: object = {}) => ({
    id,
    fiscal_year,
    title: list.title,
    title_en: list.title_en,
    status,
    opens_on: `${fiscal_year}-09-01`,
    closes_on: `${fiscal_year}-10-31`,
    revision: 1,
    items: items.length,
    sections: status === "draft" ? 0 : 14,
    submitted: status === "closed" ? 14 : status === "open" ? 9 : 0,
    open_remedies: status === "draft" ? 0 : 5,
    overdue_remedies: status === "open" ? 2 : 0,
    ...more,
});
const mine = (submitted: boolean) => ({
    unit: 1,
    unit_name: "総務部 情報政策課",
    answered: submitted ? items.length : 3,
    submitted,
    open_remedies: 1,
    overdue_remedies: 0,
});

const answers = ["yes", "partly", "no", "not_applicable"] as const;
const sections = [
    "総務部 総務課",
    "総務部 情報政策課",
    "市民部 市民課",
    "市民部 保険年金課",
    "福祉部 こども未来課",
    "都市整備部 道路河川整備課",
];
const count = (given: readonly (string | null)[]) => ({
    yes: given.filter((one) => one === "yes").length,
    partly: given.filter((one) => one === "partly").length,
    no: given.filter((one) => one === "no").length,
    not_applicable: given.filter((one) => one === "not_applicable").length,
    unanswered: given.filter((one) => one === null).length,
});
const rows = sections.map((unit_name, at) => {
    const given = items.map((_, index) => (at === 3 ? null : (answers[(at * 2 + index * index) % 7] ?? "yes")));
    const before = items.map((_, index) => answers[(at + index * 3) % 5] ?? "yes");
    return {
        unit: at + 1,
        unit_name,
        submitted: at !== 3,
        answers: given,
        before,
        count: count(given),
        count_before: count(before),
        open_remedies: at % 3,
        overdue_remedies: at === 2 ? 1 : 0,
        done_remedies: 1,
    };
});
const column = (index: number) => count(rows.map((row) => row.answers[index] ?? null));
const table = {
    summary: summary(2, 2025, "open", { sections: rows.length, submitted: rows.length - 1 }),
    year_before: 2024,
    groups: groups.map((group) => ({
        ...group,
        count: count(rows.flatMap((row) => row.answers.filter((_, index) => items[index]?.group === group.code))),
        before: count(rows.flatMap((row) => row.before.filter((_, index) => items[index]?.group === group.code))),
    })),
    columns: items.map((item, index) => ({ ...item, count: column(index), before: column((index + 1) % items.length) })),
    rows,
    not_answered: [4],
    may_open_sections: true,
};

const remedy = (id: number, status: string, overdue: boolean) => ({
    id,
    check: 2,
    fiscal_year: 2025,
    unit: id,
    unit_name: sections[id] ?? "",
    item: "I1",
    item_text: items[3]?.text ?? "",
    item_text_en: items[3]?.text_en ?? "",
    answer: id % 2 ? "no" : "partly",
    what: "情報資産の台帳を作り、共有フォルダーの保存場所を書き加える",
    who: "庶務係 佐藤",
    due: overdue ? "2025-09-15" : "2025-12-26",
    status,
    overdue,
    result: status === "done" ? "台帳を作り、全員に保存場所を知らせた" : "",
    revision: 1,
    may_edit: status === "open",
    may_reopen: status === "done",
    steps: [
        { kind: "planned", at: "2025-09-05T01:00:00Z", by: "山田 花子", note: "" },
        ...(status === "done" ? [{ kind: "done", at: "2025-09-20T01:00:00Z", by: "山田 花子", note: "台帳を作った" }] : []),
    ],
});
const remedies = [remedy(1, "open", true), remedy(2, "open", false), remedy(3, "done", false)];

const form = {
    summary: summary(2, 2025, "open"),
    list,
    unit: 1,
    unit_name: "総務部 情報政策課",
    revision: 1,
    may_answer: true,
    submitted_at: null,
    submitted_by: "",
    answers: items.map((item, index) => ({
        item: item.code,
        answer: index < 2 ? "yes" : index === 3 ? "no" : null,
        remark: index === 1 ? "途中から来た職員も受講した" : "",
        remedy: index === 3 ? remedies[1] : null,
        before: { answer: index % 2 ? "partly" : "yes", remark: "", what: index % 2 ? "手順を見直す" : "", remedied: true },
        answered_at: index < 2 ? "2025-09-30T01:00:00Z" : null,
        answered_by: index < 2 ? "山田 花子" : "",
    })),
    usual_due: "2025-12-01",
};

export function selfcheckAnswer(method: string, path: string): unknown {
    if (path === "/selfchecks")
        return {
            years: [
                { summary: summary(3, 2026, "draft"), mine: [] },
                { summary: summary(2, 2025, "open"), mine: [mine(false)] },
                { summary: summary(1, 2024, "closed"), mine: [mine(true)] },
            ],
            may_manage: true,
            may_see_table: true,
            next_year: null,
        };
    if (path === "/selfcheck-remedies") return { remedies, open: 2, overdue: 1, done: 1 };
    if (path.endsWith("/table")) return table;
    if (path.includes("/sections/")) return method === "PUT" ? { ...form, revision: 2 } : form;
    if (path === "/selfchecks/3")
        return {
            summary: summary(3, 2026, "draft"),
            list,
            problems: [
                { pointer: "/items/2/text", problem: "項目の文を入力してください。", problem_en: "Write what is checked." },
            ],
            sections_today: 82,
        };
    if (/^\/selfchecks\/\d+$/.test(path)) return { summary: summary(2, 2025, "open"), list, problems: [], sections_today: 0 };
    return undefined;
}
