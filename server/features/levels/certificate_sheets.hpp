// 認定証 as PDF: one sheet a certificate, the words as they were kept. Many at once are made by a job and wait a day to be
// fetched.
#pragma once
#include "features/levels/certificates.hpp"
#include "platform/files/uploads.hpp"
#include "platform/jobs/runner.hpp"

namespace levels {

enum class PaperLanguage { ja, en };
BOOST_DESCRIBE_ENUM(PaperLanguage, ja, en)

/// Where a number can be checked, as the foot of the sheet says it: host and path.
struct SheetStyle {
    PaperLanguage language = PaperLanguage::ja;
    std::string check_address;
};
BOOST_DESCRIBE_STRUCT(SheetStyle, (), (language, check_address))

/// Hears how many sheets are done.
using Drawn = std::function<void(std::size_t)>;
/// Refuses with conflict when the machine has no Japanese fonts.
std::string certificate_pdf(std::span<Certificate const>, SheetStyle const&, Drawn const& = {});

struct PrintInput {
    std::vector<CertificationId> certifications;
    std::optional<PaperLanguage> language;  ///< left out: Japanese
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(PrintInput, (), (certifications, language))

/// What the job promises: the sheets, in the order asked for.
struct Printed {
    std::string file;  ///< token of the file, for the account that asked
    std::int64_t sheets = 0;
};
BOOST_DESCRIBE_STRUCT(Printed, (), (file, sheets))

/// The newest version of each. Refuses with not_found what has no certificate and whom the actor does not see. Answers whose
/// certificates they are.
std::vector<StaffId> must_be_printable(db::Tx&, Actor const&, PrintInput const&, Clock const&);
jobs::Job submit_print(db::Tx&, jobs::Runner&, Actor const&, PrintInput const&, std::string check_address);
/// Refuses with not_found a job that is another's, is not done, or whose day is over.
std::filesystem::path printed_file(db::Tx&, jobs::Runner const&, files::Uploads const&, Actor const&, JobId);

void handle_jobs(jobs::Runner&, files::Uploads&, Clock const&);

}  // namespace levels
