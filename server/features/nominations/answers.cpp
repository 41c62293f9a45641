#include "features/nominations/answers.hpp"

#include "features/audit/audit.hpp"
#include "platform/text/utf8.hpp"

#include <algorithm>
#include <set>

namespace nominations {
namespace {

using people::kNowhere;
using people::Person;
using people::Place;

#define SQL_SECTION                                                                                                        \
    "SELECT s.unit_id, s.asked, s.quota, s.answer, s.reason, s.answered_at, COALESCE(a.display_name, '') AS answered_by, " \
    "s.proxy, s.revision, s.reminded_at, s.reminded_times "                                                                \
    "FROM nomination_section s LEFT JOIN account a ON a.id = s.answered_by "
db::Sql const kSections{SQL_SECTION "WHERE s.round_id = $1 ORDER BY s.unit_id"};
db::Sql const kSection{SQL_SECTION "WHERE s.round_id = $1 AND s.unit_id = $2"};
db::Sql const kAnswer{R"(
    UPDATE nomination_section SET answer = $4, reason = $5, answered_at = $6, answered_by = $7, proxy = $8, revision = revision + 1
     WHERE round_id = $1 AND unit_id = $2 AND revision = $3)"};
db::Sql const kNameOf{"SELECT name FROM staff WHERE id = $1"};

bool is_of(NomineeRow const& nominee, OrgUnitId unit) { return nominee.unit_id == unit; }

/// The section of the round as it stands in today's organisation.
struct Asked {
    SectionRow row;
    Place place = kNowhere;
    bool by_office = false;
};

Asked asked_section(http::Call const& call, Ground const& ground, RoundRow const& round, OrgUnitId unit)
{
    auto const row = call.tx.maybe_one<SectionRow>(kSection, round.id, unit);
    auto const place = ground.place_today(unit);
    Reach const reach{call, ground.index.roster()};
    if (!row || !place || !reach.section(*place)) throw Refused{Code::not_found};
    auto const by_office = reach.keeps(*place);
    if (!by_office && (round.status == RoundStatus::draft || !row->asked)) throw Refused{Code::not_found};
    return {*row, *place, by_office};
}

bool may_answer(RoundRow const& round, Asked const& asked, Date today)
{
    return asked.by_office ? round.status == RoundStatus::open : round.takes_answers(today);
}

/// As the section is told: until the decision the office's thoughts are its own, and another section's reasons always are.
void hide_from_section(std::vector<NomineeRow>& nominees, RoundRow const& round, OrgUnitId unit)
{
    for (auto& nominee : nominees) {
        nominee = as_told(std::move(nominee), round);
        if (nominee.unit_id != unit) nominee.reason.clear();
    }
}

SectionCandidate candidate_of(people::Roster const& roster, Judge const& judge, Person const& person, NomineeRow const* named)
{
    SectionCandidate row;
    row.staff = person.id;
    row.staff_no = roster.words.text(person.staff_no);
    row.name = roster.words.text(person.name);
    row.unit_name = roster.tree.at(person.place()).name;
    row.rank = rank_of(roster, person);
    row.on_leave = person.on_leave;
    row.against = judge.against(person);
    row.last = judge.last_term(person);
    row.move = judge.move_ahead(person.id);
    if (!named) return row;
    row.status = named->status;
    row.reason = named->reason;
    row.decision_reason = named->decision_reason;
    return row;
}

NomineeRow const* find(std::vector<NomineeRow> const& nominees, StaffId staff)
{
    auto const found = std::find_if(nominees.begin(), nominees.end(), [&](auto const& each) { return each.staff_id == staff; });
    return found == nominees.end() ? nullptr : &*found;
}

/// Last year's first, then those who may be named; the roster's order within (place, then kana).
std::vector<SectionCandidate> candidates_of(people::Roster const& roster, Judge const& judge, Place section,
                                            std::vector<NomineeRow> const& nominees)
{
    std::vector<SectionCandidate> rows;
    auto const [first, last] = roster.rows_within(section);
    for (auto row = first; row < last; ++row) {
        auto const& person = roster.people[row];
        if (judge.sections().of(person) == section)
            rows.push_back(candidate_of(roster, judge, person, find(nominees, person.id)));
    }
    auto const order = [](SectionCandidate const& row) { return std::pair{!row.against.empty(), !row.last}; };
    std::stable_sort(rows.begin(), rows.end(), [&](auto const& a, auto const& b) { return order(a) < order(b); });
    return rows;
}

std::vector<MovedAway> moved_away(db::Tx& tx, people::Roster const& roster, Judge const& judge, Place section)
{
    std::vector<MovedAway> away;
    for (auto const staff : judge.moved_away(section)) {
        auto const* person = roster.find(staff);
        auto const now = person ? judge.sections().of(*person) : kNowhere;
        away.push_back({staff, tx.one<std::string>(kNameOf, staff), now == kNowhere ? std::string{} : roster.tree.at(now).name});
    }
    return away;
}

/// What is wrong with the answer as a whole.
void must_be_whole(AnswerInput const& input)
{
    if (input.none && !input.nominees.empty())
        refuse("/none", "「今回はいない」を選ぶときは、人を選ばないでください。", "Choose people or nobody, not both.");
    if (input.none && text::trim(input.reason).empty())
        refuse("/reason", "選ぶ人がいない理由を入力してください。", "Say why there is nobody this year.");
    if (!input.none && input.nominees.empty())
        refuse("/nominees", "一人以上を選ぶか、「今回はいない」を選んで理由を入力してください。",
               "Choose at least one person, or say that there is nobody this year and why.");
}

struct Answered {
    OrgUnitId unit;
    AnswerInput answer;
};
BOOST_DESCRIBE_STRUCT(Answered, (), (unit, answer))

/// Each person who may not be named, with the reason.
void must_be_eligible(people::Roster const& roster, Judge const& judge, Asked const& asked, AnswerInput const& input,
                      std::vector<NomineeRow> const& nominees)
{
    std::vector<Problem> problems;
    std::set<StaffId> seen;
    for (std::size_t i = 0; i < input.nominees.size(); ++i) {
        auto const staff = input.nominees[i].staff;
        auto const* person = roster.find(staff);
        if (!person || judge.sections().of(*person) != asked.place) throw Refused{Code::not_found};
        auto const name = roster.words.text(person->name);
        auto const add = [&](Words const& why) {
            problems.push_back({"/nominees/" + std::to_string(i), name + ": " + why.ja, name + ": " + why.en});
        };
        if (!seen.insert(staff).second) add({"二度選ばれています。", "Is chosen twice."});
        for (auto const& why : judge.against(*person)) add(why);
        auto const* named = find(nominees, staff);
        if (named && counts(named->status) && named->unit_id != asked.row.unit_id)
            add({named->unit_name + "からすでに名前が挙がっています。", "Has been named by " + named->unit_name + " already."});
    }
    auto const filled = static_cast<int>(input.nominees.size()) + judge.going_on(asked.place);
    if (asked.row.quota > 0 && filled > asked.row.quota) {
        auto const quota = std::to_string(asked.row.quota);
        problems.push_back({"/nominees", "この所属の定員は" + quota + "人です。" + std::to_string(filled) + "人になっています。",
                            "This section names " + quota + " at most; these make " + std::to_string(filled) + "."});
    }
    if (!problems.empty()) throw Refused{Code::invalid_input, {}, std::move(problems)};
}

void must_not_be_judged(std::vector<NomineeRow> const& nominees, OrgUnitId unit)
{
    auto const judged = std::find_if(nominees.begin(), nominees.end(),
                                     [&](auto const& each) { return is_of(each, unit) && is_judged(each.status); });
    if (judged == nominees.end()) return;
    throw Refused{Code::wrong_status,
                  {judged->name + "さんの選考が始まったため、回答を変えられません。事務局に相談してください。",
                   "The selection of " + judged->name + " has begun; the answer cannot change. Ask the office."}};
}

void must_be_open(RoundRow const& round, Asked const& asked, Date today)
{
    if (round.is_call())
        throw Refused{Code::wrong_status, {"公募には本人が応募します。", "In an open call people apply themselves."}};
    must_not_be_over(round);
    if (may_answer(round, asked, today)) return;
    if (round.status == RoundStatus::open && today < round.opens_on)
        throw Refused{Code::wrong_status, {"受付はまだ始まっていません。", "The round has not begun yet."}};
    throw Refused{
        Code::wrong_status,
        {"締切りを過ぎています。変更は事務局に相談してください。", "The deadline has passed. Ask the office to change it."}};
}

void write_names(http::Call const& call, RoundRow const& round, OrgUnitId unit, AnswerInput const& input,
                 std::vector<NomineeRow> const& before)
{
    for (auto const& nominee : before) {
        if (is_of(nominee, unit) && nominee.status == NomineeStatus::nominated)
            become(call.tx, call.actor, nominee, NomineeStatus::withdrawn, call.clock);
    }
    int place = 0;
    for (auto const& named : input.nominees)
        put_nominee(call.tx, call.actor, round.id, {named.staff, unit, NomineeStatus::nominated, false, named.reason, ++place},
                    call.clock);
}

}  // namespace

json::object Named::limits(std::string_view member)
{
    if (member == "reason") return {{"maxLength", 500}};
    return {};
}

json::object AnswerInput::limits(std::string_view member)
{
    if (member == "nominees") return {{"maxItems", 200}};
    if (member == "reason") return {{"maxLength", 500}};
    return {};
}

Reach::Reach(http::Call const& call, people::Roster const& roster)
    : office_(accounts::reaches_city(call.actor, Permission::appoint, call.clock.today())),
      heads_(call.tx, call.actor, call.clock.today(), roster, Permission::training_release),
      offices_(call.tx, call.actor, call.clock.today(), roster, Permission::appoint)
{
}

std::vector<SectionRow> section_rows(db::Tx& tx, NominationRoundId round) { return tx.all<SectionRow>(kSections, round); }

NamedBySection::NamedBySection(std::vector<NomineeRow> const& nominees)
{
    for (auto const& each : nominees) named_[each.unit_id.value] += counts(each.status);
}

int NamedBySection::of(OrgUnitId unit) const
{
    auto const found = named_.find(unit.value);
    return found == named_.end() ? 0 : found->second;
}

SectionAnswer answer_of(people::Roster const& roster, Judge const& judge, Place place, SectionRow const& row,
                        NamedBySection const& named)
{
    SectionAnswer section;
    section.unit = row.unit_id;
    section.unit_name = roster.tree.at(place).name;
    section.unit_path = roster.tree.path(place);
    section.asked = row.asked;
    section.quota = row.quota;
    section.named = named.of(row.unit_id);
    section.going_on = judge.going_on(place);
    section.reason = row.reason;
    section.answered_at = row.answered_at;
    section.answered_by = row.answered_by;
    section.proxy = row.proxy;
    section.revision = row.revision;
    section.reminded_at = row.reminded_at;
    section.reminded_times = row.reminded_times;
    section.held_last_year = judge.held_last_year(place);
    if (row.answer == "nominated") section.state = AnswerState::nominated;
    if (row.answer == "none") section.state = AnswerState::none;
    if (row.answer.empty() && row.quota > 0 && section.going_on >= row.quota) section.state = AnswerState::filled;
    if (auto const head = judge.sections().head(place))
        section.head = AskedHead{head->person->id, roster.words.text(head->person->name), roster.tree.at(head->unit).name,
                                 head->unit != place};
    return section;
}

SectionSheet section_sheet(http::Call const& call, NominationRoundId id, OrgUnitId unit)
{
    auto const round = round_row(call.tx, id);
    auto const today = call.clock.today();
    return call.service<skills::Everybody>().ask(call.tx, today, today, [&](skills::GapIndex const& index) {
        auto const& roster = index.roster();
        Ground const ground{call, index};
        auto const asked = asked_section(call, ground, round, unit);
        Judge const judge{call, ground, round};
        auto nominees = nominees_of(call.tx, id);
        if (!asked.by_office) hide_from_section(nominees, round, asked.row.unit_id);
        SectionSheet sheet;
        sheet.round = round_of(index.plan(), round, today);
        sheet.title = title_of(index.plan(), round);
        sheet.section = answer_of(roster, judge, asked.place, asked.row, NamedBySection{nominees});
        sheet.may_answer = may_answer(round, asked, today) && !round.is_call();
        sheet.candidates = candidates_of(roster, judge, asked.place, nominees);
        sheet.moved_away = moved_away(call.tx, roster, judge, asked.place);
        return sheet;
    });
}

void answer(http::Call const& call, NominationRoundId id, OrgUnitId unit, AnswerInput const& input)
{
    auto const round = round_row(call.tx, id);
    auto const today = call.clock.today();
    auto const proxy = call.service<skills::Everybody>().ask(call.tx, today, today, [&](skills::GapIndex const& index) {
        auto const& roster = index.roster();
        Ground const ground{call, index};
        auto const asked = asked_section(call, ground, round, unit);
        must_be_open(round, asked, today);
        if (asked.row.revision != input.revision) throw Refused{Code::changed_meanwhile};
        must_be_whole(input);
        auto const nominees = nominees_of(call.tx, id);
        must_not_be_judged(nominees, unit);
        Judge const judge{call, ground, round};
        must_be_eligible(roster, judge, asked, input, nominees);
        write_names(call, round, unit, input, nominees);
        auto const head = judge.sections().head(asked.place);
        return !head || head->person->id != call.actor.staff;
    });
    auto const said = input.none ? "none" : "nominated";
    auto const written = call.tx.run(kAnswer, id, unit, input.revision, said, std::string(text::trim(input.reason)),
                                     call.clock.now(), call.actor.account, proxy);
    if (written == 0) throw Refused{Code::changed_meanwhile};
    audit::record(call.tx, call.actor, call.clock.now(), "nominations.answered", "nomination_round", id, Answered{unit, input});
}

}  // namespace nominations
