// The import wizard as the browser walks through it.
#include "features/imports/routes.hpp"
#include "platform/sheets/table.hpp"
#include "testing/town.hpp"

#include <boost/json/parse.hpp>
#include <gmock/gmock.h>

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;
namespace js = boost::json;

namespace {

constexpr char const* kRoster =
    "職員番号,氏名,所属,職位,備考\n"
    "0012345,髙﨑 一郎,総務課,課長,\n"
    "0012346,山田 花子,総務課,主査,\n"
    ",名無し,総務課,主査,\n";

class Wizard : public testing::Test {
protected:
    js::object asked(bool skip = false)
    {
        js::object columns;
        for (auto const& column : file.at("columns").as_array()) {
            auto const index = std::to_string(column.at("index").as_int64());
            columns[index] = column.at("field");
        }
        js::object input{{"upload", file.at("upload")},
                         {"sheet", file.at("sheet")},
                         {"header_row", file.at("header_row")},
                         {"as_of", "2026-04-01"},
                         {"whole", true},
                         {"columns", columns}};
        if (skip) input["skip_refused"] = true;
        return input;
    }
    js::value finished(Answer const& job)
    {
        EXPECT_EQ(job.status, 202);
        auto const path = "/jobs/" + std::to_string(job.body.at("id").as_int64());
        for (int i = 0; i < 6000; ++i) {
            auto now = officer.get(path).body;
            auto const& state = now.at("state").as_string();
            if (state != "queued" && state != "running") return now;
            std::this_thread::sleep_for(10ms);
        }
        ADD_FAILURE() << "the job did not end";
        return {};
    }
    void upload() { file = officer.upload("/imports/files?name=%E5%90%8D%E7%B0%BF.csv", kRoster).body; }

    Town town;
    Client officer = town.as(Role::training_officer);
    js::value file;
};

}  // namespace

TEST_F(Wizard, FromTheFileToTheImportAndBackAgain)
{
    upload();
    EXPECT_EQ(file.at("header_row"), 1);
    EXPECT_EQ(file.at("rows"), 3);
    EXPECT_EQ(file.at("columns").at(2).at("field"), "unit");
    EXPECT_TRUE(file.at("columns").at(4).at("field").is_null());

    auto const preview = officer.post("/imports/preview", asked());
    ASSERT_EQ(preview.status, 200);
    EXPECT_EQ(preview.body.at("counts").at("added"), 2);
    EXPECT_EQ(preview.body.at("counts").at("refused"), 1);
    EXPECT_EQ(preview.body.at("rows").at(0).at("problems").at(0).at("column"), "職員番号");

    auto input = asked();
    input["skip_refused"] = false;
    auto const refused = finished(officer.post("/imports", input));
    EXPECT_EQ(refused.at("state"), "refused");
    EXPECT_EQ(refused.at("result").at("code"), "rows_refused");
    EXPECT_EQ(officer.get("/imports").body.at("imports").as_array().size(), 0u);

    auto const done = finished(officer.post("/imports", asked(true)));
    ASSERT_EQ(done.at("state"), "done");
    EXPECT_EQ(done.at("result").at("counts").at("added"), 2);

    auto const list = officer.get("/imports").body.at("imports").as_array();
    ASSERT_EQ(list.size(), 1u);
    EXPECT_EQ(list[0].at("file_name"), "名簿.csv");
    EXPECT_TRUE(list[0].at("undoable").as_bool());
    auto const id = std::to_string(list[0].at("id").as_int64());
    auto const kept = officer.get("/imports/" + id).body.at("refused").as_array();
    ASSERT_EQ(kept.size(), 1u) << "what was left out can still be read when the file is gone";
    EXPECT_EQ(kept[0].at("line"), 4);
    EXPECT_EQ(kept[0].at("problems").at(0).at("column"), "職員番号");

    EXPECT_EQ(finished(officer.post("/imports/" + id + "/undo")).at("state"), "done");
    EXPECT_FALSE(officer.get("/imports/" + id).body.at("undone_at").is_null());
    EXPECT_EQ(officer.post("/imports/" + id + "/undo").code(), "not_undoable");
}

TEST_F(Wizard, TheRefusedRowsAreAWorkbookOfTheLastPreview)
{
    upload();
    auto const path = "/imports/preview/refused?upload=" + std::string(file.at("upload").as_string());
    EXPECT_EQ(officer.get(path).status, 404);
    officer.post("/imports/preview", asked());
    auto const answer = officer.get(path);
    ASSERT_EQ(answer.status, 200);
    auto const book = sheets::read_table(answer.bytes);
    EXPECT_EQ(book.sheets[0].rows.size(), 2u);
    EXPECT_THAT(book.sheets[0].rows[1].text(1), HasSubstr("職員番号が空"));
}

TEST_F(Wizard, AnotherHeaderRowIsReadAnew)
{
    upload();
    auto const path = "/imports/files/" + std::string(file.at("upload").as_string());
    EXPECT_EQ(officer.get(path + "?header_row=2").body.at("rows"), 2);
    EXPECT_EQ(officer.get(path + "?header_row=99").code(), "invalid_input");
    EXPECT_EQ(officer.get(path + "?sheet=x").code(), "invalid_input");
}

TEST_F(Wizard, OnlyThoseWhoMayImportDoAndAJobIsItsOwnersToSee)
{
    upload();
    auto const job = officer.post("/imports", asked(true));
    finished(job);
    auto const path = "/jobs/" + std::to_string(job.body.at("id").as_int64());
    auto const other = town.staff("0100");
    EXPECT_EQ(other.get(path).status, 404);
    EXPECT_EQ(town.as(Role::administrator).get(path).status, 200);
    EXPECT_EQ(other.get("/imports").status, 403);
    EXPECT_EQ(other.upload("/imports/files?name=x.csv", kRoster).status, 403);
}

TEST_F(Wizard, AFileThatIsNoTableIsRefusedWithWhatToDo)
{
    auto const answer = officer.upload("/imports/files?name=x.pdf", "%PDF-1.7");
    EXPECT_EQ(answer.code(), "unsupported_file");
    auto input = js::object{{"upload", "0123456789abcdef0123456789abcdef"},
                            {"as_of", "2026-04-01"},
                            {"whole", true},
                            {"columns", js::object{}},
                            {"skip_refused", false}};
    EXPECT_EQ(officer.post("/imports", input).status, 404);
    input["upload"] = "no token";
    auto const never_sent = officer.post("/imports", input);
    EXPECT_EQ(never_sent.status, 404);
    EXPECT_THAT(std::string(never_sent.body.at("detail").as_string()), Not(HasSubstr("24時間")))
        << "nothing was kept, so nothing ran out";
}
