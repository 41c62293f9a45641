// How far notices are read: for the office each of them, for a head the own sections.
#include "features/audit/audit.hpp"
#include "features/nominations/sections.hpp"
#include "features/notices/reading.hpp"
#include "features/notices/rows.hpp"
#include "features/people/seeing.hpp"

#include <algorithm>
#include <map>
#include <unordered_set>

namespace notices {
namespace {

db::Sql const kKept{SQL_NOTICE "ORDER BY CASE WHEN n.status = 'draft' THEN 0 ELSE 1 END, n.from_on DESC, n.id DESC LIMIT 300"};
struct ReadCount {
    NoticeId notice_id;
    std::int64_t readers = 0;
};
BOOST_DESCRIBE_STRUCT(ReadCount, (), (notice_id, readers))
db::Sql const kReadCounts{R"(
    SELECT notice_id, count(DISTINCT staff_id) AS readers FROM notice_reading WHERE staff_id IS NOT NULL GROUP BY notice_id)"};
db::Sql const kReadBy{"SELECT DISTINCT staff_id FROM notice_reading WHERE notice_id = $1 AND staff_id IS NOT NULL"};

/// The rule on one day's roster; an empty one is everybody.
class Meant {
public:
    Meant(skills::GapIndex const& index, std::string const& rule)
    {
        if (!rule.empty()) audience_.emplace(index, rule);
    }
    bool operator()(std::size_t row) const { return !audience_ || (*audience_)(row); }

private:
    std::optional<audience::Audience> audience_;
};

std::int64_t people_meant(skills::GapIndex const& index, std::string const& rule)
{
    Meant const meant{index, rule};
    std::int64_t people = 0;
    for (std::size_t row = 0; row < index.roster().people.size(); ++row)
        people += meant(row) && !index.roster().people[row].on_leave;
    return people;
}

/// Counts one person after another into their section.
class Counting {
public:
    Counting(skills::GapIndex const& index, http::Call const& call, NoticeRow const& notice)
        : index_(index),
          sections_(index.roster()),
          seeing_(call.tx, call.actor, call.clock.today(), index.roster()),
          all_(publishes(call)),
          meant_(index, notice.audience)
    {
        if (!all_ && !seeing_.anybody()) throw Refused{Code::not_found};
        for (auto const staff : call.tx.all<StaffId>(kReadBy, notice.id)) read_.insert(staff.value);
    }

    void count(Readers& readers) const
    {
        std::map<people::Place, ReaderSection> by_place;
        each([&](people::Person const& person, people::Place section, bool read) {
            if (person.on_leave) {
                ++readers.on_leave;
                return;
            }
            auto& at = by_place[section];
            ++at.people;
            at.read += read;
        });
        for (auto& [place, section] : by_place) {
            if (place != people::kNowhere) {
                section.unit = index_.roster().tree.at(place).id;
                section.unit_name = index_.roster().tree.path(place);
            }
            readers.people += section.people;
            readers.read += section.read;
            readers.sections.push_back(std::move(section));
        }
    }

    void name(OrgUnitId unit, Readers& readers) const
    {
        auto const& roster = index_.roster();
        auto const wanted = roster.tree.find(unit);
        if (!wanted) throw Refused{Code::not_found};
        each([&](people::Person const& person, people::Place section, bool read) {
            if (section != *wanted || read || person.on_leave) return;
            readers.not_read.push_back({person.id, roster.words.text(person.name), roster.tree.path(person.place())});
        });
    }

private:
    template <class F>
    void each(F&& f) const
    {
        auto const& people = index_.roster().people;
        for (std::size_t row = 0; row < people.size(); ++row) {
            auto const section = sections_.of(people[row]);
            if (!meant_(row) || (!all_ && !(section != people::kNowhere && seeing_.sees(section)))) continue;
            f(people[row], section, read_.contains(people[row].id.value));
        }
    }

    skills::GapIndex const& index_;
    nominations::Sections sections_;
    people::Seeing seeing_;
    bool all_;
    Meant meant_;
    std::unordered_set<std::int64_t> read_;
};

}  // namespace

KeptNotices kept_notices(http::Call const& call)
{
    must_publish(call);
    KeptNotices kept;
    auto const rows = call.tx.all<NoticeRow>(kKept);
    for (auto const& row : rows) kept.notices.push_back({line_of(row, {}, 0), row.published_by});
    auto const today = call.clock.today();
    if (!call.service<plan::Library>().maybe_in_force(call.tx, today)) return kept;
    std::map<NoticeId, std::int64_t> read;
    for (auto const& count : call.tx.all<ReadCount>(kReadCounts)) read.emplace(count.notice_id, count.readers);
    call.service<skills::Everybody>().ask(call.tx, today, today, [&](skills::GapIndex const& index) {
        std::map<std::string, std::int64_t> people;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            auto& shown = kept.notices[i];
            auto const& rule = rows[i].audience;
            if (!rule.empty()) {
                auto const said = audience::sentence(index.plan(), rule);
                shown.audience_text = said.ja;
                shown.audience_text_en = said.en;
            }
            if (rows[i].status == NoticeStatus::draft) continue;
            auto [found, fresh] = people.try_emplace(rule);
            if (fresh) found->second = people_meant(index, rule);
            shown.people = found->second;
            shown.read = std::min(shown.people, read[rows[i].id]);
        }
        return true;
    });
    return kept;
}

audience::AudienceCount audience_count(http::Call const& call, AudienceQuery const& query)
{
    must_publish(call);
    auto const today = call.clock.today();
    // Empty is everybody here, not the plan's population.
    return audience::count(call.tx, call.service<skills::Everybody>(), query.rule.empty() ? "everyone" : query.rule, today,
                           today);
}

Readers readers(http::Call const& call, NoticeId id, ReadersQuery const& query)
{
    auto const row = notice_row(call.tx, id);
    auto const come = row.status == NoticeStatus::published && (publishes(call) || row.from_on <= call.clock.today());
    if (!come) throw Refused{Code::not_found};
    Readers readers{line_of(row, {}, 0)};
    auto const today = call.clock.today();
    call.service<skills::Everybody>().ask(call.tx, today, today, [&](skills::GapIndex const& index) {
        Counting const counting{index, call, row};
        counting.count(readers);
        // A head is told of what concerns the own people, and of nothing else.
        if (readers.sections.empty() && readers.on_leave == 0 && !publishes(call)) throw Refused{Code::not_found};
        if (query.unit && row.important) counting.name(*query.unit, readers);
        return true;
    });
    for (auto const& person : readers.not_read) audit::looked(call, person.staff);
    return readers;
}

}  // namespace notices
