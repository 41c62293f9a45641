// How far a consultation has come: from the first telling to what came of it (受付→業務分析→予算化→設計→実装→効果), and whose
// turn it is.
#pragma once
#include "platform/core/ids.hpp"

#include <boost/describe/enum.hpp>

#include <array>
#include <string_view>

namespace desk {

using ConsultationId = Id<struct ConsultationTag>;
using SubjectId = Id<struct SubjectTag>;
using MessageId = Id<struct MessageTag>;
using VisitId = Id<struct VisitTag>;
using SlotId = Id<struct SlotTag>;
using BookingId = Id<struct BookingTag>;
using SchemeId = Id<struct SchemeTag>;
using EngagementId = Id<struct EngagementTag>;
using AdviserVisitId = Id<struct AdviserVisitTag>;

enum class ConsultationStage { reception, analysis, budget, design, build, effect };
BOOST_DESCRIBE_ENUM(ConsultationStage, reception, analysis, budget, design, build, effect)
inline constexpr std::array kStages{ConsultationStage::reception, ConsultationStage::analysis, ConsultationStage::budget,
                                    ConsultationStage::design,    ConsultationStage::build,    ConsultationStage::effect};

enum class ConsultationStatus { open, waiting_for_asker, finished, withdrawn };
BOOST_DESCRIBE_ENUM(ConsultationStatus, open, waiting_for_asker, finished, withdrawn)

inline bool is_going_on(ConsultationStatus status)
{
    return status == ConsultationStatus::open || status == ConsultationStatus::waiting_for_asker;
}

/// What became of it.
enum class ConsultationOutcome { solved, improved, passed_on, not_pursued };
BOOST_DESCRIBE_ENUM(ConsultationOutcome, solved, improved, passed_on, not_pursued)

/// Whether the asker agrees that the question and the answer are published.
enum class PublishConsent { unasked, yes, no };
BOOST_DESCRIBE_ENUM(PublishConsent, unasked, yes, no)

}  // namespace desk
