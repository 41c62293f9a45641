// The town that the desk's tests play in: 情報政策課 answers, 市民課 asks, 税務課 has nothing to do with it; and short ways to
// ask.
#pragma once
#include "features/people/changes.hpp"
#include "testing/town.hpp"

#include <gtest/gtest.h>

namespace desk_test {

namespace bj = boost::json;

inline std::string digits(bj::value const& number) { return std::to_string(number.as_int64()); }
inline std::string digits(std::int64_t number) { return std::to_string(number); }

/// 2026-06-01, a Monday, 10:00.
struct DeskTest : testing::Test {
    Town town;
    OrgUnitId digital = town.unit("情報政策課");
    OrgUnitId citizens = town.unit("市民課");
    OrgUnitId taxes = town.unit("税務課");
    StaffId ada = town.person({.no = "0101", .name = "安藤 明子", .unit = digital, .kana = "アンドウ"});
    StaffId bob = town.person({.no = "0102", .name = "馬場 武", .unit = digital, .kana = "ババ"});
    StaffId carl = town.person({.no = "0103", .name = "千葉 直樹", .unit = digital, .kana = "チバ"});
    StaffId head_id = town.person({.no = "0200", .name = "市民 課長", .unit = citizens, .rank = "課長", .is_head = true});
    StaffId anna = town.person({.no = "0201", .name = "青木 花子", .unit = citizens, .kana = "アオキ"});
    StaffId kenji = town.person({.no = "0202", .name = "石井 賢治", .unit = citizens, .kana = "イシイ"});
    StaffId other_head_id = town.person({.no = "0300", .name = "税務 課長", .unit = taxes, .rank = "課長", .is_head = true});
    StaffId stranger_id = town.person({.no = "0301", .name = "上田 三郎", .unit = taxes, .kana = "ウエダ"});
    Client office = town.as(Role::dx_office);
    std::int64_t subject = 0;

    void SetUp() override
    {
        for (auto const* no : {"0101", "0102"}) town.staff(no, Role::adviser);
        town.staff("0103");
        town.staff("0200", Role::section_head);
        town.staff("0300", Role::section_head);
        subject = add_subject("業務の電子化", {ada}, {bob});
    }

    Client adviser() { return town.staff("0101"); }
    Client deputy() { return town.staff("0102"); }
    Client asker() { return town.staff("0201"); }
    Client colleague() { return town.staff("0202"); }
    Client head() { return town.staff("0200"); }
    Client stranger() { return town.staff("0301"); }

    static bj::array ids(std::vector<StaffId> const& staff)
    {
        bj::array list;
        for (auto const one : staff) list.push_back(one.value);
        return list;
    }
    static bj::object subject_form(std::string const& name, std::vector<StaffId> const& owners,
                                   std::vector<StaffId> const& deputies = {})
    {
        return {{"name", name},     {"name_en", ""},         {"about", "紙の手続きを**電子申請**にしたいとき"},
                {"answer_days", 3}, {"step_days", 10},       {"sort", 0},
                {"closed", false},  {"owners", ids(owners)}, {"deputies", ids(deputies)}};
    }
    std::int64_t add_subject(std::string const& name, std::vector<StaffId> const& owners,
                             std::vector<StaffId> const& deputies = {})
    {
        auto const added = office.post("/desk/subjects", subject_form(name, owners, deputies));
        EXPECT_EQ(added.status, 201) << added.bytes;
        return added.status == 201 ? added.body.at("id").as_int64() : 0;
    }
    bj::object question(bool shared = false) const
    {
        return {{"subject", subject},
                {"title", "窓口の申請書を減らしたい"},
                {"trouble", "転入の手続きで**同じ住所**を五回書きます。"},
                {"wanted", "一度で済ませたい"},
                {"wished_on", nullptr},
                {"shared", shared},
                {"topic", nullptr},
                {"files", bj::array{}}};
    }
    std::int64_t asked(bj::object const& what) { return asked(asker(), what); }
    std::int64_t asked() { return asked(question()); }
    std::int64_t asked(Client const& by, bj::object const& what)
    {
        auto const answer = by.post("/consultations", what);
        EXPECT_EQ(answer.status, 201) << answer.bytes;
        return answer.status == 201 ? answer.body.at("id").as_int64() : 0;
    }
    static std::string at(std::int64_t id, std::string const& after = {}) { return "/consultations/" + digits(id) + after; }
    bj::value seen(Client const& by, std::int64_t id)
    {
        auto const answer = by.get(at(id));
        EXPECT_EQ(answer.status, 200) << answer.bytes;
        return answer.body;
    }
    bj::value seen(std::int64_t id) { return seen(adviser(), id); }
    std::int64_t revision(std::int64_t id) { return seen(id).at("revision").as_int64(); }

    static bj::object message(std::string const& text, bool is_private = false, bool waits = false)
    {
        return {{"text", text}, {"is_private", is_private}, {"waits_for_asker", waits}, {"files", bj::array{}}};
    }
    Answer writes(Client const& by, std::int64_t id, std::string const& text, bool is_private = false, bool waits = false)
    {
        return by.post(at(id, "/messages"), message(text, is_private, waits));
    }
    Answer moves(Client const& by, std::int64_t id, std::string const& stage, std::string const& note = {},
                 bj::value const& due = nullptr)
    {
        return by.post(at(id, "/stage"),
                       bj::object{{"stage", stage}, {"note", note}, {"due_on", due}, {"revision", revision(id)}});
    }
    bj::object outcome(std::int64_t id)
    {
        return {{"outcome", "solved"},
                {"text", "申請書を一枚にまとめ、市民課の青木さんと窓口で試しました。"},
                {"effect", "一件あたり4分短くなりました。"},
                {"saved_hours", 240},
                {"revision", revision(id)}};
    }
    std::int64_t finished()
    {
        auto const id = asked();
        auto const answer = adviser().post(at(id, "/outcome"), outcome(id));
        EXPECT_EQ(answer.status, 200) << answer.bytes;
        return id;
    }

    void sql(std::string const& statement)
    {
        town.write([&](db::Tx& tx) {
            tx.script(statement);
            people::note_change_of_all(tx);
            return true;
        });
    }
    void on_leave(StaffId staff)
    {
        sql("INSERT INTO leave_period (staff_id, kind, valid_from) VALUES (" + digits(staff.value) +
            ", '育児休業', '2026-05-01')");
    }
    void moves_to(StaffId staff, OrgUnitId unit, std::string const& on, std::string const& announced)
    {
        sql("UPDATE posting SET ended_on = '" + on + "' WHERE staff_id = " + digits(staff.value));
        sql("INSERT INTO posting (staff_id, unit_id, kind, rank, effective_on, announced_on) VALUES (" + digits(staff.value) +
            ", " + digits(unit.value) + ", 'primary', '係員', '" + on + "', '" + announced + "')");
    }
    /// Another day; whoever was signed in signs in again.
    void on(char const* day)
    {
        town.clock().set(*date_from_iso(day));
        office = town.as(Role::dx_office);
    }
};

}  // namespace desk_test
