// What was typed, grouped by themes that people assign. A text has no link to its author's other answers, and none is shown while
// there are fewer than the threshold.
#pragma once
#include "features/surveys/waves.hpp"

using SurveyThemeId = Id<struct SurveyThemeTag>;

namespace findings {

struct Theme {
    SurveyThemeId id;
    std::string name;
    std::string issue;  ///< code of the plan's issue, may be empty
    std::int64_t texts = 0;
};
BOOST_DESCRIBE_STRUCT(Theme, (), (id, name, issue, texts))

struct Text {
    std::string id;
    std::string option;  ///< the one that asked for words; empty of a text question
    std::string text;
    std::vector<SurveyThemeId> themes;
};
BOOST_DESCRIBE_STRUCT(Text, (), (id, option, text, themes))

/// A word and in how many texts it occurs; words of kanji and katakana from two characters on.
struct WordCount {
    std::string word;
    std::int64_t texts = 0;
};
BOOST_DESCRIBE_STRUCT(WordCount, (), (word, texts))

struct TextsQuery {
    std::string question;
};
BOOST_DESCRIBE_STRUCT(TextsQuery, (), (question))
struct Texts {
    std::string question;
    bool too_few = false;
    std::vector<Text> texts;
    std::vector<Theme> themes;
    std::vector<WordCount> words;  ///< the 60 most frequent, in at least two texts
};
BOOST_DESCRIBE_STRUCT(Texts, (), (question, too_few, texts, themes, words))

struct ThemeForm {
    std::string question, name, issue;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(ThemeForm, (), (question, name, issue))
struct TextThemes {
    std::vector<SurveyThemeId> themes;
};
BOOST_DESCRIBE_STRUCT(TextThemes, (), (themes))

/// The texts are the office's; other readers see themes with their counts only. Refuses with not_found.
Texts texts(http::Call const&, SurveyWaveId, TextsQuery const&);
/// The office's; refuse with not_found, with already_exists a theme of that name.
Texts add_theme(http::Call const&, SurveyWaveId, ThemeForm const&);
Texts remove_theme(http::Call const&, SurveyThemeId);
void assign_themes(http::Call const&, std::string const& text_id, TextThemes const&);

}  // namespace findings
