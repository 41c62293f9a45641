// The days on which a city hall is open: not on Saturdays, Sundays, 国民の祝日 and 12/29–1/3 (地方自治法4条の2).
// Holidays follow from 国民の祝日に関する法律 as it stands since 2007, with what single years changed; equinoxes are computed.
#pragma once
#include "platform/core/date.hpp"

/// 「元日」, 「振替休日」, 「国民の休日」 …; empty on any other day.
std::string_view holiday_name(Date);

bool is_working_day(Date);
/// The first working day after the day.
Date next_working_day(Date);
/// The `days`-th working day after `from`; with 0 the day itself, or the next working day if it is none.
Date add_working_days(Date from, int days);
/// Working days after `from` up to and with `to`; 0 when `to` is not later.
int working_days_between(Date from, Date to);
