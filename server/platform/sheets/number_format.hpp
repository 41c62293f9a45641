// What a number format says about the number under it: a day, a time, a code with leading zeros, or just a number.
#pragma once
#include "platform/sheets/table.hpp"

namespace sheets {

struct NumberFormat {
    enum class Shape { number, date, time, zero_padded };
    Shape shape = Shape::number;
    std::size_t digits = 0;  ///< for zero_padded
};

NumberFormat built_in_format(int id);
NumberFormat custom_format(std::string_view code);  ///< like [$-411]ggge"年"m"月"d"日"

/// The cell a person sees where the file holds `number` under this format.
Cell shown(double number, NumberFormat, text::SerialBase);

}  // namespace sheets
