#include "features/attachments/attachments.hpp"

#include "features/audit/audit.hpp"
#include "platform/core/refused.hpp"
#include "platform/files/kept_file.hpp"
#include "platform/http/target.hpp"

#include <algorithm>

namespace attachments {
namespace {

constexpr std::chrono::hours kUnpostedKept{24};
constexpr std::int64_t kMostUnposted = 60;

db::Sql const kAdd{R"(
    INSERT INTO posted_file (name, media_type, size, content, added_at, added_by) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id)"};
db::Sql const kForgetUnposted{"DELETE FROM posted_file WHERE added_by = $1 AND room = '' AND added_at < $2"};
db::Sql const kUnposted{"SELECT count(*) FROM posted_file WHERE added_by = $1 AND room = ''"};
db::Sql const kTake{"UPDATE posted_file SET room = $1, subject = $2 WHERE id = $3 AND room = '' AND added_by = $4"};
db::Sql const kIsThere{"SELECT count(*) FROM posted_file WHERE id = $1 AND room = $2 AND subject = $3"};
db::Sql const kIdsOf{"SELECT id FROM posted_file WHERE room = $1 AND subject = $2 ORDER BY id"};
db::Sql const kDrop{"DELETE FROM posted_file WHERE id = $1"};
#define SQL_FILE \
    "SELECT id, name, media_type, size, CASE WHEN media_type LIKE 'image/%' THEN 1 ELSE 0 END AS picture FROM posted_file "
db::Sql const kOf{SQL_FILE "WHERE room = $1 AND subject = $2 ORDER BY id"};
db::Sql const kNotPosted{SQL_FILE "WHERE id = $1 AND room = '' AND added_by = $2"};
db::Sql const kOne{"SELECT name, media_type, content, room, subject, added_by FROM posted_file WHERE id = $1"};

Refused wrong(std::string pointer, std::string ja, std::string en)
{
    return Refused{Code::invalid_input, {}, {{std::move(pointer), std::move(ja), std::move(en)}}};
}

bool is_picture(std::string_view media_type) { return media_type.starts_with("image/"); }

struct Name {
    std::string name;  ///< as it is called where it comes from
    static json::object limits(std::string_view) { return {{"required", 1}, {"minLength", 1}, {"maxLength", 200}}; }
};
BOOST_DESCRIBE_STRUCT(Name, (), (name))

/// The same person does not fill the database with what is never posted.
void make_room(http::Call const& call)
{
    call.tx.run(kForgetUnposted, call.actor.account, call.clock.now() - kUnpostedKept);
    if (call.tx.one<std::int64_t>(kUnposted, call.actor.account) >= kMostUnposted) throw Refused{Code::rate_limited};
}

File put_file(http::Call const& call, Name const& query, http::Upload const& upload)
{
    make_room(call);
    auto file = files::kept_file(query.name, upload.path, kLargest);
    auto const size = static_cast<std::int64_t>(file.bytes.size());
    auto const id = call.tx.insert(kAdd, file.name, file.media_type, size, file.bytes, call.clock.now(), call.actor.account);
    return {AttachmentId{id}, std::move(file.name), std::string{file.media_type}, size, is_picture(file.media_type)};
}

struct Whole {
    std::string name, media_type;
    db::Blob content;
    std::string room;
    std::int64_t subject = 0;
    AccountId added_by;
};
BOOST_DESCRIBE_STRUCT(Whole, (), (name, media_type, content, room, subject, added_by))

bool may_see(http::Call const& call, Whole const& file)
{
    if (file.room.empty()) return file.added_by == call.actor.account;
    return call.service<Keepers>().may_see(call, file.room, file.subject);
}

/// A picture is shown, anything else is saved; neither may run or load anything, wherever it is opened.
http::Response get_file(http::Call const& call)
{
    auto const file = call.tx.maybe_one<Whole>(kOne, call.path<AttachmentId>(0));
    if (!file || !may_see(call, *file)) throw Refused{Code::not_found};
    http::Response response;
    response.body = std::string{reinterpret_cast<char const*>(file->content.data()), file->content.size()};
    response.headers.add("Content-Type", file->media_type);
    response.headers.add("Content-Disposition", std::string{is_picture(file->media_type) ? "inline" : "attachment"} +
                                                    "; filename*=UTF-8''" + http::percent_encode(file->name));
    response.headers.add("Content-Security-Policy", "sandbox");  // beside the policy of every answer, which lets nothing load
    return response;
}

}  // namespace

bool Keepers::may_see(http::Call const& call, std::string const& room, std::int64_t id) const
{
    auto const found = rooms_.find(room);
    return found != rooms_.end() && found->second(call, id);
}

void post(http::Call const& call, Owner owner, std::span<AttachmentId const> files)
{
    for (std::size_t i = 0; i < files.size(); ++i) {
        auto const taken = call.tx.run(kTake, owner.room, owner.id, files[i], call.actor.account) == 1 ||
                           call.tx.one<std::int64_t>(kIsThere, files[i], owner.room, owner.id) == 1;
        if (!taken)
            throw wrong("/files/" + std::to_string(i), "このファイルはもうありません。もう一度選んでください。",
                        "This file is no longer there. Choose it again.");
    }
    for (auto const id : call.tx.all<AttachmentId>(kIdsOf, owner.room, owner.id))
        if (std::find(files.begin(), files.end(), id) == files.end()) call.tx.run(kDrop, id);
}

std::vector<File> of(db::Tx& tx, Owner owner) { return tx.all<File>(kOf, owner.room, owner.id); }

std::vector<File> not_posted(http::Call const& call, std::span<AttachmentId const> ids)
{
    std::vector<File> files;
    for (auto const id : ids)
        if (auto file = call.tx.maybe_one<File>(kNotPosted, id, call.actor.account)) files.push_back(*std::move(file));
    return files;
}

std::map<std::int64_t, std::vector<File>> of_all(db::Tx& tx, std::string_view room, std::span<std::int64_t const> ids)
{
    std::map<std::int64_t, std::vector<File>> files;
    for (auto const id : ids)
        if (auto found = of(tx, {room, id}); !found.empty()) files.emplace(id, std::move(found));
    return files;
}

void routes(http::Table& table)
{
    table.put("/attachments",
              {.id = "putAttachment",
               .access = http::Access::needs(Permission::take_part),
               .summary = "文章に添えるファイルを載せる",
               .refusals = {Code::invalid_input, Code::unreadable_file, Code::rate_limited},
               .success = 201,
               .body_limit = kLargest},
              put_file);
    table.get("/attachments/{id}",
              {.id = "getAttachment",
               .access = http::Access::signed_in(),
               .summary = "添えられたファイル（見られる人は、添えた先を見られる人）",
               .refusals = {Code::not_found}},
              get_file);
}

}  // namespace attachments
