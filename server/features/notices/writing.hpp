// Notices as they are written: a draft, what is published, what is taken back.
#pragma once
#include "features/notices/notice.hpp"

namespace notices {

/// A draft. Refuses with invalid_input a rule or a link that is none, days in the wrong order, files that are not the actor's.
Notice add_notice(http::Call const&, NewNotice const&);
/// Also of a published one. Refuses as add_notice, with not_found, with changed_meanwhile, with wrong_status once taken back.
Notice change_notice(http::Call const&, NoticeId, NoticeChange const&);
/// Of drafts. Refuses with wrong_status.
void discard_notice(http::Call const&, NoticeId);
/// Refuses with changed_meanwhile, with wrong_status unless it is a draft, with conflict when its last day is over.
Notice publish_notice(http::Call const&, NoticeId, NoticeRevision const&);
/// Nobody finds it any more but who publishes. Refuses with changed_meanwhile, with wrong_status unless it is published.
Notice take_back_notice(http::Call const&, NoticeId, NoticeTakingBack const&);

/// Published at once, for rooms above: a newsletter is out.
NoticeId tell_everybody(http::Call const&, NoticeKind, std::string title, std::string text, std::string link);

}  // namespace notices
