// Files people have sent and are still deciding about: kept for a day under a name nobody can guess, then gone.
#pragma once
#include "platform/core/clock.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace files {

struct KeptUpload {
    std::string token;
    std::filesystem::path path;
    std::string name;  ///< what the sender called it
};

/// One municipality's uploads. Thread-safe; several processes may share the folder.
class Uploads {
public:
    static constexpr std::chrono::hours kKept{24};

    /// Makes the folder when it is missing.
    Uploads(std::filesystem::path folder, Clock const&);

    /// Moves the file in. Sweeps first.
    KeptUpload keep(std::filesystem::path const& spooled, std::string_view name);
    /// Refuses with not_found when there is none or its day is over.
    KeptUpload find(std::string_view token) const;

    /// A text kept beside the upload, such as the last question that was asked about it.
    void note(std::string_view token, std::string_view text) const;
    std::optional<std::string> noted(std::string_view token) const;

    /// Deletes what is older than a day; returns how many.
    std::size_t sweep();

private:
    std::filesystem::path at(std::string_view token, std::string_view suffix) const;
    std::filesystem::path folder_;
    Clock const& clock_;
};

}  // namespace files
