#include "features/nominations/board.hpp"

#include "features/audit/audit.hpp"

#include <algorithm>

namespace nominations {
namespace {

using people::Place;

struct Who {
    std::string staff_no, name;
};
BOOST_DESCRIBE_STRUCT(Who, (), (staff_no, name))

db::Sql const kWho{"SELECT staff_no, name FROM staff WHERE id = $1"};
db::Sql const kUnit{"SELECT id FROM org_unit WHERE id = $1 AND valid_from <= $2 AND (valid_until IS NULL OR valid_until > $2)"};
db::Sql const kAsk{R"(
    INSERT INTO nomination_section (round_id, unit_id, asked, quota) VALUES ($1, $2, $3, $4)
    ON CONFLICT (round_id, unit_id) DO UPDATE SET asked = excluded.asked, quota = excluded.quota)"};
db::Sql const kNamed{R"(
    SELECT count(*) FROM nominee
     WHERE round_id = $1 AND unit_id = $2 AND status IN ('nominated', 'selected', 'reserve', 'not_selected', 'appointed'))"};
db::Sql const kRemind{R"(
    UPDATE nomination_section SET reminded_at = $3, reminded_times = reminded_times + 1
     WHERE round_id = $1 AND unit_id = $2 AND asked = 1 AND answer = '')"};

std::vector<SectionAnswer> sections_of(http::Call const& call, Ground const& ground, Judge const& judge, NominationRoundId round,
                                       std::vector<NomineeRow> const& nominees)
{
    NamedBySection const named{nominees};
    std::vector<std::pair<Place, SectionRow>> rows;
    for (auto& row : section_rows(call.tx, round))
        if (auto const place = ground.place_today(row.unit_id)) rows.emplace_back(*place, std::move(row));
    std::sort(rows.begin(), rows.end(), [](auto const& a, auto const& b) { return a.first < b.first; });
    std::vector<SectionAnswer> sections;
    for (auto const& [place, row] : rows) sections.push_back(answer_of(ground.index.roster(), judge, place, row, named));
    return sections;
}

std::vector<EndingLine> ending_of(http::Call const& call, people::Roster const& roster, Judge const& judge,
                                  std::vector<NomineeRow> const& nominees)
{
    std::vector<StaffId> renewed;
    for (auto const& nominee : nominees)
        if (nominee.status == NomineeStatus::selected) renewed.push_back(nominee.staff_id);
    std::vector<EndingLine> lines;
    for (auto const& ending : judge.ending(renewed)) {
        auto who = call.tx.one<Who>(kWho, ending.staff);
        auto const* person = roster.find(ending.staff);
        auto const place = person ? judge.sections().of(*person) : people::kNowhere;
        lines.push_back({ending.staff, std::move(who.staff_no), std::move(who.name),
                         place == people::kNowhere ? std::string{} : roster.tree.at(place).name, ending.moved,
                         std::find(renewed.begin(), renewed.end(), ending.staff) != renewed.end()});
    }
    return lines;
}

void must_be_undecided(RoundRow const& round)
{
    if (round.status == RoundStatus::draft || round.status == RoundStatus::open) return;
    throw Refused{Code::wrong_status};
}

}  // namespace

json::object AskSection::limits(std::string_view member)
{
    if (member == "quota") return {{"minimum", 0}, {"maximum", 99}};
    return {};
}

RoundBoard board(http::Call const& call, NominationRoundId id)
{
    auto const round = round_row(call.tx, id);
    auto const today = call.clock.today();
    return call.service<skills::Everybody>().ask(call.tx, today, today, [&](skills::GapIndex const& index) {
        auto const& roster = index.roster();
        Ground const ground{call, index};
        Judge const judge{call, ground, round};
        auto nominees = nominees_of(call.tx, id);
        RoundBoard board;
        board.round = round_of(index.plan(), round, today);
        board.title = title_of(index.plan(), round);
        board.sections = sections_of(call, ground, judge, id, nominees);
        if (round.status == RoundStatus::open) board.ending = ending_of(call, roster, judge, nominees);
        for (auto& nominee : nominees) board.nominees.push_back(shown(roster, judge, std::move(nominee)));
        return board;
    });
}

void ask_sections(http::Call const& call, NominationRoundId id, AskInput const& input)
{
    auto const round = round_row(call.tx, id);
    must_be_undecided(round);
    if (round.is_call()) throw Refused{Code::wrong_status};
    std::vector<Problem> problems;
    for (std::size_t i = 0; i < input.sections.size(); ++i) {
        auto const& section = input.sections[i];
        auto const pointer = "/sections/" + std::to_string(i);
        auto const named = call.tx.one<std::int64_t>(kNamed, id, section.unit);
        if (!call.tx.maybe_one<OrgUnitId>(kUnit, section.unit, call.clock.today())) {
            problems.push_back({pointer, "所属が見つかりません。", "There is no such section today."});
        } else if (named > 0 && (!section.asked || (section.quota > 0 && section.quota < named))) {
            problems.push_back({pointer, "すでに" + std::to_string(named) + "人の名前が挙がっています。",
                                "It has named " + std::to_string(named) + " already."});
        } else {
            call.tx.run(kAsk, id, section.unit, section.asked, section.quota);
        }
    }
    if (!problems.empty()) throw Refused{Code::invalid_input, {}, std::move(problems)};
    audit::record(call.tx, call.actor, call.clock.now(), "nominations.sections_asked", "nomination_round", id, input);
}

Reminded remind(http::Call const& call, NominationRoundId id, RemindInput const& input)
{
    auto const round = round_row(call.tx, id);
    if (round.status != RoundStatus::open) throw Refused{Code::wrong_status};
    auto units = input.units;
    if (units.empty()) {
        for (auto const& row : section_rows(call.tx, id)) units.push_back(row.unit_id);
    }
    Reminded reminded;
    for (auto const unit : units) reminded.sections += call.tx.run(kRemind, id, unit, call.clock.now());
    audit::record(call.tx, call.actor, call.clock.now(), "nominations.reminded", "nomination_round", id, input);
    return reminded;
}

}  // namespace nominations
