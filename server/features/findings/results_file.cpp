// The figures as a workbook for reading, and as one long table for machines. What is hidden on the screen is hidden here.
#include "features/findings/results.hpp"
#include "platform/sheets/csv.hpp"
#include "platform/sheets/xlsx.hpp"

#include <algorithm>
#include <cstdio>

namespace findings {
namespace {

using sheets::Cell;
using sheets::SheetOut;

constexpr char const* kXlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
constexpr char const* kHidden = "少人数のため非表示";

std::string decimal(double value, int digits)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.*f", digits, value);
    return text;
}

struct Line {
    surveys::Question const& question;
    std::string item;
    CutName cut;
    std::string group;
    bool hidden = false;
    std::int64_t answered = 0;
    std::vector<OptionCount> const* options = nullptr;
    std::optional<double> mean;
};

std::string text_of_item(surveys::Question const& question, std::string const& code)
{
    auto const found =
        std::find_if(question.items.begin(), question.items.end(), [&](auto const& each) { return each.code == code; });
    return found == question.items.end() ? "" : found->text;
}

std::string text_of_option(surveys::Question const& question, std::string const& code)
{
    auto const found =
        std::find_if(question.options.begin(), question.options.end(), [&](auto const& each) { return each.code == code; });
    return found == question.options.end() ? "" : found->text;
}

/// f(Line) for everybody, or for the groups of the results' cut.
template <class F>
void each_line(Results const& results, CutName const& cut, F&& f)
{
    for (auto const& question : results.questions) {
        auto const& asked = results.survey.questions[*surveys::find_question(results.survey, question.question)];
        for (auto const& item : question.items) {
            auto const name = text_of_item(asked, item.item);
            std::optional<double> mean;
            if (item.spread) mean = item.spread->mean;
            if (cut.code.empty()) f(Line{asked, name, cut, "全体", item.hidden, item.answered, &item.options, mean});
            for (auto const& group : item.groups)
                f(Line{asked, name, cut, group.group, group.hidden, group.answered, &group.options, group.mean});
        }
    }
}

SheetOut readable_sheet(Results const& results, CutName const& cut)
{
    SheetOut sheet{
        cut.code.empty() ? "全体" : cut.name,
        {"質問", "項目", cut.code.empty() ? "範囲" : cut.name, "選択肢", "人数（人）", "割合（％）", "回答者数（人）", "平均"},
        {},
        true,
        results.survey.title + "　" + results.wave.name + "　（" + std::to_string(results.wave.threshold) +
            "人より少ない集団は示しません）"};
    each_line(results, cut, [&](Line const& line) {
        auto const begin = [&](std::string last) {
            auto const& text = line.question.text.empty() ? line.question.code : line.question.text;
            return std::vector<Cell>{Cell::of(text), Cell::of(line.item), Cell::of(line.group), Cell::of(std::move(last))};
        };
        auto const add = [&](std::vector<Cell> row, std::optional<OptionCount> const& option) {
            row.push_back(option ? Cell::of(static_cast<double>(option->count)) : Cell{});
            row.push_back(option ? Cell::of(option->share * 100) : Cell{});
            row.push_back(line.hidden ? Cell{} : Cell::of(static_cast<double>(line.answered)));
            row.push_back(line.mean && !line.hidden ? Cell::of(*line.mean) : Cell{});
            sheet.rows.push_back(std::move(row));
        };
        if (line.hidden) return add(begin(kHidden), {});
        if (line.options->empty()) add(begin(""), {});
        for (auto const& option : *line.options) add(begin(text_of_option(line.question, option.code)), option);
    });
    return sheet;
}

void write_lines(sheets::CsvWriter& csv, Results const& results, CutName const& cut)
{
    each_line(results, cut, [&](Line const& line) {
        auto const row = [&](std::string code, std::string text, std::string count, std::string share) {
            std::vector<std::string> const cells{results.wave.survey_code,
                                                 std::to_string(results.wave.survey_version),
                                                 results.wave.name,
                                                 to_iso(results.wave.closes_on),
                                                 line.question.code,
                                                 line.question.text,
                                                 line.item,
                                                 cut.code.empty() ? "all" : cut.code,
                                                 line.group,
                                                 std::move(code),
                                                 std::move(text),
                                                 std::move(count),
                                                 std::move(share),
                                                 line.hidden ? "" : std::to_string(line.answered),
                                                 line.mean && !line.hidden ? decimal(*line.mean, 4) : "",
                                                 line.hidden ? "1" : "0"};
            csv.row(cells);
        };
        if (line.hidden || line.options->empty()) return row("", "", "", "");
        for (auto const& option : *line.options)
            row(option.code, text_of_option(line.question, option.code), std::to_string(option.count), decimal(option.share, 6));
    });
}

std::string csv_of(std::vector<std::pair<CutName, Results>> const& all)
{
    sheets::CsvWriter csv;
    std::vector<std::string> const header{"調査票コード", "版",       "調査の回", "最終日",       "質問コード", "質問",
                                          "項目",         "切り口",   "区分",     "選択肢コード", "選択肢",     "人数",
                                          "割合",         "回答者数", "平均",     "非表示"};
    csv.row(header);
    for (auto const& [cut, results] : all) write_lines(csv, results, cut);
    return csv.take();
}

}  // namespace

http::Download results_file(http::Call const& call, SurveyWaveId id, FindingsFile const& file)
{
    std::vector<std::pair<CutName, Results>> all;
    all.emplace_back(CutName{}, results(call, id, {}));
    auto const cuts = all.front().second.cuts;
    for (auto const& cut : cuts) all.emplace_back(cut, results(call, id, {cut.code}));
    auto const name = all.front().second.wave.survey_code + "-" + std::to_string(id.value);
    if (file.format == FindingsFormat::csv) return {name + ".csv", "text/csv; charset=utf-8", csv_of(all)};
    std::vector<SheetOut> sheets;
    for (auto const& [cut, results] : all) sheets.push_back(readable_sheet(results, cut));
    return {name + ".xlsx", kXlsx, sheets::xlsx_bytes(sheets)};
}

}  // namespace findings
