#include "features/imports/routes.hpp"

#include "features/audit/audit.hpp"
#include "features/imports/undo.hpp"

namespace imports {
namespace {

constexpr std::uint64_t kLargestFile = 64u << 20;

struct UploadQuery {
    std::string name;
    std::optional<sheets::Encoding> encoding;
    static json::object limits(std::string_view member)
    {
        return member == "name" ? json::object{{"required", 1}, {"minLength", 1}, {"maxLength", 200}} : json::object{};
    }
};
BOOST_DESCRIBE_STRUCT(UploadQuery, (), (name, encoding))

struct LookQuery {
    std::optional<std::string> sheet;
    std::optional<std::int64_t> header_row;
    std::optional<sheets::Encoding> encoding;
};
BOOST_DESCRIBE_STRUCT(LookQuery, (), (sheet, header_row, encoding))

struct PreviewInput {
    std::string upload;
    std::optional<std::string> sheet;
    std::optional<std::int64_t> header_row;
    std::optional<sheets::Encoding> encoding;
    Date as_of{};
    bool whole = false;
    std::map<std::string, std::optional<std::string>> columns;
    std::optional<bool> create_units;
    std::optional<Date> announced_on;
    std::optional<std::map<std::string, StaffId>> same_person;
};
BOOST_DESCRIBE_STRUCT(PreviewInput, (),
                      (upload, sheet, header_row, encoding, as_of, whole, columns, create_units, announced_on, same_person))

struct ImportInput : PreviewInput {
    bool skip_refused = false;
    std::optional<bool> close_units;
};
BOOST_DESCRIBE_STRUCT(ImportInput, (PreviewInput), (skip_refused, close_units))

struct UploadOnly {
    std::string upload;
    static json::object limits(std::string_view) { return {{"required", 1}}; }
};
BOOST_DESCRIBE_STRUCT(UploadOnly, (), (upload))

struct Imports {
    std::vector<ImportEntry> imports;
};
BOOST_DESCRIBE_STRUCT(Imports, (), (imports))

/// Who asked for a job, kept in its input: it may run after they have signed out.
struct Asker {
    AccountId account;
    std::string login, name;
};
BOOST_DESCRIBE_STRUCT(Asker, (), (account, login, name))

struct ImportJob {
    Asker asker;
    ImportInput input;
};
BOOST_DESCRIBE_STRUCT(ImportJob, (), (asker, input))

struct UndoJob {
    Asker asker;
    ImportId id;
};
BOOST_DESCRIBE_STRUCT(UndoJob, (), (asker, id))

constexpr std::string_view kImport = "import_staff";
constexpr std::string_view kUndo = "undo_import";

Asker asker(Actor const& actor) { return {actor.account, actor.login, actor.name}; }

Actor actor_of(Asker const& asker)
{
    Actor actor;
    actor.account = asker.account;
    actor.login = asker.login;
    actor.name = asker.name;
    return actor;
}

ImportRequest request_of(files::Uploads const& uploads, PreviewInput const& input)
{
    auto const upload = uploads.find(input.upload);
    std::map<std::string, std::string> columns;
    for (auto const& [index, field] : input.columns)
        if (field) columns[index] = *field;
    return {.file = upload.path,
            .file_name = upload.name,
            .choice = {input.sheet, input.header_row, input.encoding},
            .columns = std::move(columns),
            .as_of = input.as_of,
            .whole = input.whole,
            .create_units = input.create_units,
            .close_units = false,
            .skip_refused = false,
            .announced_on = input.announced_on,
            .same_person = input.same_person.value_or(std::map<std::string, StaffId>{})};
}

ImportRequest request_of(files::Uploads const& uploads, ImportInput const& input)
{
    PreviewInput const& as_previewed = input;
    auto request = request_of(uploads, as_previewed);
    request.skip_refused = input.skip_refused;
    request.close_units = input.close_units.value_or(false);
    return request;
}

Surroundings around(http::LongCall const& call) { return {call.clock, call.actor, call.service<Neighbours>(), {}}; }

ImportFile put_file(http::LongCall const& call, UploadQuery const& query, http::Upload const& upload)
{
    RosterFile const roster(upload.path, {{}, {}, query.encoding});
    auto const kept = call.service<files::Uploads>().keep(upload.path, query.name);
    return call.database.read([&](db::Tx& tx) { return describe(tx, roster, kept.token); });
}

ImportFile look_again(http::LongCall const& call, LookQuery const& query)
{
    auto const upload = call.service<files::Uploads>().find(call.path_text(0));
    RosterFile const roster(upload.path, {query.sheet, query.header_row, query.encoding});
    return call.database.read([&](db::Tx& tx) { return describe(tx, roster, upload.token); });
}

ImportPreview post_preview(http::LongCall const& call, PreviewInput const& input)
{
    auto& uploads = call.service<files::Uploads>();
    auto const request = request_of(uploads, input);
    uploads.note(input.upload, json::write(input));
    return preview(call.database, request, around(call));
}

// As the last preview of this upload asked.
http::Download refused_rows(http::LongCall const& call, UploadOnly const& query)
{
    auto& uploads = call.service<files::Uploads>();
    auto const asked = uploads.noted(query.upload);
    if (!asked) throw Refused{Code::not_found};
    auto const request = request_of(uploads, json::read<PreviewInput>(*asked));
    return {"取り込めない行.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            refused_rows_xlsx(call.database, request, around(call))};
}

jobs::Job post_import(http::Call const& call, ImportInput const& input)
{
    call.service<files::Uploads>().find(input.upload);  // refuses now, not in the job, when it is gone
    return call.service<jobs::Runner>().submit(
        call.tx, {std::string(kImport), json::write(ImportJob{asker(call.actor), input}), call.actor.account});
}

jobs::Job post_undo(http::Call const& call)
{
    UndoJob const job{asker(call.actor), call.path<ImportId>(0)};
    refuse_unless_undoable(call.tx, job.id);
    return call.service<jobs::Runner>().submit(call.tx, {std::string(kUndo), json::write(job), call.actor.account});
}

Imports list_imports(http::Call const& call) { return {list(call.tx)}; }
ImportDetail one_import(http::Call const& call) { return detail(call.tx, call.path<ImportId>(0)); }

jobs::Job one_job(http::Call const& call)
{
    std::optional<AccountId> owner;
    if (!may(call.actor, Permission::manage_system)) owner = call.actor.account;
    return call.service<jobs::Runner>().find(call.tx, call.path<JobId>(0), owner);
}

void run_import(jobs::Work& work, files::Uploads& uploads, Clock const& clock, Neighbours const& neighbours)
{
    auto const job = json::read<ImportJob>(work.input);
    auto const request = request_of(uploads, job.input);
    auto const actor = actor_of(job.asker);
    Surroundings const around{clock, actor, neighbours, [&](int percent, std::string_view step) { work.step(percent, step); }};
    run(work.database, request, around, [&](db::Tx& tx, ImportResult const& result) { work.finish(tx, json::write(result)); });
}

void run_undo(jobs::Work& work, Clock const& clock)
{
    auto const job = json::read<UndoJob>(work.input);
    work.step(10, "取り消しています");
    work.database.write([&](db::Tx& tx) {
        undo(tx, actor_of(job.asker), job.id, clock);
        work.finish(tx, json::write(detail(tx, job.id)));
    });
}

}  // namespace

void handle_jobs(jobs::Runner& runner, files::Uploads& uploads, Clock const& clock, Neighbours const& neighbours)
{
    // Imported and ended in one transaction, so that running it again after a stop cannot import twice.
    runner.handle(std::string(kImport), jobs::AfterRestart::run_again,
                  [&](jobs::Work& work) { run_import(work, uploads, clock, neighbours); });
    runner.handle(std::string(kUndo), jobs::AfterRestart::run_again, [&](jobs::Work& work) { run_undo(work, clock); });
}

void routes(http::Table& table)
{
    auto const may_import = http::Access::needs(Permission::import_people);
    std::vector<Code> const file_refusals{Code::unreadable_file, Code::unsupported_file, Code::too_large, Code::not_found};
    table.put("/imports/files",
              {.id = "uploadRoster",
               .access = may_import,
               .summary = "名簿のファイルを送り、列の意味の案を受け取る",
               .refusals = file_refusals,
               .body_limit = kLargestFile},
              put_file);
    table.get("/imports/files/{upload:text}",
              {.id = "describeRoster",
               .access = may_import,
               .summary = "送った名簿を、選んだシート・見出し行・文字コードで読み直す",
               .refusals = file_refusals},
              look_again);
    table.post(
        "/imports/preview",
        {.id = "previewImport", .access = may_import, .summary = "取り込むと何が変わるかを見る", .refusals = file_refusals},
        post_preview);
    table.get("/imports/preview/refused",
              {.id = "downloadRefusedRows",
               .access = may_import,
               .summary = "取り込めない行を理由付きの Excel で受け取る",
               .refusals = file_refusals},
              refused_rows);
    table.post("/imports",
               {.id = "startImport",
                .access = may_import,
                .summary = "名簿を取り込む。取り込めない行があるとジョブが rows_refused で断る",
                .refusals = {Code::not_found},
                .success = 202},
               post_import);
    table.get("/imports", {.id = "listImports", .access = may_import, .summary = "これまでの取込"}, list_imports);
    table.get(
        "/imports/{id}",
        {.id = "getImport", .access = may_import, .summary = "1回の取込と、区分が変わった人", .refusals = {Code::not_found}},
        one_import);
    table.post("/imports/{id}/undo",
               {.id = "undoImport",
                .access = may_import,
                .summary = "最後の取込を取り消す",
                .refusals = {Code::not_found, Code::not_undoable},
                .success = 202},
               post_undo);
    table.get("/jobs/{id}",
              {.id = "getJob",
               .access = http::Access::signed_in(),
               .summary = "自分が頼んだ処理の進み具合",
               .refusals = {Code::not_found}},
              one_job);
}

}  // namespace imports
