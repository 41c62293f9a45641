#include "features/people/export.hpp"

#include "platform/text/japanese_date.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace people {
namespace {

using sheets::Cell;

struct Column {
    std::string_view name, meaning, form;
};

constexpr std::array<Column, 21> kColumns{{
    {"全国地方公共団体コード", "市区町村のコード（総務省）", "6桁の数字"},
    {"地方公共団体名", "市区町村の名前", "文字列"},
    {"基準日", "この日の時点の内容", "YYYY-MM-DD"},
    {"職員番号", "基準日に使っている番号", "文字列（先頭の0を含む）"},
    {"氏名", "届け出た表記のとおり", "文字列"},
    {"氏名カナ", "氏名の読み", "文字列"},
    {"旧姓", "旧姓を使う場合の旧姓", "文字列"},
    {"所属コード", "本務の所属のコード", "文字列"},
    {"所属", "本務の所属の名前", "文字列"},
    {"所属の階層", "上位の組織から順に空白で区切った名前", "文字列"},
    {"職位", "本務の職位", "文字列"},
    {"所属長", "本務の所属の長であるか", "0=いいえ 1=はい"},
    {"任用形態", "任用の種別", "文字列"},
    {"職種", "職種", "文字列"},
    {"採用区分", "採用時の区分", "文字列"},
    {"パソコン利用", "業務でパソコンを使うか", "0=いいえ 1=はい"},
    {"兼務の数", "本務以外の発令の数（単位：件）", "整数"},
    {"休職等", "基準日に休業・休職中か", "0=いいえ 1=はい"},
    {"人材区分", "計画の人材区分のうち主なもの", "文字列"},
    {"必須スキルの数", "求められるスキルの数（単位：個）", "整数"},
    {"保有スキルの数", "求められるスキルのうち保有する数（単位：個）", "整数"},
}};

constexpr std::array<std::string_view, 7> kProperNames{"地方公共団体名", "氏名",       "氏名カナ", "旧姓",
                                                       "所属",           "所属の階層", "職位"};

struct FormerName {
    StaffId id;
    std::string former_name;
};
BOOST_DESCRIBE_STRUCT(FormerName, (), (id, former_name))
db::Sql const kFormerNames{"SELECT id, former_name FROM staff WHERE former_name <> ''"};

using FormerNames = std::unordered_map<std::int64_t, std::string>;

Cell flag(bool value) { return Cell::of(value ? 1.0 : 0.0); }
Cell count(int value) { return Cell::of(static_cast<double>(value)); }
Cell words(std::string value) { return Cell::of(std::move(value)); }

std::vector<std::uint32_t> rows_of(db::Tx& tx, DayView const& day, NameIndex const& names, Actor const& actor,
                                   ExportQuery const& query, Date today)
{
    auto rows = matching_rows(day, names, Seeing{tx, actor, today, day.roster(), Permission::export_data}, query);
    if (!query.staff.empty()) {
        std::set<StaffId> const picked(query.staff.begin(), query.staff.end());
        std::erase_if(rows, [&](std::uint32_t row) { return !picked.contains(day.roster().people[row].id); });
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

std::vector<Cell> cells_of(DayView const& day, Area const& area, FormerNames const& former, StaffRow const& line,
                           std::uint32_t row)
{
    auto const& roster = day.roster();
    auto const& person = roster.people[row];
    auto const place = person.place();
    auto const known = former.find(person.id.value);
    return {words(area.code),
            words(area.name),
            Cell::of(roster.on),
            words(line.staff_no),
            words(line.name),
            words(line.kana),
            words(known == former.end() ? std::string{} : known->second),
            words(place == kNowhere ? std::string{} : roster.tree.at(place).code),
            words(line.unit_name),
            words(line.unit_path),
            words(line.rank),
            flag(!person.posts.empty() && person.posts.front().is_head),
            words(line.employment),
            words(line.occupation),
            words(roster.words.text(person.recruitment)),
            flag(person.uses_pc),
            count(line.concurrent),
            flag(line.on_leave),
            words(line.primary_category_name),
            count(line.required),
            count(line.held)};
}

sheets::SheetOut meanings()
{
    sheets::SheetOut sheet{.name = "項目の説明", .header = {"項目名", "説明", "形式"}, .rows = {}, .title = {}};
    for (auto const& column : kColumns)
        sheet.rows.push_back(
            {words(std::string{column.name}), words(std::string{column.meaning}), words(std::string{column.form})});
    return sheet;
}

}  // namespace

std::span<std::string_view const> proper_name_columns() { return kProperNames; }

std::vector<sheets::SheetOut> staff_tables(db::Tx& tx, Actor const& actor, ExportSources const& sources, ExportQuery const& query,
                                           Clock const& clock)
{
    auto const today = clock.today();
    auto const on = query.on.value_or(today);
    auto const area = sources.plan.area(tx, on);
    auto const names = sources.names.at(tx);
    FormerNames former;
    tx.each<FormerName>(kFormerNames, [&](FormerName row) { former.emplace(row.id.value, std::move(row.former_name)); });

    sheets::SheetOut sheet{.name = "職員", .header = {}, .rows = {}, .title = {}};
    for (auto const& column : kColumns) sheet.header.emplace_back(column.name);
    sheet.rows = sources.days.ask(tx, on, announced_by(actor, today), [&](DayView const& day) {
        std::vector<std::vector<Cell>> rows;
        Lines lines{day};
        for (auto const row : rows_of(tx, day, *names, actor, query, today))
            rows.push_back(cells_of(day, area, former, lines.line(row), row));
        return rows;
    });
    return {std::move(sheet), meanings()};
}

std::vector<sheets::SheetOut> staff_print(db::Tx& tx, Actor const& actor, ExportSources const& sources, ExportQuery const& query,
                                          Clock const& clock)
{
    auto const today = clock.today();
    auto const on = query.on.value_or(today);
    auto const names = sources.names.at(tx);
    sheets::SheetOut sheet{
        .name = "職員一覧",
        .header = {"所属", "職位", "職員番号", "氏名", "フリガナ", "任用形態", "職種", "人材区分", "必須スキル", "備考"},
        .rows = {},
        .pretty = true,
        .title = sources.plan.area(tx, on).name + " 職員一覧（" + text::era_text(on) + "現在）"};
    sheet.rows = sources.days.ask(tx, on, announced_by(actor, today), [&](DayView const& day) {
        std::vector<std::vector<Cell>> rows;
        Lines lines{day};
        for (auto const row : rows_of(tx, day, *names, actor, query, today)) {
            auto const line = lines.line(row);
            auto const progress =
                line.required == 0 ? std::string{} : std::to_string(line.held) + " / " + std::to_string(line.required);
            std::string note = line.on_leave ? "休業・休職中" : "";
            if (line.concurrent > 0) note += (note.empty() ? "" : "、") + std::string{"兼務あり"};
            rows.push_back({words(line.unit_path), words(line.rank), words(line.staff_no), words(line.name), words(line.kana),
                            words(line.employment), words(line.occupation), words(line.primary_category_name), words(progress),
                            words(note)});
        }
        return rows;
    });
    return {std::move(sheet)};
}

CsvFile as_csv(sheets::SheetOut const& sheet, sheets::Encoding encoding)
{
    sheets::CsvWriter writer{{.encoding = encoding}};
    writer.row(sheet.header);
    for (auto const& row : sheet.rows) {
        for (auto const& cell : row) writer.cell(cell.text);
        writer.end_row();
    }
    return {writer.take(), writer.unrepresentable()};
}

http::Download as_download(std::string const& name, ExportFormat format, std::vector<sheets::SheetOut> const& tables)
{
    switch (format) {
        case ExportFormat::csv:
            return {name + ".csv", "text/csv; charset=utf-8", as_csv(tables.front(), sheets::Encoding::utf8_bom).bytes};
        case ExportFormat::csv_cp932:
            return {name + "_sjis.csv", "text/csv; charset=Shift_JIS", as_csv(tables.front(), sheets::Encoding::cp932).bytes};
        case ExportFormat::xlsx:
        case ExportFormat::xlsx_pretty: break;
    }
    return {name + ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", sheets::xlsx_bytes(tables)};
}

}  // namespace people
