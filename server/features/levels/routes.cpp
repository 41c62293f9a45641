#include "features/access/access.hpp"
#include "features/audit/audit.hpp"
#include "features/levels/certificate_sheets.hpp"
#include "features/levels/levels.hpp"
#include "features/plan/versions.hpp"
#include "platform/db/database.hpp"

namespace levels {
namespace {

using http::Access;
using http::Call;

constexpr std::uint64_t kLargestFile = 16u << 20;
constexpr std::string_view kPdf = "application/pdf";

std::shared_ptr<plan::VersionedPlan const> plan_on(Call const& c, Date on)
{
    return c.service<plan::Library>().in_force(c.tx, on);
}
std::shared_ptr<plan::VersionedPlan const> plan_today(Call const& c) { return plan_on(c, c.clock.today()); }

struct CandidatesQuery {
    std::optional<Date> on;
    std::optional<std::string> level;
};
BOOST_DESCRIBE_STRUCT(CandidatesQuery, (), (on, level))

struct StaffQuery {
    StaffId staff;
    static json::object limits(std::string_view) { return {{"required", 1}}; }
};
BOOST_DESCRIBE_STRUCT(StaffQuery, (), (staff))

struct VersionQuery {
    std::optional<int> version;
};
BOOST_DESCRIBE_STRUCT(VersionQuery, (), (version))

Candidates get_candidates(Call const& c, CandidatesQuery const& q)
{
    auto const on = q.on.value_or(c.clock.today());
    return candidates(c.tx, c.actor, plan_on(c, on)->plan, c.service<people::Days>(), q.level, on, c.clock);
}

LevelHolders get_holders(Call const& c, http::AsOf const& q)
{
    auto const on = c.day(q);
    return level_holders(c.tx, c.actor, plan_on(c, on)->plan, c.service<people::Days>(), c.path_text(0), on, c.clock);
}

CertificationList post_certifications(Call const& c, CertifyInput const& in)
{
    return certify(c.tx, c.actor, plan_today(c)->plan, c.path_text(0), in, c.clock);
}

CertificationList get_certifications(Call const& c, StaffQuery const& q)
{
    auto list = certifications_of(c.tx, c.actor, plan_today(c)->plan, q.staff, c.clock.today());
    audit::looked(c, q.staff);
    return list;
}

CertificationList my_certificates(Call const& c)
{
    if (!c.actor.staff) return {};
    return certifications_of(c.tx, c.actor, plan_today(c)->plan, *c.actor.staff, c.clock.today());
}

CertificationList post_revocation(Call const& c, RevocationInput const& in)
{
    auto const staff = revoke(c.tx, c.actor, c.path<CertificationId>(0), in, c.clock);
    return certifications_of(c.tx, c.actor, plan_today(c)->plan, staff, c.clock.today());
}

Certificate get_certificate(Call const& c, VersionQuery const& q)
{
    auto shown = certificate(c.tx, c.actor, c.path<CertificationId>(0), q.version, c.clock);
    audit::looked(c, shown.staff);
    return shown;
}

Certificate post_certificate(Call const& c, IssueInput const& in)
{
    return issue(c.tx, c.actor, plan_today(c)->plan, c.path<CertificationId>(0), in, c.clock);
}

CertificateCheck get_check(Call const& c)
{
    auto found = check(c.tx, c.path_text(0), c.clock.today());
    audit::looked(c, found.staff);
    return found;
}

struct SheetQuery {
    std::optional<int> version;
    std::optional<PaperLanguage> language;
};
BOOST_DESCRIBE_STRUCT(SheetQuery, (), (version, language))

/// As the foot of a sheet names it: this server, as the asker reached it.
std::string check_address(http::Circumstance const& c)
{
    return std::string(c.request.header("host")) + "/" + c.service<accounts::Settings>().slug + "/certificates";
}

http::Download get_sheet(http::LongCall const& c, SheetQuery const& q)
{
    auto const shown =
        c.database.read([&](db::Tx& tx) { return certificate(tx, c.actor, c.path<CertificationId>(0), q.version, c.clock); });
    audit::looked(c, std::array{shown.staff});
    SheetStyle const style{q.language.value_or(PaperLanguage::ja), check_address(c)};
    return {"認定証-" + shown.number + ".pdf", std::string(kPdf), certificate_pdf(std::array{shown}, style)};
}

jobs::Job post_print(Call const& c, PrintInput const& in)
{
    for (auto const staff : must_be_printable(c.tx, c.actor, in, c.clock)) audit::looked(c, staff);
    audit::record(c.tx, c.actor, c.clock.now(), "levels.certificates_printed", "level_certification", {}, in);
    return submit_print(c.tx, c.service<jobs::Runner>(), c.actor, in, check_address(c));
}

http::FileBody get_print(Call const& c)
{
    auto const path = printed_file(c.tx, c.service<jobs::Runner>(), c.service<files::Uploads>(), c.actor, c.path<JobId>(0));
    return {path.string(), std::string(kPdf), {}, "認定証.pdf", {}};
}

PriorReport put_prior_learning(http::LongCall const& c, PriorDecision const& decision, http::Upload const& upload)
{
    auto const take = [&](db::Tx& tx) {
        auto const versioned = c.service<plan::Library>().in_force(tx, c.clock.today());
        return take_prior_learning(tx, c.actor, versioned->plan, c.path_text(0), upload.path, decision, c.clock);
    };
    return decision.check ? c.database.read(take) : c.database.write(take);
}

void certifying_routes(http::Table& table)
{
    auto const certifies = Access::needs(Permission::level_certify);
    table.get("/levels/candidates",
              {.id = "listLevelCandidates",
               .access = certifies,
               .summary = "レベル認定の要件を満たした職員",
               .refusals = {Code::not_found}},
              get_candidates);
    table.get(
        "/levels/{code}/holders",
        {.id = "listLevelHolders", .access = certifies, .summary = "レベルの認定を受けている職員", .refusals = {Code::not_found}},
        get_holders);
    table.post("/levels/{code}/certifications",
               {.id = "certifyLevel",
                .access = certifies,
                .summary = "選んだ職員をまとめて認定する",
                .refusals = {Code::not_found, Code::not_allowed},
                .success = 201},
               post_certifications);
    table.put("/levels/{code}/prior-learning",
              {.id = "takePriorLearning",
               .access = certifies,
               .summary = "既修得の表を確かめ、取り込む",
               .refusals = {Code::not_found, Code::rows_refused, Code::unreadable_file, Code::unsupported_file, Code::too_large},
               .body_limit = kLargestFile},
              put_prior_learning);
    table.post("/certifications/{id}/revocation",
               {.id = "revokeCertification",
                .access = certifies,
                .summary = "認定を取り消す",
                .refusals = {Code::not_found, Code::not_allowed, Code::conflict}},
               post_revocation);
    table.post("/certifications/{id}/certificate",
               {.id = "issueCertificate",
                .access = certifies,
                .summary = "認定証を発行・再発行する",
                .refusals = {Code::not_found, Code::not_allowed, Code::conflict},
                .success = 201},
               post_certificate);
    table.post("/certificates/prints",
               {.id = "printCertificates",
                .access = certifies,
                .summary = "認定証をまとめてPDFにする",
                .refusals = {Code::not_found},
                .success = 202},
               post_print);
    table.get(
        "/certificates/prints/{job}",
        {.id = "printedCertificates", .access = certifies, .summary = "まとめて作った認定証のPDF", .refusals = {Code::not_found}},
        get_print);
}

void reading_routes(http::Table& table)
{
    table.get(
        "/certifications",
        {.id = "listCertifications", .access = Access::signed_in(), .summary = "職員のレベル認定", .refusals = {Code::not_found}},
        get_certifications);
    table.get("/me/certificates",
              {.id = "myCertificates", .access = Access::signed_in(), .summary = "自分の認定証", .refusals = {Code::not_found}},
              my_certificates);
    table.get("/certifications/{id}/certificate",
              {.id = "getCertificate", .access = Access::signed_in(), .summary = "認定証", .refusals = {Code::not_found}},
              get_certificate);
    table.get("/certifications/{id}/certificate.pdf",
              {.id = "getCertificateSheet",
               .access = Access::signed_in(),
               .summary = "認定証のPDF",
               .refusals = {Code::not_found, Code::conflict}},
              get_sheet);
    table.get("/certificates/{number:text}",
              {.id = "checkCertificate",
               .access = Access::signed_in(),
               .summary = "番号で認定証を確かめる",
               .refusals = {Code::not_found}},
              get_check);
}

}  // namespace

void routes(http::Table& table)
{
    certifying_routes(table);
    reading_routes(table);
}

}  // namespace levels
