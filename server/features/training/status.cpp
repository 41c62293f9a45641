#include "features/training/status.hpp"

#include <algorithm>

namespace training {
namespace {

using enum EnrolmentStatus;

struct Move {
    EnrolmentStatus from, to;
};

constexpr Move kMoves[] = {
    {applied, accepted},        {applied, waiting},        {applied, declined},  {applied, withdrawn},
    {waiting, accepted},        {waiting, lapsed},         {waiting, withdrawn}, {accepted, withdrawn},
    {accepted, completed},      {accepted, not_completed}, {withdrawn, applied},  // asks again, behind everybody else
    {completed, not_completed},                                                   // a correction
    {not_completed, completed},                                                   // a correction
};

}  // namespace

bool may_become(EnrolmentStatus from, EnrolmentStatus to)
{
    return std::any_of(std::begin(kMoves), std::end(kMoves), [&](Move move) { return move.from == from && move.to == to; });
}

bool holds_seat(EnrolmentStatus status) { return status == accepted || status == completed || status == not_completed; }

std::string_view word_of(EnrolmentStatus status)
{
    switch (status) {
        case applied: return "申込中";
        case accepted: return "受講決定";
        case waiting: return "空席待ち";
        case declined: return "見送り";
        case withdrawn: return "取下げ";
        case lapsed: return "失効";
        case completed: return "修了";
        case not_completed: return "未修了";
    }
    return "";
}

}  // namespace training
