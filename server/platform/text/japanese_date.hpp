// Dates as Japanese offices write them: 元号 decided by the day, full-width digits, Excel's day numbers.
#pragma once
#include "platform/core/date.hpp"
#include "platform/text/reading.hpp"

#include <span>
#include <string>
#include <string_view>

namespace text {

struct Era {
    std::string_view name;  ///< 令和
    std::string_view name_en;
    char letter;     ///< R
    Date first_day;  ///< the day itself belongs to this era
};
/// From 明治, earliest first.
std::span<Era const> eras();

/// Reads R7.4.1, Ｒ７．４．１, 令7.4.1, 令和7年4月1日(火), 令和元年5月1日, 2025/4/1, 2025-04-01, 2025.4.1, 2025年4月1日,
/// 20250401, 5070401 (era code 1…5 of payroll systems), 45748 (Excel's day number in a CSV) and "2025/4/1 0:00". Refuses days
/// that do not exist, days outside the era they name (平成31年5月1日), a wrong weekday, two-digit western years.
Reading<Date> read_date(std::string_view);

enum class SerialBase { since_1900, since_1904 };
/// Excel's day number; the time of day in the fraction is dropped.
Reading<Date> read_serial_date(double serial, SerialBase = SerialBase::since_1900);

std::string era_text(Date);               ///< 令和7年10月1日; days before 明治 in western years
std::string era_text_with_weekday(Date);  ///< 令和7年5月30日(金)
std::string era_short(Date);              ///< R7.10.1
std::string_view weekday(Date);           ///< 金
std::string english_date(Date);           ///< 1 October 2025, as the English pages write it
/// 令和7年度. A year in which the era changed is called after the era that holds most of it: 2019 is 令和元年度.
std::string fiscal_year_text(int year);
std::string fiscal_year_text_with_western(int year);  ///< 令和7年度(2025年度)

}  // namespace text
