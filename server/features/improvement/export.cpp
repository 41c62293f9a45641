#include "features/improvement/export.hpp"

#include "features/audit/audit.hpp"
#include "features/improvement/cost.hpp"
#include "features/improvement/lists.hpp"
#include "features/improvement/record.hpp"
#include "features/people/days.hpp"
#include "platform/core/japan.hpp"
#include "platform/db/database.hpp"
#include "platform/text/japanese_date.hpp"

#include <algorithm>
#include <array>

namespace improvement {
namespace {

using sheets::Cell;
using sheets::SheetOut;

struct Column {
    std::string_view name, meaning, form;
};

constexpr std::array kColumns{
    Column{"全国地方公共団体コード", "市区町村のコード（総務省）", "6桁の数字"},
    Column{"地方公共団体名", "市区町村の名前", "文字列"},
    Column{"事例番号", "この一覧の中で変わらない番号", "整数"},
    Column{"年度", "取り組んだ年度", "整数（西暦）"},
    Column{"所属", "取り組んだ所属の名前", "文字列"},
    Column{"題名", "事例の題名", "文字列"},
    Column{"要約", "事例の要約", "文字列"},
    Column{"業務課題", "所属が年間で取り組む業務課題", "文字列"},
    Column{"段階", "事例の今の段階", "課題の抽出、検討、実施、効果、横展開"},
    Column{"状態", "所属長の確認", "提出、確認済み"},
    Column{"市民サービス", "市民サービスを変えるものか", "0=いいえ 1=はい"},
    Column{"行政", "行政を変えるものか", "0=いいえ 1=はい"},
    Column{"働きかた", "働きかたを変えるものか", "0=いいえ 1=はい"},
    Column{"ツール", "使ったツール", "文字列（、で区切る）"},
    Column{"改善前の時間", "1年にかかっていた時間（単位：時間）", "小数第1位までの数"},
    Column{"改善後の時間", "1年にかかる時間（単位：時間）", "小数第1位までの数"},
    Column{"生まれた時間", "改善前の時間から改善後の時間を引いたもの（単位：時間）", "小数第1位までの数"},
    Column{"時間単価", "職員1時間当たりの費用（単位：円）", "整数（決めていなければ空）"},
    Column{"ツールの費用", "1年にかかるツールの費用（単位：円）", "整数"},
    Column{"効果額", "生まれた時間×時間単価−ツールの費用（単位：円）", "整数（時間単価を決めていなければ空）"},
    Column{"取り入れ元の事例番号", "他の所属の事例を取り入れたものなら、その番号", "整数（なければ空）"},
    Column{"取り入れた所属の数", "この事例を取り入れた他の所属の数", "整数"},
    Column{"確認日", "所属長が確認した日", "YYYY-MM-DD（まだなら空）"},
};

Cell words(std::string value)
{
    std::replace(value.begin(), value.end(), '\n', ' ');
    return Cell::of(std::move(value));
}
Cell number(double value) { return Cell::of(value); }
Cell number(std::int64_t value) { return Cell::of(static_cast<double>(value)); }
Cell flag(bool value) { return Cell::of(value ? 1.0 : 0.0); }

std::string word_of(Stage stage)
{
    switch (stage) {
        case Stage::issue: return "課題の抽出";
        case Stage::study: return "検討";
        case Stage::action: return "実施";
        case Stage::effect: return "効果";
        case Stage::spread: return "横展開";
    }
    return {};
}

std::string joined(std::vector<std::string> const& texts)
{
    std::string all;
    for (auto const& text : texts) all += (all.empty() ? "" : "、") + text;
    return all;
}

bool has(CaseCard const& card, Axis axis) { return std::find(card.axes.begin(), card.axes.end(), axis) != card.axes.end(); }

Effect effect_of(db::Tx& tx, CaseId id)
{
    auto const frozen = record_of(tx, id).effect;
    return frozen.empty() ? effect_now(tx, id) : json::read_stored<Effect>(frozen);
}

std::vector<Cell> row(people::Area const& area, CaseCard const& card, Effect const& effect)
{
    std::vector<Cell> cells{words(area.code),
                            words(area.name),
                            number(card.id.value),
                            number(std::int64_t{card.fiscal_year}),
                            words(card.unit_name),
                            words(card.title),
                            words(card.summary),
                            words(card.theme_title),
                            words(word_of(card.stage)),
                            words(card.status == Status::confirmed ? "確認済み" : "提出"),
                            flag(has(card, Axis::citizen_service)),
                            flag(has(card, Axis::administration)),
                            flag(has(card, Axis::work_style)),
                            words(joined(card.tools)),
                            number(effect.hours_before),
                            number(effect.hours_after),
                            number(effect.hours_saved)};
    cells.push_back(effect.hourly.yen > 0 ? number(effect.hourly.yen) : Cell{});
    cells.push_back(number(effect.tool_yen));
    cells.push_back(effect.yen ? number(*effect.yen) : Cell{});
    cells.push_back(card.adopted_from ? number(card.adopted_from->value) : Cell{});
    cells.push_back(number(card.adoptions));
    cells.push_back(card.confirmed_at ? Cell::of(day_in_japan(*card.confirmed_at)) : Cell{});
    return cells;
}

SheetOut meanings()
{
    SheetOut sheet{.name = "項目の説明", .header = {"項目名", "説明", "形式"}, .rows = {}, .title = {}};
    for (auto const& column : kColumns)
        sheet.rows.push_back(
            {words(std::string{column.name}), words(std::string{column.meaning}), words(std::string{column.form})});
    return sheet;
}

SheetOut how_counted(HourlyCost const& hourly)
{
    SheetOut sheet{.name = "数え方", .header = {"事項", "内容"}, .rows = {}, .title = {}};
    auto const say = [&](char const* what, std::string text) { sheet.rows.push_back({words(what), words(std::move(text))}); };
    say("年間の時間", "手順ごとの 分×人数×年間の回数 を足し、60で割って、小数第1位に丸める。");
    say("生まれた時間", "丸めた改善前の時間から、丸めた改善後の時間を引く。");
    say("効果額", "生まれた時間×時間単価を円に丸め、ツールの費用を引く。");
    say("確認済み", "所属長が確認した時の時間単価と流れで固定した値。提出の事例は今の値。");
    say("時間単価の出典", hourly.source);
    return sheet;
}

struct Made {
    std::vector<SheetOut> tables;
    std::int64_t cases = 0;
};

Made made(db::Tx& tx, http::LongCall const& call, ExportQuery const& query)
{
    auto const area = call.service<people::PlanWords>().area(tx, call.clock.today());
    auto const hourly = hourly_cost(tx);
    SheetOut sheet{.name = "改善の事例", .header = {}, .rows = {}, .title = {}};
    for (auto const& column : kColumns) sheet.header.emplace_back(column.name);
    for (auto& found : all_rows(tx, Reader::of(call.actor, call.clock.today()), query)) {
        if (found.status != Status::submitted && found.status != Status::confirmed) continue;
        auto const id = found.id;
        sheet.rows.push_back(row(area, shown(tx, std::move(found), hourly), effect_of(tx, id)));
    }
    auto const cases = static_cast<std::int64_t>(sheet.rows.size());
    if (query.format == people::ExportFormat::xlsx_pretty) {
        sheet.pretty = true;
        sheet.title = area.name + " 改善の事例（" + text::era_text(call.clock.today()) + "現在）";
        return {{std::move(sheet)}, cases};
    }
    return {{std::move(sheet), meanings(), how_counted(hourly)}, cases};
}

struct HandedOut {
    people::ExportFormat format = people::ExportFormat::csv;
    std::int64_t cases = 0;
};
BOOST_DESCRIBE_STRUCT(HandedOut, (), (format, cases))

}  // namespace

http::Download export_cases(http::LongCall const& call, ExportQuery const& query)
{
    auto const file = call.database.read([&](db::Tx& tx) { return made(tx, call, query); });
    call.database.write([&](db::Tx& tx) {
        audit::record(tx, call.actor, call.clock.now(), "improvement.exported", "improvement_case", {},
                      HandedOut{query.format, file.cases});
    });
    return people::as_download("cases_" + to_iso(call.clock.today()), query.format, file.tables);
}

}  // namespace improvement
