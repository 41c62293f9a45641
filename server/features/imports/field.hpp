// What a column of a roster can mean, and the names cities give such columns.
#pragma once
#include <boost/describe/enum.hpp>

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace imports {

enum class Field : std::uint8_t {
    staff_no,
    name,
    kana,
    former_name,
    legal_name,
    email,
    joined_on,
    left_on,
    moved_on,
    unit_code,
    unit,
    unit_1,
    unit_2,
    unit_3,
    posting_kind,
    rank,
    title,
    is_head,
    employment,
    occupation,
    recruitment,
    uses_pc,
    is_external,
    systems,
    concurrent_unit,
    concurrent_rank,
    leave_kind,
    leave_from,
    leave_until,
};
BOOST_DESCRIBE_ENUM(Field, staff_no, name, kana, former_name, legal_name, email, joined_on, left_on, moved_on, unit_code, unit,
                    unit_1, unit_2, unit_3, posting_kind, rank, title, is_head, employment, occupation, recruitment, uses_pc,
                    is_external, systems, concurrent_unit, concurrent_rank, leave_kind, leave_from, leave_until)
inline constexpr std::size_t kFields = 29;

struct FieldText {
    Field field;
    std::string_view label;
    std::string_view label_en;
    bool required;
    bool several;  ///< more than one column may be this: 兼務所属1, 兼務所属2
    std::span<std::string_view const> synonyms;
};
std::span<FieldText const> fields();
FieldText const& text_of(Field);
std::string_view name_of(Field);
std::optional<Field> field_named(std::string_view);

/// Every synonym, for finding the header row.
std::vector<std::string_view> const& known_headers();

/// What each header means, as far as its name says; a column that means nothing to a roster has no field.
std::vector<std::optional<Field>> propose(std::vector<std::string> const& headers);
/// 生年月日 and its like: recognised, and left out on purpose.
bool is_left_out(std::string_view header);

/// Which columns carry which field.
class Columns {
public:
    Columns() = default;
    /// Refuses with invalid_input: an unknown field, a field twice, no staff number or no name.
    explicit Columns(std::map<std::string, std::string> const& by_index, std::size_t width);
    explicit Columns(std::vector<std::optional<Field>> const&);

    bool has(Field field) const { return !of(field).empty(); }
    std::vector<std::size_t> const& of(Field field) const { return columns_[static_cast<std::size_t>(field)]; }
    bool has_unit() const;

private:
    std::array<std::vector<std::size_t>, kFields> columns_;
};

}  // namespace imports
