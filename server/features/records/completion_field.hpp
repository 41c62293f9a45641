// What a column of a completion list can mean, and the names that J-LIS, LoGoフォーム, Udemy and the like give such columns.
#pragma once
#include "features/imports/sheet_file.hpp"

#include <boost/describe/enum.hpp>

#include <array>
#include <map>

namespace records {

enum class Field : std::uint8_t { staff_no, name, family_name, given_name, email, course, completed_on, state };
BOOST_DESCRIBE_ENUM(Field, staff_no, name, family_name, given_name, email, course, completed_on, state)
inline constexpr std::size_t kFields = 8;

struct FieldText {
    Field field;
    std::string_view label, label_en;
    std::span<std::string_view const> synonyms;
};
std::span<FieldText const> fields();
std::string_view name_of(Field);
std::optional<Field> field_named(std::string_view);

/// Every synonym, for finding the header row.
std::span<std::string_view const> known_headers();

/// What each header means, as far as its name says; the first column of a meaning has it.
std::vector<std::optional<Field>> propose(std::vector<std::string> const& headers);

/// Which column carries which field.
class Columns {
public:
    explicit Columns(std::vector<std::optional<Field>> const&);
    /// Refuses with invalid_input: a column that is not there, an unknown field, a field twice, nothing that says who.
    Columns(std::map<std::string, std::optional<std::string>> const& by_index, std::size_t width);

    std::optional<std::size_t> of(Field field) const { return columns_[static_cast<std::size_t>(field)]; }
    bool has(Field field) const { return of(field).has_value(); }
    /// By column, as it is remembered: empty for one that is left out.
    std::vector<std::string> names() const;

private:
    void must_say_who() const;
    std::array<std::optional<std::size_t>, kFields> columns_;
};

/// Who keeps such a list, as far as its header tells: Udemy, LoGoフォーム, J-LIS; empty when it does not.
std::string_view source_of(std::vector<std::string> const& headers);

}  // namespace records
