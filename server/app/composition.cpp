#include "app/composition.hpp"

#include "app/directory.hpp"
#include "platform/db/migrate.hpp"

namespace app {

void routes(http::Table& table)
{
    directory_routes(table);
    accounts::routes(table);
    audit::routes(table);
    attachments::routes(table);
    people::routes(table);
    plan::routes(table);
    skills::routes(table);
    training::routes(table);
    nominations::routes(table);
    seating::routes(table);
    records::routes(table);
    practice::routes(table);
    calendar::routes(table);
    reminders::routes(table);
    surveys::routes(table);
    findings::routes(table);
    improvement::routes(table);
    levels::routes(table);
    targets::routes(table);
    selfcheck::routes(table);
    notices::routes(table);
    trail::routes(table);
    desk::routes(table);
    imports::routes(table);
    search::routes(table);
    home::routes(table);
    community::routes(table);
}

std::vector<http::RoleColumn> role_columns()
{
    std::vector<http::RoleColumn> columns;
    columns.reserve(std::size(kRoles));
    for (auto const role : kRoles)
        columns.push_back({name_of(role).ja, [role](Permission permission) { return grants(role, permission); }});
    return columns;
}

namespace {

std::unique_ptr<db::Database> opened(db::Settings const& settings)
{
    auto database = db::Database::open(settings);
    db::migrate(*database);
    return database;
}

/// What the plan in force lends to every page; nothing but the slug while there is no plan.
accounts::PlanWords words_of(plan::Library& plans, db::Tx& tx, Date on, std::string const& slug)
{
    auto const versioned = plans.maybe_in_force(tx, on);
    if (!versioned) return {{slug, slug, slug}, {}, {}, {}};
    auto const& plan = versioned->plan;
    accounts::PlanWords words{
        {slug, plan.municipality.name, plan.municipality.name_en}, plan.document.title, plan.document.title_en, {}};
    for (auto const& wording : plan.wording) words.wording[wording.term] = {wording.word, wording.word_en};
    return words;
}

std::filesystem::path uploads_folder(db::Settings const& settings, std::string const& slug, std::filesystem::path const& given)
{
    if (!given.empty()) return given;
    std::error_code ignored;
    if (std::filesystem::is_regular_file(settings.location, ignored))
        return std::filesystem::path{settings.location}.parent_path() / "uploads";
    return std::filesystem::temp_directory_path() / ("hagukumi-uploads-" + slug);
}

}  // namespace

Municipality::Municipality(db::Settings const& settings, Clock const& clock, accounts::Settings access,
                           std::filesystem::path const& folder, Told told)
    : settings_(std::move(access)),
      database_(opened(settings)),
      gate_(*database_, clock, settings_),
      looks_(*database_, clock, std::move(told.looks_failed)),
      watch_(plans_),
      uploads_(uploads_folder(settings, settings_.slug, folder), clock),
      outbox_(*database_, clock, told.mail_failed),
      caretaker_(*database_, clock, {plans_, everybody_, surveys_, tallies_}, std::move(told.of_surveys)),
      jobs_(*database_, clock, std::move(told.of_jobs)),
      digest_post_(*database_, clock, outbox_, std::move(told.mail_failed))
{
    keepers_.add("topic", community::may_read_topic);
    keepers_.add("reply", community::may_read_reply);
    practised_.add(plan::PracticeSource::accepted_answer, community::answer_source);
    neighbours_.categories = &watch_;
    neighbours_.ranks = [this](db::Tx& tx, Date on) { return plans_.ranks(tx, on); };
    keepers_.add("case", improvement::may_read_case);
    practised_.add(practice::Kind::improvement_case, improvement::practised);
    keepers_.add("notice", notices::may_read_notice);
    keepers_.add(std::string(desk::kQuestionFiles), desk::may_read_consultation);
    keepers_.add(std::string(desk::kMessageFiles), desk::may_read_message);
    practised_.add(practice::Kind::consultation, desk::practised);
    caretaker_.also_each_day(notices::bring_search_to);
    caretaker_.also_each_day([](db::Tx& tx, Date) { fulltext::tend(tx); });
    imports::handle_jobs(jobs_, uploads_, clock, neighbours_);
    levels::handle_jobs(jobs_, uploads_, clock);
    seating::handle_jobs(jobs_, everybody_, obligations_, clock);
    records::handle_jobs(jobs_, uploads_, plans_, clock);
    jobs_.start();
    if (!settings_.plan_words) {
        settings_.plan_words = [this](db::Tx& tx, Date on) { return words_of(plans_, tx, on, settings_.slug); };
    }
    digest_post_.use(served().services);
}

http::Municipality Municipality::served()
{
    http::Municipality served{settings_.slug, database_.get(), &gate_, {}};
    served.services.add(settings_);
    served.services.add(looks_);
    served.services.add(plans_);
    served.services.add(everybody_);
    served.services.add(obligations_);
    served.services.add(names_);
    served.services.add(pages_);
    served.services.add(heat_);
    served.services.add(uploads_);
    served.services.add(keepers_);
    served.services.add(jobs_);
    served.services.add(calendar_door_);
    served.services.add(outbox_);
    served.services.add(surveys_);
    served.services.add(tallies_);
    served.services.add(neighbours_);
    served.services.add(practised_);
    served.services.add<people::Days>(days_);
    served.services.add<people::PlanWords>(plan_words_);
    return served;
}

}  // namespace app
