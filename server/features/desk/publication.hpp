// From a finished consultation to a question and an answer that everybody may read: what would be published and what is left out
// are both shown before, and nothing goes out but what the adviser has edited.
#pragma once
#include "features/desk/consultation.hpp"

namespace desk {

enum class PublicationPart {
    title,
    trouble,
    wanted,
    outcome,
    effect,
    asker,
    section,
    owner,
    name_in_text,
    message,
    private_note,
    visit,
    attachment,
    dates,
};
BOOST_DESCRIBE_ENUM(PublicationPart, title, trouble, wanted, outcome, effect, asker, section, owner, name_in_text, message,
                    private_note, visit, attachment, dates)

struct PublicationLine {
    PublicationPart part = PublicationPart::title;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(PublicationLine, (), (part, text))

struct ConsultationPublication {
    std::string title, question, answer;  ///< the draft, to be edited
    std::vector<std::string> tags;
    std::vector<PublicationLine> published, left_out;
    bool consented = false;    ///< the asker agrees
    bool may_publish = false;  ///< the actor, now
    std::optional<std::int64_t> topic;
    std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(ConsultationPublication, (),
                      (title, question, answer, tags, published, left_out, consented, may_publish, topic, revision))

struct PublicationInput {
    std::string title, question, answer;
    std::vector<std::string> tags;
    std::int64_t revision = 0;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(PublicationInput, (), (title, question, answer, tags, revision))
struct Published {
    std::int64_t topic = 0;
};
BOOST_DESCRIBE_STRUCT(Published, (), (topic))

/// For the desk, of what is finished (wrong_status).
ConsultationPublication publication(http::Call const&, ConsultationId);
/// With the asker's consent by the desk, without it by manage_desk. Refuses with invalid_input a text that still names the asker
/// or the section without consent, with already_exists a second time, with changed_meanwhile.
Published publish(http::Call const&, ConsultationId, PublicationInput const&);

}  // namespace desk
