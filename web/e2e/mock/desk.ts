// The mock town's desk: a consultation in every state, seen by whoever asked (2) and by the desk (all others).
const paragraph = (text: string) =>
    text.split("\n").flatMap((line) => [
        { kind: "paragraph", depth: 0, number: 0, text: "", href: "" },
        { kind: "text", depth: 1, number: 0, text: line, href: "" },
    ]);
const person = (staff: number, name: string, unit_name = "総務部 情報政策課") => ({ staff, name, unit_name });

const adviser = (staff: number, name: string, more: object = {}) => ({
    ...person(staff, name),
    presence: "here",
    moves_on: null,
    open: 2,
    overdue: 0,
    minutes: 90,
    concurrent_posts: 0,
    ...more,
});
const advisers = [
    adviser(11, "中村 大輔", { open: 2 }),
    adviser(12, "西園寺 万里江", { open: 7, overdue: 2, minutes: 540, concurrent_posts: 1 }),
    adviser(13, "小林 さくら", { open: 4, moves_on: "2025-11-01" }),
    adviser(14, "渡辺 健", { presence: "on_leave", open: 1 }),
    adviser(15, "高橋 実", { presence: "moved", open: 1, unit_name: "福祉部 福祉総務課" }),
];

const subject = (id: number, name: string, name_en: string, about: string, owner: number, more: object = {}) => ({
    id,
    name,
    name_en,
    about,
    about_pieces: paragraph(about),
    answer_days: 3,
    step_days: 10,
    sort: id,
    closed: false,
    advisers: [
        { ...advisers[owner], deputy: false },
        { ...advisers[2], deputy: true },
    ],
    open: 2,
    revision: 1,
    ...more,
});
const subjects = [
    subject(1, "集計・表計算", "Spreadsheets", "毎月の集計、転記、マクロのこと", 0),
    subject(2, "申請・届出の電子化", "Online applications", "窓口の申請書を電子申請にしたいとき", 1, { answer_days: 5 }),
    subject(3, "業務の見直し(BPR)", "Reform of work", "仕事の流れそのものを変えたいとき", 4),
];

const line = (id: number, title: string, more: object = {}) => ({
    id,
    no: `2025-${String(id).padStart(4, "0")}`,
    title,
    subject: 1,
    subject_name: "集計・表計算",
    subject_name_en: "Spreadsheets",
    status: "open",
    stage: "analysis",
    asker: person(1, "山田 花子", "市民生活部 市民課 住民異動係"),
    owner: person(11, "中村 大輔"),
    owner_presence: "here",
    asked_at: "2025-09-18T01:20:00Z",
    last_at: "2025-09-30T06:05:00Z",
    answered: true,
    due_on: "2025-10-06",
    working_days_left: 3,
    overdue: false,
    is_mine: false,
    is_desk: true,
    ...more,
});
const electronic = { subject: 2, subject_name: "申請・届出の電子化", subject_name_en: "Online applications" };
const reform = { subject: 3, subject_name: "業務の見直し(BPR)", subject_name_en: "Reform of work" };
const lines = [
    line(1, "毎月の来庁者数の集計を手作業で2日かけている", {
        stage: "design",
        due_on: "2025-09-29",
        working_days_left: -2,
        overdue: true,
    }),
    line(2, "児童手当の現況届を電子申請にしたいが、添付書類の確かめ方がわからない", {
        ...electronic,
        status: "waiting_for_asker",
        stage: "design",
        is_mine: true,
        is_desk: false,
        working_days_left: null,
        due_on: null,
    }),
    line(3, "会議の議事録づくりに半日かかる", {
        stage: "reception",
        answered: false,
        due_on: "2025-10-01",
        working_days_left: 0,
        asker: person(3, "佐藤 太郎", "教育委員会事務局 学校教育部 学校支援課"),
    }),
    line(4, "補助金の交付事務を見直したい", {
        ...reform,
        stage: "budget",
        owner: person(15, "高橋 実", "福祉部 福祉総務課"),
        owner_presence: "moved",
        asker: person(4, "鈴木 一郎", "産業振興部 商工振興課"),
    }),
    line(5, "窓口の混み具合を市民に知らせたい", {
        ...electronic,
        stage: "reception",
        answered: false,
        owner: null,
        due_on: "2025-10-02",
        working_days_left: 1,
    }),
    line(6, "公用車の予約表を共有したい", {
        status: "finished",
        stage: "effect",
        is_mine: true,
        due_on: null,
        working_days_left: null,
    }),
];

const slot = (id: number, kind: string, title: string, on: string, more: object = {}) => ({
    id,
    kind,
    title,
    about: "",
    about_pieces: [],
    starts_at: `${on}T13:30`,
    ends_at: `${on}T16:30`,
    place: "市役所 別館4階 第2会議室",
    online_address: "",
    subject: null,
    subject_name: "",
    subject_name_en: "",
    holder: 11,
    holder_name: "中村 大輔",
    guest: "",
    seats: 4,
    taken: 1,
    waiting: 0,
    cancelled: false,
    cancelled_why: "",
    takes_bookings: true,
    mine: null,
    bookings: [],
    revision: 1,
    ...more,
});
const booking = (id: number, who: ReturnType<typeof person>, more: object = {}) => ({
    id,
    person: who,
    status: "booked",
    place: 0,
    note: "マクロの直し方を見てほしい",
    consultation: null,
    booked_at: "2025-09-25T02:00:00Z",
    ...more,
});
const slots = [
    slot(1, "clinic", "集計・表計算のなんでも相談会", "2025-10-08", {
        taken: 3,
        bookings: [booking(1, person(1, "山田 花子", "市民課")), booking(2, person(3, "佐藤 太郎", "学校支援課"), { note: "" })],
    }),
    slot(2, "workshop", "業務の流れを書き出すワークショップ(高度専門人材と一緒に)", "2025-10-15", {
        seats: 12,
        taken: 12,
        waiting: 2,
        guest: "県デジタル専門員",
        about: "いまの仕事の流れがわかる書類を1枚お持ちください。",
        about_pieces: paragraph("いまの仕事の流れがわかる書類を1枚お持ちください。"),
    }),
    slot(3, "clinic", "電子申請の相談会", "2025-10-22", {
        taken: 4,
        waiting: 1,
        mine: booking(9, person(1, "山田 花子", "市民課"), { status: "waiting", place: 1 }),
    }),
];

const file = { id: 7, name: "来庁者集計_記入例.xlsx", media_type: "application/xlsx", size: 48_128, picture: false };
const message = (id: number, by: string, side: string, text: string, at: string, more: object = {}) => ({
    id,
    at,
    by,
    staff: id,
    side,
    is_private: false,
    text,
    pieces: paragraph(text),
    files: [],
    edited_at: null,
    may_change: false,
    revision: 1,
    ...more,
});
const progress = (stage: string, state: string, more: object = {}) => ({
    stage,
    state,
    on: null,
    until_on: null,
    by: "",
    note: "",
    ...more,
});
const stages = [
    progress("reception", "done", { on: "2025-09-18", until_on: "2025-09-19", by: "中村 大輔" }),
    progress("analysis", "done", { on: "2025-09-19", by: "中村 大輔", note: "転記が3回ありました" }),
    progress("budget", "skipped", { on: "2025-09-30", by: "中村 大輔", note: "いまある道具で足ります" }),
    progress("design", "now", { on: "2025-09-30", by: "中村 大輔" }),
    progress("build", "ahead"),
    progress("effect", "ahead"),
];
const step = (seq: number, kind: string, at: string, more: object = {}) => ({
    seq,
    at,
    kind,
    by: "中村 大輔",
    stage: null,
    to: "",
    day: null,
    note: "",
    ...more,
});

const engagement = {
    id: 1,
    scheme: 1,
    scheme_name: "地域情報化アドバイザー派遣制度",
    scheme_name_en: "Regional informatisation advisers",
    fiscal_year: 2025,
    adviser: "木村 誠",
    affiliation: "(株)みらい業務研究所",
    expertise: "業務改革",
    purpose: "窓口業務の流れの見直し",
    consultation: { id: 4, no: "2025-0004", title: "補助金の交付事務を見直したい" },
    planned_days: 3,
    planned_minutes: 0,
    used_days: 2,
    used_minutes: 420,
    visits: [
        { id: 1, visited_on: "2025-08-20", minutes: 180, place: "別館", text: "流れの聞き取り" },
        { id: 2, visited_on: "2025-09-03", minutes: 240, place: "オンライン", text: "見直し案の検討" },
    ],
    status: "to_report",
    ended: true,
    report_due_on: "2025-09-26",
    reported_on: null,
    overdue: true,
    report: "",
    learned: "",
    may_change: true,
    revision: 1,
};

function consultation(id: number) {
    const one = lines.find((each) => each.id === id);
    if (!one) return undefined;
    const desk = one.is_desk;
    const goes_on = one.status === "open" || one.status === "waiting_for_asker";
    const messages = [
        message(
            1,
            "中村 大輔",
            "desk",
            "相談ありがとうございます。いまの集計の流れを、様式ごと見せていただけますか。",
            "2025-09-19T00:30:00Z",
        ),
        message(2, "山田 花子", "asker", "様式を付けました。転記は3回しています。", "2025-09-22T04:10:00Z", {
            files: [file],
        }),
        message(
            3,
            "中村 大輔",
            "desk",
            "課長はマクロに慎重。まず関数だけで作り、あとで置き換える案がよさそう。",
            "2025-09-24T01:00:00Z",
            { is_private: true, may_change: true },
        ),
        message(4, "中村 大輔", "desk", "10月の集計から試せます。訪問してよい日を教えてください。", "2025-09-30T06:05:00Z", {
            may_change: desk,
        }),
    ];
    const trouble = "来庁者数を日報から紙に写し、紙から表計算に写し、月末に合計しています。\n毎月2日かかります。";
    return {
        ...one,
        trouble,
        wanted: "入力を1回にしたい。",
        trouble_pieces: paragraph(trouble),
        wanted_pieces: paragraph("入力を1回にしたい。"),
        wished_on: "2025-12-26",
        shared: true,
        answer_days: 3,
        from_topic: { id: 5, title: "集計の手作業を減らした人はいますか" },
        stages: goes_on
            ? stages
            : stages.map((each) => (each.state === "now" || each.state === "ahead" ? { ...each, state: "done" } : each)),
        steps: [
            step(1, "asked", "2025-09-18T01:20:00Z", { by: "山田 花子" }),
            step(2, "routed", "2025-09-18T01:20:00Z", { by: "", to: "中村 大輔" }),
            step(3, "stage_moved", "2025-09-19T00:30:00Z", { stage: "analysis" }),
        ],
        messages: messages.filter(({ is_private }) => desk || !is_private),
        visits: [
            {
                id: 1,
                visited_on: "2025-09-25",
                minutes: 90,
                place: "市民課",
                text: "日報から集計までの流れを一緒に書き出した。",
                visitors: [{ staff: 11, name: "中村 大輔" }],
                by: "中村 大輔",
                may_change: desk,
                revision: 1,
            },
        ],
        minutes: 90,
        files: [file],
        engagements: id === 4 ? [engagement] : [],
        result: goes_on
            ? null
            : {
                  outcome: "solved",
                  text: "共有の予約表を作り、紙の予約簿をやめた。",
                  pieces: paragraph("共有の予約表を作り、紙の予約簿をやめた。"),
                  effect: "空き状況を電話で確かめることがなくなった。",
                  saved_hours: 120,
                  at: "2025-09-26T02:00:00Z",
              },
        consent: "unasked",
        published: null,
        may: {
            change: goes_on && !desk,
            write: goes_on,
            note: desk,
            guide: desk && goes_on,
            visit: desk,
            withdraw: goes_on && !desk,
            reopen: !goes_on,
            consent: !desk,
            publish: desk && !goes_on,
        },
        revision: 4,
    };
}

const scheme = (id: number, name: string, more: object = {}) => ({
    id,
    name,
    name_en: "",
    provider: "総務省",
    about: "デジタルの専門家を市町村に派遣する制度",
    payer: "謝金と旅費は派遣元が負担",
    max_days: 3,
    max_hours: 0,
    report_days: 30,
    url: "",
    closed: false,
    used_days: 2,
    planned_days: 1,
    used_minutes: 420,
    planned_minutes: 0,
    over: false,
    revision: 1,
    ...more,
});

/** The answer of the desk, or undefined when the question is not the desk's. */
export function deskAnswer(path: string): unknown {
    const [, of, id, part] = path.split("/");
    if (path === "/desk")
        return {
            may_ask: true,
            is_desk: true,
            may_manage: true,
            waiting: { to_answer: 1, to_go_on: 2, asked_back: 1, without_owner: 2, reports_due: 1 },
            subjects,
            mine: lines.filter(({ is_mine }) => is_mine),
            section: lines.slice(2, 3),
            slots,
        };
    if (path === "/desk/board") {
        const open = lines.filter(({ status }) => status === "open" || status === "waiting_for_asker");
        return { lines: open, advisers, open: 5, waiting_for_asker: 1, unanswered: 2, overdue: 1, without_owner: 2 };
    }
    if (path === "/desk/hand-over")
        return { needs: [{ from: advisers[4], lines: lines.slice(3, 4) }], without_owner: lines.slice(4, 5) };
    if (path === "/desk/figures")
        return {
            fiscal_year: 2025,
            asked: 34,
            open: 5,
            overdue: 1,
            finished: 26,
            published: 9,
            minutes: 4530,
            saved_hours: 1240,
            answer_days: 1.5,
            finish_days: 24,
            answered_in_time: 30,
            answered: 32,
            subjects: subjects.map(({ id: of_subject, name, name_en }, index) => ({
                subject: of_subject,
                name,
                name_en,
                asked: 14 - index * 3,
                reception: 1,
                analysis: 1,
                budget: index,
                design: 0,
                build: 1,
                effect: 0,
                finished: 10 - index,
                withdrawn: index,
                minutes: 1800 - index * 300,
                answer_days: 1 + index,
            })),
            outcomes: [
                { outcome: "solved", count: 18, saved_hours: 1010 },
                { outcome: "improved", count: 6, saved_hours: 230 },
                { outcome: "not_pursued", count: 2, saved_hours: 0 },
            ],
        };
    if (path === "/desk/subjects") return { subjects: [...subjects, subject(4, "紙の様式", "Paper", "", 0, { closed: true })] };
    if (path === "/desk/slots") return { slots };
    if (path === "/adviser-schemes")
        return {
            fiscal_year: 2025,
            schemes: [
                scheme(1, "地域情報化アドバイザー派遣制度"),
                scheme(2, "県 市町村デジタル支援員", {
                    provider: "○○県",
                    max_days: 0,
                    max_hours: 40,
                    used_days: 6,
                    used_minutes: 2580,
                    planned_minutes: 0,
                    over: true,
                    report_days: 0,
                }),
            ],
        };
    if (path === "/adviser-engagements")
        return {
            engagements: [
                engagement,
                {
                    ...engagement,
                    id: 2,
                    status: "planned",
                    visits: [],
                    used_days: 0,
                    used_minutes: 0,
                    overdue: false,
                    report_due_on: null,
                    adviser: "大野 恵",
                    consultation: null,
                },
            ],
        };
    if (path === "/consultations") return { lines: lines.filter(({ status }) => status === "finished"), total: 1 };
    if (path === "/consultations/draft")
        return {
            title: "集計の手作業を減らした人はいますか",
            trouble: "毎月の集計を手で写しています。減らした人がいたら教えてください。",
            topic: 5,
            topic_title: "集計の手作業を減らした人はいますか",
        };
    if (of !== "consultations" || !id) return undefined;
    if (part === "owners")
        return {
            candidates: advisers.map((one, index) => ({ ...one, of_subject: index < 2, deputy: index === 1 })),
        };
    if (part === "publication")
        return {
            title: "公用車の予約を共有の表で行う",
            question: "公用車の予約を紙の予約簿でしています。空きを電話で確かめるのが手間です。",
            answer: "共有の予約表を作りました。空きの列は自動で色が変わります。",
            tags: ["予約", "表計算"],
            published: [{ part: "title", text: "公用車の予約を共有の表で行う" }],
            left_out: [
                { part: "asker", text: "山田 花子" },
                { part: "section", text: "市民生活部 市民課 住民異動係" },
                { part: "private_note", text: "課長はマクロに慎重。まず関数だけで作り、あとで置き換える案がよさそう。" },
                { part: "message", text: "様式を付けました。転記は3回しています。" },
                { part: "visit", text: "2025-09-25 1時間30分 日報から集計までの流れを一緒に書き出した。" },
                { part: "attachment", text: "来庁者集計_記入例.xlsx" },
            ],
            consented: false,
            may_publish: true,
            topic: null,
            revision: 4,
        };
    return consultation(Number(id));
}
