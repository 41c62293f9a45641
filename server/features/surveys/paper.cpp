#include "features/surveys/paper.hpp"

#include "features/access/access.hpp"
#include "features/audit/audit.hpp"
#include "features/skills/everybody.hpp"
#include "features/surveys/keys.hpp"
#include "features/surveys/recording.hpp"
#include "platform/text/utf8.hpp"

#include <algorithm>

namespace surveys {
namespace {

constexpr std::size_t kCodeBytes = 5;  // ten letters, typed by hand; one guess in a billion hits one of a thousand forms

/// As it is printed: two halves in capital letters.
std::string spaced(std::string code)
{
    std::transform(code.begin(), code.end(), code.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return code.insert(code.size() / 2, "-");
}

/// As it was made, however it was typed.
std::string plain(std::string_view typed)
{
    std::string code;
    for (char const c : text::to_half_width(typed)) {
        if (c >= 'A' && c <= 'Z') code += static_cast<char>(c - 'A' + 'a');
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) code += c;
    }
    return code;
}

void must_reach_unit(http::Call const& call, OrgUnitId unit)
{
    if (manages(call)) return;
    auto const sight = accounts::sight(call.actor, Permission::survey_read, call.clock.today(), call.clock.today());
    auto const units = accounts::units_in(call.tx, sight);
    if (!sight.city() && std::find(units.begin(), units.end(), unit) == units.end()) throw Refused{Code::not_found};
}

}  // namespace

json::object PaperAnswer::limits(std::string_view member)
{
    if (member == "code") return {{"minLength", 1}, {"maxLength", 40}};
    return {};
}

PaperForms print_forms(http::Call const& call, SurveyWaveId id, PaperInput const& input)
{
    must_reach_unit(call, input.unit);
    auto const wave = wave_row(call.tx, id);
    must_take_answers(wave, call.clock.today());
    PaperForms printed{blank_form(call, wave), {}};
    auto const asked = invited(call.tx, id);  // who has answered is not told: a second answer is refused when it is typed in
    auto const today = call.clock.today();
    call.service<skills::Everybody>().ask(call.tx, today, today, [&](skills::GapIndex const& index) {
        auto const& roster = index.roster();
        auto const place = roster.tree.find(input.unit);
        if (!place) throw Refused{Code::not_found};
        auto const [first, last] = roster.rows_within(*place);
        for (auto row = first; row < last; ++row) {
            auto const& person = roster.people[row];
            if (!std::binary_search(asked.begin(), asked.end(), person.id)) continue;
            auto code = accounts::random_token(kCodeBytes);
            put_paper_code(call.tx, id, person.id, accounts::token_hash(code), call.actor.account);
            printed.forms.push_back({roster.words.text(person.name), roster.tree.path(person.place()), spaced(std::move(code))});
        }
        return true;
    });
    if (printed.forms.empty())
        throw Refused{Code::conflict, {"この所属に、調査の対象になっている職員はいません。", "Nobody in that section is asked."}};
    audit::record(call.tx, call.actor, call.clock.now(), "surveys.forms_printed", "survey_wave", id, input);
    return printed;
}

void answer_from_paper(http::Call const& call, SurveyWaveId id, PaperAnswer const& input)
{
    must_manage(call);
    auto const wave = wave_row(call.tx, id);
    must_take_answers(wave, call.clock.today());
    auto const form = find_paper_code(call.tx, accounts::token_hash(plain(input.code)));
    if (!form || form->wave_id != id)
        throw Refused{Code::not_found,
                      {"このコードの回答用紙はありません。用紙の右上のコードを確認してください。",
                       "There is no form with that code. Check the code at the top right of the form."}};
    if (form->printed_by == call.actor.account)
        throw Refused{Code::not_allowed,
                      {"この用紙を印刷した人は入力できません。ほかの担当者が入力してください。",
                       "Whoever printed the form may not type it in. Let somebody else do it."}};
    record(call.tx, *call.service<Library>().published(call.tx, wave.survey_id), id, form->pseudonym, {input.answers},
           Channel::paper);
    audit::record(call.tx, call.actor, call.clock.now(), "surveys.paper_typed_in", "survey_wave", id);
}

}  // namespace surveys
