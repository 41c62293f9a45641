// A consultation whole, as whoever may see it sees it.
#pragma once
#include "features/desk/engagements.hpp"
#include "features/desk/lines.hpp"
#include "features/desk/messages.hpp"
#include "features/desk/steps.hpp"
#include "features/desk/visits.hpp"

namespace desk {

/// What the actor may do now.
struct ConsultationMay {
    bool change = false;  ///< the question
    bool write = false;   ///< a message
    bool note = false;    ///< a private note
    bool guide = false;   ///< stage, due day, owner, subject, outcome
    bool visit = false;
    bool withdraw = false;
    bool reopen = false;
    bool consent = false;  ///< say whether it may be published
    bool publish = false;  ///< see the draft of the question and answer
    bool claim = false;    ///< as evidence of a skill (features/practice)
};
BOOST_DESCRIBE_STRUCT(ConsultationMay, (), (change, write, note, guide, visit, withdraw, reopen, consent, publish, claim))

struct ConsultationTopic {
    std::int64_t id = 0;
    std::string title;  ///< empty when the actor may not see it
};
BOOST_DESCRIBE_STRUCT(ConsultationTopic, (), (id, title))

struct ConsultationResult {
    ConsultationOutcome outcome = ConsultationOutcome::solved;
    std::string text;
    std::vector<markdown::Piece> pieces;
    std::string effect;
    std::optional<int> saved_hours;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(ConsultationResult, (), (outcome, text, pieces, effect, saved_hours, at))

struct Consultation : ConsultationLine {
    std::string trouble, wanted;
    std::vector<markdown::Piece> trouble_pieces, wanted_pieces;
    std::optional<Date> wished_on;
    bool shared = false;
    int answer_days = 0;  ///< working days that the subject promises
    std::optional<ConsultationTopic> from_topic;
    std::vector<StageProgress> stages;  ///< all six
    std::vector<ConsultationStep> steps;
    std::vector<ConsultationMessage> messages;
    std::vector<ConsultationVisit> visits;
    int minutes = 0;                       ///< of all visits
    std::vector<attachments::File> files;  ///< of the question
    std::vector<AdviserEngagement> engagements;
    std::optional<ConsultationResult> result;
    PublishConsent consent = PublishConsent::unasked;
    std::optional<ConsultationTopic> published;
    ConsultationMay may;
    std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(Consultation, (ConsultationLine),
                      (trouble, wanted, trouble_pieces, wanted_pieces, wished_on, shared, answer_days, from_topic, stages, steps,
                       messages, visits, minutes, files, engagements, result, consent, published, may, revision))

/// Refuses with not_found.
Consultation consultation(http::Call const&, ConsultationId);

}  // namespace desk
