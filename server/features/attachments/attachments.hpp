// Files beside what people write: put up first, then posted with the text. A file that was posted is seen by whoever may see what
// it belongs to; which is asked of the room it belongs to. No script can run from where it is served.
#pragma once
#include "platform/http/table.hpp"

#include <functional>
#include <map>
#include <span>

namespace attachments {

/// The largest file, in bytes.
inline constexpr std::uint64_t kLargest = 10u << 20;
/// The most that one text carries.
inline constexpr std::size_t kMost = 20;

struct File {
    AttachmentId id;
    std::string name, media_type;
    std::int64_t size = 0;  ///< bytes
    bool picture = false;   ///< may stand within a text as attachment:ID
};
BOOST_DESCRIBE_STRUCT(File, (), (id, name, media_type, size, picture))

/// What a file belongs to: a topic, a reply, a consultation …
struct Owner {
    std::string_view room;
    std::int64_t id = 0;
};

/// Which rooms have files, and who may see one there. Filled once by the composition root.
class Keepers {
public:
    using MaySee = std::function<bool(http::Call const&, std::int64_t id)>;
    void add(std::string room, MaySee may_see) { rooms_.emplace(std::move(room), std::move(may_see)); }
    bool may_see(http::Call const&, std::string const& room, std::int64_t id) const;

private:
    std::map<std::string, MaySee, std::less<>> rooms_;
};

/// The files of the owner become exactly these, in the order of their ids. Each is the actor's own and not posted elsewhere, or
/// already the owner's. Refuses with invalid_input naming "/files/N".
void post(http::Call const&, Owner, std::span<AttachmentId const>);
/// In the order of their ids.
std::vector<File> of(db::Tx&, Owner);
/// Those of the files that are the actor's own and not posted yet.
std::vector<File> not_posted(http::Call const&, std::span<AttachmentId const>);
/// The files of many owners of one room, by owner.
std::map<std::int64_t, std::vector<File>> of_all(db::Tx&, std::string_view room, std::span<std::int64_t const> ids);

void routes(http::Table&);

}  // namespace attachments
