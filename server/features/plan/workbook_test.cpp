#include "features/plan/workbook.hpp"

#include "features/plan/check.hpp"
#include "platform/json/write.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

using namespace plan;

namespace {

Plan pack(std::filesystem::path const& file)
{
    std::ifstream in{file, std::ios::binary};
    std::stringstream text;
    text << in.rdbuf();
    return read_yaml(text.str()).plan;
}

struct Temporary {
    std::filesystem::path path = std::filesystem::temp_directory_path() / ("plan-" + std::to_string(::getpid()) + ".xlsx");
    ~Temporary() { std::filesystem::remove(path); }
};

}  // namespace

TEST(PlanWorkbook, EveryCitysPlanSurvivesTheWayThroughExcel)
{
    for (auto const* city : {"hiratsuka", "chigasaki", "kakamigahara", "hirakata", "iwaki", "template"}) {
        SCOPED_TRACE(city);
        auto const plan = pack(std::filesystem::path{"plans"} / (std::string{city} + ".yaml"));
        Temporary const file;
        sheets::write_xlsx(file.path, to_workbook(plan));
        auto const read = from_workbook(sheets::read_table_file(file.path));
        EXPECT_TRUE(read.problems.empty()) << read.problems.front().pointer << read.problems.front().ja;
        EXPECT_EQ(json::write(read.plan), json::write(plan));
    }
}

TEST(PlanWorkbook, AWrongCellIsNamedAsExcelNamesIt)
{
    Plan plan;
    plan.skills = {{.code = "S1", .name = "n", .clause = "c"}};
    auto book = to_workbook(plan);
    Temporary const file;
    for (auto& sheet : book) {
        if (sheet.name == "スキル") sheet.rows[0][4] = sheets::Cell::of("技能");
    }
    sheets::write_xlsx(file.path, book);
    auto const read = from_workbook(sheets::read_table_file(file.path));
    ASSERT_EQ(read.problems.size(), 1u);
    EXPECT_EQ(read.problems[0].pointer, "スキル!E2");
    EXPECT_NE(read.problems[0].ja.find("knowledge"), std::string::npos);
}
