#include "features/surveys/answer_text.hpp"

#include "platform/text/utf8.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

namespace surveys {
namespace {

constexpr std::size_t kShortText = 200, kLongText = 2'000, kBesideOption = 200;

bool has_options(QuestionType type)
{
    return type == QuestionType::single || type == QuestionType::multiple || type == QuestionType::scale;
}
bool is_text(QuestionType type) { return type == QuestionType::short_text || type == QuestionType::long_text; }

template <class List>
std::optional<std::size_t> place_of(List const& list, std::string const& code)
{
    auto const found = std::find_if(list.begin(), list.end(), [&](auto const& each) { return each.code == code; });
    if (found == list.end()) return std::nullopt;
    return static_cast<std::size_t>(found - list.begin());
}

Answer const* answer_to(std::vector<Answer> const& answers, std::string const& question)
{
    auto const found = std::find_if(answers.begin(), answers.end(), [&](auto const& each) { return each.question == question; });
    return found == answers.end() ? nullptr : &*found;
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == text.npos; }

bool says_nothing(Answer const& answer)
{
    return answer.options.empty() && answer.items.empty() && !answer.number && is_blank(answer.text);
}

std::string written(double number)
{
    char text[32];
    return {text, std::to_chars(text, text + sizeof text, number).ptr};
}

/// One question's answer on its way into the fields.
class Keeping {
public:
    Keeping(Question const& question, Answer const& answer, std::string pointer, std::vector<Problem>& problems)
        : question_(question), answer_(answer), pointer_(std::move(pointer)), problems_(problems)
    {
    }

    void into(Kept& kept, std::vector<std::string>& fields)
    {
        refuse_foreign_members();
        if (has_options(question_.type)) fields.front() = choice(kept);
        if (question_.type == QuestionType::matrix) rows(fields);
        if (question_.type == QuestionType::number && answer_.number) fields.front() = number();
        if (is_text(question_.type)) typed(kept, "", question_.type == QuestionType::short_text ? kShortText : kLongText);
    }

private:
    void wrong(std::string member, std::string ja, std::string en)
    {
        problems_.push_back({pointer_ + std::move(member), std::move(ja), std::move(en)});
    }

    void refuse_foreign_members()
    {
        auto const wrong_kind = (!answer_.options.empty() && !has_options(question_.type)) ||
                                (!answer_.items.empty() && question_.type != QuestionType::matrix) ||
                                (answer_.number && question_.type != QuestionType::number) ||
                                (!is_blank(answer_.text) && !has_options(question_.type) && !is_text(question_.type));
        if (wrong_kind) wrong("", "この質問の答え方ではありません。", "This is not how the question is answered.");
    }

    std::string choice(Kept& kept)
    {
        std::vector<std::size_t> places;
        bool words = false;
        for (std::size_t i = 0; i < answer_.options.size(); ++i) {
            auto const place = place_of(question_.options, answer_.options[i]);
            if (!place || std::find(places.begin(), places.end(), *place) != places.end()) {
                wrong("/options/" + std::to_string(i), "この質問にない選択肢です。", "The question has no such option.");
                continue;
            }
            places.push_back(*place);
            words = words || question_.options[*place].with_text;
        }
        refuse_too_many(places);
        if (words) typed(kept, words_option(places), kBesideOption);
        if (!words && !is_blank(answer_.text))
            wrong("/text", "自由記入のある選択肢が選ばれていません。", "No option that asks for words was chosen.");
        std::sort(places.begin(), places.end());
        std::string field;
        for (auto const place : places) field += (field.empty() ? "" : ",") + std::to_string(place);
        return field;
    }

    std::string words_option(std::vector<std::size_t> const& places) const
    {
        for (auto const place : places)
            if (question_.options[place].with_text) return question_.options[place].code;
        return {};
    }

    void refuse_too_many(std::vector<std::size_t> const& places)
    {
        if (question_.type != QuestionType::multiple) {
            if (places.size() > 1) wrong("/options", "一つだけ選んでください。", "Choose one only.");
            return;
        }
        if (question_.most_choices > 0 && places.size() > static_cast<std::size_t>(question_.most_choices))
            wrong("/options", std::to_string(question_.most_choices) + "つまで選べます。",
                  "Choose at most " + std::to_string(question_.most_choices) + ".");
        auto const alone = std::any_of(places.begin(), places.end(), [&](auto place) { return question_.options[place].alone; });
        if (alone && places.size() > 1)
            wrong("/options", "「" + alone_text(places) + "」は、ほかの選択肢と一緒に選べません。",
                  "That option cannot be chosen together with others.");
    }

    std::string alone_text(std::vector<std::size_t> const& places) const
    {
        for (auto const place : places)
            if (question_.options[place].alone) return question_.options[place].text;
        return {};
    }

    void rows(std::vector<std::string>& fields)
    {
        for (std::size_t i = 0; i < answer_.items.size(); ++i) {
            auto const item = place_of(question_.items, answer_.items[i].item);
            auto const option = place_of(question_.options, answer_.items[i].option);
            if (!item || !option || !fields[*item].empty()) {
                wrong("/items/" + std::to_string(i), "この質問にない項目か選択肢です。",
                      "The question has no such item or option.");
                continue;
            }
            fields[*item] = std::to_string(*option);
        }
        auto const missing = std::any_of(fields.begin(), fields.end(), [](auto const& field) { return field.empty(); });
        if (question_.required && missing) wrong("/items", "すべての項目に答えてください。", "Answer every item.");
    }

    std::string number()
    {
        auto const value = *answer_.number;
        if (!std::isfinite(value) || (question_.least && value < *question_.least) || (question_.most && value > *question_.most))
            wrong("/number", "入力できる範囲を超えています。", "The number is out of bounds.");
        return written(value);
    }

    void typed(Kept& kept, std::string option, std::size_t longest)
    {
        if (text::character_count(answer_.text) > longest)
            wrong("/text", std::to_string(longest) + "文字以内で入力してください。",
                  "Give at most " + std::to_string(longest) + " characters.");
        if (!is_blank(answer_.text)) kept.typed.push_back({question_.code, std::move(option), answer_.text});
    }

    Question const& question_;
    Answer const& answer_;
    std::string pointer_;
    std::vector<Problem>& problems_;
};

void refuse_unknown(Survey const& survey, std::vector<Answer> const& answers, std::vector<Problem>& problems)
{
    std::map<std::string_view, int> seen;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        auto const pointer = "/answers/" + std::to_string(i) + "/question";
        if (!find_question(survey, answers[i].question))
            problems.push_back({pointer, "この調査にない質問です。", "The survey has no such question."});
        if (seen[answers[i].question]++)
            problems.push_back({pointer, "同じ質問に二度答えています。", "The question is answered twice."});
    }
}

}  // namespace

std::vector<std::size_t> fields_of(Survey const& survey)
{
    std::vector<std::size_t> first{0};
    for (auto const& question : survey.questions)
        first.push_back(first.back() + (question.type == QuestionType::matrix ? question.items.size() : 1));
    return first;
}

bool is_asked(Survey const& survey, Question const& question, std::vector<Answer> const& answers)
{
    if (question.if_question.empty()) return true;
    auto const parent = find_question(survey, question.if_question);
    if (!parent || !is_asked(survey, survey.questions[*parent], answers)) return false;
    auto const* const said = answer_to(answers, question.if_question);
    return said && std::any_of(said->options.begin(), said->options.end(), [&](auto const& option) {
               return std::find(question.if_any.begin(), question.if_any.end(), option) != question.if_any.end();
           });
}

Kept keep(Survey const& survey, std::vector<Answer> const& answers, std::vector<Problem>& problems)
{
    refuse_unknown(survey, answers, problems);
    Kept kept;
    for (auto const& question : survey.questions) {
        std::vector<std::string> fields(question.type == QuestionType::matrix ? question.items.size() : 1);
        auto const* const answer = answer_to(answers, question.code);
        auto const silent = !answer || says_nothing(*answer);
        if (!silent) {
            auto const pointer = "/answers/" + std::to_string(answer - answers.data());
            if (is_asked(survey, question, answers))
                Keeping{question, *answer, pointer, problems}.into(kept, fields);
            else
                problems.push_back(
                    {pointer, "この質問は、ほかの答えにより対象外です。", "Your other answers leave this question out."});
        } else if (question.required && is_asked(survey, question, answers)) {
            problems.push_back({"/" + question.code, "答えてください。", "An answer is needed."});
        }
        for (auto const& field : fields) kept.fields.append(field).push_back('|');
    }
    if (!kept.fields.empty()) kept.fields.pop_back();
    return kept;
}

}  // namespace surveys
