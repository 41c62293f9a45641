#include "features/levels/certificate_sheets.hpp"

#include "features/access/access.hpp"
#include "features/audit/audit.hpp"
#include "platform/files/disk.hpp"
#include "platform/paper/paper.hpp"
#include "platform/text/japanese_date.hpp"

namespace levels {
namespace {

constexpr std::string_view kPrint = "levels.certificates";
constexpr double kMargin = 25, kInside = paper::kWidth - 2 * kMargin;
constexpr int kMostSheets = 5000;

struct PrintJob {
    std::vector<CertificationId> certifications;
    SheetStyle style;
};
BOOST_DESCRIBE_STRUCT(PrintJob, (), (certifications, style))

/// The words of one language.
struct Words {
    std::string heading, number, name, title, statement, purpose, certified_on, valid, city, issuer, check;
};

Words japanese(Certificate const& c, std::string const& address)
{
    auto const& t = c.text;
    return {"認定証",
            "認定証番号 " + c.number + "(第" + std::to_string(c.version) + "版)",
            t.name + " 様",
            t.title,
            t.statement,
            t.purpose,
            text::era_text(t.certified_on),
            t.valid_until ? "有効期限 " + text::era_text(*t.valid_until) + "の前日まで" : "",
            t.city,
            t.issuer,
            "この番号は " + address + " で確かめられます。"};
}

Words english(Certificate const& c, std::string const& address)
{
    auto const& t = c.text;
    return {"Certificate",
            "Certificate number " + c.number + " (version " + std::to_string(c.version) + ")",
            t.name,
            t.title_en,
            t.statement_en,
            "",
            text::english_date(t.certified_on),
            t.valid_until ? "Valid before " + text::english_date(*t.valid_until) : "",
            t.city_en,
            t.issuer,
            "This number can be checked at " + address + "."};
}

void draw(paper::Sheets& sheets, Words const& w, std::string_view language)
{
    using paper::Align;
    auto const put = [&](double y, std::string const& words, paper::Style style) {
        if (words.empty()) return 0.0;
        style.language = language;
        return sheets.text({kMargin, y, kInside}, words, style);
    };
    sheets.begin_sheet();
    sheets.frame({12, 12, paper::kWidth - 24}, paper::kHeight - 24, 1.0);
    sheets.frame({14, 14, paper::kWidth - 28}, paper::kHeight - 28, 0.3);
    put(22, w.number, {.points = 9, .align = Align::right, .grey = 0.25});
    put(50, w.heading, {.points = 34, .bold = true, .align = Align::centre, .tracking = language == "ja" ? 0.4 : 0});
    auto y = 88.0;
    y += put(y, w.name, {.points = 24, .align = Align::centre}) + 8;
    y += put(y, w.title, {.points = 17, .bold = true, .align = Align::centre}) + 14;
    y += put(y, w.statement, {.points = 14, .leading = 1.9}) + 5;
    put(y, w.purpose, {.points = 10.5, .leading = 1.7, .grey = 0.25});
    put(214, w.certified_on, {.points = 14});
    put(223, w.valid, {.points = 10.5});
    put(236, w.city, {.points = 19, .bold = true, .align = Align::right});
    put(247, w.issuer, {.points = 12, .align = Align::right});
    sheets.line(kMargin, 268, kInside);
    put(270, w.check, {.points = 9, .align = Align::centre, .grey = 0.25});
}

void run_print(jobs::Work& work, files::Uploads& uploads, Clock const& clock)
{
    auto const job = json::read<PrintJob>(work.input);
    work.step(5, "認定証を読んでいます");
    auto const certificates = work.database.read([&](db::Tx& tx) {
        std::vector<Certificate> list;
        list.reserve(job.certifications.size());
        for (auto const id : job.certifications) list.push_back(newest_certificate(tx, id, clock.today()));
        return list;
    });
    auto const pdf = certificate_pdf(certificates, job.style, [&](std::size_t done) {
        if (done % 20 == 0) work.step(static_cast<int>(5 + 90 * done / certificates.size()), "PDFを作っています");
    });
    auto const written = std::filesystem::temp_directory_path() / files::random_name();
    files::write_whole(written, pdf);
    auto const kept = uploads.keep(written, "認定証.pdf");
    work.database.write([&](db::Tx& tx) {
        work.finish(tx, json::write(Printed{kept.token, static_cast<std::int64_t>(certificates.size())}));
    });
}

}  // namespace

json::object PrintInput::limits(std::string_view member)
{
    if (member == "certifications") return {{"minItems", 1}, {"maxItems", kMostSheets}};
    return {};
}

std::string certificate_pdf(std::span<Certificate const> certificates, SheetStyle const& style, Drawn const& drawn)
{
    auto const ja = style.language == PaperLanguage::ja;
    try {
        paper::Sheets sheets{ja ? "認定証" : "Certificate"};
        for (std::size_t i = 0; i < certificates.size(); ++i) {
            auto const& c = certificates[i];
            draw(sheets, ja ? japanese(c, style.check_address) : english(c, style.check_address), ja ? "ja" : "en");
            if (drawn) drawn(i + 1);
        }
        return sheets.finish();
    } catch (paper::NoFonts const&) {
        throw Refused{
            Code::conflict,
            {"サーバーに日本語のフォントがないため、PDFを作れません。管理者に fonts-noto-cjk の導入を依頼してください。",
             "The server has no Japanese fonts for PDF. Ask the administrator to install fonts-noto-cjk."}};
    }
}

std::vector<StaffId> must_be_printable(db::Tx& tx, Actor const& actor, PrintInput const& input, Clock const& clock)
{
    std::vector<StaffId> staff;
    staff.reserve(input.certifications.size());
    for (auto const id : input.certifications) staff.push_back(certificate(tx, actor, id, {}, clock).staff);
    return staff;
}

jobs::Job submit_print(db::Tx& tx, jobs::Runner& runner, Actor const& actor, PrintInput const& input, std::string check_address)
{
    PrintJob const job{input.certifications, {input.language.value_or(PaperLanguage::ja), std::move(check_address)}};
    return runner.submit(tx, {std::string(kPrint), json::write(job), actor.account});
}

std::filesystem::path printed_file(db::Tx& tx, jobs::Runner const& runner, files::Uploads const& uploads, Actor const& actor,
                                   JobId id)
{
    auto const job = runner.find(tx, id, actor.account);
    if (job.kind != kPrint || job.state != jobs::State::done) throw Refused{Code::not_found};
    return uploads.find(json::read<Printed>(job.result.text).file).path;
}

void handle_jobs(jobs::Runner& runner, files::Uploads& uploads, Clock const& clock)
{
    // Nothing is changed but the file: one that was cut off is drawn again.
    runner.handle(std::string(kPrint), jobs::AfterRestart::run_again, [&](jobs::Work& work) { run_print(work, uploads, clock); });
}

}  // namespace levels
