// A survey as a document: sections, questions, conditions, and the indicators that its answers are followed by. One set of
// described structs is the YAML pack, the JSON of the API and the workbook. Once published it never changes; a change is the next
// version. Questions, options and items are named by `code`, which stays the same from version to version, so that waves compare.
#pragma once
#include "platform/core/ids.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

using SurveyId = Id<struct SurveyTag>;
using SurveyWaveId = Id<struct SurveyWaveTag>;

namespace surveys {

/// single: one option. multiple: several. scale: one option, in order, the first one counts 1. matrix: one option for each item,
/// in order. number, short_text, long_text: what is typed.
enum class QuestionType { single, multiple, scale, matrix, number, short_text, long_text };
BOOST_DESCRIBE_ENUM(QuestionType, single, multiple, scale, matrix, number, short_text, long_text)

struct Option {
    std::string code, text, text_en;
    bool with_text = false;  ///< その他（　　）: asks for a few words
    bool alone = false;      ///< 「特にない」: excludes every other option of a multiple question
};
BOOST_DESCRIBE_STRUCT(Option, (), (code, text, text_en, with_text, alone))

/// A row of a matrix.
struct Item {
    std::string code, text, text_en;
};
BOOST_DESCRIBE_STRUCT(Item, (), (code, text, text_en))

struct Question {
    std::string code, section;
    QuestionType type = QuestionType::single;
    std::string text, text_en, hint, hint_en;
    bool required = false;
    std::vector<Option> options;
    std::vector<Item> items;  ///< of a matrix
    std::optional<double> least, most;
    std::string unit;
    int most_choices = 0;             ///< of a multiple question, 0 = any number
    std::string if_question;          ///< asked only where that earlier question …
    std::vector<std::string> if_any;  ///< … was answered with one of these options
    bool cut = false;                 ///< a single choice (年代) that results may be crossed by
    bool text_lost = false;           ///< the source names the question but its text was in a figure
    std::string note, clause;
};
BOOST_DESCRIBE_STRUCT(Question, (),
                      (code, section, type, text, text_en, hint, hint_en, required, options, items, least, most, unit,
                       most_choices, if_question, if_any, cut, text_lost, note, clause))

struct Section {
    std::string code, title, title_en, text, text_en;
};
BOOST_DESCRIBE_STRUCT(Section, (), (code, title, title_en, text, text_en))

/// A share that is followed over time: those who chose one of `options`, of those who answered the question. Where the plan has
/// published figures, `baseline_survey` and `baseline_question` name them (plan::Baseline), and `baseline_options` are the
/// figures that are added up.
struct Indicator {
    std::string code, name, name_en, question;
    std::string item;  ///< of a matrix
    std::vector<std::string> options;
    bool lower_is_better = false;
    std::string baseline_survey, baseline_question;
    std::vector<std::string> baseline_options;
    std::string claim;  ///< what the plan says about it: 「約半数がDXの概念を理解していない」
    std::string issue;  ///< code of the plan's issue (課題) that it speaks of
    std::string clause;
};
BOOST_DESCRIBE_STRUCT(Indicator, (),
                      (code, name, name_en, question, item, options, lower_is_better, baseline_survey, baseline_question,
                       baseline_options, claim, issue, clause))

/// What a survey is for. reaction, awareness and follow_up may be attached to runs of a course.
enum class Purpose { baseline, awareness, reaction, follow_up, self_check, other };
BOOST_DESCRIBE_ENUM(Purpose, baseline, awareness, reaction, follow_up, self_check, other)

struct Survey {
    std::string code, title, title_en, intro, intro_en;
    Purpose purpose = Purpose::other;
    std::string source;  ///< where the questions are from
    std::vector<Section> sections;
    std::vector<Question> questions;
    std::vector<Indicator> indicators;
};
BOOST_DESCRIBE_STRUCT(Survey, (), (code, title, title_en, intro, intro_en, purpose, source, sections, questions, indicators))

/// The place of the question with that code.
std::optional<std::size_t> find_question(Survey const&, std::string_view code);

/// How many a survey may have: an answer is kept as bits and small numbers.
inline constexpr std::size_t kMostQuestions = 200;
inline constexpr std::size_t kMostOptions = 60;

// What one person says, as it travels.
struct ItemAnswer {
    std::string item, option;
};
BOOST_DESCRIBE_STRUCT(ItemAnswer, (), (item, option))
struct Answer {
    std::string question;
    std::vector<std::string> options;  ///< single and scale: one
    std::vector<ItemAnswer> items;
    std::optional<double> number;
    std::string text;  ///< of a text question, or beside the option that asks for words
};
BOOST_DESCRIBE_STRUCT(Answer, (), (question, options, items, number, text))

}  // namespace surveys
