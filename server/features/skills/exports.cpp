#include "features/skills/exports.hpp"

#include "platform/text/japanese_date.hpp"

#include <boost/describe/enum_to_string.hpp>

#include <array>

namespace skills {
namespace {

using sheets::Cell;
using sheets::SheetOut;
using Row = std::vector<Cell>;

struct Column {
    std::string_view name, meaning, form;
};

constexpr std::array kGapColumns{
    Column{"全国地方公共団体コード", "市区町村のコード（総務省）", "6桁の数字"},
    Column{"地方公共団体名", "市区町村の名前", "文字列"},
    Column{"基準日", "この日の時点の内容", "YYYY-MM-DD"},
    Column{"計画", "基準日に施行されている計画", "文字列"},
    Column{"職員番号", "基準日に使っている番号", "文字列（先頭の0を含む）"},
    Column{"氏名", "届け出た表記のとおり", "文字列"},
    Column{"所属コード", "本務の所属のコード", "文字列"},
    Column{"所属の階層", "本務の所属を上位から順に空白で区切った名前", "文字列"},
    Column{"職位", "本務の職位", "文字列"},
    Column{"計画の対象", "計画が人数に数える職員であるか", "0=いいえ 1=はい"},
    Column{"休職等", "基準日に休業・休職中か", "0=いいえ 1=はい"},
    Column{"スキルコード", "計画のスキルのコード", "文字列"},
    Column{"スキル", "計画のスキルの名前", "文字列"},
    Column{"領域", "スキルの領域の名前", "文字列"},
    Column{"要件", "人材区分による印", "必須、業務による"},
    Column{"状態", "基準日に有効な根拠があるか", "保有、不足、未判断"},
};

constexpr std::array kMapColumns{
    Column{"全国地方公共団体コード", "市区町村のコード（総務省）", "6桁の数字"},
    Column{"地方公共団体名", "市区町村の名前", "文字列"},
    Column{"基準日", "この日の時点の内容", "YYYY-MM-DD"},
    Column{"計画", "基準日に施行されている計画", "文字列"},
    Column{"区分コード", "人材区分のコード", "文字列"},
    Column{"人材区分", "人材区分の名前", "文字列"},
    Column{"スキルコード", "スキルのコード", "文字列"},
    Column{"スキル", "スキルの名前", "文字列"},
    Column{"領域", "スキルの領域の名前", "文字列"},
    Column{"種別", "知識・技能・能力の別", "knowledge=知識 skill=技能 ability=能力"},
    Column{"要件", "計画の印", "必須、業務による"},
    Column{"範囲", "求められる範囲", "unspecified=指定なし own_work=担当業務 section=所属 city=全庁"},
    Column{"条件", "印に添えられた言葉", "文字列"},
    Column{"継承元", "印が書かれた区分（この区分自身の印なら空）", "文字列"},
    Column{"確度", "計画書の読み取りの確かさ", "certain=確実 near_certain=ほぼ確実 high=高い medium=中 low=低い"},
    Column{"注記", "読み取りについての注記", "文字列"},
    Column{"計画書の箇所", "印が書かれた箇所", "文字列"},
    Column{"必要な職員数", "区分の職員のうち必要とする人数（単位：人）", "整数"},
    Column{"保有する職員数", "そのうち保有する人数（単位：人）", "整数"},
};

constexpr std::array kChangeColumns{
    Column{"全国地方公共団体コード", "市区町村のコード（総務省）", "6桁の数字"},
    Column{"地方公共団体名", "市区町村の名前", "文字列"},
    Column{"比較日", "変わる前として見た日", "YYYY-MM-DD"},
    Column{"基準日", "変わった後として見た日", "YYYY-MM-DD"},
    Column{"区分コード", "人材区分のコード", "文字列"},
    Column{"人材区分", "人材区分の名前", "文字列"},
    Column{"変化", "区分に入ったか外れたか", "入った、外れた"},
    Column{"職員番号", "基準日（または比較日）に使っている番号", "文字列（先頭の0を含む）"},
    Column{"氏名", "届け出た表記のとおり", "文字列"},
    Column{"区分の理由", "人材区分に入る理由", "文字列"},
    Column{"前の所属", "比較日の本務の所属", "文字列"},
    Column{"前の職位", "比較日の職位", "文字列"},
    Column{"前の事実", "比較日に規則が見た事実", "文字列（、で区切る）"},
    Column{"後の所属", "基準日の本務の所属", "文字列"},
    Column{"後の職位", "基準日の職位", "文字列"},
    Column{"後の事実", "基準日に規則が見た事実", "文字列（、で区切る）"},
};

constexpr std::array<std::string_view, 17> kNames{
    "地方公共団体名", "計画", "氏名",         "所属の階層", "職位",     "スキル",   "領域",     "人材区分", "条件",
    "継承元",         "注記", "計画書の箇所", "区分の理由", "前の所属", "前の職位", "後の所属", "後の職位"};

Cell words(std::string value) { return Cell::of(std::move(value)); }
Cell flag(bool value) { return Cell::of(value ? 1.0 : 0.0); }
Cell count(std::int64_t value) { return Cell::of(static_cast<double>(value)); }

/// In a record of a CSV file no line may break.
Cell line(std::string text)
{
    std::replace(text.begin(), text.end(), '\n', ' ');
    return words(std::move(text));
}

template <class Enum>
Cell code(Enum value)
{
    return words(boost::describe::enum_to_string(value, ""));
}

template <std::size_t n>
SheetOut table(std::string name, std::array<Column, n> const& columns)
{
    SheetOut sheet{.name = std::move(name), .header = {}, .rows = {}, .title = {}};
    for (auto const& column : columns) sheet.header.emplace_back(column.name);
    return sheet;
}

template <std::size_t n>
SheetOut meanings(std::array<Column, n> const& columns)
{
    SheetOut sheet{.name = "項目の説明", .header = {"項目名", "説明", "形式"}, .rows = {}, .title = {}};
    for (auto const& column : columns)
        sheet.rows.push_back(
            {words(std::string{column.name}), words(std::string{column.meaning}), words(std::string{column.form})});
    return sheet;
}

/// The rules of the count, as the screen's 「なぜ？」 says them.
SheetOut rules_of_the_gap(GapIndex const& index)
{
    auto const& plan = index.plan();
    auto const population = plan::parse_rule(plan.population.rule.empty() ? "everyone" : plan.population.rule).root;
    SheetOut sheet{.name = "数え方", .header = {"事項", "内容"}, .rows = {}, .title = {}};
    auto const say = [&](char const* what, std::string text) { sheet.rows.push_back({words(what), line(std::move(text))}); };
    say("基準日", to_iso(index.roster().on));
    say("計画", plan.document.title);
    say("計画の対象", plan::sentence_ja(population, plan));
    say("計画の対象の箇所", plan.population.clause);
    say("必須", "人材区分のスキルマップが必須とするスキル。区分が前提とする区分の印も含む。");
    say("業務による", "業務により求められるスキル。所属長が必要と判断したものを数え、判断のないものは未判断とする。");
    say("保有", "所属長の確認、研修の修了、試験などの根拠が基準日に有効なもの。自己評価は含まない。");
    say("不足", "必要で、保有していないもの。休職中の職員と計画の対象でない職員は、人数の集計に数えない。");
    return sheet;
}

std::string area_name(plan::Plan const& plan, std::string_view code)
{
    auto const area = std::find_if(plan.areas.begin(), plan.areas.end(), [&](auto const& each) { return each.code == code; });
    return area == plan.areas.end() ? std::string{} : area->name;
}

std::string_view state_of(PersonCell cell)
{
    switch (cell) {
        case PersonCell::held: return "保有";
        case PersonCell::missing: return "不足";
        case PersonCell::undecided: return "未判断";
        case PersonCell::none: break;
    }
    return "";
}

std::vector<std::uint32_t> rows_in_sight(GapIndex const& index, people::Seeing const& seeing, std::optional<people::Place> unit)
{
    auto const& roster = index.roster();
    auto const [first, last] = unit ? roster.rows_within(*unit) : std::pair{0U, static_cast<std::uint32_t>(roster.people.size())};
    std::vector<std::uint32_t> rows;
    for (auto row = first; row < last; ++row) {
        if (seeing.sees(roster.people[row])) rows.push_back(row);
    }
    return rows;
}

void gap_rows(GapIndex const& index, std::uint32_t row, SheetOut& sheet)
{
    auto const& plan = index.plan();
    auto const& roster = index.roster();
    auto const& person = roster.people[row];
    auto const& standing = index.standings()[row];
    auto const required = index.map().required(standing.categories);
    auto const nowhere = person.place() == people::kNowhere;
    for (std::size_t skill = 0; skill < plan.skills.size(); ++skill) {
        auto const cell = cell_of(standing, skill);
        if (cell == PersonCell::none) continue;
        auto const& item = plan.skills[skill];
        sheet.rows.push_back(
            {words(plan.municipality.area_code), words(plan.municipality.name), Cell::of(roster.on), words(plan.document.title),
             words(roster.words.text(person.staff_no)), words(roster.words.text(person.name)),
             words(nowhere ? "" : roster.tree.at(person.place()).code), words(nowhere ? "" : roster.tree.path(person.place())),
             words(person.posts.empty() ? "" : roster.words.text(person.posts.front().rank)), flag(standing.counted),
             flag(person.on_leave), words(item.code), words(item.name), words(area_name(plan, item.area)),
             words(required.test(skill) ? "必須" : "業務による"), words(std::string{state_of(cell)})});
    }
}

char const* sign_of(PersonCell cell)
{
    switch (cell) {
        case PersonCell::held: return "○";
        case PersonCell::missing: return "不足";
        case PersonCell::undecided: return "★";
        case PersonCell::none: break;
    }
    return "";
}

/// People × the skills that somebody among them needs.
SheetOut gap_for_paper(GapIndex const& index, std::vector<std::uint32_t> const& rows, std::optional<people::Place> unit)
{
    auto const& roster = index.roster();
    auto const& skills = index.plan().skills;
    SkillSet shown;
    for (auto const row : rows) shown |= index.standings()[row].needed | index.standings()[row].open;
    SheetOut sheet{.name = "スキルの不足",
                   .header = {"所属", "職位", "氏名"},
                   .rows = {},
                   .pretty = true,
                   .title = index.plan().municipality.name + " スキルの保有と不足（" +
                            (unit ? roster.tree.at(*unit).name : std::string{"全庁"}) + "、" + text::era_text(roster.on) +
                            "現在。○=保有、★=業務に必要か未判断）"};
    for (std::size_t skill = 0; skill < skills.size(); ++skill) {
        if (shown.test(skill)) sheet.header.push_back(skills[skill].name);
    }
    for (auto const row : rows) {
        auto const& person = roster.people[row];
        Row line{words(person.place() == people::kNowhere ? "" : roster.tree.path(person.place())),
                 words(person.posts.empty() ? "" : roster.words.text(person.posts.front().rank)),
                 words(roster.words.text(person.name) + (person.on_leave ? "（休職中）" : ""))};
        for (std::size_t skill = 0; skill < skills.size(); ++skill) {
            if (shown.test(skill)) line.push_back(words(sign_of(cell_of(index.standings()[row], skill))));
        }
        sheet.rows.push_back(std::move(line));
    }
    return sheet;
}

Row map_row(GapIndex const& index, SkillMapView const& map, MapViewCell const& cell)
{
    auto const& plan = index.plan();
    auto const named = [](auto const& items, std::string_view code) {
        return *std::find_if(items.begin(), items.end(), [&](auto const& item) { return item.code == code; });
    };
    auto const category = named(map.categories, cell.category);
    auto const skill = named(map.skills, cell.skill);
    return {words(plan.municipality.area_code),
            words(plan.municipality.name),
            Cell::of(index.roster().on),
            words(plan.document.title),
            words(category.code),
            words(category.name),
            words(skill.code),
            words(skill.name),
            words(area_name(plan, skill.area)),
            code(skill.kind),
            words(cell.mark == plan::Mark::required ? "必須" : "業務による"),
            code(cell.scope),
            line(cell.qualifier),
            words(cell.inherited_from.value_or("")),
            code(cell.confidence),
            line(cell.note),
            line(cell.clause),
            count(cell.people),
            count(cell.held)};
}

/// Skills × categories with the plan's signs, as the plan document prints it.
SheetOut map_for_paper(GapIndex const& index)
{
    auto const& plan = index.plan();
    auto const& map = index.map();
    SheetOut sheet{.name = "スキルマップ",
                   .header = {"領域", "スキル"},
                   .rows = {},
                   .pretty = true,
                   .title = plan.municipality.name + " スキルマップ（" + text::era_text(index.roster().on) +
                            "現在。●=必須、★=業務により求められる、空欄=指定なし）"};
    for (std::size_t category = 0; category < map.categories(); ++category)
        sheet.header.push_back(plan.categories[category].name);
    for (std::size_t skill = 0; skill < plan.skills.size(); ++skill) {
        Row line{words(area_name(plan, plan.skills[skill].area)), words(plan.skills[skill].name)};
        for (std::size_t category = 0; category < map.categories(); ++category) {
            auto const* requirement = map.cell(category, skill).requirement;
            line.push_back(words(!requirement ? "" : requirement->mark == plan::Mark::required ? "●" : "★"));
        }
        sheet.rows.push_back(std::move(line));
    }
    return sheet;
}

std::string joined(std::vector<std::string> const& texts)
{
    std::string all;
    for (auto const& text : texts) all += (all.empty() ? "" : "、") + text;
    return all;
}

std::string unit_of(ChangeSide const& side)
{
    switch (side.presence) {
        case Presence::absent: return "在籍なし";
        case Presence::hidden: return "閲覧範囲外";
        case Presence::seen: break;
    }
    return side.unit_name;
}

}  // namespace

std::span<std::string_view const> export_name_columns() { return kNames; }

Exported gap_tables(GapIndex const& index, people::Seeing const& seeing, std::optional<people::Place> unit, bool pretty)
{
    auto const rows = rows_in_sight(index, seeing, unit);
    Exported made;
    for (auto const row : rows) made.named.push_back(index.roster().people[row].id);
    if (pretty) {
        made.tables.push_back(gap_for_paper(index, rows, unit));
        return made;
    }
    auto sheet = table("スキルの不足", kGapColumns);
    for (auto const row : rows) gap_rows(index, row, sheet);
    made.tables = {std::move(sheet), meanings(kGapColumns), rules_of_the_gap(index)};
    return made;
}

Exported map_tables(GapIndex const& index, bool pretty)
{
    if (pretty) return {{map_for_paper(index)}, {}};
    auto const map = map_view(index);
    auto sheet = table("スキルマップ", kMapColumns);
    for (auto const& cell : map.cells) sheet.rows.push_back(map_row(index, map, cell));
    return {{std::move(sheet), meanings(kMapColumns)}, {}};
}

Exported change_tables(CategoryChanges const& changes, people::Area const& area, bool pretty)
{
    Exported made;
    auto sheet = table("人材区分の変化", kChangeColumns);
    for (auto const& row : changes.rows) {
        made.named.push_back(row.staff);
        sheet.rows.push_back({words(area.code), words(area.name), Cell::of(changes.from), Cell::of(changes.on),
                              words(row.category), words(row.category_name),
                              words(row.move == MembershipMove::entered ? "入った" : "外れた"), words(row.staff_no),
                              words(row.name), line(row.reason), words(unit_of(row.before)), words(row.before.rank),
                              line(joined(row.before.because)), words(unit_of(row.after)), words(row.after.rank),
                              line(joined(row.after.because))});
    }
    if (pretty) {
        sheet.pretty = true;
        sheet.title =
            area.name + " 人材区分の変化（" + text::era_text(changes.from) + "から" + text::era_text(changes.on) + "まで）";
        made.tables.push_back(std::move(sheet));
    } else {
        made.tables = {std::move(sheet), meanings(kChangeColumns)};
    }
    return made;
}

}  // namespace skills
