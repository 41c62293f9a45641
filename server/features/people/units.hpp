// The organisation: a dated tree of uneven depth. A rename or a merger closes a unit and names its successor; nothing is
// overwritten.
#pragma once
#include "features/people/staff_list.hpp"

namespace people {

struct Head {
    StaffId staff;
    std::string name;
    PostingKind kind = PostingKind::primary;
};
BOOST_DESCRIBE_STRUCT(Head, (), (staff, name, kind))

struct Unit {
    OrgUnitId id;
    std::string code, name, kind;
    std::optional<OrgUnitId> parent;
    int depth = 0;
    std::vector<std::string> tags;  ///< its own, without the inherited ones
    Date valid_from;
    std::optional<Date> valid_until;
    std::optional<OrgUnitId> succeeded_by;
    std::vector<Head> heads;
    std::size_t people = 0;  ///< primary posts in the unit and below
};
BOOST_DESCRIBE_STRUCT(Unit, (), (id, code, name, kind, parent, depth, tags, valid_from, valid_until, succeeded_by, heads, people))

/// 当時の組織 or 現在の組織: whose tree the people of a day are counted in.
enum class Organisation { then, now };
BOOST_DESCRIBE_ENUM(Organisation, then, now)

struct UnitsQuery : http::AsOf {
    Organisation organisation = Organisation::then;
};
BOOST_DESCRIBE_STRUCT(UnitsQuery, (http::AsOf), (organisation))

/// Out of the comma separated text they are stored as.
std::vector<std::string> tags_of(std::string_view stored);

struct Units {
    std::vector<Unit> units;  ///< in pre-order
};
BOOST_DESCRIBE_STRUCT(Units, (), (units))

Units units(db::Tx&, Actor const&, Days&, UnitsQuery const&, Clock const&);

/// A page of a whole department is read as it stands; the list has pages for more.
inline constexpr std::size_t kMostOnAPage = 3000;

struct UnitStep {
    OrgUnitId id;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(UnitStep, (), (id, name))

enum class MoveKind { arrives, leaves };
BOOST_DESCRIBE_ENUM(MoveKind, arrives, leaves)
struct Move {
    StaffId staff;
    std::string name;
    MoveKind kind = MoveKind::arrives;
    Date on;
    std::string other_unit;  ///< where from or where to; empty when nobody knows yet
};
BOOST_DESCRIBE_STRUCT(Move, (), (staff, name, kind, on, other_unit))

struct UnitPage {
    Unit unit;
    std::vector<UnitStep> path;    ///< from the top down to the unit
    std::vector<Unit> children;    ///< directly below
    std::vector<StaffRow> people;  ///< in the unit and below, concurrent posts too; whom the actor sees, the first kMostOnAPage
    std::size_t people_total = 0;
    std::size_t on_leave = 0;  ///< of the total
    std::vector<Move> moves;   ///< after the day, as far as they are announced to the actor
};
BOOST_DESCRIBE_STRUCT(UnitPage, (), (unit, path, children, people, people_total, on_leave, moves))

/// Refuses with not_found when the unit does not exist on the day.
UnitPage unit_page(db::Tx&, Actor const&, Days&, OrgUnitId, Date on, Clock const&);

struct NewUnit {
    std::string code, name, kind;
    std::optional<OrgUnitId> parent;
    std::vector<std::string> tags;
    Date valid_from;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(NewUnit, (), (code, name, kind, parent, tags, valid_from))

/// Without checks and without a word to the audit; for the demo and for imports, which then call note_change_of_all once.
OrgUnitId insert_unit(db::Tx&, NewUnit const&, int sort = 0, std::string const& authority = {});

/// Refuses with already_exists when the code is in use that day, with invalid_input for a parent that does not exist that day.
Unit add_unit(db::Tx&, Actor const&, NewUnit const&, Clock const&);

struct UnitChange {
    std::optional<std::string> name;        ///< a new name from `from` on: the unit is closed and a successor opened
    std::optional<Date> from;               ///< of the new name; today when left out
    std::optional<Date> valid_until;        ///< the first day the unit no longer exists
    std::optional<OrgUnitId> succeeded_by;  ///< takes in the people and the units below
    std::optional<std::vector<std::string>> tags;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(UnitChange, (), (name, from, valid_until, succeeded_by, tags))

/// Answers the unit that goes on: the successor after a rename or a merger. Refuses with changed_meanwhile when the unit has been
/// closed already, with in_use when it would be closed with people or units in it and no successor.
Unit change_unit(db::Tx&, Actor const&, OrgUnitId, UnitChange const&, Clock const&);

/// From any unit there ever was to the unit that carries it on.
class Lineage {
public:
    explicit Lineage(db::Tx&);
    /// The unit itself while it exists on the day, else its successor's successor…; nothing when the line ends before.
    std::optional<OrgUnitId> on(OrgUnitId, Date) const;

private:
    struct Life {
        OrgUnitId id;
        std::optional<Date> valid_until;
        std::optional<OrgUnitId> succeeded_by;
    };
    BOOST_DESCRIBE_CLASS(Life, (), (id, valid_until, succeeded_by), (), ())
    std::unordered_map<std::int64_t, Life> lives_;
};

}  // namespace people
