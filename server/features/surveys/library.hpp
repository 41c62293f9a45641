// The city's surveys: drafts that are edited, and published versions that never change.
#pragma once
#include "features/surveys/survey.hpp"
#include "platform/http/table.hpp"

#include <map>
#include <memory>
#include <mutex>

namespace surveys {

enum class SurveyStatus { draft, published };
BOOST_DESCRIBE_ENUM(SurveyStatus, draft, published)

struct SurveySummary {
    SurveyId id;
    std::string code;
    int version = 1;
    std::string title, title_en;
    Purpose purpose = Purpose::other;
    SurveyStatus status = SurveyStatus::draft;
    std::int64_t revision = 1;
    std::optional<Instant> published_at;
    std::int64_t questions = 0, waves = 0;
};
BOOST_DESCRIBE_STRUCT(SurveySummary, (),
                      (id, code, version, title, title_en, purpose, status, revision, published_at, questions, waves))

/// A shipped survey that a draft may begin from.
struct PackOffer {
    std::string code, title, title_en;
    Purpose purpose = Purpose::other;
    std::string source;
    std::int64_t questions = 0;
};
BOOST_DESCRIBE_STRUCT(PackOffer, (), (code, title, title_en, purpose, source, questions))

struct SurveyList {
    std::vector<SurveySummary> surveys;  ///< drafts first, then the newest version first
    std::vector<PackOffer> packs;
};
BOOST_DESCRIBE_STRUCT(SurveyList, (), (surveys, packs))

struct SurveyDetail {
    SurveySummary summary;
    Survey survey;
    std::vector<Problem> problems;  ///< of a draft: what keeps it from being published
};
BOOST_DESCRIBE_STRUCT(SurveyDetail, (), (summary, survey, problems))

/// From a pack, from another survey of the city, or empty with a title.
struct SurveyStart {
    std::string pack;
    std::optional<SurveyId> copy_of;  ///< the next version of that survey
    std::string title;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(SurveyStart, (), (pack, copy_of, title))

struct SurveyDraft {
    std::int64_t revision = 0;
    Survey survey;
};
BOOST_DESCRIBE_STRUCT(SurveyDraft, (), (revision, survey))

SurveyList survey_list(db::Tx&);
/// Refuses with not_found.
SurveyDetail survey_detail(db::Tx&, SurveyId);
/// Refuses with not_found an unknown pack or survey, with invalid_input a start from nothing, with conflict where that survey has
/// an unfinished draft already.
SurveyDetail start_survey(http::Call const&, SurveyStart const&);
/// A file's survey as a draft: a new survey, or the next version of the one with its code. Refuses as start_survey does.
SurveyDetail take_in_survey(http::Call const&, Survey);
/// Wrong places stay in the draft and are told. Refuses with changed_meanwhile, with wrong_status once published.
SurveyDetail save_survey(http::Call const&, SurveyId, SurveyDraft const&);
/// Refuses with invalid_input naming what is wrong, with wrong_status once published.
SurveyDetail publish_survey(http::Call const&, SurveyId);
/// Of drafts. Refuses with wrong_status.
void discard_survey(http::Call const&, SurveyId);

/// Published surveys, read once: they never change. Thread-safe.
class Library {
public:
    /// Refuses with not_found a survey that is not published.
    std::shared_ptr<Survey const> published(db::Tx&, SurveyId);

private:
    std::mutex guard_;
    std::map<SurveyId, std::shared_ptr<Survey const>> read_;
};

}  // namespace surveys
