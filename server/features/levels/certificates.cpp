#include "features/levels/certificates.hpp"

#include "features/access/access.hpp"
#include "features/audit/audit.hpp"
#include "features/levels/certifications.hpp"
#include "platform/text/utf8.hpp"

#include <algorithm>
#include <cstdio>

namespace levels {
namespace {

struct Row {
    std::string number;
    int version = 0;
    std::string content, reason;
    Date issued_on;
};
BOOST_DESCRIBE_STRUCT(Row, (), (number, version, content, reason, issued_on))

struct Subject {
    StaffId staff_id;
    std::string name, level_code;
    Date certified_on;
    std::optional<Date> valid_until, revoked_on;
};
BOOST_DESCRIBE_STRUCT(Subject, (), (staff_id, name, level_code, certified_on, valid_until, revoked_on))

db::Sql const kSubject{R"(
    SELECT c.staff_id, s.name, c.level_code, c.certified_on, c.valid_until, c.revoked_on
      FROM level_certification c JOIN staff s ON s.id = c.staff_id WHERE c.id = $1)"};
db::Sql const kVersions{R"(
    SELECT number, version, content, reason, issued_on FROM certificate WHERE certification_id = $1 ORDER BY version DESC)"};
db::Sql const kInsert{R"(
    INSERT INTO certificate (certification_id, number, version, content, reason, issued_on, issued_at, issued_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8))"};
db::Sql const kOfNumber{"SELECT certification_id FROM certificate WHERE number = $1 AND version = 1"};

constexpr std::string_view kLetters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
constexpr std::size_t kMarkLength = 6;

Subject subject_of(db::Tx& tx, CertificationId id)
{
    auto subject = tx.maybe_one<Subject>(kSubject, id);
    if (!subject) throw Refused{Code::not_found};
    return *std::move(subject);
}

CertificateText text_of(plan::Plan const& plan, Subject const& subject)
{
    CertificateText text;
    text.city = plan.municipality.name;
    text.city_en = plan.municipality.name_en;
    text.plan_title = plan.document.title;
    text.plan_title_en = plan.document.title_en;
    text.name = subject.name;
    text.title = text.title_en = subject.level_code;
    text.certified_on = subject.certified_on;
    text.valid_until = subject.valid_until;
    if (auto const& publisher = plan.document.colophon.publisher; publisher != plan.municipality.name) text.issuer = publisher;
    if (auto const* const level = find_level(plan, subject.level_code)) {
        text.title = level->name;
        text.title_en = level->name_en.empty() ? level->name : level->name_en;
        text.purpose = level->purpose;
        auto const named = std::find_if(plan.categories.begin(), plan.categories.end(),
                                        [&](auto const& category) { return category.code == level->category; });
        if (named != plan.categories.end()) {
            text.title = named->name;
            text.title_en = named->name_en.empty() ? named->name : named->name_en;
        }
    }
    text.statement = "上記の者を、" + plan.document.title + "に基づき、" + text.title + "として認定します。";
    text.statement_en = "is certified as " + text.title_en + " under the " +
                        (plan.document.title_en.empty() ? plan.document.title : plan.document.title_en) + ".";
    return text;
}

// 2025-0123-K7QX2M: the fiscal year, the record, and what cannot be guessed.
std::string number_of(CertificationId id, Date certified_on, std::string_view mark)
{
    char text[40];
    std::snprintf(text, sizeof text, "%d-%04lld-", fiscal_year(certified_on), static_cast<long long>(id.value));
    return text + std::string(mark);
}

Certificate made_of(CertificationId id, Subject const& subject, std::vector<Row> const& rows, Row const& shown, Date today)
{
    Certificate certificate{id,
                            subject.staff_id,
                            shown.number,
                            shown.version,
                            shown.issued_on,
                            json::read<CertificateText>(shown.content),
                            state_on(subject.valid_until, subject.revoked_on, today),
                            subject.revoked_on,
                            {}};
    for (auto const& row : rows) certificate.versions.push_back({row.version, row.issued_on, row.reason});
    return certificate;
}

Certificate version_of(db::Tx& tx, CertificationId id, Subject const& subject, std::optional<int> version, Date today)
{
    auto const rows = tx.all<Row>(kVersions, id);
    auto const shown =
        std::find_if(rows.begin(), rows.end(), [&](Row const& row) { return !version || row.version == *version; });
    if (shown == rows.end()) throw Refused{Code::not_found};
    return made_of(id, subject, rows, *shown, today);
}

}  // namespace

json::object IssueInput::limits(std::string_view member)
{
    if (member == "reason") return {{"maxLength", 200}};
    return {};
}

std::string random_mark()
{
    auto const bytes = accounts::random_token(kMarkLength);
    std::string mark;
    for (std::size_t i = 0; i < kMarkLength; ++i)
        mark += kLetters[static_cast<std::size_t>(std::stoi(bytes.substr(2 * i, 2), nullptr, 16)) % kLetters.size()];
    return mark;
}

Certificate certificate(db::Tx& tx, Actor const& actor, CertificationId id, std::optional<int> version, Clock const& clock)
{
    auto const subject = subject_of(tx, id);
    accounts::must_see(tx, actor, subject.staff_id, clock.today(), clock.today());
    return version_of(tx, id, subject, version, clock.today());
}

Certificate newest_certificate(db::Tx& tx, CertificationId id, Date today)
{
    return version_of(tx, id, subject_of(tx, id), {}, today);
}

Certificate issue(db::Tx& tx, Actor const& actor, plan::Plan const& plan, CertificationId id, IssueInput const& input,
                  Clock const& clock)
{
    auto const subject = subject_of(tx, id);
    accounts::must_reach(tx, actor, Permission::level_certify, subject.staff_id, clock.today());
    if (state_on(subject.valid_until, subject.revoked_on, clock.today()) != State::valid)
        throw Refused{Code::conflict,
                      {"この認定は取り消されたか、有効期限を過ぎています。", "This certification was revoked or has expired."}};
    auto const rows = tx.all<Row>(kVersions, id);
    if (!rows.empty() && text::trim(input.reason).empty())
        throw Refused{Code::invalid_input,
                      {},
                      {{"/reason", "再発行の理由を入力してください。", "Say why the certificate is issued again."}}};
    if (rows.empty())
        issue_first(tx, plan, id, random_mark(), actor.account, clock.today(), clock.now());
    else
        tx.run(kInsert, id, rows.front().number, rows.front().version + 1, json::write(text_of(plan, subject)), input.reason,
               clock.today(), clock.now(), actor.account);
    audit::record(tx, actor, clock.now(), "levels.certificate_issued", "staff", subject.staff_id, input);
    return certificate(tx, actor, id, {}, clock);
}

std::string issue_first(db::Tx& tx, plan::Plan const& plan, CertificationId id, std::string_view mark,
                        std::optional<AccountId> by, Date on, Instant now)
{
    auto const subject = subject_of(tx, id);
    auto number = number_of(id, subject.certified_on, mark);
    tx.run(kInsert, id, number, 1, json::write(text_of(plan, subject)), "", on, now, by);
    return number;
}

CertificateCheck check(db::Tx& tx, std::string_view given, Date on)
{
    auto number = text::to_half_width(given);
    std::erase(number, ' ');
    std::transform(number.begin(), number.end(), number.begin(), [](char c) { return c >= 'a' && c <= 'z' ? char(c - 32) : c; });
    auto const id = tx.maybe_one<CertificationId>(kOfNumber, number);
    if (!id) throw Refused{Code::not_found};
    auto const subject = subject_of(tx, *id);
    auto const newest = tx.all<Row>(kVersions, *id).front();
    auto const text = json::read<CertificateText>(newest.content);
    return {subject.staff_id,
            number,
            text.name,
            text.title,
            text.title_en,
            text.city,
            text.city_en,
            subject.certified_on,
            subject.valid_until,
            subject.revoked_on,
            state_on(subject.valid_until, subject.revoked_on, on),
            newest.version,
            newest.issued_on};
}

}  // namespace levels
