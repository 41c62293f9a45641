// What belongs to the courses beside the plan: materials of some, what the office says of those that are over this year, and a
// learning service with licences for who has completed a course.
#include "features/demo/city.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace demo {
namespace {

db::Sql const kOffice{"SELECT id FROM account WHERE login = 'training'"};
db::Sql const kOver{R"(
    SELECT course_code FROM course_run WHERE fiscal_year = $1 AND status = 'closed' GROUP BY course_code ORDER BY course_code)"};
db::Sql const kReview{R"(
    INSERT INTO course_review (course_code, fiscal_year, judgement, change, revision, reviewed_at, reviewed_by)
    VALUES ($1, $2, $3, $4, 1, $5, $6))"};

db::Sql const kMaterial{R"(
    INSERT INTO course_material (course_code, title, url, file_name, media_type, size, content, added_at, added_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))"};

// What the demo's staff member has completed, else what most have.
db::Sql const kKnown{R"(
    SELECT c.course_code FROM completion c
     GROUP BY c.course_code ORDER BY max(CASE WHEN c.staff_id = (SELECT a.staff_id FROM account a WHERE a.login = 'staff')
                                         THEN 1 ELSE 0 END) DESC, count(*) DESC, c.course_code LIMIT 1)"};
db::Sql const kLicence{R"(
    INSERT INTO licence (name, course_code, url, seats, valid_from, last_day, eligibility, note, created_at, created_by)
    VALUES ('動画学習サービス（自主学習）', '', 'https://learn.example.jp/', $1, $2, $3, $4,
            '勤務時間外の学習にも使えます。月に一度も使わないときは、ほかの職員に回します。', $5, $6) RETURNING id)"};
db::Sql const kOthers{R"(
    SELECT DISTINCT c.staff_id FROM completion c JOIN staff s ON s.id = c.staff_id AND s.merged_into IS NULL
     WHERE c.course_code = $1 AND c.staff_id NOT IN (SELECT a.staff_id FROM account a WHERE a.staff_id IS NOT NULL)
     ORDER BY c.staff_id LIMIT 7)"};
db::Sql const kRequest{R"(
    INSERT INTO licence_request (licence_id, staff_id, status, queue, reason, asked_at, decided_at, decided_by)
    VALUES ($1, $2, $3, $4, '担当業務で使うデータ分析を学びたい。', $5, $6, $7))"};

constexpr int kLicences = 8, kGiven = 5;
constexpr std::size_t kWithMaterials = 3;
constexpr std::string_view kHomework =
    "事前課題\n\n1. 担当業務の手順を一つ選び、流れを書き出してください。\n"
    "2. 時間のかかっている手順に印を付けてください。\n3. 当日、書き出したものを持ってきてください。\n";

struct Said {
    char const* judgement;
    char const* change;
};
constexpr std::array kSaid{
    Said{"keep", ""},
    Said{"change", "集合研修を半日の動画に改め、事後課題を付ける。"},
    Said{"keep", "窓口職場から増回の希望あり。"},
    Said{"stop", "内容が基礎研修と重なるため。"},
};

void add_materials(db::Tx& tx, plan::Plan const& plan, std::optional<AccountId> office, Instant now)
{
    auto const bytes = std::as_bytes(std::span{kHomework});
    for (std::size_t i = 0; i < std::min(kWithMaterials, plan.courses.size()); ++i) {
        auto const& course = plan.courses[i];
        tx.run(kMaterial, course.code, "当日の資料（庁内サイト）", "https://kenshu.example.jp/" + course.code, "", "", 0,
               std::optional<db::Blob>{}, now, office);
        tx.run(kMaterial, course.code, "事前課題", "", "事前課題.txt", "text/plain", static_cast<std::int64_t>(bytes.size()),
               db::Blob(bytes.begin(), bytes.end()), now, office);
    }
}

void look_back(db::Tx& tx, std::optional<AccountId> office, Days const& days, Instant now)
{
    std::size_t next = 0;
    for (auto const& course : tx.all<std::string>(kOver, days.year)) {
        if (next == kSaid.size()) return;
        auto const& said = kSaid[next++];
        tx.run(kReview, course, days.year, said.judgement, said.change, now, office);
    }
}

void add_licence(db::Tx& tx, std::optional<AccountId> office, Days const& days, Instant now)
{
    auto const course = tx.maybe_one<std::string>(kKnown);
    if (!course) return;
    LicenceId const licence{tx.insert(kLicence, kLicences, days.april(days.year), last_day_of_fiscal_year(days.year),
                                      "研修修了 = " + *course, now, office)};
    int queue = 0;
    for (auto const staff : tx.all<StaffId>(kOthers, *course)) {
        auto const given = ++queue <= kGiven;
        tx.run(kRequest, licence, staff, given ? "given" : "waiting", queue, now, given ? std::optional{now} : std::nullopt,
               given ? office : std::nullopt);
    }
}

}  // namespace

void fill_catalogue(db::Tx& tx, plan::Plan const& plan, Days const& days, Instant now)
{
    auto const office = tx.maybe_one<AccountId>(kOffice);
    add_materials(tx, plan, office, now);
    look_back(tx, office, days, now);
    add_licence(tx, office, days, now);
}

}  // namespace demo
