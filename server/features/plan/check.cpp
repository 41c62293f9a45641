#include "features/plan/check.hpp"

#include "features/plan/items.hpp"
#include "features/plan/rule.hpp"

#include <algorithm>
#include <set>

namespace plan {
namespace {

template <class T>
concept HasCode = requires(T const& item)
{
    item.code;
};
template <class T>
concept HasClause = requires(T const& item)
{
    item.clause;
};
template <class T>
concept HasDoubt = requires(T const& item)
{
    item.confidence;
    item.note;
};

class Checker {
public:
    Checker(Plan const& plan, Places const& places) : plan_(plan), places_(places) {}

    std::vector<PlacedProblem> check()
    {
        head();
        described::each_table(plan_, [&](std::string_view table, auto const& items) { basics(table, items); });
        ranks();
        categories();
        skill_map();
        courses();
        roles_and_year();
        practice();
        levels_and_targets();
        rule_at("/population/rule", plan_.population.rule, true);
        return std::move(problems_);
    }

private:
    void problem(std::string pointer, std::string ja, std::string en)
    {
        auto const place = nearest(places_, pointer);
        problems_.push_back({place.line, place.column, std::move(pointer), std::move(ja), std::move(en)});
    }

    static std::string at(std::string_view table, std::size_t i, std::string_view member)
    {
        return "/" + std::string{table} + "/" + std::to_string(i) + "/" + std::string{member};
    }

    void needed(std::string pointer, std::string const& text, std::string ja, std::string en)
    {
        if (text.empty()) problem(std::move(pointer), std::move(ja), std::move(en));
    }

    void head()
    {
        needed("/municipality/slug", plan_.municipality.slug, "自治体の識別名(英小文字)がありません。",
               "The municipality's slug is missing.");
        needed("/municipality/name", plan_.municipality.name, "自治体名がありません。", "The municipality's name is missing.");
        needed("/document/title", plan_.document.title, "計画の名称がありません。", "The plan's title is missing.");
        needed("/document/key", plan_.document.key, "計画の略号がありません。", "The plan's key is missing.");
        auto const valid = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
        if (!std::all_of(plan_.municipality.slug.begin(), plan_.municipality.slug.end(), valid)) {
            problem("/municipality/slug", "識別名には英小文字・数字・ハイフンだけを使います。",
                    "A slug has only a–z, 0–9 and hyphens.");
        }
        auto const& document = plan_.document;
        if (document.in_force_from && document.in_force_until && *document.in_force_until < *document.in_force_from) {
            problem("/document/in_force_until", "終期が始期より前です。", "The end lies before the beginning.");
        }
        for (std::size_t i = 0; i < plan_.wording.size(); ++i) {
            auto const& term = plan_.wording[i].term;
            if (std::find(std::begin(kWordingTerms), std::end(kWordingTerms), term) != std::end(kWordingTerms)) continue;
            std::string known;
            for (auto const& word : kWordingTerms) known += (known.empty() ? "" : ", ") + std::string{word};
            problem(at("wording", i, "term"), "「" + term + "」という用語はありません。使えるのは " + known + " です。",
                    "There is no term \"" + term + "\". Known: " + known + ".");
        }
    }

    /// What holds for every table: codes there and unique, a clause, a note where the reading is not certain.
    template <class Item>
    void basics(std::string_view table, std::vector<Item> const& items)
    {
        std::set<std::string> codes;
        for (std::size_t i = 0; i < items.size(); ++i) {
            if constexpr (HasCode<Item>) {
                needed(at(table, i, "code"), items[i].code, "コードがありません。", "The code is missing.");
                if (!items[i].code.empty() && !codes.insert(items[i].code).second) {
                    problem(at(table, i, "code"), "コード「" + items[i].code + "」が重複しています。",
                            "The code \"" + items[i].code + "\" is used twice.");
                }
            }
            if constexpr (HasClause<Item>) {
                needed(at(table, i, "clause"), items[i].clause, "出典(章・節・行)がありません。",
                       "The clause in the source document is missing.");
            }
            if constexpr (HasDoubt<Item>) {
                if (items[i].confidence != Confidence::certain) {
                    needed(at(table, i, "note"), items[i].note, "確度が certain でない項目には、理由を note に書きます。",
                           "An item that is not certain needs a note saying why.");
                }
            }
        }
    }

    void ranks()
    {
        std::set<int> orders;
        for (std::size_t i = 0; i < plan_.ranks.size(); ++i) {
            if (!orders.insert(plan_.ranks[i].order).second) {
                problem(at("ranks", i, "order"), "職位の順序が重複しています。同格の職名は aliases に書きます。",
                        "Two ranks share an order; titles of the same rank go into aliases.");
            }
        }
    }

    template <class Items>
    bool has(Items const& items, std::string_view code) const
    {
        return std::any_of(items.begin(), items.end(), [&](auto const& item) { return item.code == code; });
    }

    template <class Items>
    void refers(std::string pointer, Items const& items, std::string const& code, std::string_view table)
    {
        if (has(items, code)) return;
        problem(std::move(pointer), "「" + code + "」は " + std::string{table} + " にありません。",
                "\"" + code + "\" is not among " + std::string{table} + ".");
    }

    void rule_at(std::string const& pointer, std::string const& text, bool may_be_empty)
    {
        if (text.empty() && may_be_empty) return;
        auto const parsed = parse_rule(text);
        auto errors = parsed.errors;
        if (errors.empty()) errors = check_rule(parsed.root, plan_);
        for (auto const& error : errors) {
            auto const place = std::to_string(error.column);
            problem(pointer, "規則の" + place + "文字目: " + error.ja, "Character " + place + " of the rule: " + error.en);
        }
    }

    void categories()
    {
        if (plan_.categories.size() > kMostCategories) {
            problem("/categories", "人材区分は64までです。", "A plan may have at most 64 categories.");
        }
        for (std::size_t i = 0; i < plan_.categories.size(); ++i) {
            auto const& category = plan_.categories[i];
            rule_at(at("categories", i, "rule"), category.rule, false);
            if (!category.axis.empty()) refers(at("categories", i, "axis"), plan_.axes, category.axis, "axes");
            for (auto const& base : category.inherits)
                refers(at("categories", i, "inherits"), plan_.categories, base, "categories");
            if (asks_itself(category.code, category.code, 0)) {
                problem(at("categories", i, "rule"), "区分の規則や継承が循環しています。",
                        "The category's rule or inheritance leads back to itself.");
            }
        }
    }

    static void asked_categories(Node const& node, std::vector<std::string>& asked)
    {
        if (node.kind == Node::Kind::fact && node.fact == Fact::category)
            asked.insert(asked.end(), node.values.begin(), node.values.end());
        for (auto const& part : node.parts) asked_categories(part, asked);
    }

    bool asks_itself(std::string const& start, std::string const& code, std::size_t depth) const
    {
        if (depth > plan_.categories.size()) return false;
        for (auto const& category : plan_.categories) {
            if (category.code != code && category.name != code) continue;
            auto asked = category.inherits;
            asked_categories(parse_rule(category.rule).root, asked);
            for (auto const& next : asked) {
                if (next == start || asks_itself(start, next, depth + 1)) return true;
            }
        }
        return false;
    }

    void skill_map()
    {
        if (plan_.skills.size() > kMostSkills) problem("/skills", "スキルは128までです。", "A plan may have at most 128 skills.");
        for (std::size_t i = 0; i < plan_.skills.size(); ++i) {
            auto const& skill = plan_.skills[i];
            if (!skill.area.empty()) refers(at("skills", i, "area"), plan_.areas, skill.area, "areas");
            if (skill.validity_months < 0)
                problem(at("skills", i, "validity_months"), "有効月数は0以上です。", "Months of validity are 0 or more.");
        }
        std::set<std::pair<std::string, std::string>> cells;
        for (std::size_t i = 0; i < plan_.requirements.size(); ++i) {
            auto const& cell = plan_.requirements[i];
            refers(at("requirements", i, "category"), plan_.categories, cell.category, "categories");
            refers(at("requirements", i, "skill"), plan_.skills, cell.skill, "skills");
            if (!cells.insert({cell.category, cell.skill}).second) {
                problem(at("requirements", i, "skill"), "同じ区分とスキルの組が二度あります。",
                        "The same category and skill stand twice.");
            }
        }
    }

    void courses()
    {
        for (std::size_t i = 0; i < plan_.courses.size(); ++i) {
            auto const& course = plan_.courses[i];
            for (auto const& skill : course.skills) refers(at("courses", i, "skills"), plan_.skills, skill, "skills");
            rule_at(at("courses", i, "audience"), course.audience, true);
            for (auto const& first : course.prerequisites)
                refers(at("courses", i, "prerequisites"), plan_.courses, first, "courses");
            if (all_before(course.code).contains(course.code)) {
                problem(at("courses", i, "prerequisites"), "「" + course.name + "」の前提の研修をたどると、この研修に戻ります。",
                        "The prerequisites of \"" + course.name + "\" lead back to it.");
            }
            if (course.capacity < 0)
                problem(at("courses", i, "capacity"), "定員は0以上です。", "A number of seats is 0 or more.");
            if (course.validity_months < 0)
                problem(at("courses", i, "validity_months"), "有効月数は0以上です。", "Months of validity are 0 or more.");
        }
    }

    /// Everything that has to be completed before the course, at however many removes.
    std::set<std::string> all_before(std::string const& code) const
    {
        std::set<std::string> before;
        std::vector<std::string> left{code};
        while (!left.empty()) {
            auto const next = left.back();
            left.pop_back();
            for (auto const& course : plan_.courses) {
                if (course.code != next) continue;
                for (auto const& first : course.prerequisites)
                    if (before.insert(first).second) left.push_back(first);
            }
        }
        return before;
    }

    void roles_and_year()
    {
        for (std::size_t i = 0; i < plan_.roles.size(); ++i)
            rule_at(at("roles", i, "eligibility"), plan_.roles[i].eligibility, true);
        for (std::size_t i = 0; i < plan_.year_plan.size(); ++i) {
            auto const& row = plan_.year_plan[i];
            if (!row.course.empty()) refers(at("year_plan", i, "course"), plan_.courses, row.course, "courses");
            if (row.course.empty() && row.activity.empty()) {
                problem(at("year_plan", i, "activity"), "研修か活動のどちらかを書いてください。",
                        "Name a course or an activity.");
            }
            if (!row.band.empty() && !has(plan_.levels, row.band) && !has(plan_.categories, row.band)) {
                problem(at("year_plan", i, "band"), "「" + row.band + "」は levels にも categories にもありません。",
                        "\"" + row.band + "\" is neither a level nor a category.");
            }
            if (std::any_of(row.months.begin(), row.months.end(), [](int month) { return month < 1 || month > 12; })) {
                problem(at("year_plan", i, "months"), "月は1から12です。", "Months run from 1 to 12.");
            }
        }
    }

    void practice()
    {
        for (std::size_t i = 0; i < plan_.practice.size(); ++i) {
            for (auto const& skill : plan_.practice[i].skills) refers(at("practice", i, "skills"), plan_.skills, skill, "skills");
            needed(at("practice", i, "text"), plan_.practice[i].text, "証拠になる実践の内容がありません。",
                   "What counts as practice is missing.");
        }
    }

    void levels_and_targets()
    {
        for (std::size_t i = 0; i < plan_.levels.size(); ++i) {
            auto const& level = plan_.levels[i];
            if (!level.category.empty()) refers(at("levels", i, "category"), plan_.categories, level.category, "categories");
            for (auto const& course : level.required_courses)
                refers(at("levels", i, "required_courses"), plan_.courses, course, "courses");
        }
        for (std::size_t i = 0; i < plan_.targets.size(); ++i) {
            refers(at("targets", i, "level"), plan_.levels, plan_.targets[i].level, "levels");
            if (plan_.targets[i].people < 0)
                problem(at("targets", i, "people"), "人数は0以上です。", "A number of people is 0 or more.");
        }
        for (std::size_t i = 0; i < plan_.baselines.size(); ++i) {
            auto const& percent = plan_.baselines[i].percent;
            if (percent && (*percent < 0 || *percent > 100))
                problem(at("baselines", i, "percent"), "割合は0から100です。", "A share is 0 to 100.");
        }
    }

    Plan const& plan_;
    Places const& places_;
    std::vector<PlacedProblem> problems_;
};

}  // namespace

std::vector<PlacedProblem> check(Plan const& plan, Places const& places) { return Checker{plan, places}.check(); }

std::vector<Doubt> doubts(Plan const& plan)
{
    std::vector<Doubt> found;
    described::each_table(plan, [&](std::string_view table, auto const& items) {
        using Item = typename std::remove_cvref_t<decltype(items)>::value_type;
        if constexpr (HasDoubt<Item>) {
            for (auto const& item : items) {
                if (item.confidence == Confidence::certain) continue;
                Doubt doubt{std::string{table}, key_of(item), name_of_item(plan, item), item.confidence, item.note, {},
                            item.clause};
                if constexpr (std::is_same_v<Item, Requirement>) doubt.alternative = item.alternative;
                found.push_back(std::move(doubt));
            }
        }
    });
    return found;
}

}  // namespace plan
