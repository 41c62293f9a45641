// Who finds a consultation, and what of it.
#include "features/desk/desk_test_town.hpp"

#include <condition_variable>
#include <memory>
#include <mutex>

using namespace desk_test;

namespace {
struct DeskSightTest : DeskTest {
    std::int64_t total(Client const& by, std::string const& scope = "all")
    {
        return by.get("/consultations?scope=" + scope).body.at("total").as_int64();
    }
};
}  // namespace

TEST_F(DeskSightTest, TheAskerTheHeadAndTheDeskFindItAndNobodyElse)
{
    auto const id = asked();
    for (auto const& who : {asker(), head(), adviser(), deputy(), office}) {
        EXPECT_EQ(who.get(at(id)).status, 200);
        EXPECT_EQ(total(who), 1);
    }
    auto const other_head = town.staff("0300");
    std::vector<Client> others{colleague(), stranger(), other_head, town.staff("0103")};
    for (auto const role : {Role::training_officer, Role::executive, Role::administrator, Role::dx_leader})
        others.push_back(town.as(role));
    others.push_back(town.as(Role::dx_office, taxes));
    for (auto const& who : others) {
        EXPECT_EQ(who.get(at(id)).status, 404);
        EXPECT_EQ(total(who), 0);
        EXPECT_EQ(who.post(at(id, "/messages"), message("見えますか")).status, 404);
        EXPECT_EQ(who.post(at(id, "/withdrawal"), bj::object{{"reason", "x"}, {"revision", 1}}).status, 404);
        EXPECT_EQ(who.get(at(id, "/owners")).status, 404);
        EXPECT_EQ(who.get(at(id, "/publication")).status, 404);
    }
}

TEST_F(DeskSightTest, SharedWithTheSectionTheColleaguesReadAndSpeakForIt)
{
    auto const id = asked(question(true));
    EXPECT_EQ(colleague().get(at(id)).status, 200);
    EXPECT_EQ(writes(colleague(), id, "補足します").status, 201);
    EXPECT_EQ(colleague().get("/desk").body.at("section").as_array().size(), 1U);
    EXPECT_EQ(total(colleague(), "section"), 1);
    EXPECT_EQ(total(colleague(), "mine"), 0);
    EXPECT_EQ(stranger().get(at(id)).status, 404);
    EXPECT_EQ(moves(colleague(), id, "analysis").code(), "not_allowed");
    EXPECT_EQ(colleague().post(at(id, "/withdrawal"), bj::object{{"reason", "x"}, {"revision", 1}}).code(), "not_allowed");
}

TEST_F(DeskSightTest, WhoAskedKeepsFindingItAfterATransferAndTheSectionKeepsItsOwn)
{
    auto const id = asked(question(true));
    moves_to(anna, taxes, "2026-06-15", "2026-06-01");
    on("2026-06-20");
    EXPECT_EQ(asker().get(at(id)).status, 200);
    EXPECT_EQ(head().get(at(id)).status, 200);
    EXPECT_EQ(colleague().get(at(id)).status, 200);
    EXPECT_EQ(town.staff("0300").get(at(id)).status, 404) << "the head of where the asker is now";
}

TEST_F(DeskSightTest, SomebodyNamedForASubjectAnswersForThatSubjectAlone)
{
    auto const of_carl = add_subject("データ活用", {carl});
    auto wanted = question();
    wanted["subject"] = of_carl;
    auto const his = asked(wanted), others = asked();
    auto const by = town.staff("0103");
    EXPECT_EQ(by.get(at(his)).body.at("may").at("guide"), true);
    EXPECT_EQ(by.get(at(others)).status, 404);
    EXPECT_EQ(by.get("/desk/board").body.at("lines").as_array().size(), 1U);
    EXPECT_EQ(total(by, "desk"), 1);
}

TEST_F(DeskSightTest, ANoteOfTheDeskNeverLeavesIt)
{
    auto const id = asked();
    auto const note = writes(adviser(), id, "予算は来年度になりそう", true);
    ASSERT_EQ(note.status, 201) << note.bytes;
    EXPECT_EQ(seen(deputy(), id).at("messages").as_array().size(), 1U);
    for (auto const& who : {asker(), head()}) {
        auto const answer = who.get(at(id));
        auto const& it = answer.body;
        EXPECT_TRUE(it.at("messages").as_array().empty());
        EXPECT_EQ(it.at("answered"), false) << "a note is no answer";
        EXPECT_EQ(answer.bytes.find("来年度"), std::string::npos);
        EXPECT_EQ(who.post(at(id, "/messages"), message("私のメモ", true)).code(), "not_allowed");
        bj::object const change{{"text", "x"}, {"files", bj::array{}}, {"revision", 1}};
        EXPECT_EQ(who.patch("/consultation-messages/" + digits(note.body.at("id")), change).status, 404);
    }
    EXPECT_EQ(seen(asker(), id).at("may").at("note"), false);
}

TEST_F(DeskSightTest, AFileOfANoteIsTheDesksAndAFileOfAnAnswerTheAskersToo)
{
    auto const id = asked();
    auto const put = [&] { return adviser().upload("/attachments?name=a.txt", "中身").body.at("id"); };
    auto private_note = message("見積", true), open_answer = message("手引き");
    auto const hidden = put(), open = put();
    private_note["files"] = bj::array{hidden};
    open_answer["files"] = bj::array{open};
    ASSERT_EQ(adviser().post(at(id, "/messages"), private_note).status, 201);
    ASSERT_EQ(adviser().post(at(id, "/messages"), open_answer).status, 201);
    EXPECT_EQ(asker().get("/attachments/" + digits(hidden)).status, 404);
    EXPECT_EQ(asker().get("/attachments/" + digits(open)).bytes, "中身");
    EXPECT_EQ(deputy().get("/attachments/" + digits(hidden)).bytes, "中身");
}

TEST_F(DeskSightTest, ReadingAConsultationIsALookAtWhoeverAsked)
{
    auto const id = asked();
    seen(adviser(), id);
    town.municipality().looks().flush();
    auto const looks = town.read([&](db::Tx& tx) {
        static db::Sql const kLooks{R"(
            SELECT count(*) FROM audit WHERE action = 'record.looked_at' AND subject_kind = 'staff' AND subject_id = $1)"};
        return tx.one<std::int64_t>(kLooks, anna);
    });
    EXPECT_EQ(looks, 1);
}

TEST_F(DeskSightTest, TheBoardIsForThoseWhoAnswer)
{
    EXPECT_EQ(stranger().get("/desk/board").code(), "not_allowed");
    EXPECT_EQ(stranger().get("/desk/hand-over").code(), "not_allowed");
    EXPECT_EQ(head().get("/desk/board").code(), "not_allowed");
    EXPECT_EQ(adviser().get("/desk/board").status, 200);
    EXPECT_EQ(adviser().get("/desk/figures").status, 403);
}

TEST_F(DeskSightTest, TheWordsAreFoundInWhatOneMaySee)
{
    asked();
    EXPECT_EQ(asker().get("/consultations?q=%E7%94%B3%E8%AB%8B%E6%9B%B8").body.at("total"), 1);  // 申請書
    EXPECT_EQ(asker().get("/consultations?q=2026-0001").body.at("total"), 1);
    EXPECT_EQ(asker().get("/consultations?q=%25").body.at("total"), 0) << "a sign, not a pattern";
    EXPECT_EQ(stranger().get("/consultations?q=%E7%94%B3%E8%AB%8B%E6%9B%B8").body.at("total"), 0);
    EXPECT_EQ(office.get("/consultations?going_on=true&stage=reception&overdue=false").body.at("total"), 1);
    EXPECT_EQ(office.get("/consultations?status=finished").body.at("total"), 0);
    EXPECT_EQ(office.get("/consultations?page=2").body.at("lines").as_array().size(), 0U);
}

TEST_F(DeskSightTest, TheAuditSaysWhatWasDoneAndNotWhatWasWritten)
{
    constexpr auto kSecret = "外に出さない言葉";
    auto wanted = question();
    for (auto const* member : {"title", "trouble", "wanted"}) wanted[member] = kSecret;
    auto const id = asked(wanted);
    writes(adviser(), id, kSecret);
    EXPECT_EQ(moves(adviser(), id, "design", kSecret).status, 200);
    auto const with_revision = [&](bj::object body) {
        body["revision"] = revision(id);
        return body;
    };
    EXPECT_EQ(adviser().put(at(id, "/due"), with_revision({{"due_on", "2026-06-30"}, {"note", kSecret}})).status, 200);
    EXPECT_EQ(adviser().put(at(id, "/owner"), with_revision({{"staff", bob.value}, {"reason", kSecret}})).status, 200);
    EXPECT_EQ(adviser()
                  .post(at(id, "/visits"), bj::object{{"visited_on", "2026-06-01"},
                                                      {"minutes", 30},
                                                      {"place", kSecret},
                                                      {"text", kSecret},
                                                      {"visitors", ids({ada})}})
                  .status,
              201);
    EXPECT_EQ(adviser()
                  .post("/desk/hand-over", bj::object{{"from", bob.value},
                                                      {"to", ada.value},
                                                      {"consultations", bj::array{}},
                                                      {"note", kSecret},
                                                      {"subjects_too", false}})
                  .status,
              200);
    EXPECT_EQ(asker().post(at(id, "/withdrawal"), with_revision({{"reason", kSecret}})).status, 200);
    EXPECT_EQ(adviser().post(at(id, "/reopening"), with_revision({{"reason", kSecret}})).status, 200);
    auto const count = [&](std::string const& like) {
        return town.read([&](db::Tx& tx) {
            static db::Sql const kEntries{"SELECT count(*) FROM audit WHERE action LIKE 'desk.%' AND detail LIKE $1"};
            return tx.one<std::int64_t>(kEntries, like);
        });
    };
    EXPECT_EQ(count(std::string("%") + kSecret + "%"), 0);
    EXPECT_GE(count("%"), 9);
}

TEST_F(DeskSightTest, OpenPagesHearThatAConsultationChangedAndNothingOfWhatItSays)
{
    struct Heard {
        std::mutex mutex;
        std::condition_variable came;
        std::vector<std::string> all;
    };
    auto const heard = std::make_shared<Heard>();  // the listener may still be told when the test is over
    town.database().hear([heard](std::string_view topic, std::string_view text) {
        std::lock_guard const lock(heard->mutex);
        heard->all.push_back(std::string{topic} + ' ' + std::string{text});
        heard->came.notify_all();
    });
    auto const id = asked();
    auto const wanted = "desk {\"consultation\":" + digits(id) + ",\"slot\":null}";
    // A listener on PostgreSQL needs a moment to be there.
    for (int i = 0; i < 100; ++i) {
        writes(adviser(), id, "答え");
        std::unique_lock lock(heard->mutex);
        if (heard->came.wait_for(lock, std::chrono::milliseconds{200}, [&] { return !heard->all.empty(); })) break;
    }
    std::lock_guard const lock(heard->mutex);
    ASSERT_FALSE(heard->all.empty());
    for (auto const& each : heard->all) EXPECT_EQ(each, wanted);
}
