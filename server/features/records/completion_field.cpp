#include "features/records/completion_field.hpp"

#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>

#include <algorithm>
#include <charconv>

namespace records {
namespace {

using Names = std::string_view;
// clang-format off
constexpr Names kStaffNo[] = {"職員番号", "職員コード", "職員No", "職員No.", "職員ID", "社員番号", "社員コード", "受講者番号", "受講者ID", "ユーザーID", "ユーザID", "ログインID", "アカウント", "staff_no", "Employee ID", "External ID", "User ID", "User External ID"};
constexpr Names kName[] = {"氏名", "職員氏名", "名前", "お名前", "受講者氏名", "受講者名", "受講者", "氏名(漢字)", "漢字氏名", "ユーザー名", "name", "Name", "User Name", "Full Name", "Learner"};
constexpr Names kFamilyName[] = {"姓", "氏", "苗字", "名字", "Last Name", "Surname", "User Surname", "Family Name"};
constexpr Names kGivenName[] = {"名", "First Name", "User First Name", "Given Name"};
constexpr Names kEmail[] = {"メール", "メールアドレス", "Eメール", "電子メール", "E-mail", "email", "User Email", "Email Address"};
constexpr Names kCourse[] = {"研修名", "研修名称", "講座名", "講座名称", "コース名", "コース名称", "コース", "講座", "研修", "受講講座", "受講した研修", "受講科目", "科目名", "教材名", "研修コード", "course", "Course", "Course Title", "Course Name", "Content Title"};
constexpr Names kCompletedOn[] = {"修了日", "修了年月日", "修了日時", "完了日", "完了日時", "受講完了日", "受講日", "受講年月日", "合格日", "回答日", "回答日時", "送信日時", "登録日時", "completed_on", "Completion Date", "Completed Date", "Course Completion Date", "Date Completed", "Completed At"};
constexpr Names kState[] = {"修了状況", "修了", "受講状況", "受講状態", "状態", "ステータス", "進捗", "進捗率", "進捗状況", "合否", "判定", "結果", "修了区分", "status", "Status", "Completion Status", "Completion Ratio", "% Completed", "Progress", "Course Progress"};

constexpr FieldText kTexts[] = {
    {Field::staff_no, "職員番号", "Staff number", kStaffNo},
    {Field::name, "氏名", "Name", kName},
    {Field::family_name, "姓", "Family name", kFamilyName},
    {Field::given_name, "名", "Given name", kGivenName},
    {Field::email, "メール", "E-mail", kEmail},
    {Field::course, "研修名", "Course", kCourse},
    {Field::completed_on, "修了日", "Completed on", kCompletedOn},
    {Field::state, "修了・未修了、進捗", "Completed or not, progress", kState},
};
// clang-format on
static_assert(std::size(kTexts) == kFields);

// Names of columns that also stand in cells: they do not tell a header from a row.
constexpr Names kAlsoValues[] = {"修了", "氏", "名", "姓", "研修", "コース", "受講者"};

struct Keeper {
    std::string_view header, name;
};
constexpr Keeper kKeepers[] = {{"Course Title", "Udemy"},    {"User Role", "Udemy"},       {"Completion Ratio", "Udemy"},
                               {"回答日時", "LoGoフォーム"}, {"受付番号", "LoGoフォーム"}, {"送信日時", "LoGoフォーム"},
                               {"団体コード", "J-LIS"},      {"団体名", "J-LIS"}};

[[noreturn]] void refuse(std::string pointer, std::string ja, std::string en)
{
    throw Refused{Code::invalid_input, {ja, en}, {{std::move(pointer), ja, en}}};
}

std::optional<Field> meaning(std::string_view header)
{
    auto const key = sheets::column_key(header);
    for (auto const& text : kTexts)
        for (auto const name : text.synonyms)
            if (sheets::column_key(name) == key) return text.field;
    return std::nullopt;
}

std::size_t column_number(std::string const& index, std::size_t width)
{
    std::size_t column = 0;
    auto const [end, error] = std::from_chars(index.data(), index.data() + index.size(), column);
    if (error != std::errc{} || end != index.data() + index.size() || column >= width)
        refuse("/columns/" + index, "この表に" + index + "番目の列はありません。", "This table has no column " + index + ".");
    return column;
}

std::vector<std::optional<Field>> chosen(std::map<std::string, std::optional<std::string>> const& by_index, std::size_t width)
{
    std::vector<std::optional<Field>> fields(width);
    for (auto const& [index, name] : by_index) {
        auto const column = column_number(index, width);
        if (!name || name->empty()) continue;
        fields[column] = field_named(*name);
        if (!fields[column])
            refuse("/columns/" + index, "「" + *name + "」という項目はありません。", "There is no field \"" + *name + "\".");
    }
    return fields;
}

}  // namespace

std::span<FieldText const> fields() { return kTexts; }

std::string_view name_of(Field field) { return boost::describe::enum_to_string(field, ""); }

std::optional<Field> field_named(std::string_view name)
{
    Field field{};
    if (!boost::describe::enum_from_string(std::string(name).c_str(), field)) return std::nullopt;
    return field;
}

std::span<std::string_view const> known_headers()
{
    static auto const all = [] {
        std::vector<std::string_view> names;
        for (auto const& text : kTexts)
            std::copy_if(text.synonyms.begin(), text.synonyms.end(), std::back_inserter(names), [](auto name) {
                return std::find(std::begin(kAlsoValues), std::end(kAlsoValues), name) == std::end(kAlsoValues);
            });
        for (auto const& keeper : kKeepers) names.push_back(keeper.header);
        return names;
    }();
    return all;
}

std::vector<std::optional<Field>> propose(std::vector<std::string> const& headers)
{
    std::vector<std::optional<Field>> proposed(headers.size());
    std::array<bool, kFields> taken{};
    for (std::size_t i = 0; i < headers.size(); ++i) {
        auto const field = meaning(headers[i]);
        if (!field || std::exchange(taken[static_cast<std::size_t>(*field)], true)) continue;
        proposed[i] = field;
    }
    return proposed;
}

Columns::Columns(std::vector<std::optional<Field>> const& fields)
{
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (!fields[i]) continue;
        auto& column = columns_[static_cast<std::size_t>(*fields[i])];
        if (column) {
            auto const& text = kTexts[static_cast<std::size_t>(*fields[i])];
            refuse("/columns/" + std::to_string(i),
                   "「" + std::string(text.label) + "」に2つの列が選ばれています。1つにしてください。",
                   "\"" + std::string(text.label_en) + "\" has two columns; choose one.");
        }
        column = i;
    }
}

Columns::Columns(std::map<std::string, std::optional<std::string>> const& by_index, std::size_t width)
    : Columns(chosen(by_index, width))
{
    must_say_who();
}

void Columns::must_say_who() const
{
    auto const by_parts = has(Field::family_name) && has(Field::given_name);
    if (has(Field::staff_no) || has(Field::email) || has(Field::name) || by_parts) return;
    refuse("/columns", "「職員番号」「メール」「氏名」のどれかの列を選んでください。",
           "Choose a column for the staff number, the e-mail or the name.");
}

std::vector<std::string> Columns::names() const
{
    std::vector<std::string> names;
    for (auto const& text : kTexts) {
        auto const column = of(text.field);
        if (!column) continue;
        if (names.size() <= *column) names.resize(*column + 1);
        names[*column] = name_of(text.field);
    }
    return names;
}

std::string_view source_of(std::vector<std::string> const& headers)
{
    for (auto const& keeper : kKeepers)
        for (auto const& header : headers)
            if (sheets::column_key(header) == sheets::column_key(keeper.header)) return keeper.name;
    return {};
}

}  // namespace records
