#include "features/improvement/files.hpp"

#include "features/improvement/rows.hpp"
#include "platform/core/japan.hpp"

namespace improvement {

void post_files(http::Call const& call, CaseId id, std::vector<AttachmentId> const& files)
{
    attachments::post(call, {"case", id.value}, files);
}

std::vector<attachments::File> files_of(db::Tx& tx, CaseId id) { return attachments::of(tx, {"case", id.value}); }

bool may_read_case(http::Call const& call, std::int64_t id) { return find_row(call, CaseId{id}).has_value(); }

std::optional<practice::Source> practised(http::Call const& call, std::int64_t id)
{
    auto const row = find_row(call, CaseId{id});
    if (!row || !row->mine || row->status != Status::confirmed || !row->confirmed_at) return std::nullopt;
    return practice::Source{practice::Kind::improvement_case, id, row->title, url_of(row->id), day_in_japan(*row->confirmed_at)};
}

}  // namespace improvement
