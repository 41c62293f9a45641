#include "features/plan/items.hpp"

#include <algorithm>
#include <iterator>

namespace plan {
namespace {

struct Named {
    std::string_view name;
    Label label;
};

constexpr Named kTables[] = {
    {"municipality", {"自治体", "municipality"}},
    {"document", {"計画文書", "document"}},
    {"population", {"対象職員", "population"}},
    {"wording", {"言葉づかい", "wording"}},
    {"glossary", {"用語の定義", "glossary"}},
    {"policies", {"上位・関連計画", "policy hierarchy"}},
    {"statements", {"定義・方針・経緯", "statements"}},
    {"ranks", {"職位", "ranks"}},
    {"axes", {"区分の軸", "axes"}},
    {"categories", {"人材区分", "categories"}},
    {"roles", {"任命する役割", "appointed roles"}},
    {"areas", {"スキル領域", "skill areas"}},
    {"skills", {"スキル", "skills"}},
    {"requirements", {"スキルマップ", "skill map"}},
    {"courses", {"研修", "courses"}},
    {"year_plan", {"年度の計画", "year plan"}},
    {"practice", {"実践による証拠", "practice as evidence"}},
    {"levels", {"レベル", "levels"}},
    {"targets", {"目標", "targets"}},
    {"measures", {"方策・行動計画", "measures"}},
    {"issues", {"課題と方向性", "issues"}},
    {"baselines", {"公表済みの調査結果", "published baselines"}},
    {"guideline", {"国の指針への対応", "national guideline"}},
};

constexpr Named kMembers[] = {
    {"code", {"コード", "code"}},
    {"name", {"名称", "name"}},
    {"name_en", {"名称(英)", "name (English)"}},
    {"clause", {"出典", "clause"}},
    {"note", {"備考", "note"}},
    {"confidence", {"確度", "confidence"}},
    {"alternative", {"別の読み方", "alternative"}},
    {"text", {"内容", "text"}},
    {"rule", {"規則", "rule"}},
    {"reason", {"理由の文", "reason"}},
    {"axis", {"軸", "axis"}},
    {"priority", {"優先順位", "priority"}},
    {"audience", {"対象", "audience"}},
    {"audience_text", {"対象(原文)", "audience as written"}},
    {"role", {"役割", "role"}},
    {"wanted", {"求められる人材", "wanted person"}},
    {"abilities", {"求められる能力", "abilities"}},
    {"inherits", {"前提とする区分", "inherits"}},
    {"security_role", {"情報セキュリティ上の役割", "security role"}},
    {"routes", {"選任の方法", "routes"}},
    {"eligibility", {"要件", "eligibility"}},
    {"per_section", {"課ごとの人数", "people per section"}},
    {"term_years", {"任期(年)", "term in years"}},
    {"renewal", {"更新", "renewal"}},
    {"area", {"領域", "area"}},
    {"kind", {"種別", "kind"}},
    {"evidence_rule", {"判定の方法", "evidence rule"}},
    {"validity_months", {"有効月数", "months of validity"}},
    {"category", {"区分", "category"}},
    {"skill", {"スキル", "skill"}},
    {"mark", {"印", "mark"}},
    {"scope", {"範囲", "scope"}},
    {"qualifier", {"補足", "qualifier"}},
    {"summary", {"概要", "summary"}},
    {"delivery", {"手法", "delivery"}},
    {"provider", {"実施主体", "provider"}},
    {"reachable_from", {"受講できる端末", "reachable from"}},
    {"skills", {"得られるスキル", "skills gained"}},
    {"prerequisites", {"先に修了する研修", "prerequisites"}},
    {"capacity", {"定員の目安", "usual seats"}},
    {"fiscal_year", {"年度", "fiscal year"}},
    {"band", {"帯", "band"}},
    {"course", {"研修", "course"}},
    {"activity", {"活動", "activity"}},
    {"months", {"月", "months"}},
    {"source", {"証拠になるもの", "what counts"}},
    {"confirmed_by", {"確認する者", "confirmed by"}},
    {"order", {"順序", "order"}},
    {"aliases", {"同格の職名", "aliases"}},
    {"purpose", {"目的", "purpose"}},
    {"required_courses", {"必要な研修", "required courses"}},
    {"needs_previous", {"前のレベルが前提", "needs the previous level"}},
    {"level", {"レベル", "level"}},
    {"people", {"人数", "people"}},
    {"counting", {"数え方", "counting"}},
    {"leavers", {"退職者の扱い", "leavers"}},
    {"pillar", {"柱", "pillar"}},
    {"measure", {"方策", "measure"}},
    {"action", {"取組", "action"}},
    {"content", {"内容", "content"}},
    {"owner", {"担当", "owner"}},
    {"training", {"研修か", "is training"}},
    {"evidence", {"根拠", "evidence"}},
    {"direction", {"方向性", "direction"}},
    {"survey", {"調査", "survey"}},
    {"fielded", {"実施時期", "fielded"}},
    {"population", {"対象", "population"}},
    {"question_code", {"設問番号", "question code"}},
    {"question", {"設問", "question"}},
    {"option", {"選択肢", "option"}},
    {"percent", {"割合(%)", "percent"}},
    {"stated", {"記載の別", "as stated"}},
    {"status", {"対応状況", "status"}},
    {"met_by", {"対応する記載", "met by"}},
    {"term", {"用語", "term"}},
    {"word", {"呼び方", "word"}},
    {"word_en", {"呼び方(英)", "word (English)"}},
    {"reading", {"読み", "reading"}},
    {"meaning", {"意味", "meaning"}},
    {"usage", {"使い方", "usage"}},
    {"broader", {"上位の用語", "broader term"}},
    {"title", {"表題", "title"}},
    {"title_en", {"表題(英)", "title (English)"}},
    {"issued", {"策定", "issued"}},
    {"period", {"期間", "period"}},
    {"relation", {"関係", "relation"}},
    {"group", {"まとまり", "group"}},
    {"slug", {"識別名", "slug"}},
    {"area_code", {"団体コード", "area code"}},
    {"key", {"略号", "key"}},
    {"version", {"版", "version"}},
    {"supersedes", {"旧版", "supersedes"}},
    {"in_force_from", {"始期", "in force from"}},
    {"in_force_until", {"終期", "in force until"}},
    {"period_text", {"期間(原文)", "period as written"}},
    {"review_text", {"見直し", "review"}},
    {"owners", {"所管", "owners"}},
    {"colophon", {"奥付", "colophon"}},
    {"publisher", {"発行", "publisher"}},
    {"published", {"発行時期", "published"}},
    {"address", {"所在地", "address"}},
    {"tel", {"電話", "telephone"}},
    {"fax", {"ファクス", "fax"}},
    {"email", {"メール", "e-mail"}},
    {"url", {"URL", "URL"}},
};

template <std::size_t N>
Label look_up(Named const (&names)[N], std::string_view name)
{
    auto const found = std::find_if(std::begin(names), std::end(names), [&](auto const& named) { return named.name == name; });
    return found == std::end(names) ? Label{name, name} : found->label;
}

template <class Items>
std::string called(Items const& items, std::string const& code)
{
    auto const found = std::find_if(items.begin(), items.end(), [&](auto const& item) { return item.code == code; });
    return found == items.end() ? code : found->name;
}

}  // namespace

Label label_of_table(std::string_view name) { return look_up(kTables, name); }
Label label_of_member(std::string_view name) { return look_up(kMembers, name); }

std::string name_of_item(Plan const& plan, Requirement const& cell)
{
    return called(plan.skills, cell.skill) + " × " + called(plan.categories, cell.category);
}

std::string name_of_item(Plan const& plan, Target const& target)
{
    return called(plan.levels, target.level) + " " + std::to_string(target.fiscal_year) + "年度";
}

std::string name_of_item(Plan const& plan, YearRow const& row)
{
    auto const what = row.course.empty() ? row.activity : called(plan.courses, row.course);
    return row.band.empty() ? what : what + " (" + row.band + ")";
}

std::string name_of_item(Plan const&, GuidelineItem const& item) { return item.text; }
std::string name_of_item(Plan const&, PracticeRule const& rule) { return rule.text.empty() ? rule.code : rule.text; }

}  // namespace plan
