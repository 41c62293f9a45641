// The mock town's ひろば: questions in every state, a long text with every kind of piece, signs that turn and pile up.

const piece = (kind: string, depth: number, text = "", more: object = {}) => ({
    kind,
    depth,
    number: 1,
    text,
    href: "",
    ...more,
});
const paragraph = (text: string) => [piece("paragraph", 0), piece("text", 1, text)];

const author = (account: number, name: string, unit: string, ambassador = false) => ({ account, name, unit, ambassador });
const yamada = author(1, "山田 花子", "総務部 情報政策課");
const sato = author(2, "佐藤 健一", "市民生活部 市民課 窓口サービス係");
const suzuki = author(3, "鈴木 あゆみ", "福祉部 生活福祉課", true);
const tanaka = author(4, "田中 髙志", "都市整備部 道路課");

const channel = (id: number, kind: string, name: string, name_en: string, about: string, more: object = {}) => ({
    id,
    kind,
    name,
    name_en,
    about,
    measure: "",
    group: null,
    group_name: "",
    topics: 12,
    unread: 0,
    archived: false,
    ...more,
});
const channels = [
    channel(1, "question", "疑問", "Questions", "使い方がわからない、これでよいか確かめたい。小さなことほど歓迎です。", {
        unread: 3,
    }),
    channel(2, "issue", "課題", "Problems", "仕事で困っていること、手間がかかっていること。"),
    channel(3, "idea", "アイデア", "Ideas", "こうすればよくなりそう、という思いつき。", { unread: 1 }),
    channel(4, "practice", "事例", "Practice", "やってみたこと、うまくいったこと、いかなかったこと。"),
    channel(5, "tool", "ノーコードツール", "No-code tools", "kintoneなどのノーコードツールの使い方。"),
    channel(6, "talk", "書かない窓口 若手プロジェクトチーム", "Project", "令和6年1月から。", {
        group: 1,
        group_name: "書かない窓口PT",
        unread: 100,
    }),
];

const line = (id: number, title: string, more: object = {}) => ({
    id,
    channel: 1,
    kind: "question",
    channel_name: "疑問",
    channel_name_en: "Questions",
    title,
    author: sato,
    tags: [] as string[],
    created_at: "2025-09-30T01:00:00Z",
    last_at: "2025-10-01T04:05:00Z",
    replies: 0,
    answered: false,
    accepted: false,
    unread: false,
    closed_group: false,
    ...more,
});
const lines = [
    line(1, "申請書のPDFから氏名だけを一覧表に写す方法はありますか", {
        tags: ["Excel", "窓口", "申請"],
        replies: 6,
        answered: true,
        accepted: true,
        unread: true,
    }),
    line(2, "RPAの実行中に画面が止まる", { unread: true, tags: ["RPA"] }),
    line(3, "会議録の要約を生成AIに任せてよい範囲", { replies: 2, answered: true, author: tanaka }),
    line(4, "庁内チャットで使う絵文字を決めたい", {
        kind: "idea",
        channel: 3,
        channel_name: "アイデア",
        channel_name_en: "Ideas",
        author: suzuki,
        replies: 14,
        answered: true,
    }),
    line(5, "書かない窓口の画面の並び順について", {
        kind: "talk",
        channel: 6,
        channel_name: "書かない窓口 若手プロジェクトチーム",
        closed_group: true,
        replies: 31,
        answered: true,
    }),
    line(6, `とても長い題名${"あ".repeat(120)}ZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZ`, {
        author: author(9, "\u202e逆さの名前\u202c", "Z̷̢̛̘͓̪͍̣͙̩͈̑͂̈́̃̌̊͝a̶̧̢̛̛̖̤̙͔̜̘̓͑̈́̔̾̕͝l̴̡̨̛̥̦̙̳̪̈́͐̓̃̕͜͠g̵̢̛̭̙̠̦͎̃̓̋̾̀̕͘o̷"),
    }),
];

const every_piece = [
    ...paragraph(
        "住民票の写しの申請書が、毎月およそ400枚、紙とPDFで届きます。氏名と受付番号だけを一覧表にしたいのですが、いまは手で打っています。",
    ),
    piece("paragraph", 0),
    piece("text", 1, "やってみたこと: "),
    piece("strong", 1),
    piece("text", 2, "PDFから文字を選んで貼り付け"),
    piece("text", 1, "。ただし、様式が3種類あります。くわしくは "),
    piece("link", 1, "", { href: "https://www.digital.go.jp/policies" }),
    piece("text", 2, "デジタル庁の資料"),
    piece("text", 1, " と "),
    piece("link", 1, "", { href: "/plan" }),
    piece("text", 2, "計画"),
    piece("text", 1, "。"),
    piece("link", 1, "", { href: "/hiroba/people/3" }),
    piece("text", 2, "@鈴木 あゆみ"),
    piece("text", 1, " さん、ご存じですか。"),
    piece("list", 0),
    piece("item", 1),
    piece("text", 2, "様式A: 2025年4月から"),
    piece("item", 1),
    piece("text", 2, "様式B: 支所で使っている"),
    piece("list", 2),
    piece("item", 3),
    piece("text", 4, "紙を読み取ったもの"),
    piece(
        "code_block",
        0,
        '=TEXTBEFORE(A2, "　")\n=XLOOKUP(B2, 台帳!A:A, 台帳!C:C, "なし")  # とても長い行はここで横に動かせます ......................................................',
    ),
    piece("quote", 0),
    piece("paragraph", 1),
    piece("text", 2, "様式は来年度に一つにまとめる予定です。"),
    piece("table", 0),
    piece("table_row", 1),
    ...["様式", "枚数", "一枚にかかる分"].flatMap((text) => [piece("table_head", 2), piece("text", 3, text)]),
    ...[
        ["A", "280", "2"],
        ["B", "120", "3"],
    ].flatMap((row) => [piece("table_row", 1), ...row.flatMap((text) => [piece("table_cell", 2), piece("text", 3, text)])]),
    piece("paragraph", 0),
    piece("image", 1, "申請書の見本", { href: "attachment:1" }),
];

const reactions = [
    { kind: "helpful", count: 4, mine: true },
    { kind: "same_here", count: 7, mine: false },
];
const reply = (id: number, who: object, text: string, more: object = {}) => ({
    id,
    author: who,
    pieces: paragraph(text),
    text,
    files: [] as object[],
    reactions: [] as object[],
    created_at: "2025-10-01T02:05:00Z",
    edited_at: null as string | null,
    revision: 1,
    accepted: false,
    hidden: false,
    hidden_why: "",
    may_edit: false,
    may_accept: true,
    may_claim: false,
    ...more,
});
const replies = [
    reply(11, suzuki, "Power Queryの「フォルダーから」で、PDFをまとめて読めます。手順を書いておきますね。", {
        accepted: true,
        may_claim: true,
        reactions,
        edited_at: "2025-10-01T02:30:00Z",
        pieces: [
            ...paragraph("Power Queryの「フォルダーから」で、PDFをまとめて読めます。"),
            piece("ordered_list", 0, "", { number: 1 }),
            ...["［データ］→［データの取得］→［フォルダーから］", "様式ごとに列の名前をそろえる", "更新を押す"].flatMap(
                (text) => [piece("item", 1), piece("text", 2, text)],
            ),
        ],
        files: [{ id: 5, name: "手順書.xlsx", media_type: "", size: 48213, picture: false }],
    }),
    reply(12, sato, "ありがとうございます。様式Bもできました。", { may_edit: true, may_accept: false }),
    reply(13, tanaka, "道路課でも同じことで困っていました。助かります。"),
    reply(14, yamada, "", { hidden: true, hidden_why: "個人の名前が書かれていたため", pieces: [] }),
    reply(
        15,
        author(9, "\u202e逆さの名前\u202cさん", "支所"),
        "Z̷̢̛̘͓̪͍̣͙̩͈̑͂̈́̃̌̊͝a̶̧̢̛̛̖̤̙͔̜̘̓͑̈́̔̾̕͝l̴̡̨̛̥̦̙̳̪̈́͐̓̃̕͜͠g̵̢̛̭̙̠̦͎̃̓̋̾̀̕͘o̷ \u202e右から左へ\u202c ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZ 葛󠄀城市・葛󠄁飾区",
    ),
];
const topic = {
    ...line(1, "申請書のPDFから氏名だけを一覧表に写す方法はありますか", { tags: ["Excel", "窓口", "申請"] }),
    group_name: "",
    pieces: every_piece,
    text: "住民票の写しの申請書が…",
    files: [
        { id: 1, name: "申請書の見本.png", media_type: "image/png", size: 120_000, picture: true },
        { id: 2, name: "いまの一覧表(とても長い名前のファイルです).xlsx", media_type: "", size: 2_400_000, picture: false },
    ],
    reactions,
    edited_at: "2025-09-30T05:00:00Z",
    first_answer_at: "2025-10-01T02:05:00Z",
    accepted_at: "2025-10-01T03:00:00Z",
    revision: 3,
    accepted: 11,
    closed: false,
    hidden: false,
    hidden_why: "",
    followed: true,
    may_edit: true,
    may_reply: true,
    may_moderate: true,
    read_until: 12,
    replies,
    earlier: 0,
};
const long = {
    ...topic,
    id: 4,
    accepted: null,
    read_until: 0,
    replies: Array.from({ length: 200 }, (_, at) =>
        reply(
            100 + at,
            [sato, suzuki, tanaka][at % 3] ?? sato,
            `${at + 1}番目の返信です。${"よい考えだと思います。".repeat(1 + (at % 5))}`,
        ),
    ),
    earlier: 40,
};

const people = [suzuki, sato, tanaka].map((who, at) => ({ ...who, answers: 12 - 4 * at, asked: at }));

const reports = [
    {
        id: 1,
        topic: 1,
        reply: 14,
        title: "申請書のPDFから氏名だけを一覧表に写す方法はありますか",
        pieces: paragraph("ここに住民の方の氏名が書かれていました。"),
        author: tanaka,
        reason: "住民の方の名前が入っています。",
        reported_by: "佐藤 健一",
        created_at: "2025-10-01T03:00:00Z",
        decided_at: null,
        decided_by: "",
        hidden: false,
    },
    {
        id: 2,
        topic: 3,
        reply: null,
        title: "会議録の要約を生成AIに任せてよい範囲",
        pieces: paragraph("どこまで任せてよいでしょうか。"),
        author: tanaka,
        reason: "規程に反するのではないか。",
        reported_by: "鈴木 あゆみ",
        created_at: "2025-09-20T03:00:00Z",
        decided_at: "2025-09-21T03:00:00Z",
        decided_by: "山田 花子",
        hidden: false,
    },
];

export function hirobaAnswer(method: string, path: string, query: URLSearchParams): unknown {
    if (path === "/channels") return { channels };
    if (path === "/topics" && method === "POST") return { id: 1, revision: 1 };
    if (path === "/topics") return { topics: query.get("view") === "mine" ? [] : lines, next: query.has("before") ? null : "x" };
    if (path === "/topics/similar")
        return { topics: lines.slice(0, 3).map(({ id, title, replies: n, accepted }) => ({ id, title, replies: n, accepted })) };
    if (/^\/(topics|replies)\/\d+\/history$/.test(path))
        return {
            versions: [
                { revision: 2, title: "PDFの写し方", pieces: paragraph("前の文です。"), until_at: "2025-09-30T05:00:00Z" },
            ],
        };
    if (/^\/topics\/\d+\/replies$/.test(path)) return method === "POST" ? { id: 99, revision: 1 } : { replies: [], earlier: 0 };
    if (path === "/topics/4") return long;
    if (/^\/topics\/\d+$/.test(path)) return topic;
    if (/^\/(topics|replies)\//.test(path)) return {};
    if (path.startsWith("/hiroba/drafts/")) return { content: null, saved_at: null, files: [] };
    if (path === "/hiroba/people") return { people: people.filter(({ name }) => name.includes(query.get("q") ?? "")) };
    if (path === "/hiroba/speed")
        return { topics: 48, answered: 44, solved: 31, first_answer_minutes: 42, accepted_minutes: 200, answerers: people };
    if (path === "/hiroba/reports") return { reports };
    if (path === "/hiroba/rules")
        return {
            pieces: paragraph("投稿は個人の考えです。否定から始めません。"),
            text: "投稿は個人の考えです。",
            revision: 0,
            may_change: true,
        };
    if (path === "/groups")
        return {
            groups: [
                {
                    id: 1,
                    name: "書かない窓口PT",
                    purpose: "令和6年1月からの若手プロジェクトチーム",
                    may_change: true,
                    members: [
                        { ...yamada, keeper: true },
                        { ...sato, keeper: false },
                    ],
                },
            ],
        };
    if (path === "/practice/offer")
        return {
            rules: [{ code: "PR01", text: "ひろばでの回答", text_en: "Answers in the hiroba", clause: "第4章", note: "" }],
            skills: ["データ利活用", "業務改革（BPR）", "生成AIの活用"].map((name, at) => ({
                skill: `S${at}`,
                name,
                name_en: `Skill ${at}`,
                area_name: "",
                needed: at === 0,
                holds: false,
                claimed: at === 2 ? "waiting" : null,
            })),
        };
    if (path === "/writing/preview") return { pieces: every_piece };
    if (path === "/attachments")
        return {
            id: 7,
            name: query.get("name") ?? "",
            media_type: "",
            size: 1234,
            picture: /png$/.test(query.get("name") ?? ""),
        };
    return undefined;
}
