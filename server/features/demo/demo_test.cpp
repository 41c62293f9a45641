#include "features/demo/demo.hpp"

#include "features/access/accounts.hpp"
#include "features/levels/levels.hpp"
#include "features/skills/gap_index.hpp"
#include "platform/db/migrate.hpp"

#include <gmock/gmock.h>

namespace {

std::unique_ptr<db::Database> empty_city()
{
    auto database = db::Database::open({.location = ":memory:", .schema = {}, .readers = 1});
    db::migrate(*database);
    return database;
}

FixedClock const kClock{*date_from_iso("2026-06-01")};

/// Every fact about people as one long text.
std::string facts_of(db::Database& database)
{
    static db::Sql const kFacts{R"(
        SELECT staff_no || name || kana || former_name || coalesce(left_on, '') AS fact FROM staff
        UNION ALL SELECT staff_id || '@' || unit_id || kind || rank || effective_on || coalesce(ended_on, '') || announced_on FROM posting
        UNION ALL SELECT staff_id || skill_code || kind || holds || dated_on FROM skill_evidence
        UNION ALL SELECT staff_id || course_code || completed_on FROM completion
        UNION ALL SELECT run_id || '/' || staff_id || status || queue FROM enrolment
        UNION ALL SELECT staff_id || role_code || valid_from || basis_no FROM appointment ORDER BY 1)"};
    std::string all;
    database.read([&](db::Tx& tx) { tx.each<std::string>(kFacts, [&](std::string const& fact) { all += fact + '\n'; }); });
    return all;
}

std::string facts(std::uint64_t seed)
{
    auto const database = empty_city();
    demo::make_city(*database, demo::city_of("kakamigahara"), 300, "", kClock, seed);
    return facts_of(*database);
}

std::int64_t number(db::Database& database, db::Sql const& sql)
{
    return database.read([&](db::Tx& tx) { return tx.one<std::int64_t>(sql); });
}

db::Sql const kHeadless{R"(
    SELECT count(*) FROM org_unit u WHERE u.kind IN ('課', '係') AND u.valid_until IS NULL
       AND EXISTS (SELECT 1 FROM posting p WHERE p.unit_id = u.id AND p.ended_on IS NULL)
       AND NOT EXISTS (SELECT 1 FROM posting p WHERE p.unit_id = u.id AND p.is_head = 1 AND p.ended_on IS NULL))"};
db::Sql const kTwicePrimary{R"(
    SELECT count(*) FROM posting a JOIN posting b ON b.staff_id = a.staff_id AND b.id > a.id AND b.kind = 'primary'
     WHERE a.kind = 'primary' AND a.effective_on < coalesce(b.ended_on, '9999') AND b.effective_on < coalesce(a.ended_on, '9999'))"};
db::Sql const kNotYetAnnounced{"SELECT count(*) FROM posting WHERE announced_on > '2026-06-01'"};
db::Sql const kOnLeave{"SELECT count(*) FROM leave_period WHERE valid_from <= '2026-06-01' AND valid_until > '2026-06-01'"};
db::Sql const kActing{"SELECT count(*) FROM posting WHERE kind = 'acting'"};
db::Sql const kKinds{"SELECT count(DISTINCT kind) FROM skill_evidence"};

db::Sql const kFullAndWaiting{R"(
    SELECT count(*) FROM course_run r WHERE EXISTS (SELECT 1 FROM enrolment e WHERE e.run_id = r.id AND e.status = 'waiting')
       AND r.capacity = (SELECT count(*) FROM enrolment e WHERE e.run_id = r.id AND e.status = 'accepted'))"};
db::Sql const kOverfull{R"(
    SELECT count(*) FROM course_run r WHERE r.capacity < (SELECT count(*) FROM enrolment e
     WHERE e.run_id = r.id AND e.status IN ('accepted', 'completed', 'not_completed')))"};
db::Sql const kFreeSeats{R"(
    SELECT count(*) FROM course_run r WHERE r.status = 'open' AND '2026-06-01' BETWEEN r.apply_from AND r.apply_until
       AND (r.capacity IS NULL OR r.capacity > (SELECT count(*) FROM enrolment e WHERE e.run_id = r.id AND e.status = 'accepted')))"};
db::Sql const kForTheHead{R"(
    SELECT count(*) FROM enrolment e JOIN posting p ON p.staff_id = e.staff_id JOIN org_unit u ON u.id = p.unit_id
      JOIN account a ON a.login = 'head' JOIN posting h ON h.staff_id = a.staff_id AND h.is_head = 1 AND h.ended_on IS NULL
     WHERE e.status = 'applied' AND p.ended_on IS NULL AND h.unit_id IN (u.id, u.parent_id))"};
db::Sql const kForStaff{R"(
    SELECT count(*) FROM enrolment e JOIN account a ON a.staff_id = e.staff_id AND a.login = 'staff'
      JOIN run_session s ON s.run_id = e.run_id WHERE e.status = 'accepted' AND s.starts_at > '2026-06-01')"};
db::Sql const kUnmarked{R"(
    SELECT count(*) FROM run_session s WHERE s.ends_at < '2026-06-01' AND EXISTS (
        SELECT 1 FROM enrolment e WHERE e.run_id = s.run_id AND e.status = 'accepted'
           AND NOT EXISTS (SELECT 1 FROM attendance t WHERE t.session_id = s.id AND t.staff_id = e.staff_id)))"};
db::Sql const kFromRuns{"SELECT count(*) FROM completion WHERE run_id IS NOT NULL"};
db::Sql const kDrafts{"SELECT count(*) FROM course_run WHERE status = 'draft'"};
db::Sql const kWithoutSteps{R"(
    SELECT count(*) FROM enrolment e WHERE e.status <> (
        SELECT t.status FROM enrolment_step t WHERE t.enrolment_id = e.id ORDER BY t.seq DESC LIMIT 1))"};

}  // namespace

TEST(Demo, TheTrainingYearOfEachCityHasSomethingThatWaitsForEveryPart)
{
    for (auto const& city : demo::five_cities()) {
        SCOPED_TRACE(city.slug);
        auto const database = empty_city();
        demo::make_city(*database, city, 400, "", kClock);
        EXPECT_GT(number(*database, kFullAndWaiting), 0);
        EXPECT_EQ(number(*database, kOverfull), 0);
        EXPECT_GT(number(*database, kFreeSeats), 0);
        EXPECT_GT(number(*database, kForTheHead), 0);
        EXPECT_GT(number(*database, kForStaff), 0);
        EXPECT_GT(number(*database, kUnmarked), 0);
        EXPECT_GT(number(*database, kFromRuns), 0);
        EXPECT_GT(number(*database, kDrafts), 0);
        EXPECT_EQ(number(*database, kWithoutSteps), 0) << "an application whose last step says something else";
    }
}

TEST(Demo, EachCityTellsOfItsImprovementsAtEveryStage)
{
    static db::Sql const kStages{"SELECT count(DISTINCT stage) FROM improvement_case"};
    static db::Sql const kStatus{"SELECT count(DISTINCT status) FROM improvement_case"};
    static db::Sql const kCases{"SELECT count(*) FROM improvement_case"};
    static db::Sql const kAdopted{"SELECT count(*) FROM improvement_case WHERE adopted_from IS NOT NULL"};
    static db::Sql const kTold{"SELECT count(*) FROM improvement_meeting_item"};
    static db::Sql const kForTheHeadsWord{R"(
        SELECT count(*) FROM improvement_case c JOIN account a ON a.login = 'head' JOIN posting h ON h.staff_id = a.staff_id
         WHERE h.is_head = 1 AND h.ended_on IS NULL AND c.unit_id = h.unit_id AND c.status = 'submitted' AND c.stage = 'effect')"};
    static db::Sql const kClaimed{"SELECT count(*) FROM practice_claim WHERE status = 'waiting'"};
    for (auto const& city : demo::five_cities()) {
        SCOPED_TRACE(city.slug);
        auto const database = empty_city();
        demo::make_city(*database, city, 900, "", kClock);
        EXPECT_EQ(number(*database, kStages), 5);
        EXPECT_EQ(number(*database, kStatus), 4);
        EXPECT_GT(number(*database, kCases), 20);
        EXPECT_EQ(number(*database, kAdopted), 2);
        EXPECT_GT(number(*database, kTold), 2);
        EXPECT_GT(number(*database, kForTheHeadsWord), 0);
        auto const plan = plan::read_yaml(demo::plan_pack(city.plan)).plan;
        auto const shows = !plan.skills.empty() && std::any_of(plan.practice.begin(), plan.practice.end(), [](auto const& rule) {
            return rule.source == plan::PracticeSource::improvement_case;
        });
        EXPECT_EQ(number(*database, kClaimed) > 0, shows);
    }
}

TEST(Demo, TheSameSeedGivesTheSamePeopleAndAnotherSeedOthers)
{
    auto const once = facts(1);
    EXPECT_GT(once.size(), 10'000U);
    EXPECT_EQ(once, facts(1));
    EXPECT_NE(once, facts(2));
}

TEST(Demo, EveryUnitHasAHeadAndNobodyStandsInTwoPrimaryPostsOnADay)
{
    auto const database = empty_city();
    demo::make_city(*database, demo::city_of("hirakata"), 1500, "", kClock);
    EXPECT_EQ(number(*database, kHeadless), 0);
    EXPECT_EQ(number(*database, kTwicePrimary), 0);
    EXPECT_GT(number(*database, kNotYetAnnounced), 0);
    EXPECT_GT(number(*database, kOnLeave), 0);
    EXPECT_GT(number(*database, kActing), 0);
    EXPECT_EQ(number(*database, kKinds), 8);
}

TEST(Demo, EveryLevelHasHoldersWithACertificateAndPeopleWhoFulfilItsRuleAndWait)
{
    static db::Sql const kWithoutPaper{
        "SELECT count(*) FROM level_certification c WHERE NOT EXISTS (SELECT 1 FROM certificate f WHERE f.certification_id = "
        "c.id)"};
    auto const database = empty_city();
    demo::make_city(*database, demo::city_of("hirakata"), 600, "", kClock);
    auto const plan = plan::read_yaml(demo::plan_pack("hirakata")).plan;
    database->read([&](db::Tx& tx) {
        levels::Holders const holders{tx, plan, kClock.today()};
        for (auto const& level : plan.levels) {
            EXPECT_GT(holders.count(level), 0U) << level.name;
            auto const near = levels::towards(tx, plan, level, holders, kClock.today());
            EXPECT_TRUE(std::any_of(near.begin(), near.end(), [](auto const& one) { return one.fulfils(); })) << level.name;
        }
    });
    EXPECT_EQ(number(*database, kWithoutPaper), 0);
}

TEST(Demo, EachCityHasAnAccountForEveryRoleAndSomebodyInEveryCategory)
{
    for (auto const& city : demo::five_cities()) {
        auto const database = empty_city();
        demo::make_city(*database, city, 900, "", kClock);
        auto const shown = database->read([](db::Tx& tx) { return accounts::demo_accounts(tx); });
        EXPECT_EQ(shown.accounts.size(), kRoles.size());

        auto const plan = std::make_shared<plan::Plan const>(plan::read_yaml(demo::plan_pack(city.plan)).plan);
        auto const index =
            database->read([&](db::Tx& tx) { return skills::GapIndex::build(tx, plan, kClock.today(), kClock.today()); });
        categories::CategorySet seen = 0;
        for (auto const& standing : index->standings()) seen |= standing.categories;
        for (std::size_t i = 0; i < plan->categories.size(); ++i)
            EXPECT_TRUE(seen >> i & 1U) << city.slug << ": nobody is " << plan->categories[i].name;
    }
}

TEST(Demo, TheHeadsSectionHasAStarThatWaitsForThemWhereThePlanKnowsStars)
{
    static db::Sql const kHead{"SELECT staff_id FROM account WHERE login = 'head'"};
    std::vector<std::string> cities;
    for (auto const& city : demo::five_cities()) {
        auto const plan = std::make_shared<plan::Plan const>(plan::read_yaml(demo::plan_pack(city.plan)).plan);
        auto const conditional = [](auto const& cell) { return cell.mark == plan::Mark::conditional; };
        if (std::none_of(plan->requirements.begin(), plan->requirements.end(), conditional)) continue;
        cities.emplace_back(city.slug);
        auto const database = empty_city();
        demo::make_city(*database, city, 900, "", kClock);
        database->read([&](db::Tx& tx) {
            auto const index = skills::GapIndex::build(tx, plan, kClock.today(), kClock.today());
            auto const head = tx.one<StaffId>(kHead);
            auto const [first, last] = index->roster().rows_within(index->roster().find(head)->place());
            int waiting = 0;
            for (auto row = first; row < last; ++row) {
                auto const& standing = index->standings()[row];
                waiting += standing.active && index->roster().people[row].id != head && standing.open.any();
            }
            EXPECT_GT(waiting, 0) << city.slug;
        });
    }
    EXPECT_THAT(cities, testing::Contains("hirakata"));
}

TEST(Demo, TheDeskHasConsultationsOverAllStagesAndOneWhoseOwnerHasMoved)
{
    static db::Sql const kStages{"SELECT count(DISTINCT stage) FROM consultation"};
    static db::Sql const kStatuses{"SELECT count(DISTINCT status) FROM consultation"};
    static db::Sql const kConsultations{"SELECT count(*) FROM consultation"};
    static db::Sql const kOwnQuestions{"SELECT count(*) FROM consultation WHERE owner_id = staff_id"};
    static db::Sql const kAhead{
        "SELECT count(*) FROM consultation_message m JOIN consultation c ON c.id = m.consultation_id "
        "WHERE m.at < c.asked_at OR m.at > '2026-06-01T01:00:00Z'"};
    static db::Sql const kAsStaff{
        "SELECT count(*) FROM consultation c JOIN account a ON a.staff_id = c.staff_id WHERE a.login = 'staff'"};
    static db::Sql const kNamed{
        "SELECT count(*) FROM consultation c WHERE c.owner_id NOT IN (SELECT staff_id FROM subject_adviser)"};
    for (auto const* const slug : {"kakamigahara", "hirakata"}) {
        auto const database = empty_city();
        demo::make_city(*database, demo::city_of(slug), 400, "", kClock);
        EXPECT_EQ(number(*database, kStages), 6) << slug;
        EXPECT_EQ(number(*database, kStatuses), 4) << slug;
        EXPECT_GE(number(*database, kConsultations), 30) << slug;
        EXPECT_EQ(number(*database, kOwnQuestions), 0) << slug;
        EXPECT_EQ(number(*database, kAhead), 0) << slug;
        EXPECT_GE(number(*database, kAsStaff), 1) << slug;
        EXPECT_GE(number(*database, kNamed), 1) << slug;
    }
}
