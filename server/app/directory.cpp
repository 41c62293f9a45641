#include "app/directory.hpp"

namespace app {

Municipalities Directory::list(Clock const& clock) const
{
    Municipalities answer;
    for (auto* const municipality : municipalities_) {
        auto const& settings = municipality->settings();
        auto words = municipality->database().read([&](db::Tx& tx) { return settings.plan_words(tx, clock.today()); });
        answer.municipalities.push_back({settings.slug, std::move(words.municipality.name), std::move(words.municipality.name_en),
                                         std::move(words.plan_title), std::move(words.plan_title_en)});
        answer.demo = answer.demo || settings.demo;
    }
    return answer;
}

void directory_routes(http::Table& table)
{
    table.get(
        "/municipalities",
        {.id = "listMunicipalities",
         .access = http::Access::open_because("最初のページ。自治体の名前と計画の名前だけ"),
         .summary = "このサーバーの自治体",
         .etag = true},
        +[](http::RootCall const& c) { return c.service<Directory>().list(c.clock); });
    table.get(
        "/events", {.id = "listen", .access = http::Access::signed_in(), .summary = "変化の知らせ（Server-Sent Events）"},
        +[](http::Call const& c) {
            http::EventStream stream;
            auto const& slug = c.service<accounts::Settings>().slug;
            for (auto const* topic : {"job", "plan", "people"}) stream.topics.push_back(event_topic(slug, topic));
            if (may(c.actor, Permission::take_part)) {
                for (auto const* topic : {"hiroba", "desk", "notice"}) stream.topics.push_back(event_topic(slug, topic));
                for (auto const circle : community::circles_of(c.tx, c.actor))
                    stream.topics.push_back(event_topic(slug, "hiroba-" + std::to_string(circle)));
            }
            if (may(c.actor, Permission::survey_manage)) stream.topics.push_back(event_topic(slug, "survey"));
            return stream;
        });
}

std::string event_topic(std::string_view slug, std::string_view topic) { return std::string(slug) + '/' + std::string(topic); }

}  // namespace app
