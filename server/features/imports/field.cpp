#include "features/imports/field.hpp"

#include "platform/core/refused.hpp"
#include "platform/sheets/header.hpp"

#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>

#include <algorithm>
#include <charconv>
#include <unordered_map>

namespace imports {
namespace {

using Names = std::string_view;
// clang-format off
constexpr Names kStaffNo[] = {"職員番号", "職員コード", "職員No", "職員No.", "職員ID", "社員番号", "社員コード", "個人番号コード", "所属員番号", "番号", "職員", "コード"};
constexpr Names kName[] = {"氏名", "職員氏名", "名前", "漢字氏名", "氏名漢字", "氏名(漢字)", "職員名", "使用氏名", "通称氏名"};
constexpr Names kKana[] = {"カナ", "カナ氏名", "氏名カナ", "氏名(カナ)", "フリガナ", "ふりがな", "ふり仮名", "振り仮名", "氏名フリガナ", "職員カナ氏名", "職員氏名カナ", "読み", "読み仮名", "ヨミガナ", "氏名かな"};
constexpr Names kFormerName[] = {"旧姓", "旧氏", "旧姓氏名", "旧氏名", "旧姓使用"};
constexpr Names kLegalName[] = {"戸籍氏名", "戸籍名", "本名", "戸籍上の氏名"};
constexpr Names kEmail[] = {"メール", "メールアドレス", "Eメール", "電子メール", "email", "e-mail", "mail"};
constexpr Names kJoinedOn[] = {"採用年月日", "採用日", "採用発令日", "入庁年月日", "入庁日", "採用"};
constexpr Names kLeftOn[] = {"退職日", "退職年月日", "離職日", "離職年月日", "退職"};
constexpr Names kMovedOn[] = {"異動日", "異動年月日", "発令日", "発令年月日", "現所属発令日", "現所属異動年月日", "配属日", "現所属年月日", "現職発令年月日"};
constexpr Names kUnitCode[] = {"所属コード", "所属CD", "課コード", "組織コード", "所属番号", "所属課コード", "部署コード"};
constexpr Names kUnit[] = {"所属", "所属名", "所属名称", "部署", "部署名", "組織", "組織名", "所属部署", "配属先", "勤務所属", "部課名", "部課係名"};
constexpr Names kUnit1[] = {"部", "部名", "部局", "部局名", "所属部", "所属 部", "所属 部名", "部等", "所属部局", "部等名称"};
constexpr Names kUnit2[] = {"課", "課名", "課所", "課室", "課室名", "所属 課", "所属 課名", "課等", "課等名称", "課かい", "所属課", "所属課名"};
constexpr Names kUnit3[] = {"係", "係名", "班", "班名", "担当", "担当名", "グループ", "所属係", "所属 係", "所属 係名", "係等", "係等名称", "チーム"};
constexpr Names kPostingKind[] = {"本務兼務", "本兼区分", "本務兼務区分", "本務・兼務", "発令区分", "兼務区分", "本務/兼務", "本兼", "主務兼務区分"};
constexpr Names kRank[] = {"職位", "役職", "職名", "補職", "役職名", "職位名", "補職名", "職階", "職名称", "役職名称", "職"};
constexpr Names kTitle[] = {"職名(発令)", "発令職名", "名称職"};
constexpr Names kIsHead[] = {"所属長", "所属長区分", "所属長フラグ"};
constexpr Names kEmployment[] = {"任用形態", "雇用形態", "職員区分", "任用区分", "任用", "雇用区分", "勤務形態", "任用種別", "職員種別", "身分"};
constexpr Names kOccupation[] = {"職種", "職種名", "職種区分", "職種名称"};
constexpr Names kRecruitment[] = {"採用区分", "採用種別", "採用職種", "採用試験区分", "試験区分"};
constexpr Names kUsesPc[] = {"PC使用", "PC利用", "パソコン使用", "パソコン利用", "PC", "PC配備", "端末", "端末利用", "PC有無", "端末配備"};
constexpr Names kIsExternal[] = {"外部人材", "外部人材区分"};
constexpr Names kSystems[] = {"担当システム", "担当システム名", "業務システム", "担当業務システム", "所管システム"};
constexpr Names kConcurrentUnit[] = {"兼務所属", "兼務所属名", "兼務先", "兼務課", "兼務所属1", "兼務所属2", "兼務所属3", "兼務1", "兼務2", "兼務 所属", "兼務"};
constexpr Names kConcurrentRank[] = {"兼務職名", "兼務職位", "兼務役職", "兼務職名1", "兼務職名2", "兼務職名3", "兼務 職名", "兼務 職位", "兼務 役職"};
constexpr Names kLeaveKind[] = {"休職", "育休", "休業", "休職区分", "休業区分", "休職・休業区分", "休職等", "休職育休", "休職・育休", "休職/育休", "育休等", "休暇区分", "休職事由", "育休休職区分", "休業等", "長期休暇"};
constexpr Names kLeaveFrom[] = {"休職開始日", "休業開始日", "育休開始日", "休職期間", "休業期間", "育休期間", "休職等期間", "休職開始年月日", "休職 期間", "休職 開始日", "休職・育休 開始日", "休職・育休 期間", "開始日"};
constexpr Names kLeaveUntil[] = {"休職終了日", "休業終了日", "育休終了日", "休職終了年月日", "休職 終了日", "休職・育休 終了日", "終了日", "復職予定日前日"};

constexpr FieldText kTexts[] = {
    {Field::staff_no, "職員番号", "Staff number", true, false, kStaffNo},
    {Field::name, "氏名", "Name", true, false, kName},
    {Field::kana, "カナ", "Kana", false, false, kKana},
    {Field::former_name, "旧姓", "Former name", false, false, kFormerName},
    {Field::legal_name, "戸籍氏名", "Name in the family register", false, false, kLegalName},
    {Field::email, "メール", "E-mail", false, false, kEmail},
    {Field::joined_on, "採用年月日", "Joined on", false, false, kJoinedOn},
    {Field::left_on, "退職日(最後の在職日)", "Last day employed", false, false, kLeftOn},
    {Field::moved_on, "異動日", "Moved on", false, false, kMovedOn},
    {Field::unit_code, "所属コード", "Section code", false, false, kUnitCode},
    {Field::unit, "所属", "Section", false, false, kUnit},
    {Field::unit_1, "部", "Department", false, false, kUnit1},
    {Field::unit_2, "課", "Division", false, false, kUnit2},
    {Field::unit_3, "係", "Unit", false, false, kUnit3},
    {Field::posting_kind, "本務・兼務の別", "Primary or concurrent", false, false, kPostingKind},
    {Field::rank, "職位", "Rank", false, false, kRank},
    {Field::title, "職名", "Title", false, false, kTitle},
    {Field::is_head, "所属長", "Head of the section", false, false, kIsHead},
    {Field::employment, "任用形態", "Employment", false, false, kEmployment},
    {Field::occupation, "職種", "Occupation", false, false, kOccupation},
    {Field::recruitment, "採用区分", "Recruitment class", false, false, kRecruitment},
    {Field::uses_pc, "PC使用", "Uses a PC", false, false, kUsesPc},
    {Field::is_external, "外部人材", "External expert", false, false, kIsExternal},
    {Field::systems, "担当システム", "Systems in charge", false, true, kSystems},
    {Field::concurrent_unit, "兼務所属", "Concurrent section", false, true, kConcurrentUnit},
    {Field::concurrent_rank, "兼務職名", "Concurrent title", false, true, kConcurrentRank},
    {Field::leave_kind, "休職・育休", "Leave", false, false, kLeaveKind},
    {Field::leave_from, "休職・育休の開始日(または期間)", "Leave from (or period)", false, false, kLeaveFrom},
    {Field::leave_until, "休職・育休の終了日(最後の日)", "Last day of leave", false, false, kLeaveUntil},
};
static_assert(std::size(kTexts) == kFields);

constexpr Names kLeftOut[] = {"生年月日", "年齢", "性別", "住所", "電話番号", "備考", "摘要", "個人番号", "マイナンバー", "給料", "号給", "級", "号"};
// clang-format on

// Names of columns that also stand in cells: they do not tell a header from a row.
constexpr Names kAlsoValues[] = {"兼務", "休職", "育休",   "休業",     "職員", "担当",
                                 "採用", "退職", "チーム", "グループ", "番号", "コード"};

std::unordered_map<std::string, Field> const& fields_by_key()
{
    static auto const map = [] {
        std::unordered_map<std::string, Field> fields;
        for (auto const& text : kTexts)
            for (auto const name : text.synonyms) fields.emplace(sheets::column_key(name), text.field);
        return fields;
    }();
    return map;
}

// "所属 部" is found whole; "人事 職名" by its last word.
std::optional<Field> meaning(std::string_view header)
{
    auto const& known = fields_by_key();
    if (auto const found = known.find(sheets::column_key(header)); found != known.end()) return found->second;
    auto const space = header.rfind(' ');
    if (space == header.npos) return std::nullopt;
    auto const found = known.find(sheets::column_key(header.substr(space + 1)));
    return found == known.end() ? std::nullopt : std::optional{found->second};
}

[[noreturn]] void refuse(std::string pointer, std::string ja, std::string en)
{
    throw Refused{Code::invalid_input, {ja, en}, {{std::move(pointer), ja, en}}};
}

}  // namespace

std::span<FieldText const> fields() { return kTexts; }

FieldText const& text_of(Field field) { return kTexts[static_cast<std::size_t>(field)]; }

std::string_view name_of(Field field) { return boost::describe::enum_to_string(field, ""); }

std::optional<Field> field_named(std::string_view name)
{
    Field field{};
    if (!boost::describe::enum_from_string(std::string(name).c_str(), field)) return std::nullopt;
    return field;
}

std::vector<std::string_view> const& known_headers()
{
    static auto const all = [] {
        std::vector<std::string_view> names;
        for (auto const& text : kTexts)
            std::copy_if(text.synonyms.begin(), text.synonyms.end(), std::back_inserter(names), [](auto name) {
                return std::find(std::begin(kAlsoValues), std::end(kAlsoValues), name) == std::end(kAlsoValues);
            });
        names.insert(names.end(), std::begin(kLeftOut), std::end(kLeftOut));
        return names;
    }();
    return all;
}

bool is_left_out(std::string_view header)
{
    auto const key = sheets::column_key(header);
    return std::any_of(std::begin(kLeftOut), std::end(kLeftOut), [&](auto name) { return sheets::column_key(name) == key; });
}

std::vector<std::optional<Field>> propose(std::vector<std::string> const& headers)
{
    std::vector<std::optional<Field>> proposed(headers.size());
    std::array<std::optional<std::size_t>, kFields> taken;
    for (std::size_t i = 0; i < headers.size(); ++i) {
        auto field = meaning(headers[i]);
        if (!field) continue;
        auto& first = taken[static_cast<std::size_t>(*field)];
        if (first && !text_of(*field).several) {
            // 職位 and 職名 side by side: the first is the rank, the second the title as given.
            if (*field != Field::rank || taken[static_cast<std::size_t>(Field::title)]) continue;
            field = Field::title;
            taken[static_cast<std::size_t>(Field::title)] = i;
        } else if (!first) {
            first = i;
        }
        proposed[i] = field;
    }
    return proposed;
}

Columns::Columns(std::vector<std::optional<Field>> const& fields)
{
    for (std::size_t i = 0; i < fields.size(); ++i)
        if (fields[i]) columns_[static_cast<std::size_t>(*fields[i])].push_back(i);
    for (auto const& text : kTexts) {
        auto const& columns = of(text.field);
        auto const label = std::string(text.label);
        if (text.required && columns.empty())
            refuse("/columns", "「" + label + "」の列を選んでください。",
                   "Choose the column for \"" + std::string(text.label_en) + "\".");
        if (!text.several && columns.size() > 1)
            refuse("/columns/" + std::to_string(columns[1]), "「" + label + "」に2つの列が選ばれています。1つにしてください。",
                   "\"" + std::string(text.label_en) + "\" has two columns; choose one.");
    }
}

Columns::Columns(std::map<std::string, std::string> const& by_index, std::size_t width)
    : Columns([&] {
          std::vector<std::optional<Field>> fields(width);
          for (auto const& [index, name] : by_index) {
              std::size_t column = 0;
              auto const [end, error] = std::from_chars(index.data(), index.data() + index.size(), column);
              if (error != std::errc{} || end != index.data() + index.size() || column >= width)
                  refuse("/columns/" + index, "この表に" + index + "番目の列はありません。",
                         "This table has no column " + index + ".");
              if (name.empty()) continue;
              fields[column] = field_named(name);
              if (!fields[column])
                  refuse("/columns/" + index, "「" + name + "」という項目はありません。", "There is no field \"" + name + "\".");
          }
          return fields;
      }())
{
}

bool Columns::has_unit() const
{
    return has(Field::unit_code) || has(Field::unit) || has(Field::unit_1) || has(Field::unit_2) || has(Field::unit_3);
}

}  // namespace imports
