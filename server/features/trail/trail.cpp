#include "features/trail/trail.hpp"

#include "features/audit/audit.hpp"
#include "features/community/community.hpp"
#include "features/desk/desk.hpp"
#include "features/improvement/improvement.hpp"
#include "features/notices/notices.hpp"
#include "features/practice/practice.hpp"
#include "features/trail/links.hpp"
#include "platform/core/japan.hpp"

#include <array>
#include <map>
#include <set>

namespace trail {
namespace {

constexpr std::size_t kMostSteps = 60;

struct Asked {
    Instant asked_at;
};
BOOST_DESCRIBE_STRUCT(Asked, (), (asked_at))
db::Sql const kAsked{"SELECT asked_at FROM consultation WHERE id = $1"};
db::Sql const kAcceptedReply{"SELECT accepted_id FROM hiroba_topic WHERE id = $1 AND accepted_id IS NOT NULL"};

struct Said {
    char const *ja, *en;
};

Said said(desk::ConsultationStatus status)
{
    switch (status) {
        case desk::ConsultationStatus::open: return {"対応中", "Going on"};
        case desk::ConsultationStatus::waiting_for_asker: return {"相談した人の返事を待っている", "Waits for who asked"};
        case desk::ConsultationStatus::finished: return {"終了", "Finished"};
        case desk::ConsultationStatus::withdrawn: return {"取り下げ", "Withdrawn"};
    }
    return {"", ""};
}

Said said(improvement::Status status)
{
    switch (status) {
        case improvement::Status::draft: return {"下書き", "Draft"};
        case improvement::Status::submitted: return {"所属長の確認待ち", "Waits for the head"};
        case improvement::Status::confirmed: return {"確認済み", "Confirmed"};
        case improvement::Status::returned: return {"差戻し", "Returned"};
    }
    return {"", ""};
}

Said said(practice::Status status)
{
    switch (status) {
        case practice::Status::waiting: return {"所属長の確認待ち", "Waits for the head"};
        case practice::Status::confirmed: return {"スキルの根拠になった", "Counts as evidence"};
        case practice::Status::returned: return {"差戻し", "Returned"};
        case practice::Status::withdrawn: return {"取り下げ", "Withdrawn"};
    }
    return {"", ""};
}

TrailStep topic_step(http::Call const& call, std::int64_t id)
{
    auto topic = community::topic_text(call, community::TopicId{id});
    Said const state = topic.answered ? Said{"解決", "Solved"} : Said{"受付中", "Open"};
    return {TrailKind::topic,
            id,
            std::move(topic.title),
            "",
            day_in_japan(topic.created_at),
            state.ja,
            state.en,
            "/hiroba/topics/" + std::to_string(id)};
}

TrailStep consultation_step(http::Call const& call, std::int64_t id)
{
    auto told = desk::consultation_text(call, desk::ConsultationId{id});
    auto const state = said(told.status);
    return {TrailKind::consultation,
            id,
            std::move(told.title),
            std::move(told.unit_name),
            day_in_japan(call.tx.one<Asked>(kAsked, id).asked_at),
            state.ja,
            state.en,
            "/desk/" + std::to_string(id)};
}

TrailStep case_step(http::Call const& call, std::int64_t id)
{
    auto card = improvement::case_card(call, improvement::CaseId{id});
    auto const state = said(card.status);
    return {TrailKind::improvement_case,
            id,
            std::move(card.title),
            std::move(card.unit_name),
            day_in_japan(card.confirmed_at.value_or(card.updated_at)),
            state.ja,
            state.en,
            card.url};
}

TrailStep newsletter_step(http::Call const& call, std::int64_t id)
{
    auto const line = notices::newsletter(call, notices::NewsletterId{id}).line;
    return {TrailKind::newsletter, id, notices::heading_of(line), "", line.issued_on, "発行", "Published", line.url};
}

/// Nothing of what the actor may not see.
std::optional<TrailStep> step_of(http::Call const& call, Thing const& thing)
{
    try {
        switch (thing.kind) {
            case TrailKind::topic: return topic_step(call, thing.id);
            case TrailKind::consultation: return consultation_step(call, thing.id);
            case TrailKind::improvement_case: return case_step(call, thing.id);
            case TrailKind::newsletter: return newsletter_step(call, thing.id);
            case TrailKind::evidence: break;
        }
    } catch (Refused const& refused) {
        if (refused.code != Code::not_found) throw;
    }
    return std::nullopt;
}

/// What people named of it as shown skill, as far as the actor may see these people.
std::vector<practice::Claim> claims_of(http::Call const& call, Thing const& thing)
{
    switch (thing.kind) {
        case TrailKind::topic:
            if (auto const reply = call.tx.maybe_one<std::int64_t>(kAcceptedReply, thing.id))
                return practice::claims_of(call, practice::Kind::accepted_answer, *reply).claims;
            return {};
        case TrailKind::consultation: return practice::claims_of(call, practice::Kind::consultation, thing.id).claims;
        case TrailKind::improvement_case: return practice::claims_of(call, practice::Kind::improvement_case, thing.id).claims;
        case TrailKind::newsletter:
        case TrailKind::evidence: break;
    }
    return {};
}

/// Walks the links from one thing: what it was made from up to the first, then everything that was made from these. It never goes
/// through what the actor may not see: what a consultation led to must not tell who asked. Nor through an issue of the
/// newsletter, which tells of many things.
class Walk {
public:
    explicit Walk(http::Call const& call) : call_(call) {}

    Trail from(Thing const& begin)
    {
        if (!seen(begin)) throw Refused{Code::not_found};
        std::vector<Thing> first;
        roots_of(begin, first);
        for (auto const& root : first) walk(root, std::nullopt);
        for (auto& step : trail_.steps) step.here = step.kind == begin.kind && step.id == begin.id;
        return std::move(trail_);
    }

private:
    std::optional<TrailStep> const& seen(Thing const& thing)
    {
        auto const found = seen_.find(thing);
        return found != seen_.end() ? found->second : seen_.emplace(thing, step_of(call_, thing)).first->second;
    }

    void roots_of(Thing const& thing, std::vector<Thing>& roots)
    {
        if (!upwards_.insert(thing).second) return;
        auto above = made_from(call_.tx, thing);
        std::erase_if(above, [&](Thing const& each) { return !seen(each); });
        if (above.empty()) roots.push_back(thing);
        for (auto const& each : above) roots_of(each, roots);
        if (roots.empty()) roots.push_back(thing);  // each was made from the other
    }

    void walk(Thing const& thing, std::optional<std::int64_t> from)
    {
        if (trail_.steps.size() >= kMostSteps || !seen(thing) || !walked_.insert(thing).second) return;
        auto const here = static_cast<std::int64_t>(trail_.steps.size());
        trail_.steps.push_back(*seen(thing));
        trail_.steps.back().from = from;
        for (auto const& claim : claims_of(call_, thing)) add(claim, here);
        for (auto const& each : made_of(call_.tx, thing)) walk(each, here);
    }

    void add(practice::Claim const& claim, std::optional<std::int64_t> from)
    {
        if (claim.status == practice::Status::withdrawn) return;
        auto const state = said(claim.status);
        trail_.steps.push_back({TrailKind::evidence, claim.id.value, claim.skill_name, claim.name,
                                day_in_japan(claim.decided_at.value_or(claim.claimed_at)), state.ja, state.en,
                                "/staff/" + std::to_string(claim.staff.value), false, from});
        audit::looked(call_, claim.staff);
    }

    http::Call const& call_;
    std::map<Thing, std::optional<TrailStep>> seen_;
    std::set<Thing> upwards_, walked_;
    Trail trail_;
};

}  // namespace

Trail trail(http::Call const& call, TrailQuery const& query)
{
    constexpr std::array kKinds{TrailKind::topic, TrailKind::consultation, TrailKind::improvement_case, TrailKind::newsletter};
    return Walk{call}.from({kKinds[static_cast<std::size_t>(query.kind)], query.id});
}

void routes(http::Table& table)
{
    table.get("/trail",
              {.id = "getTrail",
               .access = http::Access::needs(Permission::take_part),
               .summary = "つながり(話題・相談・改善事例・ニュースレター・スキルの根拠)",
               .refusals = {Code::not_found}},
              trail);
}

}  // namespace trail
