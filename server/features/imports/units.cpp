#include "features/imports/units.hpp"

#include "platform/text/fold.hpp"
#include "platform/text/utf8.hpp"

#include <algorithm>
#include <numeric>

namespace imports {
namespace {

db::Sql const kUnits{R"(
    SELECT id, code, name, kind, parent_id, authority, tags, sort, valid_from, valid_until, succeeded_by FROM org_unit
     WHERE valid_from <= $1 AND (valid_until IS NULL OR valid_until > $1) ORDER BY id)"};

struct Ended {
    std::string name;
    OrgUnitId succeeded_by;
};
BOOST_DESCRIBE_STRUCT(Ended, (), (name, succeeded_by))
db::Sql const kEnded{
    "SELECT name, succeeded_by FROM org_unit WHERE valid_until <= $1 AND succeeded_by IS NOT NULL ORDER BY valid_until"};

constexpr std::string_view kKinds[] = {"事務局", "センター", "委員会", "グループ", "チーム", "担当", "部", "局", "室", "課",
                                       "係",     "班",       "所",     "署",       "隊",     "園",   "館", "校", "院"};

std::string kind_of(std::string_view name)
{
    for (auto const kind : kKinds)
        if (name.ends_with(kind)) return std::string(kind);
    return "組織";
}

// 総務部　情報政策課, 総務部／情報政策課, 総務部>情報政策課
std::vector<std::string_view> path_parts(std::string_view name)
{
    std::vector<std::string_view> parts;
    while (!name.empty()) {
        std::size_t end = name.npos, length = 0;
        for (std::string_view const mark : {"　", " ", "／", "/", ">", "＞"}) {
            if (auto const place = name.find(mark); place < end) end = place, length = mark.size();
        }
        if (auto const part = text::trim(name.substr(0, end)); !part.empty()) parts.push_back(part);
        if (end == name.npos) break;
        name.remove_prefix(end + length);
    }
    return parts;
}

std::u32string characters(std::string_view text)
{
    std::u32string all;
    while (!text.empty()) all += text::take_character(text);
    return all;
}

std::size_t edit_distance(std::u32string const& a, std::u32string const& b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0u);
    for (std::size_t i = 0; i < a.size(); ++i) {
        auto diagonal = row[0]++;
        for (std::size_t j = 0; j < b.size(); ++j) {
            auto const changed = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({changed, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

RowProblem problem(std::string value, std::string ja, std::string en, std::string remedy, std::string remedy_en,
                   bool refuses = true)
{
    return {{}, std::move(value), std::move(ja), std::move(en), std::move(remedy), std::move(remedy_en), refuses};
}

}  // namespace

Units::Units(db::Tx& tx, Date as_of, bool create, std::int64_t& next_id) : as_of_(as_of), create_(create), next_id_(next_id)
{
    auto records = tx.all<UnitRecord>(kUnits, as_of);
    // A parent may have a higher number than its child; chains are made once every unit is known.
    for (auto& record : records) {
        rows_.emplace(record.id.value, static_cast<Row>(units_.size()));
        auto key = text::fold(record.name);
        next_sort_ = std::max(next_sort_, record.sort);
        units_.push_back({std::move(record), std::move(key), false});
    }
    for (Row row = 0; row < units_.size(); ++row) {
        codes_.emplace(units_[row].record.code, row);
        std::string chain;
        for (auto at = std::optional{row}; at; at = parent_of(*at)) by_chain_[chain = units_[*at].key + chain].push_back(row);
    }
    tx.each<Ended>(
        kEnded,
        [&](Ended&& ended) {
            if (rows_.contains(ended.succeeded_by.value)) successors_[text::fold(ended.name)] = path(ended.succeeded_by);
        },
        as_of);
}

std::optional<Units::Row> Units::parent_of(Row row) const
{
    auto const parent = units_[row].record.parent_id;
    if (!parent) return std::nullopt;
    auto const found = rows_.find(parent->value);
    return found == rows_.end() ? std::nullopt : std::optional{found->second};
}

void Units::add(UnitRecord record, bool made)
{
    auto const row = static_cast<Row>(units_.size());
    rows_.emplace(record.id.value, row);
    codes_.emplace(record.code, row);
    auto key = text::fold(record.name);
    units_.push_back({std::move(record), std::move(key), made});
    std::string chain;
    for (auto at = std::optional{row}; at; at = parent_of(*at)) by_chain_[chain = units_[*at].key + chain].push_back(row);
}

std::string Units::path(OrgUnitId id) const
{
    std::string path;
    auto const found = rows_.find(id.value);
    if (found == rows_.end()) return path;
    for (auto at = std::optional{found->second}; at; at = parent_of(*at))
        path = units_[*at].record.name + (path.empty() ? "" : " ") + path;
    return path;
}

std::vector<UnitRecord> Units::made() const
{
    std::vector<UnitRecord> made;
    for (auto const& unit : units_)
        if (unit.made) made.push_back(unit.record);
    return made;
}

FoundUnit const& Units::find(UnitText const& given)
{
    auto const& found = look_up(given);
    if (found.id) seen(*found.id);
    return found;
}

// New units stand in the order in which the roster names them.
void Units::seen(OrgUnitId id)
{
    for (auto at = std::optional{rows_.at(id.value)}; at && units_[*at].made && units_[*at].record.sort == 0; at = parent_of(*at))
        units_[*at].record.sort = ++next_sort_;
}

FoundUnit const& Units::look_up(UnitText const& given)
{
    std::string key;
    for (auto const part : {given.code, given.name, given.parts[0], given.parts[1], given.parts[2]}) {
        key += part;
        key += '\x1f';
    }
    if (auto const known = found_.find(key); known != found_.end()) return known->second;
    return found_.emplace(std::move(key), look(given)).first->second;
}

FoundUnit Units::look(UnitText const& given)
{
    auto const code = text::to_half_width(given.code);
    if (!code.empty()) {
        if (auto found = by_code(given, code); found.id || found.problem) return found;
    }
    std::vector<std::string_view> parts;
    for (auto const part : given.parts)
        if (!part.empty()) parts.push_back(part);
    // 所属 beside 部 says where in it; a 所属 that repeats the last part says nothing new.
    if (!given.name.empty()) {
        auto const named = path_parts(given.name);
        if (parts.empty())
            parts = named;
        else if (text::fold(parts.back()) != text::fold(given.name))
            parts.insert(parts.end(), named.begin(), named.end());
    }
    if (parts.empty()) {
        return {{},
                problem(code, "所属コード「" + code + "」の所属がありません。",
                        "There is no section with the code \"" + code + "\".", "コードを直すか、所属名の列も選んでください。",
                        "Correct the code, or choose the column with the section's name too.")};
    }
    return by_parts(parts, code);
}

FoundUnit Units::by_code(UnitText const& given, std::string const& code)
{
    auto const found = codes_.find(code);
    if (found == codes_.end()) return {};
    auto const& unit = units_[found->second];
    auto const& last = !given.parts[2].empty() ? given.parts[2] : !given.parts[1].empty() ? given.parts[1] : given.parts[0];
    auto const name = std::string(given.name.empty() ? last : given.name);
    auto const key = text::fold(name);
    if (name.empty() || key.ends_with(unit.key) || unit.key.ends_with(key)) return {unit.record.id, {}};
    return {unit.record.id,
            problem(name, "所属コード「" + code + "」は「" + path(unit.record.id) + "」です。コードのとおりに取り込みます。",
                    "The code \"" + code + "\" is \"" + path(unit.record.id) + "\"; the code is followed.",
                    "所属の名前が変わったのなら、所属の画面で改めてください。",
                    "If the section was renamed, rename it on the organisation page.", false)};
}

bool Units::under(Row row, std::vector<std::string> const& keys) const
{
    auto next = keys.size() - 1;  // the last one is the unit itself
    for (auto at = parent_of(row); at && next > 0; at = parent_of(*at))
        if (units_[*at].key == keys[next - 1]) --next;
    return next == 0;
}

std::vector<Units::Row> Units::candidates(std::vector<std::string_view> const& parts) const
{
    std::string chain;
    std::vector<std::string> keys;
    for (auto const part : parts) chain += keys.emplace_back(text::fold(part));
    if (auto const found = by_chain_.find(chain); found != by_chain_.end()) return found->second;
    std::vector<Row> rows;
    if (auto const found = by_chain_.find(keys.back()); found != by_chain_.end()) {
        for (auto const row : found->second)
            if (units_[row].key == keys.back() && under(row, keys)) rows.push_back(row);
    }
    return rows;
}

FoundUnit Units::by_parts(std::vector<std::string_view> const& parts, std::string const& code)
{
    auto rows = candidates(parts);
    if (rows.size() > 1) {
        std::vector<Row> exact;
        for (auto const row : rows)
            if (units_[row].record.name == parts.back()) exact.push_back(row);
        if (exact.size() == 1) rows = exact;
    }
    if (rows.size() == 1) return {units_[rows.front()].record.id, {}};
    std::string given;
    for (auto const part : parts) given += (given.empty() ? "" : " ") + std::string(part);
    // A name that stands in several places is at the top only when it is the whole path.
    if (rows.size() > 1) {
        std::vector<std::string> paths;
        for (auto const row : rows)
            if (paths.size() < 5) paths.push_back("「" + path(units_[row].record.id) + "」");
        return {{},
                problem(given, "「" + given + "」は" + std::to_string(rows.size()) + "か所にあります。",
                        "\"" + given + "\" stands in " + std::to_string(rows.size()) + " places.",
                        "上の部や課の名前も付けてください: " + join_list(paths),
                        "Name the section above it too: " + join_list(paths))};
    }
    if (!create_) return {{}, unknown(given)};
    return make(parts, code);
}

std::optional<Units::Row> Units::child(std::optional<Row> parent, std::string const& key) const
{
    auto const found = by_chain_.find(key);
    if (found == by_chain_.end()) return std::nullopt;
    auto const top = city();
    for (auto const row : found->second) {
        if (units_[row].key != key) continue;
        auto const above = parent_of(row);
        if (above == parent || (!parent && above && top == units_[*above].record.id)) return row;
    }
    return std::nullopt;
}

// 枚方市 as the one unit everything belongs to.
std::optional<OrgUnitId> Units::city() const
{
    std::optional<Row> root;
    for (Row row = 0; row < units_.size(); ++row) {
        if (units_[row].record.parent_id) continue;
        if (root) return std::nullopt;
        root = row;
    }
    if (!root) return std::nullopt;
    auto const& name = units_[*root].record.name;
    for (std::string_view const suffix : {"市", "町", "村", "区", "県", "市役所", "役場"})
        if (name.ends_with(suffix)) return units_[*root].record.id;
    return std::nullopt;
}

FoundUnit Units::make(std::vector<std::string_view> const& parts, std::string const& code)
{
    std::optional<Row> parent;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        auto here = child(parent, text::fold(parts[i]));
        if (!here && i == 0 && parts.size() > 1) {
            // 情報政策課 企画係 where 情報政策課 stands below a 部 that the roster does not name.
            auto const rows = candidates({parts[0]});
            if (rows.size() == 1) here = rows.front();
        }
        if (!here) {
            OrgUnitId const id{next_id_++};
            auto const last = i + 1 == parts.size();
            auto own = last && !code.empty() ? code : "U" + std::to_string(id.value);
            while (codes_.contains(own)) own += "x";
            auto const above = parent ? std::optional{units_[*parent].record.id} : city();
            here = static_cast<Row>(units_.size());
            add({id, own, std::string(parts[i]), kind_of(parts[i]), above, "", "", 0, as_of_, {}, {}}, true);
        }
        parent = here;
    }
    return {units_[*parent].record.id, {}};
}

RowProblem Units::unknown(std::string const& given) const
{
    auto const ja = "「" + given + "」という所属は、この日の組織にありません。";
    auto const en = "There is no section \"" + given + "\" on this day.";
    if (auto const successor = successors_.find(text::fold(given)); successor != successors_.end()) {
        return problem(given, ja, en, "この所属は「" + successor->second + "」に引き継がれています。その名前にしてください。",
                       "It was succeeded by \"" + successor->second + "\"; use that name.");
    }
    auto const near = nearest(given);
    if (near.empty()) {
        return problem(given, ja, en, "所属の画面で先に作るか、「新しい所属を作る」を選んでください。",
                       "Create it on the organisation page first, or choose to create new sections.");
    }
    return problem(given, ja, en, "近い名前: " + near + "。名前を直すか、「新しい所属を作る」を選んでください。",
                   "Near names: " + near + ". Correct the name, or choose to create new sections.");
}

std::string Units::nearest(std::string const& given) const
{
    auto const wanted = characters(text::fold(given));
    auto const last = characters(text::fold(path_parts(given).empty() ? given : path_parts(given).back()));
    std::vector<std::pair<std::size_t, Row>> near;
    for (Row row = 0; row < units_.size(); ++row) {
        auto const key = characters(units_[row].key);
        auto const distance = std::min(edit_distance(wanted, key), edit_distance(last, key));
        if (distance * 2 <= std::max<std::size_t>(2, key.size())) near.emplace_back(distance, row);
    }
    std::sort(near.begin(), near.end());
    std::vector<std::string> names;
    for (auto const& [distance, row] : near)
        if (names.size() < 3) names.push_back("「" + path(units_[row].record.id) + "」");
    return join_list(names);
}

}  // namespace imports
