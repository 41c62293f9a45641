// From the first telling to what came of it.
#include "features/desk/desk_test_town.hpp"

using namespace desk_test;

namespace {

struct GuidingTest : DeskTest {
    static std::string states(bj::value const& it)
    {
        std::string all;
        for (auto const& stage : it.at("stages").as_array()) all += std::string(stage.at("state").as_string()) + ' ';
        return all;
    }
    static bj::object visit(std::string const& day, int minutes, std::vector<StaffId> const& visitors)
    {
        return {{"visited_on", day},
                {"minutes", minutes},
                {"place", "市民課"},
                {"text", "窓口の流れを一緒に書き出しました。"},
                {"visitors", ids(visitors)}};
    }
};

}  // namespace

TEST_F(GuidingTest, TheSixStagesAreGoneThroughWithTheirDaysAndWhoMovedThem)
{
    auto const id = asked();
    ASSERT_EQ(moves(adviser(), id, "analysis", "流れを書き出す").status, 200);
    on("2026-06-10");
    ASSERT_EQ(moves(adviser(), id, "budget").status, 200);
    auto const it = seen(id);
    EXPECT_EQ(it.at("stage"), "budget");
    EXPECT_EQ(states(it), "done done now ahead ahead ahead ");
    EXPECT_EQ(it.at("stages").at(1).at("on"), "2026-06-01");
    EXPECT_EQ(it.at("stages").at(1).at("until_on"), "2026-06-10");
    EXPECT_EQ(it.at("stages").at(1).at("by"), "安藤 明子");
    EXPECT_EQ(it.at("stages").at(1).at("note"), "流れを書き出す");
}

TEST_F(GuidingTest, StagesAreSkippedAndTakenBackOnlyWithAReason)
{
    auto const id = asked();
    auto const skipped = moves(adviser(), id, "design");
    EXPECT_EQ(skipped.status, 422);
    EXPECT_EQ(skipped.body.at("problems").at(0).at("pointer"), "/note");
    EXPECT_EQ(moves(adviser(), id, "reception", "x").code(), "wrong_status") << "there it stands";
    ASSERT_EQ(moves(adviser(), id, "design", "既存の仕組みで足りるため").status, 200);
    EXPECT_EQ(states(seen(id)), "done skipped skipped now ahead ahead ");
    EXPECT_EQ(seen(id).at("stages").at(2).at("note"), "既存の仕組みで足りるため");
    EXPECT_EQ(moves(adviser(), id, "analysis", "   ").status, 422);
    ASSERT_EQ(moves(adviser(), id, "analysis", "業務が変わったため").status, 200);
    EXPECT_EQ(states(seen(id)), "done now ahead ahead ahead ahead ");
    EXPECT_EQ(seen(id).at("steps").as_array().size(), 4U) << "nothing of the history is lost";
}

TEST_F(GuidingTest, TheNextStepIsDueOnAWorkingDayOfTheDesksChoice)
{
    auto const id = asked();
    EXPECT_EQ(moves(adviser(), id, "analysis", "", "2026-07-20").status, 422) << "海の日";
    EXPECT_EQ(moves(adviser(), id, "analysis", "", "2026-05-29").status, 422) << "past";
    ASSERT_EQ(moves(adviser(), id, "analysis", "", "2026-07-21").status, 200);
    EXPECT_EQ(seen(id).at("due_on"), "2026-07-21");
    auto const set = [&](bj::value const& day) {
        return adviser().put(at(id, "/due"), bj::object{{"due_on", day}, {"note", "調整"}, {"revision", revision(id)}});
    };
    EXPECT_EQ(set("2026-12-29").status, 422);
    EXPECT_EQ(set("2026-08-12").status, 200);
    EXPECT_EQ(set(nullptr).status, 200);
    EXPECT_TRUE(seen(id).at("due_on").is_null());
}

TEST_F(GuidingTest, TheTurnGoesBetweenAskerAndDeskAndNothingIsOverdueWhileTheAskerIsWaitedFor)
{
    auto const id = asked();
    ASSERT_EQ(writes(adviser(), id, "申請書の見本をください", false, true).status, 201);
    auto const it = seen(asker(), id);
    EXPECT_EQ(it.at("status"), "waiting_for_asker");
    EXPECT_EQ(it.at("answered"), true);
    EXPECT_EQ(asker().get("/desk").body.at("waiting").at("asked_back"), 1);
    on("2026-08-03");
    EXPECT_EQ(seen(id).at("overdue"), false);
    EXPECT_TRUE(seen(id).at("working_days_left").is_null());
    ASSERT_EQ(writes(asker(), id, "送ります").status, 201);
    EXPECT_EQ(seen(id).at("status"), "open");
    EXPECT_EQ(seen(id).at("due_on"), "2026-08-18") << "ten working days, 山の日 left out";
    EXPECT_EQ(seen(id).at("messages").at(1).at("side"), "asker");
    EXPECT_EQ(writes(asker(), id, "待っています", false, true).code(), "not_allowed");
}

TEST_F(GuidingTest, OnesOwnMessageMayBeCorrectedByNobodyElseAndNotInTwoTabs)
{
    auto const id = asked();
    auto const written = writes(adviser(), id, "まちがい");
    auto const at_message = "/consultation-messages/" + digits(written.body.at("id"));
    bj::object change{{"text", "なおした"}, {"files", bj::array{}}, {"revision", 1}};
    EXPECT_EQ(asker().patch(at_message, change).code(), "not_allowed");
    EXPECT_EQ(stranger().patch(at_message, change).status, 404);
    EXPECT_EQ(adviser().patch(at_message, change).status, 200);
    EXPECT_EQ(adviser().patch(at_message, change).code(), "changed_meanwhile");
    EXPECT_EQ(seen(id).at("messages").at(0).at("text"), "なおした");
    EXPECT_FALSE(seen(id).at("messages").at(0).at("edited_at").is_null());
}

TEST_F(GuidingTest, VisitsAreSummedAndCountForThoseWhoWent)
{
    auto const id = asked();
    on("2026-06-10");
    auto const first = adviser().post(at(id, "/visits"), visit("2026-06-09", 90, {ada, bob}));
    ASSERT_EQ(first.status, 201) << first.bytes;
    ASSERT_EQ(adviser().post(at(id, "/visits"), visit("2026-06-10", 30, {ada})).status, 201);
    EXPECT_EQ(seen(asker(), id).at("minutes"), 120);
    EXPECT_EQ(seen(id).at("visits").at(0).at("visitors").as_array().size(), 2U);
    auto const advisers = office.get("/desk/board").body.at("advisers").as_array();
    EXPECT_EQ(advisers.at(0).at("minutes"), 120);
    EXPECT_EQ(advisers.at(1).at("minutes"), 90);
    EXPECT_EQ(adviser().post(at(id, "/visits"), visit("2026-06-11", 30, {ada})).status, 422) << "to come";
    EXPECT_EQ(adviser().post(at(id, "/visits"), visit("2026-05-29", 30, {ada})).status, 422) << "before it was asked";
    EXPECT_EQ(adviser().post(at(id, "/visits"), visit("2026-06-10", 30, {anna})).status, 422) << "does not advise";
    EXPECT_EQ(asker().post(at(id, "/visits"), visit("2026-06-10", 30, {ada})).code(), "not_allowed");
    auto change = visit("2026-06-09", 60, {ada});
    change["revision"] = 1;
    auto const at_visit = "/consultation-visits/" + digits(first.body.at("id"));
    EXPECT_EQ(deputy().patch(at_visit, change).status, 200);
    EXPECT_EQ(deputy().patch(at_visit, change).code(), "changed_meanwhile");
    EXPECT_EQ(deputy().del(at_visit).status, 200);
    EXPECT_EQ(seen(id).at("minutes"), 30);
}

TEST_F(GuidingTest, AnOwnerIsChosenAmongThoseWhoAdviseWithWhatRestsOnThem)
{
    auto const id = asked();
    asked();
    auto const list = adviser().get(at(id, "/owners"));
    ASSERT_EQ(list.status, 200) << list.bytes;
    EXPECT_EQ(list.body.at("candidates").at(0).at("name"), "安藤 明子");
    EXPECT_EQ(list.body.at("candidates").at(0).at("open"), 2);
    EXPECT_EQ(list.body.at("candidates").at(1).at("open"), 0);
    auto const assign = [&](Client const& by, StaffId to) {
        return by.put(at(id, "/owner"), bj::object{{"staff", to.value}, {"reason", "得意なため"}, {"revision", revision(id)}});
    };
    EXPECT_EQ(assign(asker(), bob).code(), "not_allowed");
    EXPECT_EQ(assign(adviser(), anna).status, 422);
    EXPECT_EQ(assign(adviser(), ada).status, 422) << "owns it already";
    EXPECT_EQ(assign(adviser(), bob).status, 200);
    EXPECT_EQ(seen(id).at("owner").at("name"), "馬場 武");
    on_leave(ada);
    EXPECT_EQ(assign(deputy(), ada).status, 422) << "is not here";
}

TEST_F(GuidingTest, AskedAtTheWrongDeskItMovesToTheSubjectItBelongsTo)
{
    auto const data = add_subject("データ活用", {carl});
    auto const id = asked();
    auto const move = [&](std::int64_t to) {
        return adviser().put(at(id, "/subject"),
                             bj::object{{"subject", to}, {"reason", "データの相談のため"}, {"revision", revision(id)}});
    };
    EXPECT_EQ(move(subject).status, 422);
    ASSERT_EQ(move(data).status, 200);
    EXPECT_EQ(seen(id).at("owner").at("name"), "千葉 直樹");
    EXPECT_EQ(seen(id).at("subject_name"), "データ活用");
}

TEST_F(GuidingTest, FinishedItTellsWhatCameOfItAndMayBeTakenUpAgain)
{
    auto const id = finished();
    auto const it = seen(asker(), id);
    EXPECT_EQ(it.at("status"), "finished");
    EXPECT_EQ(it.at("result").at("outcome"), "solved");
    EXPECT_EQ(it.at("result").at("saved_hours"), 240);
    EXPECT_TRUE(it.at("due_on").is_null());
    EXPECT_EQ(it.at("may").at("write"), false);
    EXPECT_EQ(writes(asker(), id, "ありがとうございました").code(), "wrong_status");
    EXPECT_EQ(moves(adviser(), id, "analysis").code(), "wrong_status");
    auto const again =
        asker().post(at(id, "/reopening"), bj::object{{"reason", "別の窓口でも困っています"}, {"revision", revision(id)}});
    ASSERT_EQ(again.status, 200) << again.bytes;
    EXPECT_EQ(seen(id).at("status"), "open");
    EXPECT_TRUE(seen(id).at("result").is_null());
    EXPECT_EQ(seen(id).at("due_on"), "2026-06-15");
}

TEST_F(GuidingTest, WithdrawnByTheAskerOrTheHeadItIsOver)
{
    auto const id = asked();
    bj::object const why{{"reason", "自分たちで解決しました"}, {"revision", 1}};
    EXPECT_EQ(adviser().post(at(id, "/withdrawal"), why).code(), "not_allowed");
    EXPECT_EQ(head().post(at(id, "/withdrawal"), why).status, 200);
    EXPECT_EQ(asker().post(at(id, "/withdrawal"), why).code(), "changed_meanwhile");
    bj::object const now{{"reason", "x"}, {"revision", 2}};
    EXPECT_EQ(asker().post(at(id, "/withdrawal"), now).code(), "wrong_status");
    EXPECT_EQ(asker().post(at(id, "/reopening"), now).code(), "not_allowed");
    EXPECT_EQ(adviser().post(at(id, "/reopening"), now).status, 200);
}

TEST_F(GuidingTest, TwoOfTheDeskWhoMoveItAtOnceDoNotOverwriteEachOther)
{
    auto const id = asked();
    bj::object const move{{"stage", "analysis"}, {"note", ""}, {"due_on", nullptr}, {"revision", 1}};
    EXPECT_EQ(adviser().post(at(id, "/stage"), move).status, 200);
    EXPECT_EQ(deputy().post(at(id, "/stage"), move).code(), "changed_meanwhile");
    bj::object outcome_then = outcome(id);
    outcome_then["revision"] = 1;
    EXPECT_EQ(deputy().post(at(id, "/outcome"), outcome_then).code(), "changed_meanwhile");
    EXPECT_EQ(writes(asker(), id, "書き込みは妨げられません").status, 201);
}

TEST_F(GuidingTest, TheFiguresCountWorkingDaysHoursAndOutcomes)
{
    auto const first = asked(), second = asked();
    writes(deputy(), first, "はい");
    on("2026-06-08");
    writes(adviser(), second, "遅くなりました");  // the promise was 4 June
    adviser().post(at(first, "/visits"), visit("2026-06-08", 60, {ada}));
    ASSERT_EQ(adviser().post(at(first, "/outcome"), outcome(first)).status, 200);
    auto const figures = office.get("/desk/figures?fiscal_year=2026");
    ASSERT_EQ(figures.status, 200) << figures.bytes;
    auto const& it = figures.body;
    EXPECT_EQ(it.at("asked"), 2);
    EXPECT_EQ(it.at("open"), 1);
    EXPECT_EQ(it.at("finished"), 1);
    EXPECT_EQ(it.at("minutes"), 60);
    EXPECT_EQ(it.at("saved_hours"), 240);
    EXPECT_EQ(it.at("answered"), 2);
    EXPECT_EQ(it.at("answered_in_time"), 1);
    EXPECT_EQ(it.at("answer_days").to_number<double>(), 2.5) << "the median of 0 and 5";
    EXPECT_EQ(it.at("finish_days").to_number<double>(), 5);
    EXPECT_EQ(it.at("subjects").at(0).at("reception"), 1);
    EXPECT_EQ(it.at("outcomes").at(0).at("count"), 1);
    EXPECT_EQ(office.get("/desk/figures?fiscal_year=2025").body.at("asked"), 0);
    EXPECT_EQ(town.as(Role::dx_office, taxes).get("/desk/figures").code(), "not_allowed");
}

TEST_F(GuidingTest, WhatIsDueFirstStandsFirstOnTheBoard)
{
    auto const late = asked(), later = asked();
    adviser().put(at(late, "/due"), bj::object{{"due_on", "2026-06-30"}, {"note", ""}, {"revision", 1}});
    auto const board = adviser().get("/desk/board").body;
    EXPECT_EQ(board.at("lines").at(0).at("id"), later);
    EXPECT_EQ(board.at("open"), 2);
    EXPECT_EQ(board.at("unanswered"), 2);
    on("2026-06-08");
    EXPECT_EQ(adviser().get("/desk/board").body.at("overdue"), 1);
    EXPECT_EQ(office.get("/consultations?overdue=true").body.at("total"), 1);
}
