#include "features/surveys/check.hpp"

#include "platform/core/described.hpp"

#include <algorithm>
#include <set>

namespace surveys {
namespace {

constexpr std::size_t kLongestCode = 40;

bool is_code(std::string_view text)
{
    auto const fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    };
    return !text.empty() && text.size() <= kLongestCode && std::all_of(text.begin(), text.end(), fits);
}

std::size_t characters(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

/// The most characters of a text, by the name of its member: what a page or a row of results can show.
std::size_t longest(std::string_view member)
{
    if (member.ends_with("_en")) member.remove_suffix(3);
    if (member == "intro") return 4000;
    if (member == "text" || member == "note") return 1000;
    if (member == "hint" || member == "claim" || member == "source") return 500;
    return member == "unit" ? 20 : 200;
}

bool one_of(QuestionType type, std::initializer_list<QuestionType> types)
{
    return std::find(types.begin(), types.end(), type) != types.end();
}

/// Answered with one or several of its options as a whole; a matrix is answered item by item.
bool chooses(QuestionType type) { return one_of(type, {QuestionType::single, QuestionType::multiple, QuestionType::scale}); }

template <class Items>
auto const* coded(Items const& items, std::string_view code)
{
    auto const found = std::find_if(items.begin(), items.end(), [&](auto const& item) { return item.code == code; });
    return found == items.end() ? nullptr : &*found;
}

class Checker {
public:
    Checker(Survey const& survey, Places const& places) : survey_(survey), places_(places) {}

    std::vector<PlacedProblem> check()
    {
        head();
        lengths("", survey_);
        codes("/sections", survey_.sections);
        codes("/questions", survey_.questions);
        codes("/indicators", survey_.indicators);
        for (std::size_t i = 0; i < survey_.sections.size(); ++i)
            needed("/sections/" + std::to_string(i) + "/title", survey_.sections[i].title, "セクションの見出し",
                   "section's title");
        for (std::size_t i = 0; i < survey_.questions.size(); ++i) question(i);
        for (std::size_t i = 0; i < survey_.indicators.size(); ++i) indicator(i);
        return std::move(problems_);
    }

private:
    void problem(std::string pointer, std::string ja, std::string en)
    {
        auto const place = nearest(places_, pointer);
        problems_.push_back({place.line, place.column, std::move(pointer), std::move(ja), std::move(en)});
    }

    void needed(std::string pointer, std::string const& text, std::string const& what, std::string const& what_en)
    {
        if (text.empty()) problem(std::move(pointer), what + "を入力してください。", "Enter the " + what_en + ".");
    }

    void head()
    {
        one_code("/code", survey_.code);
        needed("/title", survey_.title, "調査の名称", "survey's title");
        if (survey_.questions.empty()) problem("/questions", "質問を一つ以上加えてください。", "Add at least one question.");
        if (survey_.questions.size() > kMostQuestions) {
            auto const most = std::to_string(kMostQuestions);
            problem("/questions", "質問は" + most + "問までです。調査を分けてください。",
                    "A survey has at most " + most + " questions; split it.");
        }
    }

    /// Every text of the document, however deep.
    template <class T>
    void lengths(std::string const& pointer, T const& item)
    {
        described::each_member(item, [&](std::string_view name, auto const& value) {
            using Value = std::remove_cvref_t<decltype(value)>;
            auto const place = pointer + "/" + std::string{name};
            if constexpr (described::is_table<Value>) {
                for (std::size_t i = 0; i < value.size(); ++i) lengths(place + "/" + std::to_string(i), value[i]);
            } else if constexpr (std::is_same_v<Value, std::string>) {
                auto const most = longest(name);
                if (characters(value) <= most) return;
                problem(place, std::to_string(most) + "文字以内に縮めてください。",
                        "Shorten this to at most " + std::to_string(most) + " characters.");
            }
        });
    }

    void one_code(std::string const& pointer, std::string const& code)
    {
        if (is_code(code)) return;
        problem(pointer, "コードは半角の英数字・ハイフン・下線で1～40文字にしてください。",
                "Give a code of 1 to 40 letters, digits, hyphens or underscores.");
    }

    template <class Item>
    void codes(std::string const& pointer, std::vector<Item> const& items)
    {
        std::set<std::string_view> seen;
        for (std::size_t i = 0; i < items.size(); ++i) {
            auto const place = pointer + "/" + std::to_string(i) + "/code";
            one_code(place, items[i].code);
            if (!seen.insert(items[i].code).second && !items[i].code.empty()) {
                problem(place, "コード「" + items[i].code + "」が重複しています。別のコードにしてください。",
                        "The code \"" + items[i].code + "\" is used twice; choose another.");
            }
        }
    }

    void question(std::size_t i)
    {
        auto const& question = survey_.questions[i];
        auto const at = "/questions/" + std::to_string(i);
        text(at, question);
        section(at, i);
        options(at, question);
        items(at, question);
        number(at, question);
        choices(at, question);
        condition(at, i);
    }

    void text(std::string const& at, Question const& question)
    {
        if (!question.text_lost) return needed(at + "/text", question.text, "質問の文", "question's text");
        if (question.note.empty()) {
            problem(at + "/note", "質問の文が失われたときは、分かっていることを備考に書いてください。",
                    "Where the text is lost, say in the note what is known of it.");
        }
    }

    /// Sections are the pages: a question stands in one that exists, and the questions follow the sections' order.
    void section(std::string const& at, std::size_t i)
    {
        auto const& question = survey_.questions[i];
        auto const* mine = coded(survey_.sections, question.section);
        if (!mine) {
            return problem(at + "/section", "セクション「" + question.section + "」はありません。セクションを選んでください。",
                           "There is no section \"" + question.section + "\"; choose one.");
        }
        auto const* before = i == 0 ? nullptr : coded(survey_.sections, survey_.questions[i - 1].section);
        if (before && mine < before) {
            problem(at + "/section", "質問はセクションの順に並べてください。",
                    "Put the questions in the order of their sections.");
        }
    }

    void options(std::string const& at, Question const& question)
    {
        auto const wants = chooses(question.type) || question.type == QuestionType::matrix;
        if (!wants) {
            if (!question.options.empty()) {
                problem(at + "/options", "この形式の質問に選択肢はありません。選択肢を消すか、形式を変えてください。",
                        "A question of this type has no options; remove them or change the type.");
            }
            return;
        }
        if (question.options.size() < 2)
            problem(at + "/options", "選択肢を二つ以上加えてください。", "Add at least two options.");
        at_most(at + "/options", question.options.size(), "選択肢", "options");
        codes(at + "/options", question.options);
        for (std::size_t i = 0; i < question.options.size(); ++i)
            option(at + "/options/" + std::to_string(i), question, question.options[i]);
    }

    void option(std::string const& at, Question const& question, Option const& option)
    {
        needed(at + "/text", option.text, "選択肢の文", "option's text");
        if (option.alone && question.type != QuestionType::multiple) {
            problem(at + "/alone", "「他と同時に選べない」は複数選択の質問だけで使います。外してください。",
                    "Only a multiple choice has options that exclude the others; turn this off.");
        }
        if (option.with_text && !one_of(question.type, {QuestionType::single, QuestionType::multiple})) {
            problem(at + "/with_text", "言葉を添える選択肢は、単一選択か複数選択の質問だけで使います。外してください。",
                    "Only single and multiple choices have options that ask for words; turn this off.");
        }
    }

    void at_most(std::string const& pointer, std::size_t count, std::string const& what, std::string const& what_en)
    {
        if (count <= kMostOptions) return;
        auto const most = std::to_string(kMostOptions);
        problem(pointer, what + "は" + most + "までです。減らしてください。", "Keep at most " + most + " " + what_en + ".");
    }

    void items(std::string const& at, Question const& question)
    {
        if (question.type != QuestionType::matrix) {
            if (!question.items.empty()) {
                problem(at + "/items", "項目は表形式の質問だけが持ちます。項目を消すか、形式を変えてください。",
                        "Only a matrix has items; remove them or change the type.");
            }
            return;
        }
        if (question.items.empty()) problem(at + "/items", "項目を一つ以上加えてください。", "Add at least one item.");
        at_most(at + "/items", question.items.size(), "項目", "items");
        codes(at + "/items", question.items);
        for (std::size_t i = 0; i < question.items.size(); ++i)
            needed(at + "/items/" + std::to_string(i) + "/text", question.items[i].text, "項目の文", "item's text");
    }

    void number(std::string const& at, Question const& question)
    {
        auto const bounded = question.least || question.most || !question.unit.empty();
        if (bounded && question.type != QuestionType::number) {
            problem(at + "/type", "下限・上限・単位は数値の質問だけが持ちます。消すか、形式を数値にしてください。",
                    "Only a number has limits and a unit; remove them or make it a number.");
        }
        if (question.least && question.most && *question.least > *question.most) {
            problem(at + "/most", "上限が下限より小さくなっています。上限を下限以上にしてください。",
                    "The upper limit lies below the lower one; raise it.");
        }
    }

    void choices(std::string const& at, Question const& question)
    {
        if (question.cut && question.type != QuestionType::single) {
            problem(at + "/cut", "集計の軸にできるのは単一選択の質問だけです。外すか、形式を変えてください。",
                    "Only a single choice can divide the results; turn this off or change the type.");
        }
        if (question.most_choices == 0) return;
        if (question.type != QuestionType::multiple) {
            problem(at + "/most_choices", "選べる数は複数選択の質問だけで決めます。0にしてください。",
                    "Only a multiple choice limits how many are chosen; set this to 0.");
        } else if (question.most_choices < 2 || static_cast<std::size_t>(question.most_choices) > question.options.size()) {
            problem(at + "/most_choices", "選べる数は2から選択肢の数までです。制限しないときは0にしてください。",
                    "Let people choose from 2 up to the number of options; 0 sets no limit.");
        }
    }

    void condition(std::string const& at, std::size_t i)
    {
        auto const& question = survey_.questions[i];
        if (question.if_question.empty()) {
            if (!question.if_any.empty()) {
                problem(at + "/if_question", "条件となる質問を選ぶか、条件の選択肢を消してください。",
                        "Choose the question of the condition, or remove its options.");
            }
            return;
        }
        auto const* asked = coded(survey_.questions, question.if_question);
        if (!asked || asked >= &question || !chooses(asked->type)) {
            return problem(at + "/if_question", "条件には、これより前にある選択式の質問を選んでください。",
                           "A condition needs an earlier question that is answered with options.");
        }
        known_options(at + "/if_any", *asked, question.if_any, "条件", "condition");
    }

    void known_options(std::string const& pointer, Question const& question, std::vector<std::string> const& named,
                       std::string const& of, std::string const& of_en)
    {
        if (named.empty())
            problem(pointer, of + "となる選択肢を一つ以上選んでください。", "Choose at least one option for the " + of_en + ".");
        for (auto const& code : named) {
            if (coded(question.options, code)) continue;
            problem(pointer,
                    "「" + code + "」は質問「" + question.code + "」の選択肢にありません。その質問の選択肢から選んでください。",
                    "\"" + code + "\" is not an option of \"" + question.code + "\"; choose among its options.");
        }
    }

    void indicator(std::size_t i)
    {
        auto const& indicator = survey_.indicators[i];
        auto const at = "/indicators/" + std::to_string(i);
        needed(at + "/name", indicator.name, "指標の名称", "indicator's name");
        baseline(at, indicator);
        auto const* question = coded(survey_.questions, indicator.question);
        if (!question || (!chooses(question->type) && question->type != QuestionType::matrix)) {
            return problem(at + "/question", "指標には、選択肢のある質問を選んでください。",
                           "An indicator needs a question that is answered with options.");
        }
        if (question->type == QuestionType::matrix ? !coded(question->items, indicator.item) : !indicator.item.empty()) {
            problem(at + "/item", "表形式の質問ではその項目を一つ選び、ほかの質問では項目を空にしてください。",
                    "Choose one item of a matrix; leave this empty for any other question.");
        }
        known_options(at + "/options", *question, indicator.options, "指標", "indicator");
    }

    /// The plan's figures are found by all three names together.
    void baseline(std::string const& at, Indicator const& indicator)
    {
        auto const named = {indicator.baseline_survey.empty(), indicator.baseline_question.empty(),
                            indicator.baseline_options.empty()};
        auto const missing = std::count(named.begin(), named.end(), true);
        if (missing == 0 || missing == 3) return;
        problem(at + "/baseline_survey", "計画の数値と比べるには、調査・設問・選択肢の三つをすべて指定してください。",
                "To compare with the plan's figures name all three: survey, question and options.");
    }

    Survey const& survey_;
    Places const& places_;
    std::vector<PlacedProblem> problems_;
};

}  // namespace

std::vector<PlacedProblem> check(Survey const& survey, Places const& places) { return Checker{survey, places}.check(); }

}  // namespace surveys
