#include "features/surveys/workbook.hpp"

#include "platform/sheets/tables.hpp"

#include <algorithm>
#include <iterator>

namespace surveys {
namespace {

constexpr std::string_view kSurvey = "調査票", kSections = "セクション", kQuestions = "質問", kOptions = "選択肢",
                           kItems = "項目", kIndicators = "指標";

struct OfQuestion {
    std::string question;
};
BOOST_DESCRIBE_STRUCT(OfQuestion, (), (question))
struct OptionRow : OfQuestion, Option {};
BOOST_DESCRIBE_STRUCT(OptionRow, (OfQuestion, Option), ())
struct ItemRow : OfQuestion, Item {};
BOOST_DESCRIBE_STRUCT(ItemRow, (OfQuestion, Item), ())

struct Named {
    std::string_view member, word;
};
constexpr Named kWords[] = {
    {"code", "コード"},
    {"title", "表題"},
    {"title_en", "表題(英)"},
    {"intro", "はじめの文"},
    {"intro_en", "はじめの文(英)"},
    {"purpose", "目的"},
    {"source", "設問の出どころ"},
    {"text", "文"},
    {"text_en", "文(英)"},
    {"section", "セクション"},
    {"type", "形式"},
    {"hint", "補足"},
    {"hint_en", "補足(英)"},
    {"required", "必須"},
    {"least", "下限"},
    {"most", "上限"},
    {"unit", "単位"},
    {"most_choices", "選べる数"},
    {"if_question", "条件の質問"},
    {"if_any", "条件の選択肢"},
    {"cut", "集計の軸"},
    {"text_lost", "設問文が失われた"},
    {"note", "備考"},
    {"clause", "出典"},
    {"question", "質問"},
    {"with_text", "言葉を添える"},
    {"alone", "他と同時に選べない"},
    {"name", "名称"},
    {"name_en", "名称(英)"},
    {"item", "項目"},
    {"options", "選択肢"},
    {"lower_is_better", "低いほどよい"},
    {"baseline_survey", "計画の調査"},
    {"baseline_question", "計画の設問番号"},
    {"baseline_options", "計画の選択肢"},
    {"claim", "計画の記述"},
    {"issue", "計画の課題"},
};

std::string_view word(std::string_view member)
{
    auto const found =
        std::find_if(std::begin(kWords), std::end(kWords), [&](auto const& named) { return named.member == member; });
    return found == std::end(kWords) ? member : found->word;
}

/// The options (or items) of every question, each with its question's code in front.
template <class Row, class Part>
std::vector<Row> rows_of(Survey const& survey, std::vector<Part> Question::*parts)
{
    std::vector<Row> rows;
    for (auto const& question : survey.questions) {
        for (auto const& part : question.*parts) rows.push_back({{question.code}, part});
    }
    return rows;
}

class Reader {
public:
    explicit Reader(sheets::Workbook const& workbook) : tables_(workbook, word, read_) {}

    ReadSurvey read()
    {
        auto& survey = read_.survey;
        tables_.head(kSurvey, [&](auto&& visit) { sheets::each_leaf(survey, "", visit); });
        tables_.table(kSections, "/sections", survey.sections);
        tables_.table(kQuestions, "/questions", survey.questions);
        parts<OptionRow>(kOptions, "options", &Question::options);
        parts<ItemRow>(kItems, "items", &Question::items);
        tables_.table(kIndicators, "/indicators", survey.indicators);
        return std::move(read_);
    }

private:
    template <class Row, class Part>
    void parts(std::string_view sheet, std::string const& member, std::vector<Part> Question::*parts)
    {
        std::vector<Row> rows;
        tables_.table(sheet, "/" + member, rows);
        auto& questions = read_.survey.questions;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            auto const row = "/" + member + "/" + std::to_string(i);
            auto const asked =
                std::find_if(questions.begin(), questions.end(), [&](auto const& q) { return q.code == rows[i].question; });
            if (asked == questions.end()) {
                tables_.problem(sheet, nearest(read_.places, row + "/question"),
                                "「" + rows[i].question + "」という質問はありません。「質問」シートのコードを入れてください。",
                                "There is no question \"" + rows[i].question + "\"; enter a code of the sheet 質問.");
                continue;
            }
            auto& mine = (*asked).*parts;
            place(row,
                  "/questions/" + std::to_string(asked - questions.begin()) + "/" + member + "/" + std::to_string(mine.size()));
            mine.push_back(std::move(rows[i]));
        }
    }

    /// What stands in that row of its sheet is found, from now on, where it belongs in the survey.
    void place(std::string const& row, std::string const& pointer)
    {
        auto& places = read_.places;
        auto at = places.lower_bound(row);
        while (at != places.end() && (at->first == row || at->first.starts_with(row + "/"))) {
            places[pointer + at->first.substr(row.size())] = at->second;
            at = places.erase(at);
        }
    }

    ReadSurvey read_;
    sheets::TablesReader tables_;
};

}  // namespace

std::vector<sheets::SheetOut> to_workbook(Survey const& survey)
{
    auto head = sheets::head_out(kSurvey);
    sheets::each_leaf(survey, "", [&](std::string const& path, auto const& value) {
        head.rows.push_back(sheets::head_row(path, value, word));
    });
    return {std::move(head),
            sheets::table_out(kSections, survey.sections, word),
            sheets::table_out(kQuestions, survey.questions, word),
            sheets::table_out(kOptions, rows_of<OptionRow>(survey, &Question::options), word),
            sheets::table_out(kItems, rows_of<ItemRow>(survey, &Question::items), word),
            sheets::table_out(kIndicators, survey.indicators, word)};
}

ReadSurvey from_workbook(sheets::Workbook const& workbook) { return Reader{workbook}.read(); }

}  // namespace surveys
