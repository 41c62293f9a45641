// What belongs to the courses beside the plan: what the office says of those that are over this year.
#include "features/demo/city.hpp"

#include <array>

namespace demo {
namespace {

db::Sql const kOffice{"SELECT id FROM account WHERE login = 'training'"};
db::Sql const kOver{R"(
    SELECT course_code FROM course_run WHERE fiscal_year = $1 AND status = 'closed' GROUP BY course_code ORDER BY course_code)"};
db::Sql const kReview{R"(
    INSERT INTO course_review (course_code, fiscal_year, judgement, change, revision, reviewed_at, reviewed_by)
    VALUES ($1, $2, $3, $4, 1, $5, $6))"};

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

}  // namespace

void look_back(db::Tx& tx, Days const& days, Instant now)
{
    auto const office = tx.maybe_one<AccountId>(kOffice);
    std::size_t next = 0;
    for (auto const& course : tx.all<std::string>(kOver, days.year)) {
        if (next == kSaid.size()) return;
        auto const& said = kSaid[next++];
        tx.run(kReview, course, days.year, said.judgement, said.change, now, office);
    }
}

}  // namespace demo
