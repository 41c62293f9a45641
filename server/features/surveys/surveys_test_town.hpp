// The town that surveys' tests play in: two departments of people, a plan with categories, and a short survey of every type.
#pragma once
#include "features/people/changes.hpp"
#include "features/plan/versions.hpp"
#include "features/plan/yaml.hpp"
#include "testing/town.hpp"

#include <gmock/gmock.h>

namespace surveys_test {

namespace bj = boost::json;

constexpr auto kPlan = R"(municipality: {slug: town, name: 試験市, name_en: Test City}
document: {key: T, title: 計画, clause: 表紙}
population: {rule: 全職員, clause: L1}
ranks:
  - {name: 課長, order: 50, band: management, clause: L1}
  - {name: 係員, order: 10, band: staff, clause: L1}
categories:
  - {code: BOSS, name: 管理職, name_en: Managers, priority: 1, rule: 職位 >= 課長, clause: 第2章}
  - {code: ALL, name: 全職員, name_en: Everybody, priority: 9, rule: 全職員, clause: 第2章}
issues:
  - {code: I1, name: 学び方が分からない, evidence: 56％, direction: 学ぶ道を示す, clause: 第3章}
measures:
  - {code: M1, pillar: 育成, measure: 研修, action: 動画研修, clause: 第4章}
baselines:
  - {survey: 令和5年 調査, fielded: 令和5年8月, population: 職員, question_code: Q6, question: 学習意欲, option: 分からない, percent: 56, stated: stated, clause: 第1章}
)";

constexpr auto kSurvey = R"(code: wish
title: 学習についての調査
title_en: Survey on learning
purpose: baseline
sections:
  - {code: A, title: 学び, title_en: Learning}
questions:
  - code: Q1
    section: A
    type: single
    text: 学び方が分かりますか
    text_en: Do you know how to learn?
    required: true
    options:
      - {code: yes, text: 分かる, text_en: "Yes"}
      - {code: no, text: 分からない, text_en: "No"}
      - {code: other, text: その他, text_en: Other, with_text: true}
  - code: Q2
    section: A
    type: multiple
    text: 何に困りますか
    text_en: What is difficult?
    if_question: Q1
    if_any: [no]
    most_choices: 2
    options:
      - {code: time, text: 時間, text_en: Time}
      - {code: place, text: 場所, text_en: Place}
      - {code: money, text: 費用, text_en: Money}
      - {code: none, text: 特にない, text_en: Nothing, alone: true}
  - code: Q3
    section: A
    type: scale
    text: 満足していますか
    text_en: Are you content?
    options:
      - {code: s1, text: 不満, text_en: Not at all}
      - {code: s2, text: 普通, text_en: So so}
      - {code: s3, text: 満足, text_en: Very}
  - code: Q4
    section: A
    type: matrix
    text: できますか
    text_en: Can you?
    options:
      - {code: c1, text: できない, text_en: "No"}
      - {code: c2, text: できる, text_en: "Yes"}
    items:
      - {code: excel, text: 表計算, text_en: Spreadsheets}
      - {code: data, text: データ分析, text_en: Data analysis}
  - {code: Q5, section: A, type: number, text: 学んだ時間, text_en: Hours of learning, least: 0, most: 100, unit: 時間}
  - {code: Q6, section: A, type: long_text, text: 自由意見, text_en: Anything else}
indicators:
  - code: lost
    name: 学び方が分からない人
    name_en: People who do not know how to learn
    question: Q1
    options: [no]
    lower_is_better: true
    baseline_survey: 令和5年 調査
    baseline_question: Q6
    baseline_options: [分からない]
    claim: 約6割は学び方が分からない
    issue: I1
)";

inline std::string digits(bj::value const& number) { return std::to_string(number.as_int64()); }

/// 2026-06-01. 総務部 with staff 0101…0112 and their head 0100, 福祉部 with staff 0201…0212 and their head 0200.
struct SurveysTest : testing::Test {
    Town town;
    OrgUnitId general = town.unit("総務部");
    OrgUnitId welfare = town.unit("福祉部");
    Client office = town.as(Role::dx_office);
    bj::value survey;

    void SetUp() override
    {
        town.write([&](db::Tx& tx) {
            return plan::import_in_force(tx, plan::read_yaml(kPlan).plan, *date_from_iso("2020-04-01"), town.clock());
        });
        for (auto const& [unit, first] : {std::pair{general, 100}, std::pair{welfare, 200}})
            for (int number = first; number <= first + 12; ++number)
                town.person({.no = "0" + std::to_string(number),
                             .name = "職員 " + std::to_string(number),
                             .unit = unit,
                             .rank = number == first ? "課長" : "係員",
                             .is_head = number == first});
        survey = published(kSurvey);
    }

    bj::value published(char const* yaml)
    {
        auto const made = office.upload("/survey-files/yaml", yaml, "application/yaml");
        EXPECT_EQ(made.status, 201) << made.bytes;
        auto const id = made.body.at("summary").at("id");
        auto const answer = office.post("/surveys/" + digits(id) + "/publish");
        EXPECT_EQ(answer.status, 200) << answer.bytes;
        return id;
    }

    bj::object form(char const* name = "令和8年度", bj::value pairs_with = nullptr, char const* kind = "baseline") const
    {
        return {{"survey", survey},
                {"name", name},
                {"kind", kind},
                {"pairs_with", std::move(pairs_with)},
                {"audience", ""},
                {"as_of", "2026-06-01"},
                {"opens_on", "2026-06-01"},
                {"closes_on", "2026-06-30"},
                {"threshold", 5},
                {"readers", "leaders"},
                {"keys_until", "2026-07-31"},
                {"note", ""}};
    }
    bj::value drafted(bj::object const& wanted)
    {
        auto const made = office.post("/survey-waves", wanted);
        EXPECT_EQ(made.status, 201) << made.bytes;
        return made.body.at("id");
    }
    bj::value opened(bj::object const& wanted)
    {
        auto const wave = drafted(wanted);
        auto const answer = office.post(at(wave, "/open"));
        EXPECT_EQ(answer.status, 200) << answer.bytes;
        return wave;
    }
    bj::value opened() { return opened(form()); }
    void close(bj::value const& wave) { EXPECT_EQ(office.post(at(wave, "/close")).status, 200); }

    static std::string at(bj::value const& wave, std::string const& rest = {}) { return "/survey-waves/" + digits(wave) + rest; }

    static bj::object answer(char const* question, bj::array options = {})
    {
        return {
            {"question", question}, {"options", std::move(options)}, {"items", bj::array{}}, {"number", nullptr}, {"text", ""}};
    }
    static bj::object with(bj::object one, char const* member, bj::value value)
    {
        one[member] = std::move(value);
        return one;
    }
    /// To Q1, and to Q3.
    static bj::object answers(char const* first, char const* third = "s2")
    {
        return {{"answers", bj::array{answer("Q1", {first}), answer("Q3", {third})}}};
    }
    Answer send(std::string const& no, bj::value const& wave, bj::object const& input)
    {
        return town.staff(no).post(at(wave, "/answers"), input);
    }
    /// The n-th of the department that begins with `first` (100, 200).
    static std::string no(int number) { return "0" + std::to_string(number); }
};

}  // namespace surveys_test
