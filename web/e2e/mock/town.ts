// A made-up town, the same on every run. Names are invented.

import { deskAnswer } from "./desk.ts";
import { hirobaAnswer } from "./hiroba.ts";
import { improvementAnswer } from "./improvement.ts";
import { noticesAnswer } from "./notices.ts";
import { staff } from "./people.ts";
import { selfcheckAnswer } from "./selfcheck.ts";
import { skillsAnswer } from "./skills.ts";
import { surveysAnswer } from "./surveys.ts";

const me = {
    account: 1,
    login: "000001",
    name: "山田 花子",
    staff: 1,
    roles: [{ role: "dx_office", unit: null, unit_name: "" }],
    permissions: [
        "see_own",
        "see_section",
        "see_city",
        "see_statistics",
        "see_targets",
        "rate_self",
        "record_evidence",
        "edit_plan",
        "survey_manage",
        "survey_answer",
        "survey_read",
        "take_part",
        "moderate",
        "confirm_cases",
        "manage_improvement",
        "answer_selfcheck",
        "publish_notices",
        "advise",
        "manage_desk",
    ],
    must_change: false,
    unit: 1,
    unit_name: "情報政策課",
    municipality: { slug: "hirakata", name: "枚方市", name_en: "Hirakata City" },
    plan_title: "枚方市デジタル人材育成計画",
    plan_title_en: "Hirakata City digital talent development plan",
    wording: { skill: { word: "スキル", word_en: "skill" } },
    fiscal_year: 2025,
    today: "2025-10-01",
    demo: true,
};

const towns = [
    ["hirakata", "枚方市", "Hirakata City", "枚方市デジタル人材育成計画"],
    ["iwaki", "いわき市", "Iwaki City", "いわき市デジタル人材育成方針"],
    ["hiratsuka", "平塚市", "Hiratsuka City", "平塚市デジタル人材育成方針"],
    ["chigasaki", "茅ヶ崎市", "Chigasaki City", "茅ヶ崎市デジタル人材育成計画"],
    ["kakamigahara", "各務原市", "Kakamigahara City", "各務原市デジタル人材育成プラン"],
].map(([slug, name, name_en, plan_title]) => ({
    slug,
    name,
    name_en,
    plan_title,
    plan_title_en: `Digital talent development plan of ${name_en}`,
}));

const roles = [
    [
        "000101",
        "職員",
        "自分の区分と必須スキル、次にすることを見る",
        "See your own categories, required skills and what comes next",
    ],
    ["000102", "所属長", "課の不足を見て、★を判断し、スキルを確認する", "See the section's gaps, decide ★ and confirm skills"],
    ["000103", "DX推進リーダー", "課の改善を進める", "Drive improvement in the section"],
    ["000104", "研修担当", "名簿を取り込み、研修の計画を持つ", "Import the roster and keep the training plan"],
    ["000105", "DX推進担当", "計画、区分、スキルマップ、目標を持つ", "Keep the plan, categories, skill map and targets"],
    ["000106", "経営層", "目標に対する進み具合を1枚で見る", "Progress against the targets on one page"],
    ["000107", "システム管理者", "利用者と記録を管理する", "Accounts and the audit log"],
];

const session = (id: number, current: boolean) => ({
    id,
    created_at: "2025-10-01T00:12:00Z",
    last_seen_at: "2025-10-01T03:40:00Z",
    address: `10.20.30.${id}`,
    agent: current ? "Microsoft Edge 141 (Windows)" : "Microsoft Edge 139 (Windows)",
    current,
});

const refusal = (status: number, code: string, message: string, message_en: string) => ({
    status,
    body: { code, message, message_en, detail: null, problems: [], request: "01J9ZK3M" },
});

const part = (text: string, mark = false) => ({ text, mark });
const hit = (id: number, title: object[], text: object[], url: string, at: string | null = null) => ({
    id,
    code: "",
    title,
    text,
    url,
    at,
});

/** What the search finds: people by name, and the same two topics for every other word. */
function found(q: string, kinds: string[]) {
    const people = staff.filter(({ name, kana }) => name.includes(q) || kana.includes(q));
    const groups = [
        {
            kind: "staff",
            count: people.length,
            or_more: false,
            hits: people
                .slice(0, 5)
                .map(({ id, name, unit_path }) => hit(id, [part(name, true)], [part(unit_path)], `/staff/${id}`)),
        },
        {
            kind: "topic",
            count: 50,
            or_more: true,
            hits: [
                hit(
                    1,
                    [part(q, true), part("書のPDFから氏名だけを一覧表に写す方法はありますか")],
                    [
                        part("…住民票の写しの"),
                        part(q, true),
                        part("書が、毎月およそ400枚、紙とPDFで届きます。氏名と受付番号だけを…"),
                    ],
                    "/hiroba/topics/1",
                    "2025-10-01T01:00:00Z",
                ),
            ],
        },
    ];
    return { groups: groups.filter(({ kind, count }) => count > 0 && (kinds.length === 0 || kinds.includes(kind))) };
}

export function answer(
    method: string,
    town: string,
    path: string,
    query: URLSearchParams,
    cookie: string,
): { status: number; body: unknown } {
    const ok = (body: unknown) => ({ status: 200, body });
    if (!town) return ok({ municipalities: towns, demo: true });
    if (path === "/demo-accounts")
        return ok({
            accounts: roles.map(([login, role_name, description, description_en], index) => ({
                login,
                password: "demo",
                name: staff[index]?.name,
                role: "staff",
                role_name,
                description,
                description_en,
            })),
        });
    if (path === "/session") return ok(method === "POST" ? me : {});
    if (!cookie.includes("town=in")) return refusal(401, "unauthenticated", "サインインしてください。", "Please sign in.");
    if (path === "/me") return ok(me);
    if (path === "/me/sessions") return ok({ sessions: [session(1, true), session(2, false)] });
    if (path === "/me/password")
        return refusal(422, "wrong_password", "いまのパスワードが違います。", "The current password is not right.");
    if (path === "/staff")
        return ok({ rows: staff.filter(({ name }) => name.includes(query.get("q") ?? "")), total: staff.length });
    if (path === "/search") {
        const q = query.get("q") ?? "";
        return ok(found(q, query.getAll("kind")));
    }
    for (const found of [improvementAnswer(path, query), selfcheckAnswer(method, path), noticesAnswer(path)])
        if (found !== undefined) return ok(found);
    const surveys = surveysAnswer(path, query);
    if (surveys !== undefined) return ok(surveys);
    const hiroba = hirobaAnswer(method, path, query);
    if (hiroba !== undefined) return ok(hiroba);
    const desk = deskAnswer(path);
    if (desk !== undefined) return ok(desk);
    const skills = skillsAnswer(method, path);
    if (skills !== undefined) return ok(skills);
    return refusal(404, "not_found", "見つかりませんでした。", "Not found.");
}

export { staff };
