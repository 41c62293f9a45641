// Two years of the security self-check: last year's with what was done about it, this year's open, with most sections through.
// The demo's head has not answered yet and has one remedy overdue.
#include "features/selfcheck/selfcheck.hpp"

#include "features/demo/city.hpp"
#include "platform/core/working_days.hpp"
#include "platform/json/json.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace demo {
namespace {

using selfcheck::Choice;

db::Sql const kCheck{R"(
    INSERT INTO selfcheck (fiscal_year, status, opens_on, closes_on, document, created_at, opened_at)
    VALUES ($1, 'open', $2, $3, $4, $5, $5) RETURNING id)"};
db::Sql const kRemedy{R"(
    INSERT INTO selfcheck_remedy (selfcheck_id, unit_id, item_code, what, who, due, status, result, created_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id)"};
db::Sql const kStep{"INSERT INTO selfcheck_remedy_step (remedy_id, kind, note, at, by_name) VALUES ($1, $2, $3, $4, $5)"};
db::Sql const kPlayers{"SELECT staff_id FROM account WHERE login IN ('head', 'leader') AND staff_id IS NOT NULL"};

struct SectionLine {
    SelfcheckId selfcheck_id;
    OrgUnitId unit_id;
    std::string name;
    int sort = 0;
    std::optional<Instant> submitted_at;
};
BOOST_DESCRIBE_STRUCT(SectionLine, (), (selfcheck_id, unit_id, name, sort, submitted_at))
struct AnswerLine {
    SelfcheckId selfcheck_id;
    OrgUnitId unit_id;
    std::string item_code;
    Choice answer = Choice::yes;
    std::string remark;
    Instant answered_at;
};
BOOST_DESCRIBE_STRUCT(AnswerLine, (), (selfcheck_id, unit_id, item_code, answer, remark, answered_at))

/// How often an item is not met, in hundredths, and what a section then does about it.
struct Weak {
    std::string_view item;
    int share;
    std::string_view remark, what, result;
};
constexpr std::array kWeak{
    Weak{"R1", 6, "担当者の異動後、掲示を替えていない。", "責任者と担当者の一覧を作り直し、課内に掲示する",
         "一覧を掲示し、共有フォルダーにも置いた。"},
    Weak{"R2", 24, "会計年度任用職員の受講が残っている。", "未受講の職員の受講日を決め、業務時間内に受けてもらう",
         "対象の職員全員が受講を終えた。"},
    Weak{"R3", 34, "手順書が数年前のままになっている。", "取扱いの手順を今の業務に合わせて見直し、日付を入れる",
         "見直しを終え、課内会議で説明した。"},
    Weak{"I1", 22, "電子データの一覧がそろっていない。", "情報資産の台帳に電子データを加え、年度内に確認する",
         "台帳を更新し、課長が確認した。"},
    Weak{"I2", 38, "前年度の異動者の権限が残っていた。", "共有フォルダーの権限一覧を出し、不要な権限を外す",
         "権限を棚卸しし、不要なものを外した。"},
    Weak{"I3", 16, "訪問先への持出しで記録がないことがあった。", "持出簿の様式を一枚にまとめ、朝礼で周知する",
         "新しい持出簿に切り替えた。"},
    Weak{"I4", 18, "月ごとの確認が途切れている。", "毎月1日に数と中身を確かめる当番を決める",
         "当番表を作り、3か月続けて確認した。"},
    Weak{"I5", 8, "媒体の消去の記録がない。", "廃棄のときは消去証明を受け取り、つづる", "廃棄の記録の様式を決めて運用している。"},
    Weak{"P1", 26, "窓口が混むと画面がそのままになる。", "5分で自動的にロックする設定にし、声をかけ合う",
         "全端末の設定を確認した。"},
    Weak{"P2", 14, "窓口側の席の画面が見える。", "席の向きを変え、窓口側の2台に覗き見防止フィルターを付ける",
         "フィルターを付け、席の配置を変えた。"},
    Weak{"P3", 15, "夕方に印刷物が残っていることがある。", "終業時に複合機を確かめる当番を決める",
         "当番を決め、残った紙はなくなった。"},
    Weak{"P4", 12, "モニターの台数が台帳と合わない。", "現物と突き合わせ、台帳を直す", "突き合わせを終え、台帳を直した。"},
    Weak{"A1", 10, "共用アカウントの利用者が記録されていない。", "共用アカウントの利用簿を置く",
         "利用簿を置き、個人のアカウントへ移した。"},
    Weak{"A2", 20, "業務システムの権限の停止が月末になっている。", "異動の内示の日に停止の申請を出す手順にする",
         "手順を改め、4月の異動で守れた。"},
    Weak{"A3", 7, "許可を取っていない便利なソフトが入っていた。", "入っているソフトを確認し、必要なものは申請する",
         "不要なものを消し、1件を申請した。"},
    Weak{"A4", 28, "使ってよいサービスが課内で分かれていた。", "使ってよいサービスと入力してはいけない情報を一枚にまとめる",
         "一枚にまとめて配り、課内で話し合った。"},
    Weak{"C1", 13, "古い契約に再委託の定めがない。", "次の契約更新で、再委託と事故の連絡の定めを加える",
         "更新した契約に定めを加えた。"},
    Weak{"C2", 32, "委託先の確認が書面だけになっている。", "年度内に一度、委託先を訪ねて確かめる",
         "訪問して確認し、記録を残した。"},
    Weak{"D1", 11, "夜間の連絡先が分からない職員がいた。", "連絡先を名刺大のカードにして配る", "カードを全員に配った。"},
    Weak{"D2", 36, "紙の様式が古い。", "システムが止まったときの紙の様式を作り、年に一度試す", "様式を作り、30分の訓練をした。"},
};
constexpr std::string_view kWho[] = {"庶務担当", "課長補佐", "デジタル推進員", "文書管理担当", "各係長"};
constexpr double kThroughThisYear = 78;
constexpr int kTimes = 100;

class Years {
public:
    Years(db::Tx& tx, std::vector<selfcheck::AskedSection> sections, std::set<OrgUnitId> players, Days const& days, Dice& dice,
          Instant now)
        : tx_(tx), sections_(std::move(sections)), players_(std::move(players)), days_(days), dice_(dice), now_(now)
    {
        for (std::size_t i = 0; i < sections_.size(); ++i) care_.push_back(60 + dice_.below(80));
    }

    void ask()
    {
        auto const october = add_months(days_.april(days_.year - 1), 6);
        answered(open(days_.year - 1, october, add_days(october, 31)), false);
        answered(open(days_.year, add_days(days_.today, -12), add_working_days(add_days(days_.today, 18), 0)), true);
    }

private:
    struct Opened {
        SelfcheckId id;
        Date from, until;
    };

    Opened open(int year, Date from, Date until)
    {
        return {SelfcheckId{tx_.insert(kCheck, year, from, until, json::write(selfcheck::shipped()), at(from))}, from, until};
    }

    void answered(Opened const& check, bool present)
    {
        std::vector<SectionLine> lines;
        std::vector<AnswerLine> answers;
        for (std::size_t i = 0; i < sections_.size(); ++i) {
            auto const& section = sections_[i];
            auto const player = players_.contains(section.unit);
            auto const through = !present || (!player && dice_.percent(kThroughThisYear));
            auto const last = std::max(days_between(check.from, std::min(check.until, days_.today)) - 1, 1);
            auto const day = at(add_days(check.from, dice_.between(1, last)));
            lines.push_back(
                {check.id, section.unit, section.name, static_cast<int>(i), through ? std::optional{day} : std::nullopt});
            if (through) answer(check, i, day, present, answers);
        }
        auto const& names = db::member_names<SectionLine>();
        tx_.insert_many<SectionLine>("selfcheck_section", {names.begin(), names.end()}, lines);
        auto const& columns = db::member_names<AnswerLine>();
        tx_.insert_many<AnswerLine>("selfcheck_answer", {columns.begin(), columns.end()}, answers);
    }

    void answer(Opened const& check, std::size_t section, Instant day, bool present, std::vector<AnswerLine>& answers)
    {
        auto const player = players_.contains(sections_[section].unit);
        for (auto const& weak : kWeak) {
            auto choice = Choice::yes;
            auto const share = weak.share * care_[section] / kTimes * (present ? 55 : 100) / kTimes;
            if (dice_.percent(share))
                choice = dice_.percent(30) ? Choice::no : Choice::partly;
            else if ((weak.item == "C1" || weak.item == "C2") && dice_.percent(18))
                choice = Choice::not_applicable;
            if (player && weak.item == "D2") choice = Choice::partly;
            auto const short_of = choice == Choice::no || choice == Choice::partly;
            answers.push_back({check.id, sections_[section].unit, std::string(weak.item), choice,
                               short_of && dice_.percent(70) ? std::string(weak.remark) : "", day});
            if (short_of) remedy(check, sections_[section].unit, weak, day, present, player && weak.item == "D2");
        }
    }

    void remedy(Opened const& check, OrgUnitId unit, Weak const& weak, Instant day, bool present, bool still_open)
    {
        auto const months = present ? 2 : 4;
        auto const due =
            still_open ? add_working_days(add_days(days_.today, -20), 0) : add_working_days(add_months(check.until, months), 0);
        auto const done = !still_open && dice_.percent(present ? 12 : 93);
        auto const id =
            tx_.insert(kRemedy, check.id, unit, weak.item, weak.what, dice_.one_of(std::span<std::string_view const>(kWho)), due,
                       done ? "done" : "open", done ? std::string(weak.result) : std::string{}, day);
        tx_.run(kStep, id, "planned", "", day, "");
        if (done) tx_.run(kStep, id, "done", weak.result, std::min(now_, at(add_days(check.until, present ? 0 : 60))), "");
    }

    static Instant at(Date day) { return std::chrono::sys_days{day} + std::chrono::hours{5}; }

    db::Tx& tx_;
    std::vector<selfcheck::AskedSection> sections_;
    std::set<OrgUnitId> players_;
    Days const& days_;
    Dice& dice_;
    Instant now_;
    std::vector<int> care_;  ///< of each section: over 100 something is missing more often
};

}  // namespace

void hold_selfchecks(db::Tx& tx, skills::GapIndex const& index, std::vector<Desk> const& desks,
                     std::vector<Someone> const& everybody, Days const& days, Dice& dice, Instant now)
{
    std::set<OrgUnitId> players;
    for (auto const staff : tx.all<StaffId>(kPlayers))
        for (auto const& someone : everybody) {
            if (someone.id != staff) continue;
            auto const& desk = desks[static_cast<std::size_t>(someone.desk)];
            players.insert(desk.tier == Tier::team && desk.parent >= 0 ? desks[static_cast<std::size_t>(desk.parent)].id
                                                                       : desk.id);
        }
    Years(tx, selfcheck::sections_of_day(index), std::move(players), days, dice, now).ask();
}

}  // namespace demo
