// The mock town's skills: a map after the shape of a real plan, and made-up people who hold some of them.
import { staff } from "./people.ts";

const areas = [
    ["A0", "職員として求められる資質・能力", "Qualities expected of all staff"],
    ["A1", "ＩＣＴ", "ICT"],
    ["A2", "データ", "Data"],
    ["A3", "デザイン", "Design"],
].map(([code = "", name = "", name_en = ""]) => ({ code, name, name_en }));

const categories = [
    ["M1", "管理職・経営層の職員", "Managers: executives", 42],
    ["M3", "管理職・課長/課長代理", "Managers: section chiefs and deputies", 210],
    ["IT", "情報システム部門職員", "Information systems staff", 24],
    ["L3", "DX推進リーダー レベル３", "DX promotion leader, level 3", 9],
    ["L2", "DX推進リーダー レベル２", "DX promotion leader, level 2", 31],
    ["L1", "DX推進リーダー レベル１", "DX promotion leader, level 1", 128],
    ["ALL", "全職員", "All staff", 2540],
].map(([code, name, name_en, people]) => ({ code, name, name_en, axis: "AX", people }) as MapCategory);

interface MapCategory {
    code: string;
    name: string;
    name_en: string;
    axis: string;
    people: number;
}

// One sign per category, in the order above: ● required, ★ conditional, ? required but to be confirmed.
const rows: [string, string, string, string, string][] = [
    ["S01", "リーダーシップ", "Leadership", "A0", "···●●●·"],
    ["S02", "DX基礎", "DX basics", "A1", "···●●●·"],
    ["S03", "ICT基礎", "ICT basics", "A1", "···●●●·"],
    ["S10", "ノーコード・ローコードツール活用", "No-code tools, use", "A1", "···??··"],
    ["S11", "ノーコード・ローコードツール構築", "No-code tools, building", "A1", "··●★···"],
    ["S12", "生成AI活用", "Generative AI, use", "A1", "···●●●·"],
    ["S13", "手続きのオンライン化", "Putting procedures online", "A1", "···●●●·"],
    ["S14", "RPA・AI-OCR活用", "RPA and AI-OCR, use", "A1", "···??··"],
    ["S15", "RPA・AI-OCR構築", "RPA and AI-OCR, building", "A1", "··●★★··"],
    ["S16", "情報セキュリティ 基礎", "Information security, basic", "A1", "···●●●·"],
    ["S17", "情報セキュリティ 応用", "Information security, applied", "A1", "···?···"],
    ["S18", "自治体DX基礎知識", "Local government DX, basics", "A1", "●●····●"],
    ["S19", "情報セキュリティ対策知識", "Information security measures", "A1", "·?····●"],
    ["S04", "データ利活用 基礎", "Data use, basic", "A2", "···●●●·"],
    ["S05", "データ利活用 応用", "Data use, applied", "A2", "···??··"],
    ["S06", "デザイン思考 基礎", "Design thinking, basic", "A3", "···●●●·"],
    ["S07", "デザイン思考 応用", "Design thinking, applied", "A3", "···??··"],
    ["S08", "BPR基礎", "BPR, basic", "A3", "···??··"],
];

const kinds = ["knowledge", "skill", "ability"];
export const columns = rows.map(([code, name, name_en, area]) => ({ code, name, name_en, area }));
const skills = rows.map(([code, name, name_en, area], index) => ({
    code,
    name,
    name_en,
    area,
    kind: kinds[index % 3],
    text: `${name}について理解し、業務の中で適切に使うことができる。`,
    clause: `第4章 (1) L${338 + index * 6}`,
}));

const cells = rows.flatMap(([skill, , , , marks], row) =>
    [...marks].flatMap((sign, column) => {
        const category = categories[column];
        if (sign === "·" || !category) return [];
        const doubtful = sign === "?";
        return [
            {
                category: category.code,
                skill,
                mark: sign === "★" ? "conditional" : "required",
                scope: row % 4 === 0 ? "own_work" : "unspecified",
                qualifier: "",
                inherited_from: category.code === "L3" && row < 3 ? "L2" : null,
                confidence: doubtful ? "high" : "certain",
                note: doubtful ? "印は2つで、列の位置は原文の抽出で失われた。レベル３から順に付く読み。" : "",
                alternative: doubtful ? "レベル２とレベル１の2つ" : "",
                clause: `第4章 (1) L${338 + row * 6}`,
                people: category.people,
                held: Math.floor((category.people * ((row * 37 + column * 13) % 11)) / 10),
            },
        ];
    }),
);

const map = { areas, categories, skills, cells };

const units = ["市長公室", "総務部", "市民生活部", "健康福祉部", "子ども未来部", "土木部", "教育委員会事務局 学校教育部"];
const heat = (names: string[]) => ({
    columns,
    rows: names.map((name, row) => ({
        code: `U${row}`,
        name,
        name_en: "",
        unit: row + 1,
        depth: 1,
        people: 60 + row * 31,
        on_leave: row,
        cells: columns.map((_, column) => {
            const needed = (row + column) % 7 === 0 ? 0 : 8 + row * 3;
            return { needed, held: Math.min(needed, (row * 7 + column * 5) % 30) };
        }),
    })),
    total: { people: 2540, needed: 4210, held: 2630 },
    as_of: "2025-10-01",
});

const people = staff.slice(0, 14);
const person_cells = ["held", "missing", "held", "none", "missing", "undecided", "held", "none"];
const person_heat = {
    columns: columns.slice(0, 10),
    rows: people.map(({ id, name, rank, on_leave }, row) => ({
        staff: id,
        name,
        rank,
        on_leave,
        cells: columns.slice(0, 10).map((_, column) => person_cells[(row * 3 + column * 5) % 8]),
    })),
    as_of: "2025-10-01",
};

const evidence = (id: number | null, kind: string, holds: boolean, dated_on: string, source: string, by: string) => ({
    id,
    kind,
    holds,
    dated_on,
    valid_until: null,
    source,
    note: "",
    by,
});
const course = (code: string, name: string, reachable_from: string, delivery: string) => ({
    code,
    name,
    name_en: name,
    delivery,
    provider: "city",
    reachable_from,
});

const needed = ["S01", "S02", "S03", "S12", "S13", "S16", "S04", "S06"];
const skill_rows = rows
    .filter(([code]) => needed.includes(code) || code === "S11" || code === "S05")
    .map(([skill, name, name_en, area], index) => {
        const mark = needed.includes(skill) ? "required" : skill === "S11" ? "conditional" : "optional";
        const holds = index % 3 !== 1;
        const self = index % 4 === 3 ? null : evidence(100 + index, "self", index % 2 === 0, "2025-06-02", "本人", "山田 花子");
        const confirmed = index % 3 === 0 ? evidence(200 + index, "confirmed", true, "2025-07-11", "面談", "佐藤 太郎") : null;
        const certified = index % 3 === 2 ? evidence(null, "course", true, "2024-11-20", `${name}研修`, "研修担当") : null;
        return {
            skill,
            name,
            name_en,
            area,
            area_name: areas.find(({ code }) => code === area)?.name ?? "",
            text: `${name}について理解し、業務の中で適切に使うことができる。`,
            kind: kinds[index % 3],
            mark,
            needed: mark === "required",
            scope: "unspecified",
            qualifier: "",
            from:
                mark === "optional"
                    ? []
                    : [{ category: "L1", name: "DX推進リーダー レベル１", inherited_from: null, clause: "第4章 (1) L338–342" }],
            decision: null,
            self,
            confirmed,
            certified,
            evidence: [self, confirmed, certified].filter(Boolean),
            holds: mark === "required" && holds,
            expires_on: skill === "S16" ? "2026-03-31" : null,
            courses:
                holds || mark === "optional"
                    ? []
                    : [
                          course("C01", `${name}研修(入門)`, "lgwan", "classroom"),
                          course("C05", `${name}(eラーニング)`, "internet", "e_learning"),
                      ],
        };
    })
    .sort((a, b) => Number(b.needed) - Number(a.needed));

export const person_skills = {
    required: 8,
    held: skill_rows.filter(({ needed, holds }) => needed && holds).length,
    conditional_open: 1,
    categories: [
        { category: "L1", name: "DX推進リーダー レベル１", name_en: "DX promotion leader, level 1", required: 8, held: 5 },
        { category: "ALL", name: "全職員", name_en: "All staff", required: 2, held: 2 },
    ],
    rows: skill_rows,
};

const plan = {
    version: {
        id: 2,
        title: "令和8年度 改定案",
        status: "draft",
        in_force_from: null,
        in_force_until: null,
        based_on: 1,
        revision: 4,
        note: "",
        created_at: "2025-09-01T00:00:00Z",
        enacted_at: null,
    },
    plan: {
        areas,
        axes: [{ code: "AX", name: "人材区分", name_en: "Categories" }],
        categories: categories.map((category) => ({ ...category, inherits: [] })),
        skills,
        requirements: cells.filter(({ inherited_from, skill }) => !inherited_from && skill !== "S08"),
    },
    to_confirm: [],
};

const unit_tree = [
    ["枚方市", null, 0],
    ["市長公室", 1, 1],
    ["総務部", 1, 1],
    ["総務部 コンプライアンス推進課", 3, 2],
    ["教育委員会事務局 学校教育部", 1, 1],
    ["学校支援課", 5, 2],
    ["学校支援課 保健給食担当", 6, 3],
].map(([name, parent, depth], index) => ({
    id: index + 1,
    code: `U${index}`,
    name,
    kind: "課",
    parent,
    depth,
    tags: [],
    valid_from: "2020-04-01",
    valid_until: null,
    succeeded_by: null,
    heads: index % 3 === 2 ? [] : [{ staff: index + 3, name: staff[index + 2]?.name, kind: index === 3 ? "acting" : "primary" }],
    people: index === 0 ? 2600 : 40 + index * 17,
}));
const moves = [
    { staff: 12, name: staff[11]?.name, kind: "arrives", on: "2026-04-01", other_unit: "市民課" },
    { staff: 14, name: staff[13]?.name, kind: "leaves", on: "2026-04-01", other_unit: "" },
];
const unit_page = (id: number) => ({
    unit: unit_tree[id - 1] ?? unit_tree[3],
    path: [unit_tree[0], unit_tree[2], unit_tree[id - 1] ?? unit_tree[3]].map((unit) => ({ id: unit?.id, name: unit?.name })),
    children: unit_tree.filter(({ parent }) => parent === id),
    people: staff.slice(0, 14),
    people_total: 14,
    on_leave: 1,
    moves,
});

const memberships = [
    {
        category: "L1",
        name: "DX推進リーダー レベル１",
        name_en: "DX promotion leader, level 1",
        axis: "AX",
        axis_name: "人材区分",
        axis_name_en: "Categories",
        primary: true,
        reason: "DX推進リーダーに指名され、レベル１の取得を目指しているため",
        reason_en: "Appointed DX promotion leader and working towards level 1",
        because: ["任命: DX推進リーダー(R7.4.1から)"],
        clause: "第2章 2 L188–192",
        note: "",
        confidence: "certain",
    },
    {
        category: "ALL",
        name: "全職員",
        name_en: "All staff",
        axis: "AX",
        axis_name: "人材区分",
        axis_name_en: "Categories",
        primary: false,
        reason: "全職員が対象のため",
        reason_en: "Everybody is concerned",
        because: [],
        clause: "第2章 2 L194–196",
        note: "",
        confidence: "high",
    },
];
const profile = (id: number) => ({
    id,
    staff_no: "000012",
    numbers: ["000012", "K12-0034"],
    name: staff[id - 1]?.name,
    kana: staff[id - 1]?.kana,
    former_name: "髙橋",
    legal_name: "",
    email: "",
    joined_on: "2012-04-01",
    left_on: null,
    motivation: "窓口の待ち時間を短くする仕組みをつくりたい。",
    engagement: {
        employment: "正規",
        occupation: "行政職",
        recruitment: "事務職",
        uses_pc: true,
        is_external: false,
        valid_from: "2012-04-01",
    },
    postings: [
        {
            id: 1,
            unit: 4,
            unit_name: "コンプライアンス推進課",
            unit_path: "総務部 コンプライアンス推進課",
            kind: "primary",
            rank: "係長",
            title: "",
            is_head: false,
            effective_on: "2024-04-01",
            ended_on: null,
            announced_on: "2024-03-22",
        },
    ],
    leaves: [],
    systems: [{ id: 1, system: "文書管理システム", valid_from: "2024-04-01", valid_until: null }],
    appointments: [
        {
            id: 1,
            role: "leader",
            role_name: "DX推進リーダー",
            route: "nomination",
            unit: 4,
            unit_name: "コンプライアンス推進課",
            valid_from: "2025-04-01",
            valid_until: "2027-03-31",
            basis_no: "情政第123号",
            basis_on: "2025-03-28",
            reason: "所属からの指名",
        },
    ],
    history: [
        { on: "2025-07-11", kind: "completion", text: "DX基礎研修を修了", text_en: "Completed DX basics" },
        { on: "2025-04-01", kind: "appointment", text: "DX推進リーダーに任命", text_en: "Appointed DX promotion leader" },
        {
            on: "2024-04-01",
            kind: "posting",
            text: "総務部 コンプライアンス推進課 係長",
            text_en: "Subsection chief, Compliance",
        },
        { on: "2012-04-01", kind: "joined", text: "採用", text_en: "Joined" },
    ],
    visible_to: [
        { who: "本人", why: "自分の記録", why_en: "one’s own record" },
        { who: "所属長", why: "同じ所属の育成のため", why_en: "develops the section" },
        { who: "研修担当・DX推進担当", why: "計画の事務局", why_en: "run the plan" },
    ],
    looked: [{ at: "2025-09-30T01:20:00Z", actor: "佐藤 太郎" }],
});

const target = (
    level: string,
    level_name: string,
    fiscal_year: number,
    people: number,
    actual: number | null,
    on_the_way: number,
) => ({
    level,
    level_name,
    level_name_en: level_name.replace("レベル", "Level "),
    fiscal_year,
    target: people,
    actual,
    forecast: actual === null ? null : actual + on_the_way,
    ready: Math.min(on_the_way, 3),
    on_the_way,
    counted_on: "2025-10-01",
    counting: "inclusive_cumulative",
    leavers: "drop",
    rule: "年度末に有効なそのレベル以上の認定を持つ在職者の累計",
    rule_en: "People in office at year end who hold this level or a higher one",
    assumption: "認定を待つ人と、必要な研修の半分以上を修了した人が年度末までに認定されるとしたときの人数。",
    assumption_en: "Counts those who await certification and those with half of the courses as certified by 31 March.",
    clause: "第4章 (4) L677",
    note: "数え方は計画に明記がなく、当方の読みです。",
    confidence: "medium",
});
const home = {
    as_of: "2025-10-01",
    me: {
        staff: 1,
        name: "山田 花子",
        unit_name: "情報政策課",
        unit: 4,
        categories: memberships,
        required: 8,
        held: 5,
        conditional_open: 1,
        level_name: null,
        next_level_name: "レベル１",
        next_done: 4,
        next_needed: 7,
        missing: [
            {
                skill: "S04",
                name: "データ利活用 基礎",
                name_en: "Data use, basic",
                course: "C01",
                course_name: "データ利活用入門研修",
                reachable_from: "lgwan",
            },
            {
                skill: "S06",
                name: "デザイン思考 基礎",
                name_en: "Design thinking",
                course: "C05",
                course_name: "デザイン思考(eラーニング)",
                reachable_from: "internet",
            },
            {
                skill: "S16",
                name: "情報セキュリティ 基礎",
                name_en: "Information security",
                course: null,
                course_name: null,
                reachable_from: "both",
            },
        ],
    },
    todo: [
        {
            kind: "rate_skills",
            text: "必要なスキルの自己評価をする(3件)",
            text_en: "Rate yourself on 3 required skills",
            count: 3,
            url: "/me",
        },
        {
            kind: "confirm_cells",
            text: "要確認のセルが11件あります",
            text_en: "11 items of the plan to confirm",
            count: 11,
            url: "/plan/confirm",
        },
    ],
    sections: [
        {
            unit: 4,
            name: "総務部 コンプライアンス推進課",
            people: 14,
            on_leave: 1,
            required: 90,
            held: 61,
            heat: person_heat,
            moves,
            decisions: [
                {
                    staff: 3,
                    name: staff[2]?.name,
                    skill: "S11",
                    skill_name: "ノーコード・ローコードツール構築",
                    clause: "第4章 (1) L408–414",
                },
                { staff: 5, name: staff[4]?.name, skill: "S15", skill_name: "RPA・AI-OCR構築", clause: "第4章 (1) L430–434" },
            ],
        },
    ],
    city: {
        targets: [
            target("L3", "レベル３", 2025, 0, 0, 2),
            target("L2", "レベル２", 2025, 30, 12, 9),
            target("L1", "レベル１", 2025, 100, 75, 21),
            target("L1", "レベル１", 2026, 200, null, 21),
        ],
        people: 2600,
        counted: 2540,
        on_leave: 78,
        required: 4210,
        held: 2630,
        heat: heat(units),
    },
    roster: {
        people: 2600,
        on_leave: 78,
        last_import: {
            id: 3,
            file_name: "職員名簿_R7.10.1.csv",
            as_of: "2025-10-01",
            imported_at: "2025-10-01T00:32:00Z",
            undone: false,
        },
    },
};

const level = {
    held: { code: "L1", name: "レベル１", name_en: "Level 1", purpose: "", clause: "第4章 (2)" },
    next: {
        code: "L2",
        name: "レベル２",
        name_en: "Level 2",
        purpose: "デジタルツールを活用しながら業務改善ができるようになる。",
        note: "",
        clause: "第4章 (2)",
        confidence: "medium",
        needs: [
            { kind: "level", code: "L1", name: "レベル１", name_en: "Level 1", done: true },
            { kind: "course", code: "C04", name: "データ利活用研修", name_en: "Data use", done: false },
        ],
    },
};

/** undefined when the path is none of these. */
export function skillsAnswer(method: string, path: string): unknown {
    if (path === "/home") return home;
    if (path === "/units") return { units: unit_tree };
    if (/^\/units\/\d+$/.test(path)) return unit_page(Number(path.split("/")[2]));
    if (/^\/staff\/\d+\/page$/.test(path))
        return { profile: profile(Number(path.split("/")[2])), categories: memberships, skills: person_skills, level };
    if (/^\/staff\/\d+\/categories$/.test(path))
        return { rows: memberships.map(({ category }) => ({ category, since: "2025-04-01", causes: ["posting"] })) };
    if (path === "/skills/map") return map;
    if (path === "/gap/units") return heat(units);
    if (path === "/gap/categories")
        return { ...heat(categories.map(({ name }) => name)), rows: heat(categories.map(({ name }) => name)).rows };
    if (path === "/gap/people") return person_heat;
    if (/^\/gap\/skills\/[^/]+\/people$/.test(path))
        return {
            rows: staff.slice(0, 37).map(({ id, name, unit_path }) => ({ staff: id, name, unit_name: unit_path })),
            total: 37,
        };
    if (/^\/staff\/\d+\/skills\/[^/]+\/evidence$/.test(path))
        return evidence(900, "self", true, "2025-10-01", "本人", "山田 花子");
    if (/^\/staff\/\d+\/skills\/[^/]+\/decision$/.test(path))
        return { needed: true, reason: "窓口の予約を担当しているため", decided_on: "2025-10-01", by: "佐藤 太郎" };
    if (/^\/evidence\//.test(path)) return { id: 900, staff: 1, skill: "S01" };
    if (/^\/staff\/\d+\/skills/.test(path)) return person_skills;
    if (/^\/plan\/versions\/\d+\/cells$/.test(path)) return { ...plan.version, revision: ++plan.version.revision };
    if (/^\/plan\/versions\/\d+$/.test(path) && method === "GET") return plan;
    return undefined;
}
