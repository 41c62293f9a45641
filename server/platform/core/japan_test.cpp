#include "platform/core/japan.hpp"

#include <gtest/gtest.h>

TEST(Japan, ADayBeginsAtFifteenOClockOfUniversalTimeTheDayBefore)
{
    EXPECT_EQ(to_iso(day_in_japan(*instant_from_iso("2026-05-31T14:59:59Z"))), "2026-05-31");
    EXPECT_EQ(to_iso(day_in_japan(*instant_from_iso("2026-05-31T15:00:00Z"))), "2026-06-01");
    EXPECT_EQ(to_iso(day_in_japan(*instant_from_iso("1969-12-31T15:00:00Z"))), "1970-01-01");
}
