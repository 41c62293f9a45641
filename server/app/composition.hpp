// What the program is made of: every feature's routes, and what a municipality keeps in memory while it is served.
#pragma once
#include "features/access/access.hpp"
#include "features/attachments/attachments.hpp"
#include "features/audit/audit.hpp"
#include "features/calendar/calendar.hpp"
#include "features/community/community.hpp"
#include "features/desk/desk.hpp"
#include "features/findings/findings.hpp"
#include "features/fulltext/fulltext.hpp"
#include "features/home/digest_post.hpp"
#include "features/home/home.hpp"
#include "features/imports/routes.hpp"
#include "features/improvement/improvement.hpp"
#include "features/levels/levels.hpp"
#include "features/nominations/nominations.hpp"
#include "features/notices/notices.hpp"
#include "features/plan/routes.hpp"
#include "features/practice/practice.hpp"
#include "features/records/records.hpp"
#include "features/reminders/reminders.hpp"
#include "features/search/search.hpp"
#include "features/seating/seating.hpp"
#include "features/selfcheck/selfcheck.hpp"
#include "features/skills/category_watch.hpp"
#include "features/skills/kept_heat.hpp"
#include "features/skills/routes.hpp"
#include "features/surveys/routes.hpp"
#include "features/targets/targets.hpp"
#include "features/trail/trail.hpp"
#include "features/training/training.hpp"
#include "platform/http/dispatch.hpp"
#include "platform/http/openapi.hpp"

namespace app {

/// Every route of the product, in the order in which api/openapi.json lists them.
void routes(http::Table&);

/// The eight roles, as docs/permissions.md shows them.
std::vector<http::RoleColumn> role_columns();

/// Who hears what happens while no request waits for it; nobody when left out.
struct Told {
    jobs::Told of_jobs{};
    std::function<void(std::string_view what)> looks_failed{};
    std::function<void(std::string_view what)> mail_failed{};
    findings::SurveysTold of_surveys{};
};

/// One municipality while it is served: its database, brought to this program's schema, its gate and what is kept in memory.
class Municipality {
public:
    /// Throws db::Error, with a sentence for the administrator, when the database cannot be opened or migrated.
    /// Uploads wait in `folder`; none given: beside the database file, or in a temporary folder when there is no such file.
    Municipality(db::Settings const&, Clock const&, accounts::Settings, std::filesystem::path const& folder = {}, Told = {});

    db::Database& database() { return *database_; }
    accounts::Settings const& settings() const { return settings_; }
    /// A demo shows its accounts on the sign-in page. Before it is served.
    void set_demo(bool demo) { settings_.demo = demo; }
    audit::Looks& looks() { return looks_; }
    plan::Library& plans() { return plans_; }
    skills::Everybody& everybody() { return everybody_; }
    jobs::Runner& jobs() { return jobs_; }
    /// Sends nothing until it is told of a relay.
    reminders::Outbox& outbox() { return outbox_; }
    /// Sends nothing until it is started, and nothing without a relay.
    home::DigestPost& digest_post() { return digest_post_; }
    /// Does nothing by itself until it is started.
    findings::Caretaker& caretaker() { return caretaker_; }
    imports::Neighbours const& neighbours() const { return neighbours_; }
    /// As the dispatcher wants it; valid as long as this.
    http::Municipality served();

private:
    accounts::Settings settings_;
    std::unique_ptr<db::Database> database_;
    accounts::SessionGate gate_;
    audit::Looks looks_;
    plan::Library plans_;
    skills::Everybody everybody_{plans_};
    training::Obligations obligations_;
    people::Names names_;
    skills::PeopleDays days_{plans_, everybody_};
    skills::PlanWords plan_words_{plans_};
    home::KeptPages pages_;
    calendar::Door calendar_door_;
    skills::KeptHeat heat_;
    skills::RuleWatch watch_;
    imports::Neighbours neighbours_;
    practice::Sources practised_;
    files::Uploads uploads_;
    attachments::Keepers keepers_;
    reminders::Outbox outbox_;
    surveys::Library surveys_;
    findings::Tallies tallies_;
    findings::Caretaker caretaker_;
    jobs::Runner jobs_;             ///< nearly last: its thread uses everything above
    home::DigestPost digest_post_;  ///< as jobs_
};

}  // namespace app
