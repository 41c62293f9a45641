// Asking: for the own section, about a subject, with what troubles us and what is wanted. And what the asker may still change.
#pragma once
#include "features/attachments/attachments.hpp"
#include "features/desk/consultation.hpp"

namespace desk {

struct ConsultationForm {
    std::string title;
    std::string trouble;  ///< what troubles us; Markdown
    std::string wanted;   ///< what we would like; Markdown
    std::optional<Date> wished_on;
    bool shared = false;  ///< the section may read it, and speak for it
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(ConsultationForm, (), (title, trouble, wanted, wished_on, shared))

struct NewConsultation : ConsultationForm {
    SubjectId subject;
    std::optional<std::int64_t> topic;  ///< of the community, from which it was made
    std::vector<AttachmentId> files;
    std::optional<std::string> key;  ///< of this sending, made by the page: sent twice, it is asked once
};
BOOST_DESCRIBE_STRUCT(NewConsultation, (ConsultationForm), (subject, topic, files, key))

struct ConsultationChange : ConsultationForm {
    std::vector<AttachmentId> files;  ///< all that it has from now on
    std::int64_t revision = 0;
};
BOOST_DESCRIBE_STRUCT(ConsultationChange, (ConsultationForm), (files, revision))

struct DraftQuery {
    std::int64_t topic = 0;
    static json::object limits(std::string_view) { return {{"required", 1}, {"minimum", 1}}; }
};
BOOST_DESCRIBE_STRUCT(DraftQuery, (), (topic))
struct ConsultationDraft {
    std::string title, trouble;
    std::int64_t topic = 0;
    std::string topic_title;
};
BOOST_DESCRIBE_STRUCT(ConsultationDraft, (), (title, trouble, topic, topic_title))

/// The form, filled in from a topic of the community. Refuses with not_found what the actor may not see.
ConsultationDraft draft_from_topic(http::Call const&, DraftQuery const&);

/// Goes to the subject's owner at once. Refuses with not_allowed an account that is no person's, with wrong_status whoever stands
/// in no section, with invalid_input a subject that is closed and a wished day that is past, with rate_limited too many in a day.
ConsultationId ask(http::Call const&, NewConsultation const&);
/// By the asker, while it goes on. Refuses with changed_meanwhile and wrong_status.
void change(http::Call const&, ConsultationId, ConsultationChange const&);

struct StepReason {
    std::string reason;
    std::int64_t revision = 0;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(StepReason, (), (reason, revision))
/// By the asker or the head of the section.
void withdraw(http::Call const&, ConsultationId, StepReason const&);

struct PublicationConsent {
    bool consents = false;
    std::int64_t revision = 0;  ///< that was read: nobody agrees to an outcome they have not seen
};
BOOST_DESCRIBE_STRUCT(PublicationConsent, (), (consents, revision))
/// Whether the question and the answer may be published; by the asker alone, at any time before it is. Refuses with not_allowed,
/// changed_meanwhile and wrong_status.
void consent(http::Call const&, ConsultationId, PublicationConsent const&);

}  // namespace desk
