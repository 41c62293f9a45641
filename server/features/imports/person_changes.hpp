// One person of a roster against what is known of them: which rows of which tables begin, end or change.
#pragma once
#include "features/imports/compare.hpp"

namespace imports {

struct Post {
    std::optional<OrgUnitId> unit;  ///< none: the roster does not say
    people::PostingKind kind = people::PostingKind::primary;
    std::string rank, title;  ///< empty: the roster does not say
    std::optional<Date> moved_on;
};

/// A person's rows with their units and titles found.
struct Facts {
    RosterRow const* row = nullptr;  ///< none when the file holds only concurrent posts of the person
    Post primary;
    std::vector<Post> others;
    bool others_incomplete = false;  ///< a row about another post was refused: posts that are not named stay
    bool renumbered = false;         ///< the officer says that the new number belongs to this person
};

class PersonChanges {
public:
    PersonChanges(Reading const&, World&, Units&, CompareOptions const&, Instant now, Comparison&);

    void add(Facts const&);
    void change(Known&, Facts const&);
    /// Whoever is not in a whole roster.
    void leave(Known&, Date first_day_gone);
    /// Of the person handled last; shown with their row.
    void warn(RowProblem problem) { report_.problems.push_back(std::move(problem)); }
    void suggest(SamePerson person) { report_.same_person = std::move(person); }

private:
    void begin(RosterRow const*, std::string_view staff_no, std::string_view name);
    void finish(RowKind);
    void changed(Field, std::string before, std::string after);
    bool has(Field field) const { return reading_.columns.has(field); }

    void staff(Known&, Facts const&, std::optional<Date> until);
    void number(Known&, StaffRecord& after, std::string const& number);
    void engagement(Known&, RosterRow const&, std::optional<Date> until);
    void primary(Known&, Facts const&, std::optional<Date> until);
    void others(Known&, Facts const&);
    void absence(Known&, RosterRow const&);
    void duties(Known&, RosterRow const&);

    void take_engagement(EngagementRecord&, RosterRow const&);
    void take_post(PostingRecord&, Post const&, RosterRow const*);
    PostingRecord new_posting(StaffId, Post const&, RosterRow const*, Date from);
    Date moves_on(Post const&, RosterRow const&) const;
    Date announced(Date effective_on) const { return options_.announced_on.value_or(effective_on); }
    std::string key_of(StaffRecord const&, Known const*) const;
    std::string shown(PostingRecord const&) const;

    Reading const& reading_;
    World& world_;
    Units& units_;
    CompareOptions const& options_;
    Instant now_;
    Comparison& out_;
    ChangeSet& writes_;
    RowReport report_;
    Known nobody_;
};

}  // namespace imports
