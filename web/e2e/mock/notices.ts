// The mock town's notices and newsletters.
const pieces = (...lines: string[]) =>
    lines.flatMap((line) => [
        { kind: "paragraph", depth: 0, number: 0, text: "", href: "" },
        { kind: "text", depth: 1, number: 0, text: line, href: "" },
    ]);
const told = [
    [
        "security",
        "標的型メール訓練を10月に行います",
        "全員が対象です。訓練のメールを開いてしまったときの連絡先を、いま確かめてください。",
        true,
    ],
    [
        "national_trend",
        "国の「自治体DX推進手順書」が改定されました",
        "改定の要点は3つです。人材の育成と外部人材の活用に一章が加わりました。",
        false,
    ],
    [
        "support_scheme",
        "地域情報化アドバイザー派遣の募集が始まりました",
        "派遣の費用は国が負担します。使いたい課は10月17日までに相談窓口へ。",
        false,
    ],
    ["newsletter", "ニュースレター 第3号「窓口の待ち時間を減らす」", "", false],
] as const;
const line = (at: number, more: object = {}) => ({
    id: at + 1,
    kind: told[at]?.[0],
    title: told[at]?.[1],
    lead: told[at]?.[2],
    important: told[at]?.[3],
    status: "published",
    from: `2025-09-${29 - at * 3}`,
    until: at === 2 ? "2025-10-17" : null,
    link: at === 3 ? "/newsletters/1" : at === 1 ? "https://www.soumu.go.jp/" : "",
    files: at === 1 ? 1 : 0,
    published_at: "2025-09-29T01:00:00Z",
    edited_at: null,
    read_at: at > 1 ? "2025-09-30T01:00:00Z" : null,
    url: `/notices/${at + 1}`,
    ...more,
});
const notice = (id: number) => ({
    line: line(id - 1, id === 5 ? { id: 5, status: "draft", title: "端末の入替え（下書き）", kind: "tools", lead: "" } : {}),
    pieces: pieces(told[id - 1]?.[2] ?? "12月に端末を入れ替えます。", "くわしい日程は、所属ごとに担当からお知らせします。"),
    attached: id === 2 ? [{ id: 9, name: "改定の要点.pdf", media_type: "application/pdf", size: 240_000, picture: false }] : [],
    by: id === 5 ? "" : "情報政策課 山田",
    taken_back_why: "",
    may_edit: true,
    may_see_readers: true,
    text: told[id - 1]?.[2] ?? "12月に端末を入れ替えます。",
    audience: "",
    audience_text: "",
    audience_text_en: "",
    revision: 1,
});

const item = (kind: string, id: number | null, title: string, lead: string, more: object = {}) => ({
    kind,
    id,
    title,
    lead,
    url: id === null ? "" : `/improvement/${id}`,
    figure: "",
    ...more,
});
const items = [
    item(
        "improvement_case",
        1,
        "転入手続きの「書かない窓口」",
        "職員が聞き取って届出書を作り、平均の滞在時間が48分から27分になりました。",
        {
            figure: "年間 1,320時間",
        },
    ),
    item("improvement_case", 4, "学校からの報告を紙からフォームに", "95校の月次報告を入力フォームで集め、転記をなくしました。", {
        figure: "年間 210時間",
    }),
    item("answer", 8, "共有フォルダーの容量を調べるには？", "「プロパティの一覧を書き出す手順」で解決しました。"),
    item("figure", null, "減らした時間", "", { figure: "1,530時間" }),
    item("figure", null, "解決した質問", "", { figure: "42件" }),
    item("training", 3, "データ利活用（基礎）", "11月5日、空き12席。申込みは10月24日まで。"),
    item("trend", 2, "国の「自治体DX推進手順書」が改定されました", "人材の育成に一章が加わりました。"),
];
const issue = (id: number, status: string) => ({
    line: {
        id,
        number: status === "draft" ? null : 4 - id,
        title: id === 1 ? "窓口の待ち時間を減らす" : id === 4 ? "はじめてのRPA" : "秋の研修特集",
        lead: "市民課の「書かない窓口」と、夏に解決した質問をまとめました。",
        status,
        from: "2025-07-01",
        until: "2025-09-30",
        issued_on: status === "draft" ? null : "2025-09-30",
        items: items.length,
        url: `/newsletters/${id}`,
    },
    opening_pieces: pieces("今号は、窓口の待ち時間を減らした取組みと、この夏にひろばで解決した質問をお届けします。"),
    closing_pieces: pieces("ご自分の課の改善も、ぜひ事例としてお寄せください。"),
    items: (status === "draft" ? items.slice(0, 3) : items).map((each) => ({
        item: each,
        pieces: each.lead ? pieces(each.lead) : [],
    })),
    colophon: {
        municipality: "枚方市",
        publisher: "総務部 情報政策課",
        address: "",
        tel: "000-000-0000",
        fax: "",
        email: "",
        url: "",
    },
    before: id === 1 ? 2 : null,
    after: null,
    may_edit: true,
    opening: "今号は、窓口の待ち時間を減らした取組みをお届けします。",
    closing: "",
    revision: 1,
});

export function noticesAnswer(path: string): unknown {
    if (path === "/notices") return { notices: [0, 1, 2, 3].map((at) => line(at)), unread: 2, may_publish: true };
    if (path === "/notices/kept")
        return {
            notices: [
                { line: notice(5).line, by: "", audience_text: "", audience_text_en: "", people: 0, read: 0 },
                ...[0, 1, 2].map((at) => ({
                    line: line(at),
                    by: "山田 花子",
                    audience_text: at === 2 ? "職位が課長以上の職員" : "",
                    audience_text_en: at === 2 ? "Managers" : "",
                    people: 2540 - at * 800,
                    read: 1904 - at * 700,
                })),
            ],
        };
    if (path === "/notices/audience")
        return { people: 2540, on_leave: 61, text: "計画の対象になるすべての職員", text_en: "Everybody the plan counts" };
    if (path.endsWith("/readers"))
        return {
            line: line(0),
            people: 2540,
            read: 1904,
            on_leave: 61,
            sections: ["総務部 総務課", "総務部 情報政策課", "市民部 市民課"].map((unit_name, at) => ({
                unit: at + 1,
                unit_name,
                people: 24 + at * 3,
                read: 24 - at * 7,
            })),
            not_read: [{ staff: 2, name: "鈴木 一郎", unit_name: "市民部 市民課" }],
        };
    if (path.endsWith("/reading")) return {};
    if (/^\/notices\/\d+$/.test(path)) return notice(Number(path.split("/")[2]));
    if (path === "/newsletters")
        return { issues: [issue(3, "draft").line, issue(1, "published").line, issue(4, "published").line], may_publish: true };
    if (path === "/newsletters/draft")
        return {
            from: "2025-07-01",
            until: "2025-09-30",
            groups: ["improvement_case", "answer", "figure", "training", "trend"].map((kind) => ({
                kind,
                items: items.filter((each) => each.kind === kind),
            })),
        };
    if (/^\/newsletters\/\d+$/.test(path)) return issue(Number(path.split("/")[2]), path.endsWith("/3") ? "draft" : "published");
    return undefined;
}
