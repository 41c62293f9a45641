// 教材: links and files that belong to a course. The office keeps them; everybody who sees the course opens them. A file is
// always sent to be saved, never shown as a page of this house.
#pragma once
#include "platform/http/table.hpp"

namespace training {

/// The largest file, in bytes.
inline constexpr std::uint64_t kLargestMaterial = 20u << 20;

struct Material {
    CourseMaterialId id;
    std::string title;
    std::string url;        ///< of a link
    std::string file_name;  ///< of a file
    std::int64_t size = 0;  ///< of a file, in bytes
    Instant added_at;
    std::string added_by;
};
BOOST_DESCRIBE_STRUCT(Material, (), (id, title, url, file_name, size, added_at, added_by))

struct LinkInput {
    std::string title, url;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(LinkInput, (), (title, url))

struct FileQuery {
    std::string name;                  ///< as it was called where it came from
    std::optional<std::string> title;  ///< none: its name
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(FileQuery, (), (name, title))

/// In the order of adding.
std::vector<Material> materials(db::Tx&, std::string const& course);

/// Refuses with not_found a course the plan does not have, with invalid_input an address that is not http or https.
Material add_link(http::Call const&, std::string const& course, LinkInput const&);
/// Refuses with not_found, with invalid_input a file that is empty or of a kind that is not kept, with too_large.
Material add_file(http::Call const&, std::string const& course, FileQuery const&, http::Upload const&);
/// Refuses with not_found.
void remove_material(http::Call const&, CourseMaterialId);
/// Refuses with not_found a link, and what belongs to a course that has left the plan.
http::Download material_file(http::Call const&, CourseMaterialId);

}  // namespace training
