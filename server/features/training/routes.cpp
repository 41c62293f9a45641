#include "features/training/roll_file.hpp"
#include "features/training/substitutes.hpp"
#include "features/training/training.hpp"
#include "platform/db/database.hpp"

namespace training {
namespace {

using http::Access;
using http::Call;

people::PlanWords& words(Call const& c) { return c.service<people::PlanWords>(); }

constexpr std::uint64_t kLargestFile = 16u << 20;

RollReport put_roll(http::LongCall const& c, RollDecision const& decision, http::Upload const& upload)
{
    auto const take = [&](db::Tx& tx) {
        return take_roll(tx, c.actor, c.service<people::PlanWords>(), c.path<CourseRunId>(0), upload.path, decision, c.clock);
    };
    return decision.check ? c.database.read(take) : c.database.write(take);
}

/// After a write: the run as it stands now.
Run shown(Call const& c, CourseRunId id) { return run(c.tx, c.actor, words(c), id, c.clock); }

void run_routes(http::Table& table)
{
    auto const manages = Access::needs(Permission::training_manage);
    table.get(
        "/runs", {.id = "runs", .access = Access::signed_in(), .summary = "研修の開催の一覧", .refusals = {Code::invalid_input}},
        +[](Call const& c, RunsQuery const& q) { return runs(c.tx, c.actor, words(c), q, c.clock); });
    table.get(
        "/runs/{run}", {.id = "run", .access = Access::signed_in(), .summary = "研修の開催", .refusals = {Code::not_found}},
        +[](Call const& c) { return shown(c, c.path<CourseRunId>(0)); });
    table.post(
        "/runs",
        {.id = "addRun", .access = manages, .summary = "開催を登録する", .refusals = {Code::invalid_input}, .success = 201},
        +[](Call const& c, RunForm const& in) { return shown(c, add_run(c.tx, c.actor, words(c), in, c.clock)); });
    table.patch(
        "/runs/{run}",
        {.id = "changeRun",
         .access = manages,
         .summary = "開催を改める",
         .refusals = {Code::not_found, Code::invalid_input, Code::changed_meanwhile, Code::wrong_status, Code::in_use}},
        +[](Call const& c, RunChange const& in) {
            change_run(c.tx, c.actor, words(c), c.path<CourseRunId>(0), in, c.clock);
            return shown(c, c.path<CourseRunId>(0));
        });
    table.post(
        "/runs/{run}/opening",
        {.id = "openRun",
         .access = manages,
         .summary = "申込みを受け付ける",
         .refusals = {Code::not_found, Code::invalid_input, Code::wrong_status}},
        +[](Call const& c) {
            open_run(c.tx, c.actor, c.path<CourseRunId>(0), c.clock);
            return shown(c, c.path<CourseRunId>(0));
        });
    table.post(
        "/runs/{run}/cancellation",
        {.id = "cancelRun",
         .access = manages,
         .summary = "開催を中止する",
         .refusals = {Code::not_found, Code::wrong_status, Code::conflict}},
        +[](Call const& c, RunReason const& in) {
            cancel_run(c.tx, c.actor, c.path<CourseRunId>(0), in, c.clock);
            return shown(c, c.path<CourseRunId>(0));
        });
    table.post(
        "/runs/{run}/closing",
        {.id = "closeRun", .access = manages, .summary = "開催を締め切る", .refusals = {Code::not_found, Code::wrong_status}},
        +[](Call const& c) {
            close_run(c.tx, c.actor, c.path<CourseRunId>(0), c.clock);
            return shown(c, c.path<CourseRunId>(0));
        });
}

void enrolment_routes(http::Table& table)
{
    table.get(
        "/runs/{run}/enrolments",
        {.id = "runEnrolments", .access = Access::signed_in(), .summary = "受講申込の一覧", .refusals = {Code::not_found}},
        +[](Call const& c) { return enrolments(c.tx, c.actor, words(c), c.path<CourseRunId>(0), c.clock); });
    table.post(
        "/runs/{run}/enrolments",
        {.id = "enrolInRun",
         .access = Access::needs(Permission::training_enrol),
         .summary = "研修に申し込む",
         .refusals = {Code::not_found, Code::not_allowed, Code::run_closed, Code::already_enrolled, Code::prerequisite_missing},
         .success = 201},
        +[](Call const& c, EnrolInput const& in) { return enrol(c, c.path<CourseRunId>(0), in); });
    table.post(
        "/runs/{run}/recommendations",
        {.id = "recommendForRun",
         .access = Access::needs(Permission::training_release),
         .summary = "研修に職員を推薦する",
         .refusals = {Code::not_found, Code::not_allowed, Code::run_closed, Code::invalid_input},
         .success = 201},
        +[](Call const& c, RecommendInput const& in) { return recommend(c, c.path<CourseRunId>(0), in); });
}

void decision_routes(http::Table& table)
{
    std::vector<Code> const refusals{Code::not_found, Code::not_allowed, Code::run_closed, Code::wrong_status};
    table.post(
        "/enrolments/{id}/release",
        {.id = "releaseEnrolment",
         .access = Access::needs(Permission::training_release),
         .summary = "所属長が受講を承認する",
         .refusals = refusals},
        +[](Call const& c) { return release(c.tx, c.actor, c.path<EnrolmentId>(0), c.clock); });
    table.post(
        "/enrolments/{id}/decline",
        {.id = "declineEnrolment",
         .access = Access::needs(Permission::training_release),
         .summary = "受講申込を見送る",
         .refusals = refusals},
        +[](Call const& c, RunReason const& in) { return decline(c.tx, c.actor, c.path<EnrolmentId>(0), in, c.clock); });
    table.post(
        "/enrolments/{id}/withdrawal",
        {.id = "withdrawEnrolment", .access = Access::signed_in(), .summary = "受講申込を取り下げる", .refusals = refusals},
        +[](Call const& c, RunReason const& in) { return withdraw(c.tx, c.actor, c.path<EnrolmentId>(0), in, c.clock); });
}

void seat_routes(http::Table& table)
{
    table.get(
        "/enrolments/{id}/substitutes",
        {.id = "substitutes",
         .access = Access::needs(Permission::training_release),
         .summary = "交代できる同じ所属の職員",
         .refusals = {Code::not_found, Code::not_allowed}},
        +[](Call const& c) { return substitutes(c.tx, c.actor, c.path<EnrolmentId>(0), c.clock); });
    table.post(
        "/enrolments/{id}/substitution",
        {.id = "substitute",
         .access = Access::needs(Permission::training_release),
         .summary = "受講者を同じ所属の職員と交代する",
         .refusals = {Code::not_found, Code::not_allowed, Code::invalid_input, Code::run_closed, Code::wrong_status,
                      Code::already_enrolled}},
        +[](Call const& c, SubstituteInput const& in) { return substitute(c, c.path<EnrolmentId>(0), in); });
    table.put(
        "/enrolments/{id}/session",
        {.id = "chooseSession",
         .access = Access::signed_in(),
         .summary = "受ける日程を選ぶ",
         .refusals = {Code::not_found, Code::not_allowed, Code::run_closed, Code::wrong_status}},
        +[](Call const& c, SessionChoice const& in) {
            return choose_session(c.tx, c.actor, c.path<EnrolmentId>(0), in, c.clock);
        });
}

void result_routes(http::Table& table)
{
    auto const manages = Access::needs(Permission::training_manage);
    table.get("/runs/{run}/roll",
              {.id = "exportRoll", .access = manages, .summary = "出欠簿をファイルで", .refusals = {Code::not_found}},
              export_roll);
    table.put("/runs/{run}/roll",
              {.id = "takeRoll",
               .access = manages,
               .summary = "出欠簿のファイルを確かめ、取り込む",
               .refusals = {Code::not_found, Code::invalid_input, Code::wrong_status, Code::rows_refused, Code::unreadable_file,
                            Code::unsupported_file, Code::too_large},
               .body_limit = kLargestFile},
              put_roll);
    table.put(
        "/runs/{run}/attendance",
        {.id = "markAttendance",
         .access = manages,
         .summary = "出欠を記録する",
         .refusals = {Code::not_found, Code::invalid_input, Code::wrong_status}},
        +[](Call const& c, AttendanceInput const& in) {
            mark_attendance(c.tx, c.actor, c.path<CourseRunId>(0), in, c.clock);
            return enrolments(c.tx, c.actor, words(c), c.path<CourseRunId>(0), c.clock);
        });
    table.post(
        "/runs/{run}/results",
        {.id = "enterResults",
         .access = manages,
         .summary = "修了・未修了を記録する",
         .refusals = {Code::not_found, Code::invalid_input, Code::wrong_status}},
        +[](Call const& c, ResultsInput const& in) {
            enter_results(c.tx, c.actor, c.path<CourseRunId>(0), in, c.clock);
            return enrolments(c.tx, c.actor, words(c), c.path<CourseRunId>(0), c.clock);
        });
}

void reading_routes(http::Table& table)
{
    table.get("/courses",
              {.id = "courses", .access = Access::signed_in(), .summary = "研修の一覧", .refusals = {Code::not_found}},
              catalogue);
    table.get(
        "/courses/{code}",
        {.id = "course", .access = Access::signed_in(), .summary = "研修のページ", .refusals = {Code::not_found}},
        +[](Call const& c) { return course_page(c, c.path_text(0)); });
    table.get("/me/training",
              {.id = "myTraining",
               .access = Access::needs(Permission::training_enrol),
               .summary = "わたしの研修の年",
               .refusals = {Code::not_found, Code::not_allowed, Code::invalid_input}},
              my_year);
    table.get(
        "/units/{unit}/training",
        {.id = "unitTraining",
         .access = Access::needs(Permission::see_section),
         .summary = "所属の研修",
         .refusals = {Code::not_found}},
        +[](Call const& c) { return section_year(c, c.path<OrgUnitId>(0)); });
    table.get("/training/outstanding",
              {.id = "outstandingTraining",
               .access = Access::needs(Permission::see_section),
               .summary = "未受講の一覧",
               .refusals = {Code::not_found, Code::invalid_input}},
              outstanding);
    table.get("/training/year",
              {.id = "trainingYear",
               .access = Access::signed_in(),
               .summary = "研修の年間計画と実績",
               .refusals = {Code::not_found, Code::invalid_input}},
              year_board);
    table.get("/exports/outstanding",
              {.id = "exportOutstanding",
               .access = Access::needs(Permission::export_data),
               .summary = "未受講の一覧をファイルで",
               .refusals = {Code::not_found, Code::invalid_input}},
              export_outstanding);
}

void review_routes(http::Table& table)
{
    auto const manages = Access::needs(Permission::training_manage);
    table.put(
        "/courses/{code}/review",
        {.id = "reviewCourse",
         .access = manages,
         .summary = "研修を振り返る",
         .refusals = {Code::not_found, Code::invalid_input, Code::changed_meanwhile}},
        +[](Call const& c, ReviewInput const& in) { return review(c, c.path_text(0), in); });
    table.del(
        "/courses/{code}/review",
        {.id = "takeBackReview",
         .access = manages,
         .summary = "研修の振り返りを消す",
         .refusals = {Code::not_found, Code::invalid_input}},
        +[](Call const& c, ReviewQuery const& q) { take_back_review(c, c.path_text(0), q); });
    table.post("/training/next-year",
               {.id = "draftNextYear",
                .access = Access::signed_in(),
                .summary = "翌年度の研修計画の案を作る",
                .refusals = {Code::not_found, Code::not_allowed, Code::invalid_input}},
               draft_next_year);
}

void material_routes(http::Table& table)
{
    auto const manages = Access::needs(Permission::training_manage);
    table.post(
        "/courses/{code}/materials",
        {.id = "addCourseLink",
         .access = manages,
         .summary = "教材のリンクを加える",
         .refusals = {Code::not_found, Code::invalid_input},
         .success = 201},
        +[](Call const& c, LinkInput const& in) { return add_link(c, c.path_text(0), in); });
    table.put(
        "/courses/{code}/materials",
        {.id = "addCourseFile",
         .access = manages,
         .summary = "教材のファイルを加える",
         .refusals = {Code::not_found, Code::invalid_input, Code::too_large, Code::unreadable_file},
         .body_limit = kLargestMaterial},
        +[](Call const& c, FileQuery const& q, http::Upload const& file) { return add_file(c, c.path_text(0), q, file); });
    table.get(
        "/materials/{material}/file",
        {.id = "courseFile", .access = Access::signed_in(), .summary = "教材のファイル", .refusals = {Code::not_found}},
        +[](Call const& c) { return material_file(c, c.path<CourseMaterialId>(0)); });
    table.del(
        "/materials/{material}",
        {.id = "removeMaterial", .access = manages, .summary = "教材を消す", .refusals = {Code::not_found}},
        +[](Call const& c) { remove_material(c, c.path<CourseMaterialId>(0)); });
}

void licence_routes(http::Table& table)
{
    auto const manages = Access::needs(Permission::training_manage);
    table.get("/licences",
              {.id = "licences", .access = Access::signed_in(), .summary = "自主学習のライセンス", .refusals = {Code::not_found}},
              licences);
    table.post("/licences",
               {.id = "addLicence",
                .access = manages,
                .summary = "ライセンスを登録する",
                .refusals = {Code::not_found, Code::invalid_input},
                .success = 201},
               add_licence);
    table.patch(
        "/licences/{licence}",
        {.id = "changeLicence",
         .access = manages,
         .summary = "ライセンスを改める",
         .refusals = {Code::not_found, Code::invalid_input, Code::changed_meanwhile}},
        +[](Call const& c, LicenceChange const& in) { return change_licence(c, c.path<LicenceId>(0), in); });
    table.get(
        "/licences/{licence}/requests",
        {.id = "licenceRequests", .access = manages, .summary = "ライセンスの申請の一覧", .refusals = {Code::not_found}},
        +[](Call const& c) { return licence_requests(c, c.path<LicenceId>(0)); });
    table.post(
        "/licences/{licence}/requests",
        {.id = "askForLicence",
         .access = Access::needs(Permission::training_enrol),
         .summary = "ライセンスを申請する",
         .refusals = {Code::not_found, Code::not_allowed, Code::not_eligible, Code::already_exists, Code::wrong_status},
         .success = 201},
        +[](Call const& c, AskInput const& in) { return ask_for_licence(c, c.path<LicenceId>(0), in); });
    table.post(
        "/licences/{licence}/giving",
        {.id = "giveLicences",
         .access = manages,
         .summary = "空いているライセンスを申請の順に交付する",
         .refusals = {Code::not_found, Code::conflict}},
        +[](Call const& c) { return give_licences(c, c.path<LicenceId>(0)); });
}

void licence_request_routes(http::Table& table)
{
    auto const manages = Access::needs(Permission::training_manage);
    std::vector<Code> const refusals{Code::not_found, Code::wrong_status};
    table.post(
        "/licence-requests/{request}/decline",
        {.id = "declineLicenceRequest", .access = manages, .summary = "ライセンスの申請を見送る", .refusals = refusals},
        +[](Call const& c, RunReason const& in) { return decline_request(c, c.path<LicenceRequestId>(0), in); });
    table.post(
        "/licence-requests/{request}/taking-back",
        {.id = "takeLicenceBack", .access = manages, .summary = "ライセンスを回収する", .refusals = refusals},
        +[](Call const& c, RunReason const& in) { return take_licence_back(c, c.path<LicenceRequestId>(0), in); });
    table.post(
        "/licence-requests/{request}/withdrawal",
        {.id = "handLicenceBack",
         .access = Access::signed_in(),
         .summary = "ライセンスの申請を取り下げる、返す",
         .refusals = refusals},
        +[](Call const& c) { return hand_licence_back(c, c.path<LicenceRequestId>(0)); });
}

}  // namespace

void routes(http::Table& table)
{
    reading_routes(table);
    run_routes(table);
    enrolment_routes(table);
    decision_routes(table);
    seat_routes(table);
    result_routes(table);
    review_routes(table);
    material_routes(table);
    licence_routes(table);
    licence_request_routes(table);
}

}  // namespace training
