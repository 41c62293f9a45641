// A topic and a consultation become a case without retyping, and stay as private as they were. Files go with the case.
#include "features/improvement/improvement_test_town.hpp"

using namespace improvement_test;

namespace {

struct OriginsTest : ImprovementTest {
    bj::value topic(Client const& by)
    {
        bj::value channel;
        auto const list = by.get("/channels");
        for (auto const& each : list.body.at("channels").as_array())
            if (each.at("kind").as_string() == "question") channel = each.at("id");
        auto const posted = by.post("/topics", bj::object{{"channel", channel},
                                                          {"title", "予約の電話を減らしたい"},
                                                          {"text", "朝の電話が**止まりません**。"},
                                                          {"tags", bj::array{}},
                                                          {"files", bj::array{}},
                                                          {"key", nullptr}});
        EXPECT_EQ(posted.status, 201) << posted.bytes;
        return posted.body.at("id");
    }
    bj::value consultation(Client const& by)
    {
        town.staff("0002", Role::adviser);
        auto const subject = office.post("/desk/subjects", bj::object{{"name", "業務の電子化"},
                                                                      {"name_en", ""},
                                                                      {"about", ""},
                                                                      {"answer_days", 3},
                                                                      {"step_days", 10},
                                                                      {"sort", 0},
                                                                      {"closed", false},
                                                                      {"owners", bj::array{chief.value}},
                                                                      {"deputies", bj::array{}}});
        EXPECT_EQ(subject.status, 201) << subject.bytes;
        auto const asked = by.post("/consultations", bj::object{{"subject", subject.body.at("id")},
                                                                {"title", "窓口の申請書を減らしたい"},
                                                                {"trouble", "同じ住所を五回書きます。"},
                                                                {"wanted", "一度で済ませたい"},
                                                                {"wished_on", nullptr},
                                                                {"shared", false},
                                                                {"topic", nullptr},
                                                                {"files", bj::array{}}});
        EXPECT_EQ(asked.status, 201) << asked.bytes;
        return asked.body.at("id");
    }
};

}  // namespace

TEST_F(OriginsTest, ATopicBecomesACaseAndTheCaseLeadsBackToIt)
{
    auto const id = topic(staff("0020"));
    auto const draft = staff().get(at("/cases/draft?topic=", id));
    ASSERT_EQ(draft.status, 200) << draft.bytes;
    auto filled = draft.body.at("form").as_object();
    EXPECT_EQ(filled.at("title"), "予約の電話を減らしたい");
    EXPECT_EQ(filled.at("problem"), "朝の電話が**止まりません**。");
    EXPECT_EQ(filled.at("unit"), section.value);
    auto const made = staff().post("/cases", filled);
    ASSERT_EQ(made.status, 201) << made.bytes;
    EXPECT_EQ(made.body.at("origin").at("title"), "予約の電話を減らしたい");
    EXPECT_EQ(made.body.at("origin").at("url").as_string(), at("/hiroba/topics/", id));
    EXPECT_EQ(staff().get("/cases/draft?topic=999").status, 404);
}

TEST_F(OriginsTest, AConsultationBecomesACaseAndItsTitleStaysWithThoseWhoMayReadIt)
{
    auto const id = consultation(staff());
    EXPECT_EQ(staff("0020").get(at("/cases/draft?consultation=", id)).status, 404);
    auto const draft = staff().get(at("/cases/draft?consultation=", id));
    ASSERT_EQ(draft.status, 200) << draft.bytes;
    EXPECT_EQ(draft.body.at("form").at("problem"), "同じ住所を五回書きます。");
    EXPECT_EQ(draft.body.at("form").at("direction"), "一度で済ませたい");
    auto const made = staff().post("/cases", draft.body.at("form"));
    ASSERT_EQ(made.status, 201) << made.bytes;
    ASSERT_EQ(hands_in(staff(), made.body.at("id")).status, 200);
    EXPECT_EQ(staff().get(at("/cases/", made.body.at("id"))).body.at("origin").at("title"), "窓口の申請書を減らしたい");
    auto const seen = staff("0020").get(at("/cases/", made.body.at("id")));
    ASSERT_EQ(seen.status, 200);
    EXPECT_EQ(seen.body.at("origin").at("title"), "");
    EXPECT_EQ(seen.body.at("origin").at("url"), "");
}

TEST_F(OriginsTest, FilesAreReadByWhoeverMayReadTheCase)
{
    auto const put = staff().upload("/attachments?name=flow.txt", "流れの図", "application/octet-stream");
    ASSERT_EQ(put.status, 201) << put.bytes;
    auto const file = put.body.at("id");
    auto with_file = form();
    with_file["files"] = bj::array{file};
    auto const id = added(staff(), with_file);
    EXPECT_EQ(staff().get(at("/cases/", id)).body.at("files").at(0).at("name"), "flow.txt");
    EXPECT_EQ(staff("0020").get(at("/attachments/", file)).status, 404) << "of a draft";
    ASSERT_EQ(hands_in(staff(), id).status, 200);
    EXPECT_EQ(staff("0020").get(at("/attachments/", file)).status, 200);
    auto stolen = form();
    stolen["files"] = bj::array{file};
    EXPECT_EQ(staff().post("/cases", stolen).code(), "invalid_input") << "it belongs to the first case";
}

TEST_F(OriginsTest, WhatEverybodyMayReadIsFoundAndWhatWasReturnedIsNot)
{
    static db::Sql const kFound{"SELECT count(*) FROM fulltext_document WHERE kind = 'improvement_case'"};
    auto const found = [&] { return town.read([](db::Tx& tx) { return tx.one<std::int64_t>(kFound); }); };
    auto const id = added(staff(), form());
    EXPECT_EQ(found(), 0);
    ASSERT_EQ(hands_in(staff(), id).status, 200);
    EXPECT_EQ(found(), 1);
    ASSERT_EQ(returns(head(), id, "まだ早い").status, 200);
    EXPECT_EQ(found(), 0);
}
