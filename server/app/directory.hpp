// The municipalities of this server, for the page at its root.
#pragma once
#include "app/composition.hpp"

namespace app {

struct Listed {
    std::string slug, name, name_en, plan_title, plan_title_en;
};
BOOST_DESCRIBE_STRUCT(Listed, (), (slug, name, name_en, plan_title, plan_title_en))

struct Municipalities {
    std::vector<Listed> municipalities;
    bool demo = false;
};
BOOST_DESCRIBE_STRUCT(Municipalities, (), (municipalities, demo))

/// A root service.
class Directory {
public:
    /// In the order they are shown; each must outlive the directory.
    void add(Municipality& municipality) { municipalities_.push_back(&municipality); }
    Municipalities list(Clock const&) const;

private:
    std::vector<Municipality*> municipalities_;
};

/// What Server::publish calls a topic ("job", "plan", "hiroba", …) of one municipality.
std::string event_topic(std::string_view slug, std::string_view topic);

void directory_routes(http::Table&);

}  // namespace app
