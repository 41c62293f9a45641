// What every section said in one year, and in the year before. Answers belong to the section as it was asked; what was said the
// year before is looked up through what became of the sections since.
#pragma once
#include "features/people/units.hpp"
#include "features/selfcheck/remedies.hpp"

#include <map>

namespace selfcheck {

/// A section as it was asked.
struct AskedRow {
    OrgUnitId unit_id;
    std::string code, name;
    std::optional<Instant> submitted_at;
};
BOOST_DESCRIBE_STRUCT(AskedRow, (), (unit_id, code, name, submitted_at))

struct Said {
    Choice answer = Choice::yes;
    std::string remark;
};
inline std::optional<Choice> answer_of(Said const* said) { return said ? std::optional{said->answer} : std::nullopt; }

class Year {
public:
    using BySection = std::map<OrgUnitId, Said>;
    Year(http::Call const&, CheckRow const&);

    Checklist const& list() const { return list_; }
    std::vector<AskedRow> const& sections() const { return sections_; }
    /// Null when the item was not asked, or answered by nobody.
    BySection const* said(std::string const& item) const;
    Said const* said(std::string const& item, OrgUnitId asked) const;

private:
    Checklist list_;
    std::vector<AskedRow> sections_;
    std::map<std::string, BySection> by_item_;  ///< of sections that have submitted
};

class Years {
public:
    /// Refuses with not_found a draft.
    Years(http::Call const&, SelfcheckId);

    CheckRow row;
    std::optional<CheckRow> row_before;
    std::optional<Year> year, before;
    /// What the section, or the one that it carries on, said the year before; null where that were two.
    Said const* said_before(std::string const& item, OrgUnitId asked) const;

private:
    std::map<OrgUnitId, OrgUnitId> earlier_;  ///< by the section as it was asked this year
};

/// Of each of `now` the one section of `before` that it is or carries on; none where there is no such, or more than one.
std::map<OrgUnitId, OrgUnitId> earlier_sections(db::Tx&, std::vector<OrgUnitId> const& now, std::vector<OrgUnitId> const& before,
                                                Date today);

}  // namespace selfcheck
