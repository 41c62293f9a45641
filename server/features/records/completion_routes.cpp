#include "features/access/sight.hpp"
#include "features/plan/versions.hpp"
#include "features/records/completion_import.hpp"
#include "features/records/records.hpp"
#include "platform/files/uploads.hpp"

namespace records {
namespace {

/// A list may hold everybody: what became of it is for whoever keeps the whole city's records.
void must_be_city(http::Call const& c) { accounts::must_be_city(c.actor, Permission::record_evidence, c.clock.today()); }

using http::Access;

constexpr std::uint64_t kLargestFile = 64u << 20;
constexpr std::string_view kTakeIn = "import_completions";

struct CompletionUpload {
    std::string name;
    std::optional<sheets::Encoding> encoding;
    static json::object limits(std::string_view member)
    {
        return member == "name" ? json::object{{"required", 1}, {"minLength", 1}, {"maxLength", 200}} : json::object{};
    }
};
BOOST_DESCRIBE_STRUCT(CompletionUpload, (), (name, encoding))

struct CompletionLook {
    std::optional<std::string> sheet;
    std::optional<std::int64_t> header_row;
    std::optional<sheets::Encoding> encoding;
};
BOOST_DESCRIBE_STRUCT(CompletionLook, (), (sheet, header_row, encoding))

struct UploadNamed {
    std::string upload;
    static json::object limits(std::string_view) { return {{"required", 1}}; }
};
BOOST_DESCRIBE_STRUCT(UploadNamed, (), (upload))

/// Who asked, kept in the job's input: it may run after they have signed out.
struct CompletionsJob {
    AccountId account;
    std::string login, name;
    std::vector<Grant> roles;
    CompletionsInput input;
};
BOOST_DESCRIBE_STRUCT(CompletionsJob, (), (account, login, name, roles, input))

imports::SheetFile read_file(files::KeptUpload const& upload, imports::SheetChoice const& choice)
{
    return {upload.path, choice, known_headers()};
}

CompletionFile put_file(http::LongCall const& c, CompletionUpload const& query, http::Upload const& upload)
{
    imports::SheetFile const file{upload.path, {{}, {}, query.encoding}, known_headers()};
    auto const kept = c.service<files::Uploads>().keep(upload.path, query.name);
    return c.database.read([&](db::Tx& tx) { return describe(tx, file, kept.token); });
}

CompletionFile look_again(http::LongCall const& c, CompletionLook const& query)
{
    auto const upload = c.service<files::Uploads>().find(c.path_text(0));
    auto const file = read_file(upload, {query.sheet, query.header_row, query.encoding});
    return c.database.read([&](db::Tx& tx) { return describe(tx, file, upload.token); });
}

/// The upload read as asked, and f(tx, TakingIn) about it.
template <class F>
auto with_list(http::LongCall const& c, CompletionsInput const& input, F&& f)
{
    auto const upload = c.service<files::Uploads>().find(input.upload);
    auto const file = read_file(upload, {input.sheet, input.header_row, input.encoding});
    return c.database.read([&](db::Tx& tx) {
        auto const versioned = c.service<plan::Library>().in_force(tx, c.clock.today());
        return f(tx, TakingIn{file, upload.name, input, versioned->plan, c.actor, c.clock});
    });
}

CompletionsPreview post_preview(http::LongCall const& c, CompletionsInput const& input)
{
    c.service<files::Uploads>().note(input.upload, json::write(input));
    return with_list(c, input, preview);
}

// As the last preview of this upload asked.
http::Download get_refused(http::LongCall const& c, UploadNamed const& query)
{
    auto const asked = c.service<files::Uploads>().noted(query.upload);
    if (!asked) throw Refused{Code::not_found};
    return {"取り込めない修了.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            with_list(c, json::read<CompletionsInput>(*asked), refused_rows_xlsx)};
}

jobs::Job post_import(http::Call const& c, CompletionsInput const& input)
{
    c.service<files::Uploads>().find(input.upload);  // refuses now, not in the job, when it is gone
    CompletionsJob const job{c.actor.account, c.actor.login, c.actor.name, c.actor.roles, input};
    return c.service<jobs::Runner>().submit(c.tx, {std::string(kTakeIn), json::write(job), c.actor.account});
}

void run_import(jobs::Work& work, files::Uploads& uploads, plan::Library& plans, Clock const& clock)
{
    auto const job = json::read<CompletionsJob>(work.input);
    Actor actor;
    actor.account = job.account;
    actor.login = job.login;
    actor.name = job.name;
    actor.roles = job.roles;
    work.step(10, "ファイルを読んでいます");
    auto const upload = uploads.find(job.input.upload);
    auto const file = read_file(upload, {job.input.sheet, job.input.header_row, job.input.encoding});
    work.step(40, "修了の記録を書き込んでいます");
    work.database.write([&](db::Tx& tx) {
        auto const versioned = plans.in_force(tx, clock.today());
        auto const taken = take_in(tx, {file, upload.name, job.input, versioned->plan, actor, clock});
        work.finish(tx, json::write(taken));
    });
}

}  // namespace

void handle_jobs(jobs::Runner& runner, files::Uploads& uploads, plan::Library& plans, Clock const& clock)
{
    // Taken in and ended in one transaction, so that running it again after a stop cannot take it in twice.
    runner.handle(std::string(kTakeIn), jobs::AfterRestart::run_again,
                  [&](jobs::Work& work) { run_import(work, uploads, plans, clock); });
}

void completion_routes(http::Table& table)
{
    auto const keeps = Access::needs(Permission::record_evidence);
    std::vector<Code> const of_file{Code::unreadable_file, Code::unsupported_file, Code::too_large, Code::not_found,
                                    Code::invalid_input};
    table.put("/completions/files",
              {.id = "uploadCompletions",
               .access = keeps,
               .summary = "修了の一覧のファイルを送り、列の意味の案を受け取る",
               .refusals = of_file,
               .body_limit = kLargestFile},
              put_file);
    table.get("/completions/files/{upload:text}",
              {.id = "describeCompletions",
               .access = keeps,
               .summary = "送った修了の一覧を、選んだシート・見出し行・文字コードで読み直す",
               .refusals = of_file},
              look_again);
    table.post(
        "/completions/preview",
        {.id = "previewCompletions", .access = keeps, .summary = "修了を取り込むと何が加わるかを見る", .refusals = of_file},
        post_preview);
    table.get("/completions/preview/refused",
              {.id = "downloadRefusedCompletions",
               .access = keeps,
               .summary = "取り込めない修了の行を理由付きの Excel で受け取る",
               .refusals = of_file},
              get_refused);
    table.post("/completions/imports",
               {.id = "importCompletions",
                .access = keeps,
                .summary = "修了の一覧を取り込む。取り込めない行があるとジョブが rows_refused で断る",
                .refusals = {Code::not_found},
                .success = 202},
               post_import);
    table.get(
        "/completions/imports",
        {.id = "listCompletionImports", .access = keeps, .summary = "これまでの修了の取込", .refusals = {Code::not_allowed}},
        +[](http::Call const& c) {
            must_be_city(c);
            return completion_imports(c.tx);
        });
    table.get(
        "/completions/imports/{id}",
        {.id = "getCompletionImport",
         .access = keeps,
         .summary = "1回の修了の取込",
         .refusals = {Code::not_found, Code::not_allowed}},
        +[](http::Call const& c) {
            must_be_city(c);
            return completion_import(c.tx, c.path<CompletionImportId>(0));
        });
    table.post(
        "/completions/imports/{id}/undo",
        {.id = "undoCompletionImport",
         .access = keeps,
         .summary = "修了の取込を取り消す",
         .refusals = {Code::not_found, Code::not_allowed, Code::not_undoable}},
        +[](http::Call const& c) {
            must_be_city(c);
            return take_back(c.tx, c.actor, c.path<CompletionImportId>(0), c.clock);
        });
}

}  // namespace records
