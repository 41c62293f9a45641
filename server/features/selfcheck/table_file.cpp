#include "features/selfcheck/table.hpp"
#include "features/selfcheck/year.hpp"
#include "platform/text/japanese_date.hpp"

#include <algorithm>

namespace selfcheck {
namespace {

using sheets::Cell;
using sheets::SheetOut;

/// In a record for machines no line may break.
Cell words(std::string text)
{
    std::replace(text.begin(), text.end(), '\n', ' ');
    return Cell::of(std::move(text));
}

std::string_view word_of(std::optional<Choice> answer)
{
    if (!answer) return "未回答";
    switch (*answer) {
        case Choice::yes: return "はい";
        case Choice::partly: return "一部";
        case Choice::no: return "いいえ";
        case Choice::not_applicable: return "該当なし";
    }
    return "";
}

std::string_view sign_of(std::optional<Choice> answer)
{
    if (!answer) return "";
    switch (*answer) {
        case Choice::yes: return "○";
        case Choice::partly: return "△";
        case Choice::no: return "×";
        case Choice::not_applicable: return "－";
    }
    return "";
}

std::string group_title(Checklist const& list, std::string const& code)
{
    for (auto const& group : list.groups)
        if (group.code == code) return group.title;
    return "";
}

/// Columns with their meaning, as the government's rules for data want them.
SheetOut meanings()
{
    SheetOut sheet{.name = "項目の説明", .header = {"項目名", "説明", "形式"}, .rows = {}, .title = {}};
    auto const say = [&](char const* name, char const* meaning, char const* form) {
        sheet.rows.push_back({words(name), words(meaning), words(form)});
    };
    say("年度", "点検の年度", "西暦4桁");
    say("所属コード", "点検を始めた日の所属のコード", "文字列");
    say("所属", "点検を始めた日の所属を、上位から順に空白で区切った名前", "文字列");
    say("項目コード", "点検項目のコード（年度を越えて変わらない）", "文字列");
    say("分類", "点検項目の分類", "文字列");
    say("項目", "点検項目", "文字列");
    say("回答", "所属の回答", "はい、一部、いいえ、該当なし、未回答");
    say("補足", "所属が添えた言葉", "文字列");
    say("前年度の回答", "前の年度の同じ項目の回答", "回答と同じ");
    say("改善の内容", "不備について何を直すか", "文字列");
    say("改善の担当", "だれが直すか", "文字列");
    say("改善の期限", "いつまでに直すか", "YYYY-MM-DD");
    say("改善の状態", "改善したか", "改善中、期限を過ぎた、改善済み");
    return sheet;
}

SheetOut lines_of(http::Call const& call, Years const& years)
{
    SheetOut sheet{.name = "自己点検", .header = {}, .rows = {}, .title = {}};
    for (auto const& row : meanings().rows) sheet.header.push_back(row.front().text);
    std::map<std::pair<OrgUnitId, std::string>, Remedy> planned;
    for (auto& remedy : remedies(call, {years.row.id, {}, {}, false}).remedies) {
        auto const key = std::pair{remedy.unit, remedy.item};
        planned.emplace(key, std::move(remedy));
    }
    for (auto const& section : years.year->sections()) {
        for (auto const& item : years.year->list().items) {
            auto const* const said = years.year->said(item.code, section.unit_id);
            auto const before = answer_of(years.said_before(item.code, section.unit_id));
            std::vector<Cell> line{Cell::of(static_cast<double>(years.row.fiscal_year)),
                                   words(section.code),
                                   words(section.name),
                                   words(item.code),
                                   words(group_title(years.year->list(), item.group)),
                                   words(item.text),
                                   words(std::string(word_of(answer_of(said)))),
                                   words(said ? said->remark : ""),
                                   words(before ? std::string(word_of(before)) : "")};
            if (auto const found = planned.find({section.unit_id, item.code}); found != planned.end()) {
                auto const& remedy = found->second;
                line.insert(line.end(), {words(remedy.what), words(remedy.who), Cell::of(remedy.due),
                                         words(remedy.status == RemedyStatus::done ? "改善済み"
                                               : remedy.overdue                    ? "期限を過ぎた"
                                                                                   : "改善中")});
            } else {
                line.insert(line.end(), {words(""), words(""), words(""), words("")});
            }
            sheet.rows.push_back(std::move(line));
        }
    }
    return sheet;
}

/// Section × item, as it is laid on a table.
SheetOut for_paper(CheckTable const& table, Date today)
{
    SheetOut sheet{.name = "自己点検", .header = {"所属"}, .rows = {}, .title = {}};
    sheet.pretty = true;
    sheet.title = table.summary.title + "（" + text::fiscal_year_text(table.summary.fiscal_year) + "、" + text::era_text(today) +
                  "現在。○=はい、△=一部、×=いいえ、－=該当なし、空欄=未回答）";
    for (auto const& column : table.columns) sheet.header.push_back(column.code + " " + column.text);
    sheet.header.insert(sheet.header.end(), {"改善中", "期限を過ぎた", "改善済み"});
    for (auto const& row : table.rows) {
        std::vector<Cell> line{words(row.unit_name)};
        for (auto const& answer : row.answers) line.push_back(words(std::string(sign_of(answer))));
        for (auto const count : {row.open_remedies, row.overdue_remedies, row.done_remedies})
            line.push_back(Cell::of(static_cast<double>(count)));
        sheet.rows.push_back(std::move(line));
    }
    return sheet;
}

}  // namespace

http::Download check_file(http::Call const& call, CheckFileQuery const& query)
{
    must_manage(call);
    Years const years{call, call.path<SelfcheckId>(0)};
    auto const name = "自己点検_" + std::to_string(years.row.fiscal_year);
    if (query.format == people::ExportFormat::xlsx_pretty)
        return people::as_download(name, query.format, {for_paper(table_of(call, years), call.clock.today())});
    return people::as_download(name, query.format, {lines_of(call, years), meanings()});
}

}  // namespace selfcheck
