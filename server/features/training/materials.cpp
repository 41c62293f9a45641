#include "features/training/materials.hpp"

#include "features/actor/actor.hpp"
#include "features/audit/audit.hpp"
#include "features/plan/versions.hpp"
#include "platform/core/refused.hpp"
#include "platform/files/kept_file.hpp"

#include <algorithm>

namespace training {
namespace {

#define SQL_MATERIALS                                                                                        \
    "SELECT m.id, m.title, m.url, m.file_name, m.size, m.added_at, COALESCE(a.display_name, '') AS added_by" \
    " FROM course_material m LEFT JOIN account a ON a.id = m.added_by "

db::Sql const kOfCourse{SQL_MATERIALS "WHERE m.course_code = $1 ORDER BY m.id"};
db::Sql const kOne{SQL_MATERIALS "WHERE m.id = $1"};
db::Sql const kCourseOf{"SELECT course_code FROM course_material WHERE id = $1"};
db::Sql const kAdd{R"(
    INSERT INTO course_material (course_code, title, url, file_name, media_type, size, content, added_at, added_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id)"};
db::Sql const kRemove{"DELETE FROM course_material WHERE id = $1"};

struct File {
    std::string file_name, media_type;
    db::Blob content;
};
BOOST_DESCRIBE_STRUCT(File, (), (file_name, media_type, content))
db::Sql const kFile{"SELECT file_name, media_type, content FROM course_material WHERE id = $1 AND file_name <> ''"};

Refused wrong(char const* pointer, std::string ja, std::string en)
{
    return Refused{Code::invalid_input, {}, {{pointer, std::move(ja), std::move(en)}}};
}

void must_be_in_plan(http::Call const& call, std::string const& course)
{
    auto const versioned = call.service<plan::Library>().in_force(call.tx, call.clock.today());
    auto const& courses = versioned->plan.courses;
    if (std::none_of(courses.begin(), courses.end(), [&](auto const& each) { return each.code == course; }))
        throw Refused{Code::not_found};
}

Material added(http::Call const& call, std::int64_t id)
{
    auto material = call.tx.one<Material>(kOne, id);
    audit::record(call.tx, call.actor, call.clock.now(), "training.material_added", "course_material", material.id, material);
    return material;
}

}  // namespace

json::object LinkInput::limits(std::string_view member)
{
    if (member == "title") return {{"minLength", 1}, {"maxLength", 200}};
    return {{"minLength", 1}, {"maxLength", 2000}};
}

json::object FileQuery::limits(std::string_view member)
{
    if (member == "name") return {{"required", 1}, {"minLength", 1}, {"maxLength", 200}};
    return {{"maxLength", 200}};
}

std::vector<Material> materials(db::Tx& tx, std::string const& course) { return tx.all<Material>(kOfCourse, course); }

Material add_link(http::Call const& call, std::string const& course, LinkInput const& input)
{
    must_be_in_plan(call, course);
    auto const web = input.url.starts_with("https://") || input.url.starts_with("http://");
    auto const blank = std::any_of(input.url.begin(), input.url.end(), [](char c) { return c >= 0 && c <= ' '; });
    if (!web || blank)
        throw wrong("/url", "https:// か http:// で始まるアドレスを入力してください。",
                    "Give an address that begins with https:// or http://.");
    return added(call, call.tx.insert(kAdd, course, input.title, input.url, "", "", 0, std::optional<db::Blob>{},
                                      call.clock.now(), call.actor.account));
}

Material add_file(http::Call const& call, std::string const& course, FileQuery const& query, http::Upload const& upload)
{
    must_be_in_plan(call, course);
    auto const file = files::kept_file(query.name, upload.path, kLargestMaterial);
    auto const title = query.title.value_or("");
    auto const size = static_cast<std::int64_t>(file.bytes.size());
    return added(call, call.tx.insert(kAdd, course, title.empty() ? file.name : title, "", file.name, file.media_type, size,
                                      file.bytes, call.clock.now(), call.actor.account));
}

void remove_material(http::Call const& call, CourseMaterialId id)
{
    auto const material = call.tx.maybe_one<Material>(kOne, id);
    if (!material) throw Refused{Code::not_found};
    call.tx.run(kRemove, id);
    audit::record(call.tx, call.actor, call.clock.now(), "training.material_removed", "course_material", id, *material);
}

http::Download material_file(http::Call const& call, CourseMaterialId id)
{
    auto file = call.tx.maybe_one<File>(kFile, id);
    if (!file) throw Refused{Code::not_found};
    must_be_in_plan(call, call.tx.one<std::string>(kCourseOf, id));
    return {std::move(file->file_name),
            std::move(file->media_type),
            {reinterpret_cast<char const*>(file->content.data()), file->content.size()}};
}

}  // namespace training
