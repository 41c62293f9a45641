#include "features/desk/publication.hpp"

#include "features/audit/audit.hpp"
#include "features/desk/messages.hpp"
#include "features/desk/steps.hpp"
#include "features/desk/topics.hpp"
#include "features/desk/visits.hpp"
#include "platform/markdown/beginning.hpp"
#include "platform/text/japanese_date.hpp"
#include "platform/text/utf8.hpp"

#include <algorithm>

namespace desk {
namespace {

constexpr std::size_t kShownCharacters = 120;
constexpr std::string_view kSpaces[] = {"　", " "};
// What follows a family name where somebody is spoken of.
constexpr std::string_view kTitles[] = {"さん", "氏",   "様",   "主任", "主事", "主査", "主幹", "参事", "技師",
                                        "係長", "課長", "室長", "所長", "次長", "部長", "局長", "補佐"};
constexpr std::size_t kShortestFamily = 2;  // characters: 林 and 森 alone are words of every text

db::Sql const kPublished{R"(
    UPDATE consultation SET topic_id = $2, published_at = $3, public_title = $4, revision = revision + 1, last_at = $3 WHERE id = $1)"};

/// A name and what stands for it in public.
struct Hidden {
    std::string name, instead;
};

std::size_t family_length(std::string const& name)
{
    for (auto const space : kSpaces)
        if (auto const at = name.find(space); at != name.npos) return at;
    return std::string::npos;
}

std::string first_characters(std::string_view name, std::size_t count)
{
    std::string first;
    while (count-- > 0 && !name.empty()) text::append_character(first, text::take_character(name));
    return first;
}

/// Every way in which a text may write a person's name, the longest first.
std::vector<std::string> spellings(std::string const& name)
{
    std::vector<std::string> ways;
    if (name.empty()) return ways;
    ways.push_back(name);
    auto const with_titles = [&](std::string const& family) {
        for (auto const title : kTitles) ways.push_back(family + std::string(title));
    };
    auto const family = family_length(name);
    if (family == std::string::npos) {  // where the family name ends nobody has said
        for (auto const count : {3U, 2U}) with_titles(first_characters(name, count));
        return ways;
    }
    auto const space = name.compare(family, kSpaces[0].size(), kSpaces[0]) == 0 ? kSpaces[0].size() : kSpaces[1].size();
    auto const first = name.substr(0, family), last = name.substr(family + space);
    for (auto const* const between : {"", " ", "　"}) ways.push_back(first + between + last);
    with_titles(first);
    return ways;
}

/// Says whether something was hidden.
bool hide(std::string& text, Hidden const& hidden)
{
    bool found = false;
    if (hidden.name.empty()) return found;
    for (auto at = text.find(hidden.name); at != text.npos; at = text.find(hidden.name, at + hidden.instead.size())) {
        text.replace(at, hidden.name.size(), hidden.instead);
        found = true;
    }
    return found;
}

std::vector<Hidden> names_in(http::Call const& call, ConsultationRow const& row, Standing const& stands)
{
    std::vector<Hidden> hidden;
    auto const person = [&](std::string const& name, char const* instead) {
        for (auto const& way : spellings(name)) hidden.push_back({way, instead});
    };
    person(row.asker_name, "（相談者）");
    hidden.push_back({row.unit_name, "（所属）"});
    person(row.owner_name, "（担当者）");
    for (auto const& message : messages_of(call, row, stands))
        person(message.by, message.side == MessageSide::desk ? "（担当者）" : "（相談者）");
    for (auto const& visit : visits_of(call.tx, row.id, stands))
        for (auto const& visitor : visit.visitors) person(visitor.name, "（担当者）");
    return hidden;
}

/// Fills both lists as the draft is made.
class Drafting {
public:
    Drafting(http::Call const& call, ConsultationRow const& row, Standing const& stands, ConsultationPublication& made)
        : made_(made), hidden_(names_in(call, row, stands))
    {
    }
    std::string take(PublicationPart part, std::string text)
    {
        if (text.empty()) return text;
        for (auto const& hidden : hidden_)
            if (hide(text, hidden)) leave_once(hidden.name);
        made_.published.push_back({part, text});
        return text;
    }
    void leave(PublicationPart part, std::string text)
    {
        if (!text.empty()) made_.left_out.push_back({part, std::move(text)});
    }

private:
    void leave_once(std::string const& name)
    {
        auto const same = [&](auto const& line) { return line.part == PublicationPart::name_in_text && line.text == name; };
        if (std::none_of(made_.left_out.begin(), made_.left_out.end(), same)) leave(PublicationPart::name_in_text, name);
    }
    ConsultationPublication& made_;
    std::vector<Hidden> hidden_;
};

std::string joined(std::string first, std::string const& second)
{
    if (first.empty() || second.empty()) return first + second;
    return std::move(first) + "\n\n" + second;
}

void leave_private(http::Call const& call, ConsultationRow const& row, Standing const& stands, Drafting& draft)
{
    draft.leave(PublicationPart::asker, row.asker_name);
    draft.leave(PublicationPart::section, row.unit_name);
    draft.leave(PublicationPart::owner, row.owner_name);
    for (auto const& message : messages_of(call, row, stands)) {
        draft.leave(message.is_private ? PublicationPart::private_note : PublicationPart::message,
                    markdown::beginning(message.text, kShownCharacters));
        for (auto const& file : message.files) draft.leave(PublicationPart::attachment, file.name);
    }
    for (auto const& visit : visits_of(call.tx, row.id, stands))
        draft.leave(PublicationPart::visit,
                    text::era_text(visit.visited_on) + " " + markdown::beginning(visit.text, kShownCharacters));
    for (auto const& file : attachments::of(call.tx, {kQuestionFiles, row.id.value}))
        draft.leave(PublicationPart::attachment, file.name);
    draft.leave(PublicationPart::dates, text::era_text(day_in_japan(row.asked_at)));
}

bool may_publish(http::Call const& call, ConsultationRow const& row)
{
    return !row.topic_id && (row.consent == PublishConsent::yes || may_manage(call));
}

/// Without consent nobody is named: not even by the family name alone.
void must_name_nobody(ConsultationRow const& row, PublicationInput const& input)
{
    auto names = spellings(row.asker_name);
    names.push_back(row.unit_name);
    auto const family = row.asker_name.substr(0, std::min(family_length(row.asker_name), row.asker_name.size()));
    if (text::character_count(family) >= kShortestFamily) names.push_back(family);
    auto const look = [&](std::string const& pointer, std::string const& text) {
        for (auto const& name : names)
            if (text.find(name) != text.npos)
                refuse(pointer, "相談者の同意がないため「" + name + "」は載せられません。",
                       "Without consent the text cannot name \"" + name + "\".");
    };
    look("/title", input.title);
    look("/question", input.question);
    look("/answer", input.answer);
    for (std::size_t i = 0; i < input.tags.size(); ++i) look("/tags/" + std::to_string(i), input.tags[i]);
}

}  // namespace

json::object PublicationInput::limits(std::string_view member)
{
    if (member == "title") return {{"minLength", 1}, {"maxLength", 120}};
    if (member == "question" || member == "answer") return {{"minLength", 1}, {"maxLength", 20000}};
    if (member == "tags") return {{"maxItems", 10}};
    return {};
}

ConsultationPublication publication(http::Call const& call, ConsultationId id)
{
    auto const row = row_for_desk(call, id);
    if (row.status != ConsultationStatus::finished) throw Refused{Code::wrong_status};
    auto const stands = standing(viewer(call), row);
    ConsultationPublication made;
    Drafting draft{call, row, stands, made};
    made.title = draft.take(PublicationPart::title, row.title);
    made.question = joined(draft.take(PublicationPart::trouble, row.trouble), draft.take(PublicationPart::wanted, row.wanted));
    made.answer = joined(draft.take(PublicationPart::outcome, row.outcome_text), draft.take(PublicationPart::effect, row.effect));
    made.tags = {row.subject_name};
    leave_private(call, row, stands, draft);
    made.consented = row.consent == PublishConsent::yes;
    made.may_publish = may_publish(call, row);
    made.topic = row.topic_id;
    made.revision = row.revision;
    return made;
}

Published publish(http::Call const& call, ConsultationId id, PublicationInput const& input)
{
    auto const row = row_for_desk(call, id);
    must_be(input.revision, row);
    if (row.topic_id) throw Refused{Code::already_exists};
    if (row.status != ConsultationStatus::finished) throw Refused{Code::wrong_status};
    if (!may_publish(call, row)) throw Refused{Code::not_allowed};
    if (row.consent != PublishConsent::yes) must_name_nobody(row, input);
    Published const published{publish_answer(call, {input.title, input.question, input.answer, input.tags})};
    call.tx.run(kPublished, id, published.topic, call.clock.now(), input.title);
    add_step(call.tx, call.actor, id, {StepKind::published, {}, {}, {}, {}}, call.clock.now());
    tell(call, id);
    audit::record(call.tx, call.actor, call.clock.now(), "desk.published", "consultation", id, published);
    return published;
}

}  // namespace desk
