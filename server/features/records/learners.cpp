#include "features/records/learners.hpp"

#include "features/access/sight.hpp"
#include "platform/text/fold.hpp"
#include "platform/text/utf8.hpp"

#include <algorithm>

namespace records {
namespace {

db::Sql const kPeople{
    "SELECT id, staff_no, name, former_name, legal_name, email, left_on FROM staff WHERE merged_into IS NULL ORDER BY id"};

struct Number {
    std::string staff_no;
    StaffId staff_id;
    std::optional<StaffId> merged_into;
    bool earlier = false;
};
BOOST_DESCRIBE_STRUCT(Number, (), (staff_no, staff_id, merged_into, earlier))
// The present number wins over an earlier one of somebody else's.
db::Sql const kNumbers{R"(
    SELECT s.staff_no, s.id AS staff_id, s.merged_into, 0 AS earlier FROM staff s
     UNION ALL SELECT n.staff_no, s.id AS staff_id, s.merged_into, 1 AS earlier
      FROM staff_number n JOIN staff s ON s.id = n.staff_id ORDER BY 4, 1)"};

db::Sql const kReached{SQL_SIGHT "SELECT s.id FROM staff s WHERE $1 = $1 AND" SQL_WITHIN("s.id")};

std::string bare(std::string const& number)
{
    auto const first = number.find_first_not_of('0');
    return first == number.npos ? number : number.substr(first);
}

std::string mail_key(std::string_view mail) { return text::fold(text::trim(mail)); }

bool employed(Learner const& learner, std::optional<Date> on) { return !on || !learner.left_on || *on < *learner.left_on; }

}  // namespace

Learners::Learners(db::Tx& tx, Actor const& actor, Clock const& clock) : people_(tx.all<Learner>(kPeople))
{
    read_numbers(tx);
    for (std::size_t i = 0; i < people_.size(); ++i) {
        auto const& person = people_[i];
        if (!person.email.empty()) mails_[mail_key(person.email)].push_back(i);
        names_[text::fold(person.name)].push_back(i);
        if (!person.legal_name.empty() && person.legal_name != person.name) names_[text::fold(person.legal_name)].push_back(i);
    }
    auto const today = clock.today();
    auto const sight = accounts::sight(actor, Permission::record_evidence, today, today);
    city_ = sight.city();
    if (city_) return;
    for (auto const id : tx.all<StaffId>(kReached, sight.account, sight.roles, sight.today, sight.on)) reached_.insert(id.value);
}

void Learners::read_numbers(db::Tx& tx)
{
    std::unordered_map<std::int64_t, std::size_t> index;
    for (std::size_t i = 0; i < people_.size(); ++i) index.emplace(people_[i].id.value, i);
    tx.each<Number>(kNumbers, [&](Number&& row) {
        auto const owner = index.find(row.merged_into.value_or(row.staff_id).value);
        if (owner == index.end()) return;
        if (!numbers_.emplace(row.staff_no, owner->second).second) return;
        bare_numbers_[bare(row.staff_no)].push_back(owner->second);
    });
}

bool Learners::reaches(std::size_t index) const { return city_ || reached_.contains(people_[index].id.value); }

bool Learners::is_called(Learner const& learner, std::string const& given) const
{
    auto const folded = text::fold(given);
    return folded == text::fold(learner.name) || folded == text::fold(learner.legal_name) ||
           (!learner.former_name.empty() && folded.starts_with(text::fold(learner.former_name)));
}

Recognised Learners::find(NamedAs const& as, std::optional<Date> on) const
{
    if (!as.staff_no.empty()) return by_number(as);
    if (!as.email.empty()) return by_mail(as);
    if (!as.name.empty()) return by_name(as, on);
    return {nullptr, Doubt::unnamed, {}};
}

Recognised Learners::by_number(NamedAs const& as) const
{
    auto const found = numbers_.find(as.staff_no);
    if (found == numbers_.end()) {
        auto const without = bare_numbers_.find(bare(as.staff_no));
        if (without == bare_numbers_.end() || as.name.empty()) return {nullptr, Doubt::no_such_number, {}};
        return named(without->second, as.name, Doubt::no_such_number);
    }
    if (!reaches(found->second)) return {nullptr, Doubt::no_such_number, {}};
    auto const& learner = people_[found->second];
    if (!as.name.empty() && !is_called(learner, as.name)) return {nullptr, Doubt::other_name, learner.name};
    return {&learner, Doubt::none, {}};
}

Recognised Learners::by_mail(NamedAs const& as) const
{
    auto const found = mails_.find(mail_key(as.email));
    if (found == mails_.end()) return {nullptr, Doubt::no_such_mail, {}};
    return named(found->second, found->second.size() == 1 ? "" : as.name, Doubt::no_such_mail);
}

Recognised Learners::by_name(NamedAs const& as, std::optional<Date> on) const
{
    auto const found = names_.find(text::fold(as.name));
    if (found == names_.end()) return {nullptr, Doubt::no_such_name, {}};
    Indices employed_then;
    for (auto const i : found->second)
        if (employed(people_[i], on)) employed_then.push_back(i);
    return named(employed_then, "", Doubt::no_such_name);
}

/// The one of these who is called so, whatever the name when it is empty.
Recognised Learners::named(Indices const& among, std::string const& name, Doubt nobody) const
{
    Learner const* only = nullptr;
    for (auto const i : among) {
        if (!reaches(i) || (!name.empty() && !is_called(people_[i], name))) continue;
        if (only && only != &people_[i]) return {nullptr, Doubt::several, {}};
        only = &people_[i];
    }
    return {only, only ? Doubt::none : nobody, {}};
}

}  // namespace records
