#include "app/data_directory.hpp"

#include <algorithm>

namespace app {

bool is_slug(std::string_view text)
{
    return !text.empty() && text.size() <= 40 && text != "api" && text != "assets" && text.front() != '-' &&
           text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == text.npos;
}

std::vector<std::string> DataDirectory::slugs() const
{
    std::vector<std::string> found;
    for (auto const& entry : std::filesystem::directory_iterator(root_)) {
        auto const name = entry.path().filename().string();
        if (is_slug(name) && std::filesystem::exists(database(name))) found.push_back(name);
    }
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace app
