// The consultation desk as it stands on a working day: subjects with owners, consultations over all stages, one owner who has
// moved away, workshops, and advisers from outside.
#include "features/access/accounts.hpp"
#include "features/demo/city.hpp"
#include "features/demo/desk_stories.hpp"
#include "features/people/teams.hpp"
#include "platform/core/working_days.hpp"

#include <algorithm>

namespace demo {
namespace {

using desk::ConsultationStage;

constexpr std::size_t kAdvisers = 5;
constexpr int kPauseDays = 3;  // calendar days between what is written

// What the demo's own people have asked.
struct Played {
    std::string_view title, login;
};
constexpr Played kPlayed[] = {{"会議録の要約に生成AIを使えるか", "staff"},
                              {"案内文が長くて読まれない", "staff"},
                              {"文書の収受から配布まで二日かかる", "leader"}};
// What rests on somebody who has moved to another section.
constexpr std::string_view kLeftBehind[] = {"勤務実績の集計に毎月三日かかる", "イベントの来場者数を数えていない",
                                            "予算要求書の突合を目で見ている"};
constexpr std::string_view kWithOutsider = "避難所の開設状況を電話で集めている";

db::Sql const kStaffOfLogin{"SELECT staff_id FROM account WHERE login = $1 AND staff_id IS NOT NULL"};
db::Sql const kAccountOf{"SELECT id FROM account WHERE staff_id = $1"};
db::Sql const kNumberOf{"SELECT staff_no FROM staff WHERE id = $1"};
db::Sql const kSubject{R"(
    INSERT INTO consultation_subject (name, name_en, about, answer_days, step_days, sort, closed, created_at)
    VALUES ($1, $2, $3, $4, $5, $6, 0, $7) RETURNING id)"};
db::Sql const kNamed{"INSERT INTO subject_adviser (subject_id, staff_id, deputy, place, unit_id) VALUES ($1, $2, $3, $4, $5)"};
db::Sql const kAsked{R"(
    INSERT INTO consultation (fiscal_year, number, staff_id, unit_id, subject_id, owner_id, owner_unit_id, title, trouble, wanted,
                              wished_on, shared, status, stage, asked_at, answered_at, promised_on, due_on, finished_at, outcome,
                              outcome_text, effect, saved_hours, consent, last_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25)
    RETURNING id)"};
db::Sql const kStep{R"(
    INSERT INTO consultation_step (consultation_id, seq, at, account_id, kind, stage, to_staff_id, note)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8))"};
db::Sql const kMessage{R"(
    INSERT INTO consultation_message (consultation_id, at, account_id, side, is_private, text) VALUES ($1, $2, $3, $4, $5, $6))"};
db::Sql const kVisit{R"(
    INSERT INTO consultation_visit (consultation_id, visited_on, minutes, place, text, account_id)
    VALUES ($1, $2, $3, $4, $5, $6) RETURNING id)"};
db::Sql const kVisitor{"INSERT INTO consultation_visitor (visit_id, staff_id) VALUES ($1, $2)"};
db::Sql const kSlot{R"(
    INSERT INTO desk_slot (kind, title, about, starts_at, ends_at, place, online_address, subject_id, holder_id, guest, seats,
                           created_at)
    VALUES ($1, $2, $3, $4, $5, $6, '', $7, $8, $9, $10, $11) RETURNING id)"};
db::Sql const kBooking{R"(
    INSERT INTO slot_booking (slot_id, staff_id, status, queue, note, booked_at) VALUES ($1, $2, $3, $4, '', $5))"};
db::Sql const kScheme{R"(
    INSERT INTO adviser_scheme (name, name_en, provider, about, payer, max_days, max_hours, report_days, url, closed, created_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '', 0, $9) RETURNING id)"};
db::Sql const kEngagement{R"(
    INSERT INTO adviser_engagement (scheme_id, fiscal_year, adviser, affiliation, expertise, purpose, consultation_id,
                                    planned_days, planned_minutes, ended, reported_on, report, learned, created_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) RETURNING id)"};
db::Sql const kAdviserVisit{R"(
    INSERT INTO adviser_visit (engagement_id, visited_on, minutes, place, text) VALUES ($1, $2, $3, $4, $5))"};

char const* name_of(Turn turn)
{
    switch (turn) {
        case Turn::open: return "open";
        case Turn::waits: return "waiting_for_asker";
        case Turn::finished: return "finished";
        case Turn::withdrawn: break;
    }
    return "withdrawn";
}

/// What the desk says as it moves on, by the stage it moves to.
char const* note_of(ConsultationStage stage)
{
    switch (stage) {
        case ConsultationStage::reception: break;
        case ConsultationStage::analysis: return "担当課と一緒に流れを書き出します。";
        case ConsultationStage::budget: return "費用と効果を整理し、要求の準備に入ります。";
        case ConsultationStage::design: return "直す手順と画面の案を作ります。";
        case ConsultationStage::build: return "案に合意しました。作り始めます。";
        case ConsultationStage::effect: return "使い始めました。前と後を同じ方法で測ります。";
    }
    return "";
}

/// What happens to one consultation, told in order.
class Consulting {
public:
    Consulting(db::Tx& tx, std::vector<Desk> const& desks, std::vector<Someone> const& everybody, Days const& days, Instant now)
        : tx_(tx), desks_(desks), everybody_(everybody), days_(days), now_(now)
    {
    }

    /// Says whether there is anybody to answer.
    bool appoint_advisers()
    {
        for (auto const* const login : {"adviser", "office"})
            if (auto const staff = tx_.maybe_one<StaffId>(kStaffOfLogin, login)) advisers_.push_back(*staff);
        if (advisers_.empty()) return false;
        digital_ = people::section_of(tx_, advisers_.front(), days_.today);
        for (auto const& someone : everybody_) {
            if (!is_here(someone) || is_adviser(someone.id)) continue;
            auto const digital = desk_of(someone).digital;
            if (digital && advisers_.size() < kAdvisers) {
                account_of(someone, Role::adviser);
                advisers_.push_back(someone.id);
            } else if (!digital && !moved_ && suits(someone)) {
                account_of(someone);
                moved_ = someone.id;
            }
        }
        return true;
    }

    void open_subjects()
    {
        for (auto const& story : subject_stories()) {
            auto const place = subjects_.size();
            desk::SubjectId const id{tx_.insert(kSubject, story.name, story.name_en, story.about, story.answer_days,
                                                story.step_days, static_cast<int>(place), now_)};
            tx_.run(kNamed, id, adviser(place), false, 1, digital_);
            if (adviser(place + 1) != adviser(place)) tx_.run(kNamed, id, adviser(place + 1), true, 2, digital_);
            subjects_.push_back(id);
        }
    }

    void consult(DeskStory const& story)
    {
        auto const* const asker = asker_of(story);
        if (!asker) return;
        owner_ = moved_ && is_among(kLeftBehind, story.title) ? *moved_ : adviser(static_cast<std::size_t>(story.subject));
        day_ = working(days_.today, -story.days_ago);
        auto const asked = day_;
        id_ = desk::ConsultationId{insert(story, *asker, asked)};
        seq_ = 0;
        auto const by_asker = account_of(*asker);
        step(by_asker, "asked");
        step({}, "routed", {}, owner_);
        tell(story, by_asker);
        move(story);
        end(story, by_asker);
        if (story.title == kWithOutsider) with_outsider_ = id_;
    }

    void hold(SlotStory const& story)
    {
        auto const day = working(days_.today, story.days);
        auto const from = to_iso(day) + "T" + std::string(story.from), until = to_iso(day) + "T" + std::string(story.until);
        auto const subject = story.subject < 0 ? std::nullopt : std::optional{subjects_[static_cast<std::size_t>(story.subject)]};
        auto const slot =
            tx_.insert(kSlot, story.workshop ? "workshop" : "clinic", story.title, story.about, from, until, story.place, subject,
                       adviser(static_cast<std::size_t>(story.subject + 1)), story.guest, story.seats, now_);
        for (int queue = 1; queue <= story.bookings; ++queue) {
            auto const* const someone = next_person();
            if (!someone) return;
            tx_.run(kBooking, slot, someone->id, queue <= story.seats ? "booked" : "waiting", queue, now_);
        }
    }

    void call_in_outsiders()
    {
        std::vector<std::int64_t> schemes;
        for (auto const& it : scheme_stories())
            schemes.push_back(tx_.insert(kScheme, it.name, it.name_en, it.provider, it.about, it.payer, it.max_days, it.max_hours,
                                         it.report_days, now_));
        auto const year = first_day_of_fiscal_year(days_.year);
        auto const length = std::max(1, days_between(year, days_.today));
        auto const then = [&](int tenths) { return add_days(year, length * tenths / 10); };
        auto const done =
            engage(schemes[0], "外部アドバイザー A", "大学 准教授", "業務改革", "窓口の業務分析の進め方への助言", {}, 2, true,
                   std::optional{then(6)},
                   "先に流れを一枚に書き出すと、要らない手順は現場の人が見つける。時間は「待ち」と「作業」に分けて計る。");
        visit(done, then(3), "市民課と保険課の流れを見て助言を受けた。");
        visit(done, then(4), "見直し案の点検。");
        auto const due = engage(schemes[1], "外部アドバイザー B", "公認会計士", "費用と効果",
                                "システムの更新費用の比べ方への助言", {}, 1, true, {}, "");
        visit(due, then(9), "五年間の費用の積み上げ方について助言を受けた。");
        engage(schemes[2], "外部アドバイザー C", "民間企業", "防災とデータ", "避難所の情報の集め方の設計", with_outsider_, 4,
               false, {}, "");
    }

private:
    Desk const& desk_of(Someone const& someone) const { return desks_[static_cast<std::size_t>(someone.desk)]; }
    static bool is_here(Someone const& someone) { return someone.person.leaves.empty() && !someone.person.left_on; }
    bool suits(Someone const& someone) const
    {
        auto const tier = desk_of(someone).tier;
        return is_here(someone) && someone.regular && !someone.is_head && (tier == Tier::section || tier == Tier::team);
    }
    template <std::size_t n>
    static bool is_among(std::string_view const (&titles)[n], std::string_view title)
    {
        return std::find(std::begin(titles), std::end(titles), title) != std::end(titles);
    }
    bool is_adviser(StaffId staff) const { return std::find(advisers_.begin(), advisers_.end(), staff) != advisers_.end(); }
    StaffId adviser(std::size_t place) const { return advisers_[place % advisers_.size()]; }
    /// Never beyond `from` when it lies behind it.
    static Date working(Date from, int days)
    {
        auto day = add_days(from, days);
        if (days > 0) return add_working_days(day, 0);
        while (!is_working_day(day)) day = add_days(day, -1);
        return day;
    }
    /// Later in the day each time, so that the order of what happened can be read.
    Instant at(Date day) const
    {
        auto const morning = Instant{std::chrono::sys_days{day}} + std::chrono::minutes{30};  // 9:30 in Japan
        return std::min(now_, morning + std::chrono::minutes{7 * seq_});
    }
    /// Some days on, never beyond today.
    void go_on(int days) { day_ = std::min(days_.today, working(day_, days)); }

    AccountId account_of(Someone const& someone, Role role = Role::staff)
    {
        if (auto const known = tx_.maybe_one<AccountId>(kAccountOf, someone.id)) return *known;
        accounts::NewAccount const account{someone.person.staff_no, someone.person.name, someone.id, {}, {{role, {}}}};
        return accounts::create_account(tx_, system_actor("demo"), account, {}, false, now_);
    }

    bool stands_in(Someone const& someone, std::string_view section) const
    {
        auto const& desk = desk_of(someone);
        return desk.name == section || (desk.parent >= 0 && desks_[static_cast<std::size_t>(desk.parent)].name == section);
    }

    Someone const* person_of(std::string_view login) const
    {
        auto const staff = tx_.maybe_one<StaffId>(kStaffOfLogin, login);
        for (auto const& someone : everybody_)
            if (staff && someone.id == *staff) return &someone;
        return nullptr;
    }

    /// Who has not asked yet, of the section or of any.
    Someone const* fresh(std::string_view section)
    {
        for (auto const& someone : everybody_) {
            if (!suits(someone) || is_adviser(someone.id) || (!section.empty() && !stands_in(someone, section))) continue;
            if (someone.id == moved_ || std::find(asked_.begin(), asked_.end(), someone.id) != asked_.end()) continue;
            asked_.push_back(someone.id);
            return &someone;
        }
        return nullptr;
    }
    Someone const* next_person() { return fresh({}); }

    Someone const* asker_of(DeskStory const& story)
    {
        for (auto const& [title, login] : kPlayed)
            if (story.title == title) return person_of(login);
        auto const* const someone = fresh(story.section);
        return someone ? someone : next_person();
    }

    std::int64_t insert(DeskStory const& story, Someone const& asker, Date asked)
    {
        auto const& subject = subject_stories()[static_cast<std::size_t>(story.subject)];
        if (auto const its_year = fiscal_year(asked); its_year != year_) year_ = its_year, number_ = 0;
        auto const finished = story.turn == Turn::finished;
        auto const over = finished || story.turn == Turn::withdrawn;
        auto const answered = over || !story.answer.empty() ? std::optional{at(working(asked, 1))} : std::nullopt;
        auto const promised = add_working_days(asked, subject.answer_days);
        auto const ends = add_working_days(add_days(asked, story.days_ago / 2), 0);
        auto const due = over ? std::nullopt : std::optional{answered ? next_due(story) : promised};
        return tx_.insert(
            kAsked, year_, ++number_, asker.id, people::section_of(tx_, asker.id, days_.today).value_or(digital_.value()),
            subjects_[static_cast<std::size_t>(story.subject)], owner_, digital_, story.title, story.trouble, story.wanted,
            std::optional<Date>{}, story.shared, name_of(story.turn), story.stage, at(asked), answered, promised, due,
            over ? std::optional{at(ends)} : std::nullopt, finished ? std::optional{outcome_of(story)} : std::nullopt,
            story.outcome, story.effect, finished && story.saved_hours > 0 ? std::optional{story.saved_hours} : std::nullopt,
            story.consents ? "yes" : "unasked",
            over       ? at(ends)
            : answered ? *answered
                       : at(asked));
    }

    /// Most of what goes on is in time; what has stood longest is overdue.
    Date next_due(DeskStory const& story) const
    {
        constexpr int kLongAgo = 115;
        return working(days_.today, story.days_ago > kLongAgo ? -4 : 3 + story.days_ago % 12);
    }

    static char const* outcome_of(DeskStory const& story)
    {
        if (story.stage == ConsultationStage::analysis) return "passed_on";
        return story.saved_hours > 0 ? "solved" : story.effect.empty() ? "not_pursued" : "improved";
    }

    void step(std::optional<AccountId> by, char const* kind, std::optional<ConsultationStage> stage = {},
              std::optional<StaffId> to = {}, std::string_view note = {})
    {
        auto const when = at(day_);
        tx_.run(kStep, id_, ++seq_, when, by, kind, stage, to, note);
    }

    AccountId owners_account() { return tx_.one<AccountId>(kAccountOf, owner_); }

    void write(AccountId by, bool desk, bool note, std::string_view text)
    {
        if (text.empty()) return;
        go_on(note ? 0 : kPauseDays);
        tx_.run(kMessage, id_, at(day_), by, desk ? "desk" : "asker", note, text);
    }

    void tell(DeskStory const& story, AccountId asker)
    {
        write(owners_account(), true, false, story.answer);
        write(owners_account(), true, true, story.note);
        write(asker, false, false, story.reply);
        if (story.minutes == 0) return;
        go_on(kPauseDays);
        auto const visit = tx_.insert(kVisit, id_, day_, story.minutes, "相談した課の執務室", story.visit, owners_account());
        tx_.run(kVisitor, visit, owner_);
    }

    void move(DeskStory const& story)
    {
        for (auto const stage : desk::kStages) {
            if (stage == ConsultationStage::reception || stage > story.stage) continue;
            go_on(std::max(1, story.days_ago / 10));
            step(owners_account(), "stage_moved", stage, {}, note_of(stage));
        }
    }

    void end(DeskStory const& story, AccountId asker)
    {
        go_on(1);
        if (story.turn == Turn::finished) step(owners_account(), "finished");
        if (story.turn == Turn::withdrawn) step(asker, "withdrawn", {}, {}, story.reply);
        if (story.turn == Turn::waits) step(owners_account(), "waits");
        if (story.consents) step(asker, "consented");
    }

    std::int64_t engage(std::int64_t scheme, std::string_view adviser, std::string_view affiliation, std::string_view expertise,
                        std::string_view purpose, std::optional<desk::ConsultationId> consultation, int days, bool ended,
                        std::optional<Date> reported, std::string_view learned)
    {
        return tx_.insert(kEngagement, scheme, days_.year, adviser, affiliation, expertise, purpose, consultation, days,
                          days * 180, ended, reported, reported ? "報告書を制度の事務局に提出済み。" : "", learned, now_);
    }
    void visit(std::int64_t engagement, Date day, std::string_view text)
    {
        tx_.run(kAdviserVisit, engagement, std::min(working(day, 0), days_.today), 180, "市役所", text);
    }

    db::Tx& tx_;
    std::vector<Desk> const& desks_;
    std::vector<Someone> const& everybody_;
    Days const& days_;
    Instant now_;
    std::vector<StaffId> advisers_, asked_;
    std::vector<desk::SubjectId> subjects_;
    std::optional<OrgUnitId> digital_;
    std::optional<StaffId> moved_;
    std::optional<desk::ConsultationId> with_outsider_;
    int number_ = 0, year_ = 0;
    // of the consultation that is being told
    desk::ConsultationId id_;
    StaffId owner_;
    Date day_{};
    int seq_ = 0;
};

}  // namespace

void open_desk(db::Tx& tx, std::vector<Desk> const& desks, std::vector<Someone> const& everybody, Days const& days, Instant now)
{
    Consulting consulting{tx, desks, everybody, days, now};
    if (!consulting.appoint_advisers()) return;
    consulting.open_subjects();
    for (auto const& story : desk_stories()) consulting.consult(story);
    for (auto const& story : slot_stories()) consulting.hold(story);
    consulting.call_in_outsiders();
}

}  // namespace demo
