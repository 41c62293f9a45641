// Calendar days as programs see them. How people write them (元号, 全角, Excel serials) is platform/text.
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

using Date = std::chrono::year_month_day;
using Instant = std::chrono::sys_seconds;

/// "2025-10-01". The date must be ok().
std::string to_iso(Date);
/// Strict ISO 8601 calendar date; nothing else, and only days that exist.
std::optional<Date> date_from_iso(std::string_view);
/// "2025-10-01T09:30:00Z".
std::string to_iso(Instant);
std::optional<Instant> instant_from_iso(std::string_view);

/// 年度: 1 April to 31 March; 2025 for 2025-04-01 … 2026-03-31.
int fiscal_year(Date);
Date first_day_of_fiscal_year(int year);
Date last_day_of_fiscal_year(int year);
Date add_days(Date, int days);
Date add_months(Date, int months);  ///< clamps to the month's last day
/// Days from `from` to `to`, negative when `to` is earlier.
int days_between(Date from, Date to);
