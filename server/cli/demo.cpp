#include "features/demo/demo.hpp"

#include "cli/where.hpp"
#include "features/access/secrets.hpp"
#include "platform/json/json.hpp"

#include <memory>
#include <ostream>

namespace cli {
namespace {

struct Demo {
    Where where;
    std::vector<std::string> cities;
    int staff = 0;
    std::uint64_t seed = 1;
};

struct Answer {
    std::vector<demo::Made> municipalities;
    std::string password;
};
BOOST_DESCRIBE_STRUCT(Answer, (), (municipalities, password))

std::vector<std::string> slugs_of(Demo const& wish)
{
    if (!wish.cities.empty()) return wish.cities;
    if (wish.staff > 0) return {"large"};
    std::vector<std::string> all;
    for (auto const& city : demo::five_cities()) all.emplace_back(city.slug);
    return all;
}

db::Sql const kPlans{"SELECT count(*) FROM plan_version"};

demo::Made make(demo::City const& city, Demo const& wish, std::string const& hash)
{
    auto const slug = std::string(city.slug);
    SystemClock const clock;
    auto const database = open(wish.where, slug, true);
    if (database->read([](db::Tx& tx) { return tx.one<std::int64_t>(kPlans); }) > 0)
        throw Complaint{"There is already a municipality \"" + slug + "\" here; name another directory with --data."};
    return demo::make_city(*database, city, wish.staff > 0 ? wish.staff : city.staff, hash, clock, wish.seed);
}

void run(Demo const& wish, Console& console)
{
    std::vector<demo::City> cities;
    for (auto const& slug : slugs_of(wish)) cities.push_back(demo::city_of(slug));
    auto const hash = accounts::hash_password(demo::kPassword);
    Answer answer{{}, std::string(demo::kPassword)};
    for (auto const& city : cities) {
        auto const& made = answer.municipalities.emplace_back(make(city, wish, hash));
        if (!console.json)
            console.out << "/" << made.slug << "/  " << made.name << ": " << made.people << " people, " << made.units << " units"
                        << std::endl;
    }
    if (console.json) {
        console.out << json::write(answer) << '\n';
        return;
    }
    console.out << "Sign in as staff, head, leader, adviser, training, office, executive or admin; the password is "
                << demo::kPassword << ".\n";
}

}  // namespace

void declare_demo(CLI::App& app, Console& console)
{
    auto const wish = std::make_shared<Demo>();
    auto* const command = app.add_subcommand("demo", "Make a data directory with the five cities and made-up people");
    data_option(*command, wish->where.data);
    command->add_option("--database", wish->where.database, "PostgreSQL instead of files: a schema for each city")
        ->type_name("URL");
    command
        ->add_option("--staff", wish->staff,
                     "So many people; without --cities one city named \"large\" with the plan of Hirakata")
        ->check(CLI::Range(1, 200'000))
        ->type_name("N");
    command->add_option("--cities", wish->cities, "Only these: hirakata, iwaki, hiratsuka, chigasaki, kakamigahara, large")
        ->delimiter(',')
        ->type_name("NAME,…");
    command->add_option("--seed", wish->seed, "Another number gives other people")->type_name("N");
    json_flag(*command, console);
    command->callback([wish, &console] { run(*wish, console); });
}

}  // namespace cli
