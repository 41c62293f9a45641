// The house rules. What is shipped follows what the national platform's users agreed on (lesson U26).
#include "features/audit/audit.hpp"
#include "features/community/channels.hpp"
#include "features/community/rows.hpp"

namespace community {
namespace {

constexpr std::string_view kShipped = R"(ここは、職員どうしが仕事の疑問・課題・アイデアを気軽に出し合い、助け合う場所です。

- **書き込みは個人の意見です。** 所属の公式な見解ではありません。読む人もそのつもりで読みます。
- **否定から入りません。** まず受けとめて、そのうえで「こうするともっとよい」を足します。
- **個別の連絡ではなく、ここで聞きます。** あなたの疑問は、ほかの誰かの疑問でもあります。
- **「お世話になります」は要りません。** あいさつや前置きを省いて、用件から書いてください。
- **完成していなくて構いません。** 書きかけの考え、短いひとことを歓迎します。
- **役に立ったら反応を。** 解決したら「解決した返信」を選ぶと、次に同じことで困った人が助かります。
- **書かないこと。** 個人情報、未公表の情報、特定の人への批判は書きません。見つけたら「運営に知らせる」を押してください。)";

struct Kept {
    std::string text;
    std::int64_t revision = 0;
};
BOOST_DESCRIBE_STRUCT(Kept, (), (text, revision))

db::Sql const kKept{"SELECT value FROM setting WHERE name = 'hiroba_rules'"};
db::Sql const kKeep{R"(
    INSERT INTO setting (name, value) VALUES ('hiroba_rules', $1) ON CONFLICT (name) DO UPDATE SET value = excluded.value)"};

Kept kept(db::Tx& tx)
{
    auto const value = tx.maybe_one<std::string>(kKept);
    return value ? json::read<Kept>(*value) : Kept{std::string{kShipped}, 0};
}

Rules shown(http::Call const& call, Kept&& rules)
{
    auto pieces = markdown::pieces(rules.text);
    return {std::move(pieces), std::move(rules.text), rules.revision, moderates(call)};
}

}  // namespace

json::object RulesInput::limits(std::string_view member)
{
    if (member == "text") return {{"minLength", 1}, {"maxLength", kLongestText}};
    return {};
}

Rules rules(http::Call const& call) { return shown(call, kept(call.tx)); }

Rules write_rules(http::Call const& call, RulesInput const& input)
{
    auto const before = kept(call.tx);
    if (before.revision != input.revision) throw Refused{Code::changed_meanwhile};
    Kept rules{input.text, before.revision + 1};
    call.tx.run(kKeep, json::write(rules));
    audit::record(call.tx, call.actor, call.clock.now(), "hiroba.rules_written", "setting", {}, rules);
    return shown(call, std::move(rules));
}

}  // namespace community
