// What the demo's sections consult about: everyday matters of a city hall, over all stages.
#pragma once
#include "features/desk/stage.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace demo {

struct SubjectStory {
    std::string_view name, name_en, about;
    int answer_days, step_days;
};

enum class Turn { open, waits, finished, withdrawn };

struct DeskStory {
    int subject = 0;  ///< place among the subjects
    std::string_view section, title, trouble, wanted;
    desk::ConsultationStage stage = desk::ConsultationStage::reception;
    Turn turn = Turn::open;
    int days_ago = 0;
    std::string_view answer, reply, note;  ///< empty: nothing was written
    int minutes = 0;                       ///< of the visit; 0 = none
    std::string_view visit, outcome, effect;
    int saved_hours = 0;
    bool shared = false, consents = false;
};

std::span<SubjectStory const> subject_stories();
/// The oldest first.
std::vector<DeskStory> desk_stories();

struct SlotStory {
    bool workshop = false;
    std::string_view title, about, place, guest;
    int subject = -1;  ///< -1 = free
    int days = 0;      ///< from today
    std::string_view from, until;
    int seats = 1, bookings = 0;
};
std::span<SlotStory const> slot_stories();

struct SchemeStory {
    std::string_view name, name_en, provider, about, payer;
    int max_days, max_hours, report_days;
};
std::span<SchemeStory const> scheme_stories();

}  // namespace demo
