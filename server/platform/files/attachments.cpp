#include "platform/files/attachments.hpp"

#include "platform/core/refused.hpp"
#include "platform/files/disk.hpp"

namespace files {
namespace {

db::Sql const kInsert{R"(
    INSERT INTO attachment (name, mime, bytes, sha256, created_at, created_by) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id)"};

db::Sql const kFind{"SELECT id, name, mime, bytes, sha256, created_at, created_by FROM attachment WHERE id = $1"};

}  // namespace

Attachments::Attachments(std::filesystem::path folder) : folder_(std::move(folder)) { make_folder(folder_); }

std::filesystem::path Attachments::place_of(std::string const& sha256) const { return folder_ / sha256.substr(0, 2) / sha256; }

std::filesystem::path Attachments::path_of(Attachment const& attachment) const { return place_of(attachment.sha256); }

Stored Attachments::store(std::filesystem::path const& spooled) const
{
    Stored stored{static_cast<std::int64_t>(std::filesystem::file_size(spooled)), sha256_of(spooled)};
    auto const place = place_of(stored.sha256);
    make_folder(place.parent_path());
    move_file(spooled, place);
    return stored;
}

Attachment Attachments::record(db::Tx& tx, Stored const& stored, NewAttachment const& what, Instant now)
{
    Attachment made{{}, what.name, what.mime, stored.bytes, stored.sha256, now, what.created_by};
    made.id.value = tx.insert(kInsert, made.name, made.mime, made.bytes, made.sha256, made.created_at, made.created_by);
    return made;
}

Attachment Attachments::find(db::Tx& tx, AttachmentId id)
{
    auto found = tx.maybe_one<Attachment>(kFind, id);
    if (!found) throw Refused{Code::not_found};
    return *std::move(found);
}

}  // namespace files
