#include "features/levels/certificate_sheets.hpp"

#include "testing/pdf_text.hpp"

#include <gmock/gmock.h>

#include <algorithm>

using namespace levels;
using testing::HasSubstr;

namespace {

Certificate certificate_of(std::string name)
{
    Certificate c;
    c.number = "2026-0001-K7QX2M";
    c.version = 2;
    c.text.city = "試験市";
    c.text.city_en = "Test City";
    c.text.name = std::move(name);
    c.text.title = "DX推進リーダー レベル1";
    c.text.title_en = "DX leader level 1";
    c.text.statement = "上記の者を、試験市デジタル人材育成計画に基づき、DX推進リーダー レベル1として認定します。";
    c.text.statement_en = "is certified as DX leader level 1 under the Test Plan.";
    c.text.certified_on = *date_from_iso("2026-06-01");
    c.text.valid_until = *date_from_iso("2029-04-01");
    return c;
}

std::string without_spaces(std::string text)
{
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
    return text;
}

}  // namespace

TEST(CertificateSheets, SayTheWordsOfTheCertificateAndWhereItsNumberIsChecked)
{
    auto const pdf =
        certificate_pdf(std::array{certificate_of("髙橋 花子")}, {PaperLanguage::ja, "10.0.0.1:8080/town/certificates"});
    auto const text = without_spaces(testing_town::pdf_text(pdf));
    EXPECT_THAT(text, HasSubstr("認定証"));
    EXPECT_THAT(text, HasSubstr("髙橋花子様"));
    EXPECT_THAT(text, HasSubstr("2026-0001-K7QX2M(第2版)"));
    EXPECT_THAT(text, HasSubstr("令和8年6月1日"));
    EXPECT_THAT(text, HasSubstr("令和11年4月1日の前日まで"));
    EXPECT_THAT(text, HasSubstr("10.0.0.1:8080/town/certificates"));
}

TEST(CertificateSheets, RareLettersOfNamesAreInTheFileAndSoAreTheFonts)
{
    auto const pdf = certificate_pdf(std::array{certificate_of("𠮷野 禰󠄀豆子")}, {});
    EXPECT_THAT(testing_town::pdf_text(pdf), HasSubstr("𠮷野"));
    auto const fonts = testing_town::pdf_fonts(pdf);
    EXPECT_THAT(fonts, HasSubstr("NotoSerifCJK"));
    EXPECT_THAT(fonts, testing::Not(HasSubstr(" no  "))) << "every font is embedded, as a subset, with its letters";
}

TEST(CertificateSheets, InEnglishWithEnglishWordsAndDates)
{
    auto const text =
        testing_town::pdf_text(certificate_pdf(std::array{certificate_of("髙橋 花子")}, {PaperLanguage::en, "h/c"}));
    EXPECT_THAT(text, HasSubstr("Certificate"));
    EXPECT_THAT(text, HasSubstr("1 June 2026"));
    EXPECT_THAT(text, HasSubstr("Test City"));
    EXPECT_THAT(text, testing::Not(HasSubstr("認定証")));
}

TEST(CertificateSheets, OneSheetEachInTheOrderAskedFor)
{
    std::vector<Certificate> const many{certificate_of("一番 太郎"), certificate_of("二番 次郎"), certificate_of("三番 三郎")};
    std::vector<std::size_t> told;
    auto const text = testing_town::pdf_text(certificate_pdf(many, {}, [&](std::size_t done) { told.push_back(done); }));
    EXPECT_EQ(std::count(text.begin(), text.end(), '\f'), 3);
    EXPECT_LT(text.find("一番"), text.find("二番"));
    EXPECT_LT(text.find("二番"), text.find("三番"));
    EXPECT_EQ(told, (std::vector<std::size_t>{1, 2, 3}));
}
