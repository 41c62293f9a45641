#include "platform/text/words.hpp"

#include <gmock/gmock.h>

namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::Not;

TEST(Words, JapaneseIsCutWhereADictionaryCutsItAndParticlesAreLeftOut)
{
    auto const words = text::words("研修の時間が足りないので、動画で学びたい。");
    EXPECT_THAT(words, Contains("研修"));
    EXPECT_THAT(words, Contains("時間"));
    EXPECT_THAT(words, Contains("動画"));
    EXPECT_THAT(words, Not(Contains("ので")));
}

TEST(Words, KatakanaAndLatinWordsStandByThemselves)
{
    EXPECT_THAT(text::words("ペーパーレスとRPAを進める"), testing::IsSupersetOf({"ペーパーレス", "RPA"}));
}

TEST(Words, ASingleCharacterIsNoWord) { EXPECT_THAT(text::words("紙、が、多い。"), Not(Contains("紙"))); }
TEST(Words, NothingHasNoWords) { EXPECT_THAT(text::words(""), IsEmpty()); }

}  // namespace
