// Attachments: a row says what it is, the bytes lie on disk under their hash. The same bytes twice are one file.
#pragma once
#include "platform/core/ids.hpp"
#include "platform/db/tx.hpp"

#include <boost/describe/class.hpp>

#include <filesystem>

namespace files {

struct Attachment {
    AttachmentId id;
    std::string name;
    std::string mime;
    std::int64_t bytes = 0;
    std::string sha256;
    Instant created_at;
    std::optional<AccountId> created_by;
};
BOOST_DESCRIBE_STRUCT(Attachment, (), (id, name, mime, bytes, sha256, created_at, created_by))

/// Bytes that are on disk and not yet anybody's.
struct Stored {
    std::int64_t bytes = 0;
    std::string sha256;
};

struct NewAttachment {
    std::string name;
    std::string mime;
    std::optional<AccountId> created_by;
};

/// One municipality's attachments. Thread-safe.
class Attachments {
public:
    explicit Attachments(std::filesystem::path folder);

    /// Moves the file in, before the transaction that records it: a row without its file cannot come to be.
    Stored store(std::filesystem::path const& spooled) const;
    static Attachment record(db::Tx&, Stored const&, NewAttachment const&, Instant now);
    /// Refuses with not_found.
    static Attachment find(db::Tx&, AttachmentId);
    /// Where its bytes lie.
    std::filesystem::path path_of(Attachment const&) const;

private:
    std::filesystem::path place_of(std::string const& sha256) const;
    std::filesystem::path folder_;
};

}  // namespace files
