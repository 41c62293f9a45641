// Who is meant by a row of somebody else's list: by staff number, else by mail address, else by name.
#pragma once
#include "features/actor/actor.hpp"
#include "platform/core/clock.hpp"
#include "platform/db/tx.hpp"

#include <boost/describe/class.hpp>

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace records {

struct Learner {
    StaffId id;
    std::string staff_no, name, former_name, legal_name, email;
    std::optional<Date> left_on;  ///< first day no longer employed
};
BOOST_DESCRIBE_STRUCT(Learner, (), (id, staff_no, name, former_name, legal_name, email, left_on))

/// As a row names somebody; what is not given is empty.
struct NamedAs {
    std::string staff_no, email, name;
};

enum class Doubt { none, unnamed, no_such_number, no_such_mail, no_such_name, several, other_name };

struct Recognised {
    Learner const* learner = nullptr;
    Doubt doubt = Doubt::none;
    std::string is;  ///< whose number it is, for other_name
};

/// Everybody, read once. Answers of whom the actor may keep records; others are not found.
class Learners {
public:
    Learners(db::Tx&, Actor const&, Clock const&);
    /// A name that belongs to several finds whoever is employed on the day; a number that lost its zeros is found by the name.
    Recognised find(NamedAs const&, std::optional<Date> on) const;

private:
    using Indices = std::vector<std::size_t>;
    Recognised by_number(NamedAs const&) const;
    Recognised by_mail(NamedAs const&) const;
    Recognised by_name(NamedAs const&, std::optional<Date> on) const;
    Recognised named(Indices const&, std::string const& name, Doubt nobody) const;
    bool is_called(Learner const&, std::string const& given) const;
    void read_numbers(db::Tx&);
    bool reaches(std::size_t) const;

    std::vector<Learner> people_;
    std::unordered_map<std::string, std::size_t> numbers_;
    std::unordered_map<std::string, Indices> bare_numbers_;  ///< without leading zeros
    std::unordered_map<std::string, Indices> mails_, names_;
    bool city_;
    std::unordered_set<std::int64_t> reached_;
};

}  // namespace records
