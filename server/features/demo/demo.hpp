// Makes up cities to look around in: real plans, people nobody is. The same seed on the same day gives the same data.
#pragma once
#include "features/demo/city.hpp"
#include "platform/core/clock.hpp"
#include "platform/db/database.hpp"

namespace demo {

inline constexpr std::string_view kPassword = "hagukumi-demo";

struct Made {
    std::string slug, name;
    std::int64_t people = 0, units = 0;
};
BOOST_DESCRIBE_STRUCT(Made, (), (slug, name, people, units))

/// The plan pack inside this binary; empty when there is none of that name.
std::string_view plan_pack(std::string_view name);

/// The city of that slug; "large" is one with the plan of 枚方市. Refuses with not_found.
City city_of(std::string_view slug);

/// Fills an empty, migrated database. `password_hash` is of kPassword: hashing is slow, so it is done once for all cities.
Made make_city(db::Database&, City const&, int staff, std::string const& password_hash, Clock const&, std::uint64_t seed = 1);

}  // namespace demo
