// From the way a roster names a unit to the unit: by code, by path, by name where it is the only one; made where that is allowed.
#pragma once
#include "features/imports/records.hpp"
#include "features/imports/roster_row.hpp"
#include "platform/db/tx.hpp"

#include <deque>
#include <unordered_map>

namespace imports {

struct FoundUnit {
    std::optional<OrgUnitId> id;
    /// Without an id: why not, and what to do. With one: a warning, or nothing.
    std::optional<RowProblem> problem;
};

class Units {
public:
    /// The organisation on the day. New units are numbered from `next_id`.
    Units(db::Tx&, Date as_of, bool create, std::int64_t& next_id);

    FoundUnit const& find(UnitText const&);
    /// Makes what is missing before anything is looked up by a bare name; the fullest paths should come first.
    void expect(UnitText const& text) { look_up(text); }
    FoundUnit const& find_by_name(std::string_view name) { return find({{}, name, {}}); }
    /// 「総務部 情報政策課」
    std::string path(OrgUnitId) const;
    std::string const& kind(OrgUnitId id) const { return units_[rows_.at(id.value)].record.kind; }
    std::vector<UnitRecord> made() const;

private:
    struct Unit {
        UnitRecord record;
        std::string key;  ///< folded name
        bool made = false;
    };
    using Row = std::uint32_t;

    FoundUnit const& look_up(UnitText const&);
    void seen(OrgUnitId);
    void add(UnitRecord, bool made);
    std::optional<Row> parent_of(Row) const;
    FoundUnit look(UnitText const&);
    FoundUnit by_code(UnitText const&, std::string const& code);
    FoundUnit by_parts(std::vector<std::string_view> const& parts, std::string const& code);
    std::vector<Row> candidates(std::vector<std::string_view> const& parts) const;
    bool under(Row, std::vector<std::string> const& keys) const;
    FoundUnit make(std::vector<std::string_view> const& parts, std::string const& code);
    std::optional<Row> child(std::optional<Row> parent, std::string const& key) const;
    std::optional<OrgUnitId> city() const;
    RowProblem unknown(std::string const& given) const;
    std::string nearest(std::string const& given) const;

    Date as_of_;
    bool create_;
    int next_sort_ = 0;
    std::int64_t& next_id_;
    std::vector<Unit> units_;
    std::unordered_map<std::int64_t, Row> rows_;
    std::unordered_map<std::string, Row> codes_;
    std::unordered_map<std::string, std::vector<Row>> by_chain_;  ///< folded names from any ancestor down to the unit
    std::unordered_map<std::string, std::string> successors_;     ///< folded name of an ended unit to its successor's path
    std::unordered_map<std::string, FoundUnit> found_;
};

}  // namespace imports
