#include "features/attachments/attachments.hpp"

#include "features/audit/audit.hpp"
#include "platform/core/refused.hpp"
#include "platform/http/target.hpp"

#include <algorithm>
#include <fstream>

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

/// What may be put up: by the ending of its name, and a picture also by how it begins, so that nothing else is shown as one.
struct Kind {
    std::string_view ending, media_type, begins;
};
constexpr std::array kKinds{
    Kind{".png", "image/png", "\x89PNG\r\n\x1a\n"},
    Kind{".jpg", "image/jpeg", "\xff\xd8\xff"},
    Kind{".jpeg", "image/jpeg", "\xff\xd8\xff"},
    Kind{".gif", "image/gif", "GIF8"},
    Kind{".webp", "image/webp", "RIFF"},
    Kind{".pdf", "application/pdf", "%PDF-"},
    Kind{".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "PK"},
    Kind{".pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", "PK"},
    Kind{".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "PK"},
    Kind{".zip", "application/zip", "PK"},
    Kind{".txt", "text/plain", ""},
    Kind{".csv", "text/csv", ""},
};

Refused wrong(std::string pointer, std::string ja, std::string en)
{
    return Refused{Code::invalid_input, {}, {{std::move(pointer), std::move(ja), std::move(en)}}};
}

bool is_picture(std::string_view media_type) { return media_type.starts_with("image/"); }

/// Without the folders that some browsers send along.
std::string base_name(std::string const& name)
{
    auto const slash = name.find_last_of("/\\");
    return slash == std::string::npos ? name : name.substr(slash + 1);
}

Kind const& kind_of(std::string name)
{
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    auto const kind = std::find_if(kKinds.begin(), kKinds.end(), [&](Kind const& each) {
        return name.size() > each.ending.size() && name.ends_with(each.ending);
    });
    if (kind != kKinds.end()) return *kind;
    std::string known;
    for (auto const& each : kKinds) known += (known.empty() ? "" : " ") + std::string{each.ending};
    throw wrong("/name", "この形式のファイルは載せられません。載せられるのは " + known + " です。",
                "This kind of file is not kept. Kept are: " + known + ".");
}

std::string bytes_of(std::string const& path)
{
    std::ifstream in{path, std::ios::binary | std::ios::ate};
    auto const size = static_cast<std::uint64_t>(std::max<std::streamoff>(in.tellg(), 0));
    if (size > kLargest) throw Refused{Code::too_large};
    if (size == 0) throw wrong("/name", "ファイルが空です。", "The file is empty.");
    std::string bytes(size, '\0');
    in.seekg(0);
    if (!in.read(bytes.data(), static_cast<std::streamsize>(size))) throw Refused{Code::unreadable_file};
    return bytes;
}

void must_begin_as_its_kind(std::string_view bytes, Kind const& kind)
{
    if (bytes.starts_with(kind.begins)) return;
    throw wrong("/name", "中身が " + std::string{kind.ending} + " ではありません。元のファイルを確かめてください。",
                "Its content is not " + std::string{kind.ending} + ". Check the original file.");
}

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
    auto const name = base_name(query.name);
    auto const& kind = kind_of(name);
    auto const bytes = bytes_of(upload.path);
    must_begin_as_its_kind(bytes, kind);
    auto const size = static_cast<std::int64_t>(bytes.size());
    auto const* const first = reinterpret_cast<std::byte const*>(bytes.data());
    auto const id = call.tx.insert(kAdd, name, kind.media_type, size, db::Blob(first, first + bytes.size()), call.clock.now(),
                                   call.actor.account);
    return {AttachmentId{id}, name, std::string{kind.media_type}, size, is_picture(kind.media_type)};
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
