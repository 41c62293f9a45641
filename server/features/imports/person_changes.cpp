#include "features/imports/person_changes.hpp"

#include "features/imports/dated.hpp"
#include "features/people/names.hpp"

#include <algorithm>

namespace imports {
namespace {

std::string text_of_day(std::optional<Date> day) { return day ? to_iso(*day) : std::string{}; }

std::optional<Date> earlier(std::optional<Date> a, std::optional<Date> b)
{
    if (!a || !b) return a ? a : b;
    return std::min(*a, *b);
}

bool same(EngagementRecord const& a, EngagementRecord const& b)
{
    return a.employment == b.employment && a.occupation == b.occupation && a.recruitment == b.recruitment &&
           a.uses_pc == b.uses_pc && a.is_external == b.is_external;
}

bool same(PostingRecord const& a, PostingRecord const& b)
{
    return a.unit_id == b.unit_id && a.rank == b.rank && a.title == b.title && a.is_head == b.is_head;
}

std::int64_t& slot(Counts& counts, RowKind kind)
{
    switch (kind) {
        case RowKind::added: return counts.added;
        case RowKind::changed: return counts.changed;
        case RowKind::left: return counts.left;
        case RowKind::refused: return counts.refused;
        case RowKind::unchanged: break;
    }
    return counts.unchanged;
}

}  // namespace

PersonChanges::PersonChanges(Reading const& reading, World& world, Units& units, CompareOptions const& options, Instant now,
                             Comparison& out)
    : reading_(reading), world_(world), units_(units), options_(options), now_(now), out_(out), writes_(out.writes)
{
}

void PersonChanges::begin(RosterRow const* row, std::string_view staff_no, std::string_view name)
{
    report_.line = row ? row->line : 0;
    report_.staff_no = staff_no;
    report_.name = name;
    report_.changes.clear();
    if (row) report_.problems.insert(report_.problems.begin(), row->problems.begin(), row->problems.end());
}

void PersonChanges::finish(RowKind kind)
{
    auto& count = slot(out_.counts, kind);
    ++count;
    auto const worth_showing = kind != RowKind::unchanged || !report_.problems.empty();
    if (worth_showing && count <= static_cast<std::int64_t>(options_.rows_shown)) {
        report_.kind = kind;
        out_.rows.push_back(std::move(report_));
    }
    report_ = {};
}

void PersonChanges::changed(Field field, std::string before, std::string after)
{
    auto const& text = text_of(field);
    report_.changes.push_back(
        {std::string(name_of(field)), std::string(text.label), std::string(text.label_en), std::move(before), std::move(after)});
}

std::string PersonChanges::key_of(StaffRecord const& staff, Known const* known) const
{
    std::vector<std::string> earlier;
    if (known)
        for (auto const& number : known->numbers)
            if (number.staff_no != staff.staff_no) earlier.push_back(number.staff_no);
    if (known && known->staff.staff_no != staff.staff_no) earlier.push_back(known->staff.staff_no);
    std::sort(earlier.begin(), earlier.end());
    earlier.erase(std::unique(earlier.begin(), earlier.end()), earlier.end());
    return people::search_key({staff.kana, staff.staff_no, staff.name, staff.former_name, staff.legal_name, earlier});
}

std::string PersonChanges::shown(PostingRecord const& posting) const
{
    auto const& title = posting.title.empty() ? posting.rank : posting.title;
    return units_.path(posting.unit_id) + (title.empty() ? "" : " " + title);
}

Date PersonChanges::moves_on(Post const& post, RosterRow const& row) const
{
    if (post.moved_on) return *post.moved_on;
    return row.joined_on && *row.joined_on > options_.as_of ? *row.joined_on : options_.as_of;
}

void PersonChanges::add(Facts const& facts)
{
    auto const& row = *facts.row;
    begin(&row, row.staff_no, row.name);
    auto const since = row.joined_on.value_or(options_.as_of);
    StaffRecord staff{{world_.next().staff++},
                      row.staff_no,
                      std::string(row.name),
                      row.kana,
                      std::string(row.former_name),
                      std::string(row.legal_name),
                      {},
                      std::string(row.email),
                      row.joined_on,
                      {},
                      {},
                      {},
                      now_};
    auto const id = staff.id;
    if (row.last_day) staff.left_on = add_days(*row.last_day, 1);
    auto const until = staff.left_on;
    staff.search_key = key_of(staff, nullptr);
    writes_.numbers.inserted.push_back({world_.next().number++, row.staff_no, id, since, {}});
    writes_.staff.inserted.push_back(std::move(staff));

    EngagementRecord engagement{world_.next().engagement++, id, {}, {}, {}, true, false, since, until};
    take_engagement(engagement, row);
    writes_.engagements.inserted.push_back(std::move(engagement));

    nobody_ = {};
    nobody_.staff.id = id;
    primary(nobody_, facts, until);
    others(nobody_, facts);
    absence(nobody_, row);
    duties(nobody_, row);
    out_.touched.push_back(id);
    finish(RowKind::added);
}

void PersonChanges::change(Known& known, Facts const& facts)
{
    begin(facts.row, known.staff.staff_no, facts.row ? facts.row->name : std::string_view{known.staff.name});
    std::optional<Date> until;
    if (facts.row && facts.row->last_day) until = add_days(*facts.row->last_day, 1);
    if (until && *until <= options_.as_of) {
        if (known.left_by(options_.as_of)) return finish(RowKind::unchanged);
        return leave(known, *until);
    }
    if (facts.row) {
        staff(known, facts, until);
        engagement(known, *facts.row, until);
        primary(known, facts, until);
        absence(known, *facts.row);
        duties(known, *facts.row);
    }
    others(known, facts);
    if (report_.changes.empty()) return finish(RowKind::unchanged);
    out_.touched.push_back(known.staff.id);
    finish(RowKind::changed);
}

void PersonChanges::leave(Known& known, Date day)
{
    if (report_.staff_no.empty()) begin(nullptr, known.staff.staff_no, known.staff.name);
    auto after = known.staff;
    after.left_on = day;
    changed(Field::left_on, text_of_day(known.staff.left_on), to_iso(add_days(day, -1)));
    writes_.staff.updated.emplace_back(known.staff, std::move(after));
    for (auto const* engagement : {&known.engagement, &known.later_engagement})
        if (*engagement) end_on(writes_.engagements, **engagement, day);
    for (auto const* posting : {&known.primary, &known.later_primary})
        if (*posting) end_on(writes_.postings, **posting, day);
    for (auto const& posting : known.others) end_on(writes_.postings, posting, day);
    for (auto const& leave : known.leaves) end_on(writes_.leaves, leave, day);
    for (auto const& duty : known.duties) end_on(writes_.duties, duty, day);
    out_.touched.push_back(known.staff.id);
    finish(RowKind::left);
}

void PersonChanges::staff(Known& known, Facts const& facts, std::optional<Date> until)
{
    auto const& row = *facts.row;
    auto after = known.staff;
    auto const before_changes = report_.changes.size();
    auto const take = [&](Field field, std::string& place, std::string_view given) {
        if (given.empty() || place == given) return;
        changed(field, place, std::string(given));
        place = given;
    };
    take(Field::name, after.name, row.name);
    take(Field::kana, after.kana, row.kana);
    if (after.name != known.staff.name && after.kana != known.staff.kana && !known.staff.kana.empty()) {
        warn(reading_.problem(
            row, Field::name,
            {"氏名とカナの両方が変わります。", "Both the name and the kana change.",
             "同じ番号が別の人に振り直されていないか確かめてください。", "Check that the number was not given to somebody else."},
            false));
    }
    take(Field::former_name, after.former_name, row.former_name);
    take(Field::legal_name, after.legal_name, row.legal_name);
    take(Field::email, after.email, row.email);
    if (row.joined_on && row.joined_on != after.joined_on) {
        changed(Field::joined_on, text_of_day(after.joined_on), text_of_day(row.joined_on));
        after.joined_on = row.joined_on;
    }
    if (until != after.left_on && (until || known.left_by(options_.as_of))) {
        changed(Field::left_on, text_of_day(after.left_on), text_of_day(until));
        after.left_on = until;
    }
    if (facts.renumbered) number(known, after, row.staff_no);
    if (report_.changes.size() == before_changes) return;
    after.search_key = key_of(after, &known);
    writes_.staff.updated.emplace_back(known.staff, std::move(after));
}

void PersonChanges::number(Known& known, StaffRecord& after, std::string const& number)
{
    changed(Field::staff_no, after.staff_no, number);
    for (auto const& held : known.numbers)
        if (held.staff_no == after.staff_no && !held.valid_until) end_on(writes_.numbers, held, options_.as_of);
    writes_.numbers.inserted.push_back({world_.next().number++, number, known.staff.id, options_.as_of, {}});
    after.staff_no = number;
}

void PersonChanges::take_engagement(EngagementRecord& engagement, RosterRow const& row)
{
    if (!row.employment.empty()) engagement.employment = row.employment;
    if (!row.occupation.empty()) engagement.occupation = row.occupation;
    if (!row.recruitment.empty()) engagement.recruitment = row.recruitment;
    if (has(Field::uses_pc)) engagement.uses_pc = row.uses_pc;
    if (has(Field::is_external)) engagement.is_external = row.is_external;
}

void PersonChanges::engagement(Known& known, RosterRow const& row, std::optional<Date> until)
{
    auto& writes = writes_.engagements;
    EngagementRecord before =
        known.engagement.value_or(EngagementRecord{0, known.staff.id, {}, {}, {}, true, false, options_.as_of, {}});
    auto after = before;
    take_engagement(after, row);
    auto const note = [&](Field field, std::string const& a, std::string const& b) {
        if (a != b) changed(field, a, b);
    };
    note(Field::employment, before.employment, after.employment);
    note(Field::occupation, before.occupation, after.occupation);
    note(Field::recruitment, before.recruitment, after.recruitment);
    note(Field::uses_pc, before.uses_pc ? "○" : "×", after.uses_pc ? "○" : "×");
    note(Field::is_external, before.is_external ? "○" : "×", after.is_external ? "○" : "×");
    if (!known.engagement) {
        if (report_.changes.empty()) changed(Field::employment, "", after.employment);
        after.id = world_.next().engagement++;
        if (known.later_engagement) after.valid_until = known.later_engagement->valid_from;
        after.valid_until = earlier(after.valid_until, until);
        return writes.inserted.push_back(std::move(after));
    }
    after.valid_until = earlier(after.valid_until, until);
    if (!same(before, after)) return replace_from(writes, before, std::move(after), options_.as_of, world_.next().engagement);
    if (after.valid_until != before.valid_until) writes.updated.emplace_back(before, std::move(after));
}

void PersonChanges::take_post(PostingRecord& posting, Post const& post, RosterRow const* row)
{
    if (post.unit) posting.unit_id = *post.unit;
    if (!post.rank.empty()) {
        posting.rank = post.rank;
        posting.title = post.title;
    }
    if (row && has(Field::is_head)) posting.is_head = row->is_head;
}

PostingRecord PersonChanges::new_posting(StaffId person, Post const& post, RosterRow const* row, Date from)
{
    PostingRecord posting{{world_.next().posting++}, person, {}, post.kind, {}, {}, false, from, {}, announced(from)};
    take_post(posting, post, row);
    auto const& title = posting.title.empty() ? posting.rank : posting.title;
    if (!row || !has(Field::is_head)) posting.is_head = is_title_of_head(units_.kind(posting.unit_id), title);
    return posting;
}

void PersonChanges::primary(Known& known, Facts const& facts, std::optional<Date> until)
{
    auto const& post = facts.primary;
    auto const& row = *facts.row;
    auto& writes = writes_.postings;
    auto const day = moves_on(post, row);
    if (!known.primary) {
        // A move that is already on record for that day.
        if (!post.unit ||
            (known.later_primary && known.later_primary->effective_on == day && known.later_primary->unit_id == *post.unit))
            return;
        auto posting = new_posting(known.staff.id, post, &row, day);
        if (known.later_primary && known.later_primary->effective_on > day) posting.ended_on = known.later_primary->effective_on;
        posting.ended_on = earlier(posting.ended_on, until);
        changed(Field::unit, "", shown(posting));
        return writes.inserted.push_back(std::move(posting));
    }
    auto const& before = *known.primary;
    auto after = before;
    take_post(after, post, &row);
    after.ended_on = earlier(after.ended_on, until);
    if (same(before, after)) {
        if (after.ended_on != before.ended_on) writes.updated.emplace_back(before, std::move(after));
        return;
    }
    auto const moved = after.unit_id != before.unit_id || after.rank != before.rank || after.title != before.title;
    if (moved && !has(Field::is_head)) {
        auto const& title = after.title.empty() ? after.rank : after.title;
        after.is_head = is_title_of_head(units_.kind(after.unit_id), title);
    }
    auto const from = day > before.effective_on ? day : std::max(before.effective_on, options_.as_of);
    if (known.later_primary && known.later_primary->effective_on == from && same(*known.later_primary, after)) return;
    if (before.ended_on && *before.ended_on <= from) return;
    changed(after.unit_id == before.unit_id ? Field::rank : Field::unit, shown(before), shown(after));
    if (from > before.effective_on) after.announced_on = announced(from);
    replace_from(writes, before, std::move(after), from, world_.next().posting);
}

void PersonChanges::others(Known& known, Facts const& facts)
{
    if (!has(Field::concurrent_unit) && !has(Field::posting_kind)) return;
    auto& writes = writes_.postings;
    auto const changes = writes.inserted.size() + writes.updated.size() + writes.removed.size();
    std::vector<Post const*> wanted;
    std::vector<std::string> before_texts, after_texts;
    for (auto const& post : facts.others) wanted.push_back(&post);
    for (auto const& before : known.others) {
        auto const found = std::find_if(wanted.begin(), wanted.end(),
                                        [&](auto* post) { return post->unit == before.unit_id && post->kind == before.kind; });
        if (found == wanted.end()) {
            if (facts.others_incomplete)
                after_texts.push_back(shown(before));
            else
                end_on(writes, before, options_.as_of);
            continue;
        }
        auto after = before;
        take_post(after, **found, nullptr);
        wanted.erase(found);
        if (!same(before, after)) replace_from(writes, before, std::move(after), options_.as_of, world_.next().posting);
    }
    for (auto const* post : wanted) {
        auto const from = post->moved_on && *post->moved_on <= options_.as_of ? *post->moved_on : options_.as_of;
        writes.inserted.push_back(new_posting(known.staff.id, *post, nullptr, from));
    }
    if (changes == writes.inserted.size() + writes.updated.size() + writes.removed.size()) return;
    for (auto const& posting : known.others) before_texts.push_back(shown(posting));
    for (auto const& post : facts.others)
        after_texts.push_back(units_.path(*post.unit) + (post.rank.empty() ? "" : " " + post.rank));
    changed(Field::concurrent_unit, join_list(before_texts), join_list(after_texts));
}

void PersonChanges::absence(Known& known, RosterRow const& row)
{
    if (!has(Field::leave_kind)) return;
    auto& writes = writes_.leaves;
    auto const day = options_.as_of;
    auto const from = row.leave_from.value_or(day);
    auto until = row.leave_last ? std::optional{add_days(*row.leave_last, 1)} : std::nullopt;
    bool found = row.leave_kind.empty() || (until && *until <= day);
    for (auto const& before : known.leaves) {
        auto const now = before.valid_from <= day;
        if (!found && before.kind == row.leave_kind && (now || before.valid_from == from)) {
            found = true;
            auto after = before;
            if (until) after.valid_until = until;
            if (after.valid_until == before.valid_until) continue;
            changed(Field::leave_until, text_of_day(before.valid_until), text_of_day(until));
            writes.updated.emplace_back(before, std::move(after));
        } else if (now) {
            changed(Field::leave_kind, before.kind, std::string(row.leave_kind));
            end_on(writes, before, day);
        }
    }
    if (found) return;
    changed(Field::leave_kind, "", std::string(row.leave_kind));
    writes.inserted.push_back({world_.next().leave++, known.staff.id, std::string(row.leave_kind), from, until});
}

void PersonChanges::duties(Known& known, RosterRow const& row)
{
    if (!has(Field::systems)) return;
    std::vector<std::string> before, after(row.systems.begin(), row.systems.end());
    std::sort(after.begin(), after.end());
    after.erase(std::unique(after.begin(), after.end()), after.end());
    for (auto const& duty : known.duties) {
        before.push_back(duty.system);
        if (!std::binary_search(after.begin(), after.end(), duty.system)) end_on(writes_.duties, duty, options_.as_of);
    }
    std::sort(before.begin(), before.end());
    for (auto const& system : after) {
        if (std::binary_search(before.begin(), before.end(), system)) continue;
        writes_.duties.inserted.push_back({world_.next().duty++, known.staff.id, system, options_.as_of, {}});
    }
    if (before != after) changed(Field::systems, join_list(before), join_list(after));
}

}  // namespace imports
