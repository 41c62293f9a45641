// The staff list: everybody the actor may see on a day, filtered, sorted and paged in memory.
#pragma once
#include "features/people/days.hpp"
#include "features/people/names.hpp"
#include "features/people/seeing.hpp"
#include "platform/core/clock.hpp"
#include "platform/http/query.hpp"

namespace people {

struct StaffRow {
    StaffId id;
    std::string staff_no, name, kana;
    std::optional<OrgUnitId> unit;
    std::string unit_name, unit_path, rank, band, employment, occupation;
    int concurrent = 0;  ///< posts besides the primary one
    bool on_leave = false;
    std::optional<std::string> primary_category;
    std::string primary_category_name;
    int required = 0, held = 0;
};
BOOST_DESCRIBE_STRUCT(StaffRow, (),
                      (id, staff_no, name, kana, unit, unit_name, unit_path, rank, band, employment, occupation, concurrent,
                       on_leave, primary_category, primary_category_name, required, held))

enum class StaffOrder { kana, unit, rank, no };
BOOST_DESCRIBE_ENUM(StaffOrder, kana, unit, rank, no)

/// What a list of people is narrowed by, on the screen and in a file alike.
struct StaffFilter : http::AsOf {
    std::string q;                  ///< part of a name, kana, former name or number, however it is written
    std::optional<OrgUnitId> unit;  ///< and everything below; concurrent posts count
    std::string category;
    std::string rank;
    std::string employment;
    std::optional<bool> leave;
    std::string missing;  ///< skill code: who needs it and does not hold it
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(StaffFilter, (http::AsOf), (q, unit, category, rank, employment, leave, missing))

struct StaffQuery : StaffFilter {
    StaffOrder sort = StaffOrder::kana;
    int page = 1;
    int size = 50;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(StaffQuery, (StaffFilter), (sort, page, size))

struct StaffList {
    std::vector<StaffRow> rows;
    std::size_t total = 0;
};
BOOST_DESCRIBE_STRUCT(StaffList, (), (rows, total))

/// Refuses with not_found when the unit does not exist on the day.
StaffList staff_list(db::Tx&, Actor const&, Days&, Names&, StaffQuery const&, Clock const&);

/// Lines of one day's list; remembers the paths it has spelled out.
class Lines {
public:
    explicit Lines(DayView const& day) : day_(day), paths_(day.roster().tree.units().size()) {}
    StaffRow line(std::uint32_t row);

private:
    std::string const& path(Place);
    DayView const& day_;
    std::vector<std::string> paths_;
};

/// The rows [in any order] that the filter asks for and the actor sees.
std::vector<std::uint32_t> matching_rows(DayView const&, NameIndex const&, Seeing const&, StaffFilter const&);

}  // namespace people
