#include "features/desk/asking.hpp"

#include "features/audit/audit.hpp"
#include "features/desk/steps.hpp"
#include "features/desk/topics.hpp"
#include "platform/core/working_days.hpp"

namespace desk {
namespace {

constexpr std::int64_t kMostADay = 20;

db::Sql const kAskedToday{"SELECT count(*) FROM consultation WHERE staff_id = $1 AND asked_at > $2"};
db::Sql const kNumber{"SELECT 1 + COALESCE(max(number), 0) AS number FROM consultation WHERE fiscal_year = $1"};
db::Sql const kSent{"SELECT id FROM consultation WHERE staff_id = $1 AND client_key = $2"};
db::Sql const kAsk{R"(
    INSERT INTO consultation (fiscal_year, number, staff_id, unit_id, subject_id, owner_id, owner_unit_id, title, trouble, wanted,
                              wished_on, from_topic, shared, status, stage, asked_at, promised_on, due_on, last_at, client_key)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'open', 'reception', $14, $15, $15, $14, $16) RETURNING id)"};
db::Sql const kChange{R"(
    UPDATE consultation SET title = $2, trouble = $3, wanted = $4, wished_on = $5, shared = $6, revision = revision + 1,
           last_at = $7 WHERE id = $1)"};
db::Sql const kWithdraw{R"(
    UPDATE consultation SET status = 'withdrawn', finished_at = $2, due_on = NULL, revision = revision + 1, last_at = $2
     WHERE id = $1)"};
db::Sql const kConsent{"UPDATE consultation SET consent = $2, revision = revision + 1, last_at = $3 WHERE id = $1"};

/// What the audit keeps of a question: the words stay where their readers are.
struct Asked {
    std::string no;
    SubjectId subject;
    std::optional<StaffId> owner;
};
BOOST_DESCRIBE_STRUCT(Asked, (), (no, subject, owner))

struct ChangedShare {
    bool shared = false;
};
BOOST_DESCRIBE_STRUCT(ChangedShare, (), (shared))

void must_be_ahead(std::optional<Date> wished_on, Date today)
{
    if (wished_on && *wished_on < today)
        refuse("/wished_on", "希望する日は今日以後にしてください。", "The day you wish for cannot be past.");
}

void must_not_flood(http::Call const& call, StaffId staff)
{
    if (call.tx.one<std::int64_t>(kAskedToday, staff, call.clock.now() - std::chrono::hours{24}) >= kMostADay)
        throw Refused{Code::rate_limited};
}

}  // namespace

json::object ConsultationForm::limits(std::string_view member)
{
    if (member == "title") return {{"minLength", 1}, {"maxLength", 120}};
    if (member == "trouble") return {{"minLength", 1}, {"maxLength", 20000}};
    if (member == "wanted") return {{"maxLength", 20000}};
    if (member == "files") return {{"maxItems", static_cast<int>(attachments::kMost)}};
    if (member == "key") return {{"minLength", 8}, {"maxLength", 64}};
    return {};
}

json::object StepReason::limits(std::string_view member)
{
    if (member == "reason") return {{"minLength", 1}, {"maxLength", 1000}};
    return {};
}

ConsultationDraft draft_from_topic(http::Call const& call, DraftQuery const& query)
{
    auto const topic = topic_of(call, query.topic);
    return {topic.title, topic.text, query.topic, topic.title};
}

ConsultationId ask(http::Call const& call, NewConsultation const& form)
{
    auto const who = viewer(call);
    auto const today = who.today;
    if (!call.actor.staff) throw Refused{Code::not_allowed};
    if (form.key)
        if (auto const sent = call.tx.maybe_one<ConsultationId>(kSent, who.staff, *form.key)) return *sent;
    if (who.section == OrgUnitId{})
        throw Refused{Code::wrong_status,
                      {"いまは配属がないため相談できません。", "You stand in no section now and cannot ask for one."}};
    must_not_flood(call, who.staff);
    auto const subject = open_subject(call.tx, form.subject);
    must_be_ahead(form.wished_on, today);
    if (form.topic) topic_of(call, *form.topic);

    Advisers const advisers{call.tx, today};
    auto const routed = route(call.tx, advisers, subject.id, who.staff);
    auto const owner_unit = routed.to ? advisers.section(*routed.to) : std::nullopt;
    auto const year = fiscal_year(today);
    auto const number = call.tx.one<int>(kNumber, year);
    auto const now = call.clock.now();
    ConsultationId const id{call.tx.insert(kAsk, year, number, who.staff, who.section, subject.id, routed.to, owner_unit,
                                           form.title, form.trouble, form.wanted, form.wished_on, form.topic, form.shared, now,
                                           add_working_days(today, subject.answer_days), form.key)};
    add_step(call.tx, call.actor, id, {StepKind::asked, {}, {}, {}, {}}, now);
    add_routed(call.tx, id, routed, now);
    attachments::post(call, {kQuestionFiles, id.value}, form.files);
    tell(call, id);
    audit::record(call.tx, call.actor, now, "desk.asked", "consultation", id,
                  Asked{number_text(year, number), subject.id, routed.to});
    return id;
}

void change(http::Call const& call, ConsultationId id, ConsultationChange const& change)
{
    auto const who = viewer(call);
    auto const row = consultation_row(call.tx, who, id);
    if (!standing(who, row).asker) throw Refused{Code::not_allowed};
    must_be(change.revision, row);
    must_go_on(row);
    if (change.wished_on != row.wished_on) must_be_ahead(change.wished_on, who.today);
    call.tx.run(kChange, id, change.title, change.trouble, change.wanted, change.wished_on, change.shared, call.clock.now());
    attachments::post(call, {kQuestionFiles, id.value}, change.files);
    tell(call, id);
    audit::record(call.tx, call.actor, call.clock.now(), "desk.question_changed", "consultation", id,
                  ChangedShare{change.shared});
}

void withdraw(http::Call const& call, ConsultationId id, StepReason const& why)
{
    auto const who = viewer(call);
    auto const row = consultation_row(call.tx, who, id);
    auto const stands = standing(who, row);
    if (!stands.asker && !stands.head) throw Refused{Code::not_allowed};
    must_be(why.revision, row);
    must_go_on(row);
    call.tx.run(kWithdraw, id, call.clock.now());
    add_step(call.tx, call.actor, id, {StepKind::withdrawn, {}, {}, {}, why.reason}, call.clock.now());
    tell(call, id);
    audit::record(call.tx, call.actor, call.clock.now(), "desk.withdrawn", "consultation", id);
}

void consent(http::Call const& call, ConsultationId id, PublicationConsent const& input)
{
    auto const who = viewer(call);
    auto const row = consultation_row(call.tx, who, id);
    if (!standing(who, row).asker) throw Refused{Code::not_allowed};
    must_be(input.revision, row);
    if (row.status == ConsultationStatus::withdrawn || row.topic_id) throw Refused{Code::wrong_status};
    call.tx.run(kConsent, id, input.consents ? PublishConsent::yes : PublishConsent::no, call.clock.now());
    auto const kind = input.consents ? StepKind::consented : StepKind::refused_consent;
    add_step(call.tx, call.actor, id, {kind, {}, {}, {}, {}}, call.clock.now());
    tell(call, id);
    audit::record(call.tx, call.actor, call.clock.now(), "desk.publication_consent", "consultation", id, input);
}

}  // namespace desk
