// From a finished consultation to a question and an answer for everybody.
#include "features/desk/desk_test_town.hpp"

using namespace desk_test;

namespace {

struct PublicationTest : DeskTest {
    static bool lists(bj::value const& publication, char const* list, std::string_view part, std::string_view text)
    {
        for (auto const& line : publication.at(list).as_array())
            if (line.at("part").as_string() == part && std::string_view(line.at("text").as_string()).find(text) != text.npos)
                return true;
        return false;
    }
    bj::object edited(std::int64_t id)
    {
        return {{"title", "申請書を一枚にするには"},
                {"question", "同じ住所を何度も書きます。"},
                {"answer", "様式を一枚にまとめ、窓口で試します。"},
                {"tags", bj::array{"電子申請"}},
                {"revision", revision(id)}};
    }
    Answer consents(Client const& who, std::int64_t id, bool yes, std::int64_t read)
    {
        return who.put(at(id, "/consent"), bj::object{{"consents", yes}, {"revision", read}});
    }
    Answer consents(std::int64_t id, bool yes) { return consents(asker(), id, yes, revision(id)); }
};

}  // namespace

TEST_F(PublicationTest, TheDraftLeavesOutWhatIsPrivateAndShowsBoth)
{
    auto const id = asked();
    writes(asker(), id, "様式は窓口で配っています");
    writes(adviser(), id, "市民課は人が足りない", true);
    ASSERT_EQ(adviser().post(at(id, "/outcome"), outcome(id)).status, 200);
    auto const answer = adviser().get(at(id, "/publication"));
    ASSERT_EQ(answer.status, 200) << answer.bytes;
    auto const& it = answer.body;
    for (auto const* text : {"青木", "市民課", "足りない", "配っています"}) {
        EXPECT_EQ(it.at("question").as_string().find(text), bj::string::npos) << text;
        EXPECT_EQ(it.at("answer").as_string().find(text), bj::string::npos) << text;
    }
    EXPECT_NE(it.at("answer").as_string().find("（所属）の（相談者）と"), bj::string::npos) << it.at("answer").as_string();
    EXPECT_TRUE(lists(it, "published", "outcome", "一枚にまとめ"));
    EXPECT_TRUE(lists(it, "left_out", "private_note", "足りない"));
    EXPECT_TRUE(lists(it, "left_out", "message", "配っています"));
    EXPECT_TRUE(lists(it, "left_out", "asker", "青木 花子"));
    EXPECT_TRUE(lists(it, "left_out", "name_in_text", "市民課"));
    EXPECT_EQ(it.at("tags").at(0), "業務の電子化");
    EXPECT_EQ(asker().get(at(id, "/publication")).code(), "not_allowed");
}

TEST_F(PublicationTest, OnlyWhatIsFinishedIsPublished)
{
    auto const id = asked();
    EXPECT_EQ(adviser().get(at(id, "/publication")).code(), "wrong_status");
    EXPECT_EQ(adviser().post(at(id, "/publication"), edited(id)).code(), "wrong_status");
}

TEST_F(PublicationTest, WithConsentTheAdviserPublishesWithoutItTheOfficeAndNamesNobody)
{
    auto const id = finished();
    EXPECT_EQ(adviser().get(at(id, "/publication")).body.at("may_publish"), false);
    EXPECT_EQ(adviser().post(at(id, "/publication"), edited(id)).code(), "not_allowed");
    auto naming = edited(id);
    naming["answer"] = "市民課の青木さんと試しました。";
    EXPECT_EQ(office.post(at(id, "/publication"), naming).body.at("problems").at(0).at("pointer"), "/answer");
    ASSERT_EQ(consents(id, true).status, 200);
    naming["revision"] = revision(id);
    auto const published = adviser().post(at(id, "/publication"), naming);
    ASSERT_EQ(published.status, 201) << published.bytes;
    EXPECT_EQ(seen(asker(), id).at("published").at("id"), published.body.at("topic"));
    EXPECT_EQ(adviser().post(at(id, "/publication"), edited(id)).code(), "already_exists");
    EXPECT_EQ(consents(id, false).code(), "wrong_status") << "it is out";
    EXPECT_EQ(adviser().post(at(id, "/reopening"), bj::object{{"reason", "x"}, {"revision", revision(id)}}).code(),
              "wrong_status");
    EXPECT_EQ(office.get("/desk/figures").body.at("published"), 1);
}

TEST_F(PublicationTest, TheOfficePublishesWithoutNamesAndTwoTabsDoNotPublishTwice)
{
    auto const id = finished();
    auto const stale = edited(id);
    consents(id, false);
    EXPECT_EQ(office.post(at(id, "/publication"), stale).code(), "changed_meanwhile");
    auto const published = office.post(at(id, "/publication"), edited(id));
    ASSERT_EQ(published.status, 201) << published.bytes;
}

TEST_F(PublicationTest, NobodyAgreesToAnOutcomeTheyHaveNotSeen)
{
    auto const id = finished();
    auto const read = revision(id);
    ASSERT_EQ(adviser().post(at(id, "/reopening"), bj::object{{"reason", "続きがあります"}, {"revision", read}}).status, 200);
    auto other = outcome(id);
    other["text"] = "別の成果";
    ASSERT_EQ(adviser().post(at(id, "/outcome"), other).status, 200);
    EXPECT_EQ(consents(asker(), id, true, read).code(), "changed_meanwhile");
    EXPECT_EQ(seen(id).at("consent"), "unasked");
    EXPECT_EQ(consents(id, true).status, 200);
}

TEST_F(PublicationTest, OnlyTheAskerConsents)
{
    auto const id = finished();
    for (auto const& who : {head(), adviser()}) EXPECT_EQ(consents(who, id, true, revision(id)).code(), "not_allowed");
    EXPECT_EQ(seen(head(), id).at("may").at("consent"), false);
    EXPECT_EQ(seen(asker(), id).at("may").at("consent"), true);
    EXPECT_EQ(seen(id).at("consent"), "unasked");
}

TEST_F(PublicationTest, WithoutConsentNeitherATagNorTheFamilyNameGivesAnybodyAway)
{
    auto const id = finished();
    auto const refused_at = [&](char const* member, bj::value const& value) {
        auto naming = edited(id);
        naming[member] = value;
        auto const answer = office.post(at(id, "/publication"), naming);
        EXPECT_EQ(answer.status, 422) << answer.bytes;
        return std::string(answer.body.at("problems").at(0).at("pointer").as_string());
    };
    EXPECT_EQ(refused_at("tags", bj::array{"電子申請", "市民課"}), "/tags/1");
    EXPECT_EQ(refused_at("question", "青木からの相談です。"), "/question");
    sql("UPDATE staff SET name = '青木花子' WHERE id = " + digits(anna.value));
    EXPECT_EQ(refused_at("answer", "青木さんと試しました。"), "/answer") << "a name without a space";
    EXPECT_EQ(refused_at("title", "青木主任の工夫"), "/title");
}
