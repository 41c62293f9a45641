// What lies where below the data directory: one folder a municipality, named by the slug in its addresses.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace app {

class DataDirectory {
public:
    explicit DataDirectory(std::filesystem::path root) : root_(std::move(root)) {}
    std::filesystem::path const& root() const { return root_; }
    std::filesystem::path folder(std::string_view slug) const { return root_ / slug; }
    std::filesystem::path database(std::string_view slug) const { return folder(slug) / "hagukumi.db"; }
    std::filesystem::path uploads(std::string_view slug) const { return folder(slug) / "uploads"; }
    /// Request bodies on their way in; emptied at every start.
    std::filesystem::path spool() const { return root_ / ".spool"; }
    /// The municipalities that have a database here, by name.
    std::vector<std::string> slugs() const;

private:
    std::filesystem::path root_;
};

/// Lower-case letters, digits and hyphens, not "api" or "assets": it is a path segment and a folder.
bool is_slug(std::string_view);

}  // namespace app
