// What people learned on the job and away, and what they reported of it: some of it waits for a head, some is read, one report is
// due.
#include "features/demo/city.hpp"
#include "features/skills/gap_index.hpp"

#include <algorithm>

namespace demo {
namespace {

struct Learned {
    std::string_view title, place;
};
constexpr Learned kOnTheJob[] = {{"集計マクロの引継ぎ", "所属の席で"},
                                 {"電子申請フォームの作り方", "所属の席で"},
                                 {"窓口のオンライン予約の設定", "窓口"},
                                 {"共有フォルダの整理と命名の決まり", "所属の席で"}};
constexpr Learned kDispatch{"自治体デジタル人材研修", "県自治研修センター"};

constexpr std::string_view kTexts[] = {"手続の流れを図にして、入力の重なりを見つける方法を学びました。",
                                       "表計算の関数と、集計の自動化を実習しました。担当の月次報告に使えます。",
                                       "事例の紹介があり、自分の業務に近いものを持ち帰りました。"};
constexpr std::string_view kChanges[] = {"月次の集計が半日から1時間になりました。",
                                         "申請の受付簿を共有の表に改め、転記をやめました。", ""};

constexpr int kShareInAThousand = 12, kReportDays = 14;

db::Sql const kStaffOf{"SELECT staff_id FROM account WHERE login = $1 AND staff_id IS NOT NULL"};
db::Sql const kRecord{R"(
    INSERT INTO work_training (staff_id, kind, title, place, from_on, until_on, note, status, decided_at, created_at)
    VALUES ($1, $2, $3, $4, $5, $6, '', $7, $8, $9) RETURNING id)"};
db::Sql const kSkill{"INSERT INTO work_training_skill (training_id, skill_code, evidence_id) VALUES ($1, $2, $3)"};
db::Sql const kEvidence{R"(
    INSERT INTO skill_evidence (staff_id, skill_code, kind, holds, dated_on, source, note, created_at)
    VALUES ($1, $2, 'ojt', 1, $3, $4, $5, $6) RETURNING id)"};

// The newest run of a size that people read through, with results.
db::Sql const kRun{R"(
    SELECT c.run_id FROM completion c WHERE c.run_id IS NOT NULL GROUP BY c.run_id HAVING count(*) BETWEEN 3 AND 60
     ORDER BY max(c.completed_on) DESC, c.run_id LIMIT 1)"};
db::Sql const kAsksForReports{"UPDATE course_run SET report_days = $2 WHERE id = $1"};
struct Participant {
    EnrolmentId id;
    StaffId staff_id;
};
BOOST_DESCRIBE_STRUCT(Participant, (), (id, staff_id))
db::Sql const kCompleted{"SELECT id, staff_id FROM enrolment WHERE run_id = $1 AND status = 'completed' ORDER BY id"};
db::Sql const kReport{R"(
    INSERT INTO training_report (staff_id, enrolment_id, text, change, link, submitted_at, read_at)
    VALUES ($1, $2, $3, $4, '', $5, $6))"};
db::Sql const kStep{R"(
    INSERT INTO enrolment_step (enrolment_id, seq, at, account_id, status, reason)
    SELECT $1, 1 + max(seq), $2, NULL, 'completed', '報告' FROM enrolment_step WHERE enrolment_id = $1)"};

class Work {
public:
    Work(db::Tx& tx, skills::GapIndex const& index, Days const& days, Dice& dice, Instant now)
        : tx_(tx), index_(index), days_(days), dice_(dice), now_(now)
    {
    }

    void keep(std::vector<Someone> const& everybody)
    {
        if (auto const staff = tx_.maybe_one<StaffId>(kStaffOf, "staff")) on_the_job(*staff, kOnTheJob[0], 12, false);
        if (auto const leader = tx_.maybe_one<StaffId>(kStaffOf, "leader")) dispatch(*leader);
        for (auto const& someone : everybody) {
            if (dice_.below(1000) >= kShareInAThousand) continue;
            on_the_job(someone.id, dice_.one_of(std::span<Learned const>(kOnTheJob)), 20 + dice_.below(60), dice_.percent(80));
        }
        report();
    }

private:
    /// A skill the person needs and does not hold; empty when there is none.
    std::string lacking(StaffId staff) const
    {
        auto const* standing = index_.standing(staff);
        if (!standing || !standing->active) return {};
        auto const missing = standing->needed & ~standing->held;
        for (std::size_t skill = 0; skill < index_.plan().skills.size(); ++skill)
            if (missing.test(skill)) return index_.plan().skills[skill].code;
        return {};
    }

    void on_the_job(StaffId staff, Learned const& what, int days_ago, bool confirmed)
    {
        auto const skill = lacking(staff);
        if (skill.empty()) return;
        auto const last = add_days(days_.today, -days_ago);
        auto const id = tx_.insert(kRecord, staff, "ojt", what.title, what.place, add_days(last, -14), last,
                                   confirmed ? "confirmed" : "recorded", confirmed ? std::optional{now_} : std::nullopt, now_);
        std::optional<EvidenceId> proof;
        if (confirmed) proof = EvidenceId{tx_.insert(kEvidence, staff, skill, last, what.title, what.place, now_)};
        tx_.run(kSkill, id, skill, proof);
    }

    void dispatch(StaffId staff)
    {
        auto const last = add_days(days_.today, -6);
        auto const id = tx_.insert(kRecord, staff, "dispatch", kDispatch.title, kDispatch.place, add_days(last, -2), last,
                                   "recorded", std::optional<Instant>{}, now_);
        if (auto const skill = lacking(staff); !skill.empty()) tx_.run(kSkill, id, skill, std::optional<EvidenceId>{});
    }

    void report()
    {
        auto const run = tx_.maybe_one<CourseRunId>(kRun);
        if (!run) return;
        tx_.run(kAsksForReports, *run, kReportDays);
        int number = 0;
        for (auto const& one : tx_.all<Participant>(kCompleted, *run)) {
            if (++number % 4 == 0) continue;  // still to come
            auto const read = number % 2 == 0 ? std::optional{now_} : std::nullopt;
            tx_.run(kReport, one.staff_id, one.id, dice_.one_of(std::span<std::string_view const>(kTexts)),
                    dice_.one_of(std::span<std::string_view const>(kChanges)), now_, read);
            tx_.run(kStep, one.id, now_);
        }
    }

    db::Tx& tx_;
    skills::GapIndex const& index_;
    Days const& days_;
    Dice& dice_;
    Instant now_;
};

}  // namespace

void keep_work(db::Tx& tx, skills::GapIndex const& index, std::vector<Someone> const& everybody, Days const& days, Dice& dice,
               Instant now)
{
    Work(tx, index, days, dice, now).keep(everybody);
}

}  // namespace demo
