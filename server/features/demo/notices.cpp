// What the office told: twelve notices of the last months, most of them read by many, and four issues of the newsletter put
// together from what the demo holds.
#include "features/notices/notices.hpp"

#include "features/community/community.hpp"
#include "features/demo/city.hpp"
#include "features/fulltext/fulltext.hpp"
#include "features/improvement/improvement.hpp"
#include "platform/json/json.hpp"
#include "platform/text/japanese_date.hpp"

#include <algorithm>
#include <array>

namespace demo {
namespace {

using notices::NewsItem;
using notices::NewsKind;
using notices::NoticeId;
using notices::NoticeKind;

db::Sql const kNotice{R"(
    INSERT INTO notice (kind, title, text, audience, link, from_on, until_on, important, status, created_at, published_at, published_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id)"};
db::Sql const kOffice{"SELECT id FROM account WHERE login = 'office'"};
db::Sql const kReaders{
    "SELECT id AS account_id, staff_id FROM account WHERE login <> 'staff' AND staff_id IS NOT NULL ORDER BY id"};
db::Sql const kIssue{R"(
    INSERT INTO newsletter (number, title, opening, closing, from_on, until_on, items, colophon, status, issued_on, notice_id, revision,
                            created_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 2, $12) RETURNING id)"};
db::Sql const kLinked{"UPDATE notice SET link = $2 WHERE id = $1"};
db::Sql const kTrained{"SELECT count(DISTINCT staff_id) FROM completion WHERE completed_on >= $1 AND completed_on <= $2"};
struct OpenRun {
    std::int64_t id = 0;
    std::string course_code;
    Date apply_until;
};
BOOST_DESCRIBE_STRUCT(OpenRun, (), (id, course_code, apply_until))
db::Sql const kOpenRuns{R"(
    SELECT min(id) AS id, course_code, min(apply_until) AS apply_until FROM course_run
     WHERE status = 'open' AND unit_id IS NULL AND apply_until >= $1 GROUP BY course_code ORDER BY course_code LIMIT 3)"};

struct Reading {
    NoticeId notice_id;
    AccountId account_id;
    StaffId staff_id;
    Instant read_at;
};
BOOST_DESCRIBE_STRUCT(Reading, (), (notice_id, account_id, staff_id, read_at))
struct Reader {
    AccountId account_id;
    StaffId staff_id;
};
BOOST_DESCRIBE_STRUCT(Reader, (), (account_id, staff_id))

struct Told {
    NoticeKind kind;
    int days_ago;
    int days_shown;  ///< 0 = it stays
    bool important;
    std::string_view title, text, link;
};

constexpr std::array kTold{
    Told{NoticeKind::security, 2, 40, true, "不審なメールへの注意（宅配便や請求書をよそおうもの）",
         "この数日、宅配便の不在連絡や請求書をよそおうメールが届いています。\n\n"
         "- 心当たりのない添付ファイルとリンクは**開かない**でください。\n"
         "- 開いてしまったら、端末をネットワークから切り離し、すぐにDX推進担当へ電話してください。\n"
         "- 転送はしないでください。件名と時刻だけを知らせてください。\n\n"
         "知らせてくれた人が責められることはありません。早く分かるほど、ほかの課を守れます。",
         "/selfcheck"},
    Told{NoticeKind::security, 11, 35, true, "セキュリティ自己点検が始まりました",
         "今年度のセキュリティ自己点検を始めました。所属長またはデジタル推進員が、所属の分を回答してください。\n\n"
         "20項目、15分ほどです。「いいえ」「一部」の項目には、何を・だれが・いつまでに直すかを書いてください。前の年度の回答が横"
         "に並びます。",
         "/selfcheck"},
    Told{NoticeKind::support_scheme, 6, 45, false, "地域情報化アドバイザーの派遣を希望する課へ",
         "総務省の地域情報化アドバイザー派遣制度では、デジタル活用に詳しい専門家の助言を受けられます。\n\n"
         "窓口の見直し、データの活用、庁内の人材育成などで使えます。希望する課は、**相談したいことを3行で**"
         "書いて、相談窓口から送ってください。"
         "申請の書類はDX推進担当が一緒に作ります。\n\n日数や時間の上限、報告の期限は、今年度の要綱で確かめてください。",
         "https://www.soumu.go.jp/"},
    Told{NoticeKind::national_trend, 9, 0, false, "国の動き：自治体の窓口改革について",
         "国は、住民が「書かない」「待たない」窓口を自治体とともに進めるとしています。\n\n"
         "**本市への関わり**\n\n- 申請書の項目を減らす見直しは、システムがなくても始められます。\n"
         "- 窓口の手順を図にする作業は、研修「業務の見直し」の題材になります。\n\n"
         "関係する課の検討状況を、来月の推進リーダー会議で持ち寄ります。",
         "https://www.digital.go.jp/"},
    Told{NoticeKind::tools, 13, 60, false, "生成AIの庁内利用：入力してはいけない情報の一覧を改めました",
         "利用が広がったことを受けて、一覧を具体的な例にしました。\n\n"
         "| 入力してよいもの | 入力してはいけないもの |\n|---|---|\n| 公表済みの資料の要約 | 個人が分かる情報 |\n"
         "| あいさつ文・案内文の下書き | 公開前の予算や人事 |\n| 会議の議題の整理 | 契約の相手方の情報 |\n\n"
         "迷ったら、ひろばの「生成AI」で聞いてください。",
         "/hiroba"},
    Told{NoticeKind::training, 4, 25, false, "秋の研修の申込みを受け付けています",
         "表計算、データの集計、業務の見直しの3つです。初めての人向けの回もあります。\n\n"
         "課の繁忙期と重なる人は、来年1月の回を待つこともできます。申込みは「研修」から、1分で終わります。",
         "/training/runs"},
    Told{NoticeKind::general, 20, 0, false, "相談会を毎月第2・第4木曜日に開きます",
         "「何から始めればよいか分からない」という段階の相談を歓迎します。資料の準備はいりません。30分ごとに予約できます。\n\n"
         "場所は本庁舎2階の打合せ室です。出先機関からはオンラインで参加できます。",
         "/desk"},
    Told{NoticeKind::support_scheme, 33, 60, false, "デジタル活用に使える国の交付金：庁内の締切り",
         "来年度に国の交付金を使いたい事業は、まず事業の概要（A4一枚）を出してください。\n\n"
         "1. 何に困っているか\n2. 何をどう変えるか\n3. 何をもって良くなったと言うか\n\n"
         "この3点がそろえば、要件に合うかを財政担当と一緒に確かめます。",
         "https://www.chisou.go.jp/"},
    Told{NoticeKind::national_trend, 41, 0, false, "国の動き：情報システムの標準化のその後",
         "基幹業務の標準準拠システムへの移行が進んでいます。移行の前後で変わる帳票と手順を、業務ごとに一枚にまとめました。\n\n"
         "担当課は、**外部とやり取りしている帳票**に変更がないかを確認してください。",
         "https://www.digital.go.jp/"},
    Told{NoticeKind::tools, 55, 120, false, "電子申請フォームの部品を共有しました",
         "氏名・住所・振込口座など、どの申請でも使う部品を共有しました。部品を使うと、フォーム1本を半日ほどで作れます。\n\n"
         "先に使った課から「住所の入力間違いが減った」と聞いています。",
         "/improvement"},
    Told{NoticeKind::general, 78, 30, false, "推進リーダーの交代のお知らせ",
         "異動にともない、6つの課で推進リーダーが交代しました。新しいリーダーは「所属」の画面で確かめられます。\n\n"
         "引き継ぎでは、進めている改善と、自己点検で見つかった不備の一覧を渡してください。",
         "/units"},
    Told{NoticeKind::general, 0, 30, false, "（準備中）年度末の報告会の開催について", "日程と会場が決まりしだい公開します。", ""},
};

struct Printed {
    int months_ago;
    std::string_view title, opening, closing;
};
constexpr std::array kPrinted{
    Printed{9, "まずは一つ、紙をなくしてみる",
            "年度の前半を終えて、各課の「小さな一歩」が集まってきました。今号では、紙の回覧をやめた3つの課の工夫を紹介します。",
            "次号では、電子申請を始めた課に話を聞きます。載せてほしい話題を、ひろばでお寄せください。"},
    Printed{6, "申請書の項目を減らすということ",
            "「書かない窓口」は、大きなシステムがなくても始められます。申請書から項目を**3つ減らした**課の話です。",
            "「うちの課でもできそう」と思ったら、相談会へどうぞ。"},
    Printed{3, "データを見て、窓口の人数を決める",
            "来庁者の数を時間帯ごとに数えてみたら、思っていたのと違いました。数えることから始まった改善を紹介します。",
            "集計の手順は、研修「データの集計」で学べます。"},
    Printed{0, "秋の学びと、ひろばの一年",
            "ひろばに寄せられた質問のうち、多くは1日のうちに答えがつきました。今号では、みなさんの役に立った答えと、申込みを受け"
            "付けている研修をまとめます。",
            "ご意見はひろばの「雑談」へ。次号は年明けに発行します。"},
};

/// As an issue keeps them.
struct Items {
    std::vector<NewsItem> items;
};
BOOST_DESCRIBE_STRUCT(Items, (), (items))

struct Story {
    std::string_view title, lead, figure;
};
constexpr std::size_t kStoriesAnIssue = 2;
constexpr Story kStories[] = {
    {"課内の回覧を共有フォルダーとチャットへ",
     "毎日20件ほどの紙の回覧を、件名だけのチャットと共有フォルダーに替えました。探す時間がなくなり、不在の人も同じ日に読めます。"
     "\n\n"
     "- 初めの2週間は紙と並べて行った\n- 押印が要るものだけ紙に残した",
     "年間 96時間"},
    {"議事録の下書きを生成AIで",
     "会議の要点を箇条書きで渡し、議事録の形に整えてもらいます。公開前の情報を入れないよう、渡す前に担当が確かめる手順にしました"
     "。",
     "1回 50分短縮"},
    {"申請書から3項目をなくす",
     "窓口で必ず聞き直していた3項目が、ほかの書類で分かることに気づき、様式から外しました。記入の案内も半分になりました。",
     "年間 140時間"},
    {"電話の問合せを分類して数える",
     "1か月の電話を5つに分けて数えたところ、4割が「受付時間」の問合せでした。ホームページの見出しを替えて、電話が減りました。",
     "問合せ 38％減"},
    {"来庁者の数を時間帯ごとに見る",
     "番号発券機の記録を表計算で集計し、昼の応援の時間を30分早めました。数える道具はすでに手元にありました。",
     "待ち時間 12分短縮"},
    {"現地調査の写真を、その場で台帳へ",
     "端末で撮った写真に場所と日付が付き、帰庁後の整理がいらなくなりました。紙の地図への転記もなくなりました。", "年間 210時間"},
    {"督促状の封入を見直す", "宛先ごとに分けていた封入を、窓付き封筒にまとめました。間違いを防ぐ確認の手順も一つ減りました。",
     "年間 64時間"},
    {"保育所の入所相談をオンラインでも",
     "育児中の相談者が家から相談できるようになりました。夕方の枠はすぐ埋まるため、木曜日に増やします。", "月 25件"},
};

class Telling {
public:
    Telling(db::Tx& tx, plan::Plan const& plan, Days const& days, Dice& dice, Instant now)
        : tx_(tx), plan_(plan), days_(days), dice_(dice), now_(now), office_(tx.one<AccountId>(kOffice))
    {
    }

    void notices()
    {
        for (auto const& told : kTold) {
            auto const draft = told.days_ago == 0;
            auto const from = add_days(days_.today, -told.days_ago);
            auto const until = told.days_shown == 0 ? std::optional<Date>{} : std::optional{add_days(from, told.days_shown)};
            auto const id = tell(told, from, until, draft);
            if (draft) continue;
            if (told.kind == NoticeKind::national_trend || told.kind == NoticeKind::support_scheme)
                trends_.push_back({from,
                                   {NewsKind::trend, id.value, std::string(told.title), first_paragraph(told.text),
                                    "/notices/" + std::to_string(id.value), ""}});
            fulltext::put(tx_, {fulltext::Kind::notice, id.value, std::string(told.title), markdown::plain(told.text),
                                "/notices/" + std::to_string(id.value), at(from)});
            read(id, from, told.important ? 70 : 45);
        }
    }

    void newsletters()
    {
        std::int64_t number = 0;
        for (auto const& issue : kPrinted) print(issue, ++number);
    }

private:
    static Instant at(Date day) { return std::chrono::sys_days{day} + std::chrono::hours{1}; }

    static std::string first_paragraph(std::string_view text) { return std::string(text.substr(0, text.find("\n\n"))); }

    NoticeId tell(Told const& told, Date from, std::optional<Date> until, bool draft)
    {
        auto const published = draft ? std::optional<Instant>{} : std::optional{at(from)};
        return NoticeId{tx_.insert(kNotice, told.kind, told.title, told.text, "", told.link, from, until, told.important,
                                   draft ? "draft" : "published", at(add_days(from, -1)), published, office_)};
    }

    /// By those who have an account: the players of the demo, but for the one who is to find something new.
    void read(NoticeId id, Date from, double share)
    {
        std::vector<Reading> lines;
        for (auto const& reader : tx_.all<Reader>(kReaders))
            if (dice_.percent(share))
                lines.push_back({id, reader.account_id, reader.staff_id, std::min(now_, at(add_days(from, 1)))});
        auto const& names = db::member_names<Reading>();
        tx_.insert_many<Reading>("notice_reading", {names.begin(), names.end()}, lines);
    }

    std::string course_name(std::string const& code) const
    {
        auto const found =
            std::find_if(plan_.courses.begin(), plan_.courses.end(), [&](auto const& it) { return it.code == code; });
        return found == plan_.courses.end() ? code : found->name;
    }

    static std::string hours_of(improvement::CaseCard const& card)
    {
        return card.hours < 1 ? "" : "年間 " + std::to_string(static_cast<int>(card.hours)) + "時間";
    }

    std::vector<NewsItem> items_of(Printed const& issue, std::int64_t number, Date from, Date until)
    {
        std::vector<NewsItem> items;
        for (auto const& card : improvement::confirmed(tx_, at(from), at(add_days(until, 1)))) {
            if (items.size() == kStoriesAnIssue) break;
            items.push_back({NewsKind::improvement_case, card.id.value, card.title, card.summary, card.url, hours_of(card)});
        }
        for (auto story = static_cast<std::size_t>(number - 1) * kStoriesAnIssue; items.size() < kStoriesAnIssue; ++story) {
            auto const& it = kStories[story];
            items.push_back(
                {NewsKind::improvement_case, {}, std::string(it.title), std::string(it.lead), "", std::string(it.figure)});
        }
        if (issue.months_ago == 0)
            for (auto const& run : tx_.all<OpenRun>(kOpenRuns, days_.today))
                items.push_back({NewsKind::training, run.id, course_name(run.course_code),
                                 "申込みは" + text::era_text_with_weekday(run.apply_until) + "まで。",
                                 "/training/runs/" + std::to_string(run.id), ""});
        for (auto& answer : community::newly_answered(tx_, at(from), at(until), 3))
            items.push_back({NewsKind::answer, answer.id.value, std::move(answer.title), std::move(answer.lead),
                             "/hiroba/topics/" + std::to_string(answer.id.value), ""});
        for (auto const& [day, trend] : trends_)
            if (from <= day && day <= until) items.push_back(trend);
        auto const trained = tx_.one<std::int64_t>(kTrained, from, until);
        if (trained > 0)
            items.push_back(
                {NewsKind::figure, {}, "この間に研修を修了した職員", "", "/training", std::to_string(trained) + "人"});
        return items;
    }

    void print(Printed const& issue, std::int64_t number)
    {
        auto const until = issue.months_ago == 0 ? add_days(days_.today, -3) : add_months(days_.today, -issue.months_ago);
        auto const from = add_days(add_months(until, -3), 1);
        auto const issued = add_days(until, 1);
        auto const& of = plan_.document.colophon;
        auto const publisher = of.publisher.empty() || of.publisher == plan_.municipality.name
                                   ? (plan_.document.owners.empty() ? of.publisher : plan_.document.owners.front())
                                   : of.publisher;
        notices::NewsColophon const colophon{plan_.municipality.name, publisher, of.address, of.tel, of.fax, of.email, of.url};
        auto const heading = "ニュースレター第" + std::to_string(number) + "号「" + std::string(issue.title) + "」";
        Items const kept{items_of(issue, number, from, until)};
        std::string contents;
        for (auto const& item : kept.items) contents += "- " + item.title + "\n";
        auto const title = heading + "を発行しました";
        auto const notice = tell({NoticeKind::newsletter, 0, 0, false, title, contents, ""}, issued, add_days(issued, 90), false);
        auto const id = tx_.insert(kIssue, number, issue.title, issue.opening, issue.closing, from, until, json::write(kept),
                                   json::write(colophon), "published", issued, notice, at(issued));
        notices::keep_sources(tx_, notices::NewsletterId{id}, kept.items);
        auto const url = "/newsletters/" + std::to_string(id);
        tx_.run(kLinked, notice, url);
        auto text = markdown::plain(issue.opening);
        for (auto const& item : kept.items) text += "\n" + item.title + "\n" + markdown::plain(item.lead);
        fulltext::put(tx_, {fulltext::Kind::newsletter, id, heading, text, url, at(issued)});
        read(notice, issued, issue.months_ago == 0 ? 30 : 90);
    }

    db::Tx& tx_;
    plan::Plan const& plan_;
    Days const& days_;
    Dice& dice_;
    Instant now_;
    AccountId office_;
    std::vector<std::pair<Date, NewsItem>> trends_;
};

}  // namespace

void tell_news(db::Tx& tx, plan::Plan const& plan, Days const& days, Dice& dice, Instant now)
{
    Telling telling(tx, plan, days, dice, now);
    telling.notices();
    telling.newsletters();
}

}  // namespace demo
