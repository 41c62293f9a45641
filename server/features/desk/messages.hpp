// What asker and desk write to each other, and the desk's private notes, which only the desk ever sees.
#pragma once
#include "features/attachments/attachments.hpp"
#include "features/desk/consultation.hpp"

namespace desk {

enum class MessageSide { asker, desk };
BOOST_DESCRIBE_ENUM(MessageSide, asker, desk)

struct ConsultationMessage {
    MessageId id;
    Instant at;
    std::string by;
    std::optional<StaffId> staff;
    MessageSide side = MessageSide::asker;
    bool is_private = false;
    std::string text;
    std::vector<markdown::Piece> pieces;
    std::vector<attachments::File> files;
    std::optional<Instant> edited_at;
    bool may_change = false;
    std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(ConsultationMessage, (),
                      (id, at, by, staff, side, is_private, text, pieces, files, edited_at, may_change, revision))

struct MessageInput {
    std::string text;
    bool is_private = false;       ///< a note of the desk
    bool waits_for_asker = false;  ///< from here on it is the asker's turn
    std::vector<AttachmentId> files;
    std::optional<std::string> key;  ///< of this sending, made by the page: sent twice, it is written once
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(MessageInput, (), (text, is_private, waits_for_asker, files, key))
struct MessageChange {
    std::string text;
    std::vector<AttachmentId> files;  ///< all that it has from now on
    std::int64_t revision = 0;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(MessageChange, (), (text, files, revision))
struct MessageState {
    MessageId id;
    std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(MessageState, (), (id, revision))

/// The desk's first one that is no note is the first answer. The asker's gives the turn back to the desk. Refuses with
/// not_allowed a note or a wait by the asker's side, with wrong_status once it is over (a note may still be added), with
/// rate_limited too many in an hour.
MessageState write_message(http::Call const&, ConsultationId, MessageInput const&);
/// One's own, while it goes on. Refuses with not_found, not_allowed, changed_meanwhile and wrong_status.
MessageState change_message(http::Call const&, MessageId, MessageChange const&);

std::vector<ConsultationMessage> messages_of(http::Call const&, ConsultationRow const&, Standing const&);

}  // namespace desk
