// The mock town's surveys: one questionnaire with a question of every kind, and rounds of it in every state.

const option = (code: string, text: string, text_en: string, more: object = {}) => ({
    code,
    text,
    text_en,
    with_text: false,
    alone: false,
    ...more,
});
const question = (code: string, section: string, type: string, text: string, text_en: string, more: object = {}) => ({
    code,
    section,
    type,
    text,
    text_en,
    hint: "",
    hint_en: "",
    required: true,
    options: [] as ReturnType<typeof option>[],
    items: [] as { code: string; text: string; text_en: string }[],
    least: null,
    most: null,
    unit: "",
    most_choices: 0,
    if_question: "",
    if_any: [] as string[],
    cut: false,
    text_lost: false,
    note: "",
    clause: "",
    ...more,
});
const section = (code: string, title: string, title_en: string) => ({ code, title, title_en, text: "", text_en: "" });

const agree = [
    option("o1", "そう思う", "Yes"),
    option("o2", "まあそう思う", "Rather yes"),
    option("o3", "あまりそう思わない", "Rather no"),
    option("o4", "そう思わない", "No"),
];

export const survey = {
    code: "mock",
    title: "デジタルについての職員アンケート",
    title_en: "Staff survey on digital work",
    intro: "これからの研修や支援に生かすための調査です。5分ほどで答えられます。",
    intro_en: "It helps to plan training and support. It takes about five minutes.",
    purpose: "baseline",
    source: "",
    sections: [
        section("S1", "DXへの理解", "Understanding of DX"),
        section("S2", "学びと職場", "Learning and the workplace"),
        section("S3", "あなたについて", "About you"),
    ],
    questions: [
        question("Q1", "S1", "single", "DXについて、どの程度理解していますか。", "How well do you understand DX?", {
            options: [
                option("o1", "理解している", "I understand it"),
                option("o2", "おおむね理解している", "I mostly understand it"),
                option("o3", "聞いたことはあるが、よくわからない", "I have heard of it but do not really know"),
                option("o4", "聞いたことがない", "I have never heard of it"),
            ],
        }),
        question("Q2", "S1", "scale", "日ごろから、業務の効率化を意識していますか。", "Do you keep efficiency in mind at work?", {
            options: agree,
        }),
        question(
            "Q3",
            "S2",
            "multiple",
            "デジタルについて学ぶときに困っていること",
            "What makes learning about digital work hard?",
            {
                most_choices: 3,
                options: [
                    option("o1", "学ぶ時間がない", "There is no time"),
                    option("o2", "学び方がわからない", "I do not know how to learn"),
                    option("o3", "相談できる人がいない", "There is nobody to ask"),
                    option("o4", "その他", "Other", { with_text: true }),
                    option("o5", "特にない", "Nothing", { alone: true }),
                ],
            },
        ),
        question("Q4", "S2", "short_text", "学び方がわからないのは、どんなことですか。", "What do you not know how to learn?", {
            required: false,
            if_question: "Q3",
            if_any: ["o2"],
        }),
        question("Q5", "S2", "matrix", "次のことが、いまの職場でできていますか。", "Are these done in your section?", {
            options: agree,
            items: [
                { code: "i1", text: "紙の手続きを見直している", text_en: "Paper procedures are reviewed" },
                { code: "i2", text: "データを見て仕事を決めている", text_en: "Work is decided by data" },
                { code: "i3", text: "新しい道具を試している", text_en: "New tools are tried out" },
            ],
        }),
        question("Q6", "S2", "number", "1週間に学ぶ時間", "Hours of learning a week", {
            required: false,
            least: 0,
            most: 40,
            unit: "時間",
        }),
        question(
            "Q7",
            "S2",
            "long_text",
            "ほしい研修や支援があれば、お書きください。",
            "What training or support would you like?",
            {
                required: false,
            },
        ),
        question("Q8", "S3", "single", "年代", "Age", {
            cut: true,
            options: ["20代以下", "30代", "40代", "50代以上"].map((age, index) =>
                option(`a${index}`, age, ["up to 29", "30 to 39", "40 to 49", "50 and older"][index] ?? ""),
            ),
        }),
    ],
    indicators: [
        {
            code: "I1",
            name: "DXがよくわからない職員",
            name_en: "Staff who do not really know DX",
            question: "Q1",
            item: "",
            options: ["o3", "o4"],
            lower_is_better: true,
            baseline_survey: "令和5年8月 職員アンケート",
            baseline_question: "Q1",
            baseline_options: ["聞いたことはあるが、よくわからない", "聞いたことがない"],
            claim: "約半数がDXの概念を理解していない",
            issue: "I01",
            clause: "",
        },
    ],
};

const summary = (id: number, status: string, more: object = {}) => ({
    id,
    code: "mock",
    version: id,
    title: survey.title,
    title_en: survey.title_en,
    purpose: survey.purpose,
    status,
    revision: 1,
    published_at: status === "published" ? "2025-09-01T01:00:00Z" : null,
    questions: survey.questions.length,
    waves: status === "published" ? 3 : 0,
    ...more,
});

const wave = (id: number, name: string, status: string, more: object = {}) => ({
    survey: 1,
    name,
    kind: "baseline",
    pairs_with: null as number | null,
    audience: "",
    as_of: "2025-09-20",
    opens_on: "2025-09-22",
    closes_on: "2025-10-10",
    threshold: 5,
    readers: "leaders",
    keys_until: "2025-11-10",
    note: "",
    id,
    survey_code: "mock",
    survey_title: survey.title,
    survey_title_en: survey.title_en,
    survey_version: 1,
    audience_text: "正規職員である",
    audience_text_en: "is a regular employee",
    pairs_with_name: "",
    status,
    takes_answers: status === "open",
    invited: status === "draft" ? 0 : 2540,
    answered: status === "open" ? 1312 : status === "closed" ? 2218 : 0,
    keys_destroyed_at: null,
    run: null,
    run_name: "",
    issuer: "情報政策課",
    revision: 1,
    ...more,
});

const waves = [
    wave(1, "令和7年度 職員アンケート", "open"),
    wave(2, "令和8年度 職員アンケート", "draft", { opens_on: "2026-06-01", closes_on: "2026-06-19" }),
    wave(3, "令和6年度 職員アンケート", "closed", { closes_on: "2024-09-30", kind: "after", pairs_with: 4 }),
    wave(4, "令和5年度 職員アンケート", "closed", { closes_on: "2023-08-31", kind: "before" }),
];

const counts = (codes: readonly string[], answered: number, at: number) => {
    const weights = codes.map((_, index) => 1 + ((index * 5 + at * 3) % 7));
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    return codes.map((code, index) => {
        const count = Math.round((answered * (weights[index] ?? 0)) / all);
        return { code, count, share: count / answered };
    });
};
const spread = { mean: 2.41, deviation: 0.86, lower_quartile: 2, median: 2, upper_quartile: 3 };
const groups = (codes: readonly string[]) =>
    ["管理職", "監督職", "係員", "経営層"].map((group, at) => ({
        group,
        group_en: ["Management", "Supervisory", "Staff", "Executive"][at],
        hidden: at === 3,
        answered: at === 3 ? 0 : 300 + at * 400,
        options: at === 3 ? [] : counts(codes, 300 + at * 400, at),
        mean: null,
    }));

function results(id: number, cut: string) {
    const of = waves.find((one) => one.id === id) ?? waves[0];
    const closed = of?.status === "closed";
    return {
        wave: of,
        survey,
        counted: closed ? 2218 : 1308,
        held_back: closed ? 0 : 4,
        too_few: false,
        cuts: closed
            ? [
                  { code: "rank_band", name: "職位", name_en: "Rank" },
                  { code: "Q8", name: "年代", name_en: "Age" },
              ]
            : [],
        cut,
        questions: survey.questions.map((one, at) => ({
            question: one.code,
            asked: one.if_question ? 420 : 2218,
            items: one.type.endsWith("text")
                ? []
                : (one.items.length > 0 ? one.items : [{ code: "" }]).map((item, index) => ({
                      item: item.code,
                      hidden: false,
                      answered: 2100 - at,
                      options: counts(
                          one.options.map(({ code }) => code),
                          2100 - at,
                          at + index,
                      ),
                      spread: one.type === "scale" || one.type === "matrix" || one.type === "number" ? spread : null,
                      groups: cut && one.code !== cut ? groups(one.options.map(({ code }) => code)) : [],
                  })),
            texts: one.type === "long_text" || one.code === "Q3" ? 184 : 0,
        })),
    };
}

const said = [
    "研修の時間を業務の中に取ってほしい",
    "基礎から学べる動画がほしい",
    "紙の決裁を減らしたい",
    "相談できる人が近くにいない",
];
const texts = {
    question: "Q7",
    too_few: false,
    texts: Array.from({ length: 24 }, (_, index) => ({
        id: `t${index}`,
        option: "",
        text: said[index % said.length],
        themes: index % 3 === 0 ? [1] : index % 3 === 1 ? [2] : [],
    })),
    themes: [
        { id: 1, name: "時間", issue: "", texts: 8 },
        { id: 2, name: "学び方", issue: "", texts: 8 },
    ],
    words: ["研修", "時間", "業務", "基礎", "動画", "決裁", "相談"].map((word, index) => ({ word, texts: 14 - index })),
};

const change = { before: 0.56, after: 0.34, difference: -0.22, low: -0.31, high: -0.13, effect: -0.45, p: 0.001, pairs: 112 };
const pairs = {
    before: waves[3],
    after: waves[2],
    pairs: 112,
    left_out: 3,
    too_few: false,
    shares: [
        {
            question: "Q3",
            item: "",
            indicator: "I2",
            name: "学び方がわからない",
            name_en: "Do not know how to learn",
            lower_is_better: true,
            ...change,
            sentence: "学び方がわからない人は56%から34%に減りました(対応のある112人、95%区間 −31〜−13ポイント)。",
            sentence_en:
                "The share that does not know how to learn fell from 56% to 34% (112 people, 95% interval −31 to −13 points).",
        },
        {
            question: "Q1",
            item: "",
            indicator: "I1",
            name: "DXがよくわからない職員",
            name_en: "Staff who do not really know DX",
            lower_is_better: true,
            ...change,
            before: 0.47,
            after: 0.44,
            difference: -0.03,
            low: -0.09,
            high: 0.04,
            effect: -0.06,
            sentence: "DXがよくわからない職員は47%から44%になりましたが、変わったとは言い切れません。",
            sentence_en: "The share that does not really know DX went from 47% to 44%; a change cannot be claimed.",
        },
    ],
    means: [],
};

const point = (label: string, share: number, more: object) => ({
    label,
    wave: null,
    on: null,
    fielded: "",
    share,
    answered: null,
    low: null,
    high: null,
    added_up: false,
    note: "",
    clause: "",
    ...more,
});
const trends = [
    {
        survey: "mock",
        code: "I1",
        name: "DXがよくわからない職員",
        name_en: "Staff who do not really know DX",
        claim: "約半数がDXの概念を理解していない",
        question: "DXについて、どの程度理解していますか。",
        question_en: "How well do you understand DX?",
        issue: "I01",
        issue_name: "知識・スキルの不足",
        lower_is_better: true,
        points: [
            point("令和5年8月 職員アンケート", 0.47, {
                fielded: "令和5年8月",
                added_up: true,
                clause: "４ 職員アンケートの結果",
            }),
            point("令和6年度 職員アンケート", 0.41, { wave: 3, on: "2024-09-30", answered: 2218, low: 0.39, high: 0.43 }),
            point("令和7年度 職員アンケート", 0.33, { wave: 5, on: "2025-09-30", answered: 2301, low: 0.31, high: 0.35 }),
        ],
    },
];
const action = (id: number, what: string, status: string, overdue: boolean) => ({
    issue: "I01",
    direction: "全員がDXのねらいを説明できる",
    measure: "M1",
    what,
    owner: "情報政策課",
    due: overdue ? "2025-09-01" : "2026-03-31",
    status,
    indicator: "mock/I1",
    wave: 3,
    note: "",
    id,
    issue_name: "知識・スキルの不足",
    measure_name: "階層別研修",
    overdue,
    revision: 1,
});
const actions = {
    actions: [action(1, "DX基礎研修を全員に行う", "under_way", false), action(2, "動画の教材をそろえる", "planned", true)],
    issues: [
        { code: "I01", name: "デジタル技術に関する知識・スキルの不足", direction: "全職員を対象に基礎の研修を行う" },
        { code: "I02", name: "業務変革に対する意識の不足", direction: "" },
    ],
    measures: [{ code: "M1", name: "階層別研修" }],
    trends,
    may_edit: true,
};

const sections = ["情報政策課", "市民課", "障害福祉課", "道路河川管理課", "学校支援課"].map((name, index) => ({
    unit: index + 1,
    name,
    invited: 40 + index * 21,
    answered: 31 + index * 9,
}));

const form = {
    wave: 1,
    name: "令和7年度 職員アンケート",
    note: "",
    issuer: "枚方市 情報政策課",
    closes_on: "2025-10-10",
    threshold: 5,
    readers: "leaders",
    keys_until: "2025-11-10",
    paired: false,
    answered: false,
    takes_answers: true,
    survey,
    draft: [],
};

/** The answer to a question about surveys; undefined for every other. */
export function surveysAnswer(path: string, query: URLSearchParams): unknown {
    const [, of, id, part] = path.split("/");
    if (path === "/survey-answers")
        return {
            surveys: [
                {
                    wave: 1,
                    name: form.name,
                    title: survey.title,
                    title_en: survey.title_en,
                    closes_on: form.closes_on,
                    questions: survey.questions.length,
                    begun: false,
                    answered: false,
                },
            ],
        };
    if (path === "/surveys")
        return {
            surveys: [summary(2, "draft"), summary(1, "published")],
            packs: [
                {
                    code: "p1",
                    title: "研修直後の感想",
                    title_en: "Right after a course",
                    purpose: "reaction",
                    source: "",
                    questions: 9,
                },
            ],
        };
    if (of === "surveys" && id) {
        const problems = [
            { pointer: "/questions/3/text", problem: "質問の文を入力してください。", problem_en: "Give the question a text." },
        ];
        return id === "1"
            ? { summary: summary(1, "published"), survey, problems: [] }
            : { summary: summary(2, "draft"), survey, problems };
    }
    if (path === "/survey-waves") return { waves };
    if (path === "/survey-waves/audience")
        return { people: 2540, on_leave: 38, text: "正規職員である", text_en: "is a regular employee" };
    if (path === "/survey-trends") return { trends };
    if (path === "/survey-actions") return actions;
    if (path === "/course-evaluations/setting")
        return {
            on: false,
            reaction: null,
            awareness: null,
            follow_up: null,
            answer_days: 14,
            follow_up_after_days: 60,
            threshold: 5,
            revision: 0,
        };
    if (of !== "survey-waves") return undefined;
    if (part === "form") return form;
    if (part === "results") return results(Number(id), query.get("cut") ?? "");
    if (part === "texts") return texts;
    if (part === "pairs") return pairs;
    if (part === "sections")
        return {
            wave: waves[0],
            sections: [...sections, { unit: null, name: "", invited: 14, answered: 9 }],
            too_small: 4,
        };
    if (part === "reminders") return { relay: true, reminders: [] };
    if (part === "paper")
        return {
            form,
            forms: [
                { name: "山田 花子", unit_name: "総務部 情報政策課", code: "K7M2P-QX4RT" },
                { name: "佐藤 太郎", unit_name: "総務部 情報政策課", code: "B3N8W-HZ6LD" },
            ],
        };
    if (part === undefined) return waves.find((one) => one.id === Number(id));
    return {};
}
