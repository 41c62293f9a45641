#include "features/nominations/status.hpp"

#include <algorithm>

namespace nominations {
namespace {

using enum NomineeStatus;

struct Move {
    NomineeStatus from, to;
};

constexpr Move kMoves[] = {
    {applied, nominated},    {applied, declined},       {applied, withdrawn},       // 公募
    {declined, nominated},   {declined, withdrawn},                                 // the head thinks again
    {nominated, declined},   {nominated, withdrawn},                                // before the selection
    {withdrawn, applied},    {withdrawn, nominated},                                // once more
    {nominated, selected},   {nominated, reserve},      {nominated, not_selected},  // 選考
    {selected, reserve},     {selected, not_selected},  {selected, nominated},      // the office thinks again
    {reserve, selected},     {reserve, not_selected},   {reserve, nominated},      {not_selected, selected},
    {not_selected, reserve}, {not_selected, nominated}, {selected, appointed},  // 決定
};

}  // namespace

bool may_become(NomineeStatus from, NomineeStatus to)
{
    return std::any_of(std::begin(kMoves), std::end(kMoves), [&](Move move) { return move.from == from && move.to == to; });
}

bool is_judged(NomineeStatus status)
{
    return status == selected || status == reserve || status == not_selected || status == appointed;
}

bool counts(NomineeStatus status) { return status == nominated || is_judged(status); }

Words word_of(NomineeStatus status)
{
    switch (status) {
        case applied: return {"応募(所属長の同意待ち)", "applied, waiting for the head"};
        case declined: return {"所属長が不同意", "not agreed by the head"};
        case withdrawn: return {"取下げ", "withdrawn"};
        case nominated: return {"選考待ち", "waiting for the selection"};
        case selected: return {"選出", "selected"};
        case reserve: return {"補欠", "reserve"};
        case not_selected: return {"見送り", "not selected"};
        case appointed: return {"任命", "appointed"};
    }
    return {};
}

}  // namespace nominations
