// Practice as evidence of skills (CGS-14, HKT-24): a person names a skill that something they did has shown (an answer that
// helped, a consultation, an improvement, a project); the head confirms it, and then it is a row of the person's evidence that
// leads back to what was done. What counts for which skills is the plan's rule (plan::PracticeRule): without a rule nothing is
// offered and nothing can be claimed.
#pragma once
#include "features/plan/plan.hpp"
#include "platform/http/table.hpp"

#include <functional>

namespace practice {

using ClaimId = Id<struct PracticeClaimTag>;
using Kind = plan::PracticeSource;

/// What was done, as the room that keeps it tells it.
struct Source {
    Kind kind = Kind::improvement_case;
    std::int64_t id = 0;  ///< 0: a project, which no room keeps; it goes by its title
    std::string title;
    std::string url;  ///< below the municipality: "/improvement/12"
    Date on{};        ///< when it was done; the evidence bears this day
};

/// Which room tells of which kind. The app puts one of these into the services and lets each room add itself.
class Sources {
public:
    /// Answers nothing when there is no such thing in sight, or the actor took no part in it.
    using Find = std::function<std::optional<Source>(http::Call const&, std::int64_t id)>;
    void add(Kind, Find);
    std::optional<Source> find(http::Call const&, Kind, std::int64_t id) const;

private:
    std::vector<std::pair<Kind, Find>> finders_;
};

enum class Status { waiting, confirmed, returned, withdrawn };
BOOST_DESCRIBE_ENUM(Status, waiting, confirmed, returned, withdrawn)

struct Claim {
    ClaimId id;
    StaffId staff;
    std::string staff_no, name, unit_name;
    Kind kind = Kind::improvement_case;
    std::int64_t source = 0;
    std::string title, url;
    Date on{};
    std::string skill, skill_name, skill_name_en;
    std::string note;  ///< by the person
    Status status = Status::waiting;
    std::string word, decided_by;  ///< by whoever decided
    std::optional<Instant> decided_at;
    Instant claimed_at{};
    bool may_withdraw = false, may_decide = false;  ///< the actor, now
};
BOOST_DESCRIBE_STRUCT(Claim, (),
                      (id, staff, staff_no, name, unit_name, kind, source, title, url, on, skill, skill_name, skill_name_en, note,
                       status, word, decided_by, decided_at, claimed_at, may_withdraw, may_decide))

struct Claims {
    std::vector<Claim> claims;  ///< newest first, at most 500
};
BOOST_DESCRIBE_STRUCT(Claims, (), (claims))

/// For rooms above, in their own routes: the actor claims for themself. Refuses with not_eligible when the plan lets this kind
/// show no such skill or the actor is no person of the roster, with already_exists a second claim for the same thing and skill.
Claim claim(http::Call const&, Source const&, std::string_view skill, std::string_view note = {});

/// Whether the plan in force lets something of this kind show any skill.
bool offers(http::Call const&, Kind);

/// Claims about one thing, of the people the actor may see.
Claims claims_of(http::Call const&, Kind, std::int64_t source);

/// What waits for the actor, for the first screen.
struct Waiting {
    std::int64_t to_decide = 0;  ///< claims of the actor's people
    std::int64_t returned = 0;   ///< of the actor's own, in the last 30 days, and not claimed again
};
Waiting waiting_for(http::Call const&);

void routes(http::Table&);

}  // namespace practice
