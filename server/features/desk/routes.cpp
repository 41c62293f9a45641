#include "features/audit/audit.hpp"
#include "features/desk/board.hpp"
#include "features/desk/desk.hpp"
#include "features/desk/guiding.hpp"
#include "features/desk/publication.hpp"
#include "features/desk/view.hpp"

namespace desk {
namespace {

using http::Access;
using http::Call;

ConsultationId id(Call const& c) { return c.path<ConsultationId>(0); }

/// A consultation tells of the person who asked: whoever reads it has looked at them.
Consultation get_consultation(Call const& c)
{
    auto shown = consultation(c, id(c));
    audit::looked(c, shown.asker.staff);
    return shown;
}

ConsultationPublication get_publication(Call const& c)
{
    audit::looked(c, consultation_row(c.tx, viewer(c), id(c)).staff_id);
    return publication(c, id(c));
}

std::vector<Code> const kAskersRefusals{Code::not_found, Code::not_allowed, Code::invalid_input, Code::wrong_status,
                                        Code::changed_meanwhile};

void desk_routes(http::Table& table)
{
    auto const all = Access::needs(Permission::take_part);
    auto const office = Access::needs(Permission::manage_desk);
    table.get("/desk", {.id = "deskPage", .access = all, .summary = "相談の入口：相談業務・自分の相談・相談会"}, desk_page);
    table.get("/desk/board",
              {.id = "deskBoard", .access = all, .summary = "相談を受ける人の一覧と負担", .refusals = {Code::not_allowed}},
              desk_board);
    table.get("/desk/figures",
              {.id = "deskFigures", .access = office, .summary = "相談の件数・日数・成果", .refusals = {Code::not_allowed}},
              desk_figures);
    table.get("/desk/hand-over",
              {.id = "handOverNeeds",
               .access = all,
               .summary = "担当者の異動・休業で引継ぎを待つ相談",
               .refusals = {Code::not_allowed}},
              hand_over_needs);
    table.post("/desk/hand-over",
               {.id = "handOver",
                .access = all,
                .summary = "相談を別の担当者に引き継ぐ",
                .refusals = {Code::not_found, Code::not_allowed, Code::invalid_input}},
               hand_over);
    table.get(
        "/desk/subjects",
        {.id = "consultationSubjects",
         .access = office,
         .summary = "相談業務の一覧（終了を含む）",
         .refusals = {Code::not_allowed}},
        +[](Call const& c) {
            must_manage(c);
            return ConsultationSubjects{subjects(c.tx, Advisers{c.tx, c.clock.today()}, true)};
        });
    table.post(
        "/desk/subjects",
        {.id = "addConsultationSubject",
         .access = office,
         .summary = "相談業務を設ける",
         .refusals = {Code::not_allowed, Code::invalid_input, Code::already_exists},
         .success = 201},
        +[](Call const& c, SubjectForm const& in) {
            auto const made = subject_row(c.tx, add_subject(c, in));
            return SubjectState{made.id, made.revision};
        });
    table.patch(
        "/desk/subjects/{id}",
        {.id = "changeConsultationSubject",
         .access = office,
         .summary = "相談業務と担当者を改める",
         .refusals = {Code::not_found, Code::not_allowed, Code::invalid_input, Code::already_exists, Code::changed_meanwhile}},
        +[](Call const& c, SubjectChange const& in) {
            auto const subject = c.path<SubjectId>(0);
            change_subject(c, subject, in);
            return SubjectState{subject, subject_row(c.tx, subject).revision};
        });
}

void asking_routes(http::Table& table)
{
    auto const all = Access::needs(Permission::take_part);
    table.get("/consultations", {.id = "listConsultations", .access = all, .summary = "見ることのできる相談の一覧"},
              consultations);
    table.get("/consultations/draft",
              {.id = "draftConsultation", .access = all, .summary = "話題から相談の下書きを作る", .refusals = {Code::not_found}},
              draft_from_topic);
    table.post(
        "/consultations",
        {.id = "askConsultation",
         .access = all,
         .summary = "相談する",
         .refusals = {Code::not_found, Code::not_allowed, Code::invalid_input, Code::wrong_status, Code::rate_limited},
         .success = 201},
        +[](Call const& c, NewConsultation const& in) { return state(c, ask(c, in)); });
    table.get("/consultations/{id}",
              {.id = "getConsultation", .access = all, .summary = "一つの相談", .refusals = {Code::not_found}}, get_consultation);
    table.patch(
        "/consultations/{id}",
        {.id = "changeConsultation", .access = all, .summary = "相談の内容を改める", .refusals = kAskersRefusals},
        +[](Call const& c, ConsultationChange const& in) {
            change(c, id(c), in);
            return state(c, id(c));
        });
    table.post(
        "/consultations/{id}/withdrawal",
        {.id = "withdrawConsultation", .access = all, .summary = "相談を取り下げる", .refusals = kAskersRefusals},
        +[](Call const& c, StepReason const& in) {
            withdraw(c, id(c), in);
            return state(c, id(c));
        });
    table.put(
        "/consultations/{id}/consent",
        {.id = "consentToPublication",
         .access = all,
         .summary = "問いと答えの公開に同意する・しない",
         .refusals = {Code::not_found, Code::not_allowed, Code::wrong_status, Code::changed_meanwhile}},
        +[](Call const& c, PublicationConsent const& in) {
            consent(c, id(c), in);
            return state(c, id(c));
        });
}

void guiding_routes(http::Table& table)
{
    auto const all = Access::needs(Permission::take_part);
    auto const add = [&](auto method, std::string_view path, std::string_view name, std::string_view summary, auto handler) {
        (table.*method)(path, {.id = name, .access = all, .summary = summary, .refusals = kAskersRefusals}, handler);
    };
    using State = ConsultationState;
    add(
        &http::Table::post<State, Call, StageMove>, "/consultations/{id}/stage", "moveConsultation", "段階を進める・戻す",
        +[](Call const& c, StageMove const& in) {
            move_stage(c, id(c), in);
            return state(c, id(c));
        });
    add(
        &http::Table::put<State, Call, DueInput>, "/consultations/{id}/due", "setConsultationDue", "次の期日を決める",
        +[](Call const& c, DueInput const& in) {
            set_due(c, id(c), in);
            return state(c, id(c));
        });
    add(
        &http::Table::put<State, Call, OwnerInput>, "/consultations/{id}/owner", "assignConsultation", "担当者を替える",
        +[](Call const& c, OwnerInput const& in) {
            assign(c, id(c), in);
            return state(c, id(c));
        });
    add(
        &http::Table::put<State, Call, SubjectInput>, "/consultations/{id}/subject", "moveConsultationToSubject",
        "別の相談業務に移す", +[](Call const& c, SubjectInput const& in) {
            change_subject_of(c, id(c), in);
            return state(c, id(c));
        });
    add(
        &http::Table::post<State, Call, OutcomeInput>, "/consultations/{id}/outcome", "finishConsultation",
        "成果を記録して終える", +[](Call const& c, OutcomeInput const& in) {
            finish(c, id(c), in);
            return state(c, id(c));
        });
    add(
        &http::Table::post<State, Call, StepReason>, "/consultations/{id}/reopening", "reopenConsultation", "相談を再開する",
        +[](Call const& c, StepReason const& in) {
            reopen(c, id(c), in);
            return state(c, id(c));
        });
    table.get(
        "/consultations/{id}/owners",
        {.id = "consultationOwners",
         .access = all,
         .summary = "担当者の候補とそれぞれの負担",
         .refusals = {Code::not_found, Code::not_allowed}},
        +[](Call const& c) { return owner_candidates(c, id(c)); });
}

void writing_routes(http::Table& table)
{
    auto const all = Access::needs(Permission::take_part);
    auto refusals = kAskersRefusals;
    refusals.push_back(Code::rate_limited);
    table.post(
        "/consultations/{id}/messages",
        {.id = "writeConsultationMessage",
         .access = all,
         .summary = "相談に書き込む、内部メモを残す",
         .refusals = refusals,
         .success = 201},
        +[](Call const& c, MessageInput const& in) { return write_message(c, id(c), in); });
    table.patch(
        "/consultation-messages/{id}",
        {.id = "changeConsultationMessage", .access = all, .summary = "書き込みを直す", .refusals = kAskersRefusals},
        +[](Call const& c, MessageChange const& in) { return change_message(c, c.path<MessageId>(0), in); });
    table.post(
        "/consultations/{id}/visits",
        {.id = "addConsultationVisit",
         .access = all,
         .summary = "訪問・打合せを記録する",
         .refusals = {Code::not_found, Code::not_allowed, Code::invalid_input, Code::wrong_status},
         .success = 201},
        +[](Call const& c, VisitForm const& in) { return add_visit(c, id(c), in); });
    table.patch(
        "/consultation-visits/{id}",
        {.id = "changeConsultationVisit", .access = all, .summary = "訪問の記録を改める", .refusals = kAskersRefusals},
        +[](Call const& c, VisitChange const& in) { return change_visit(c, c.path<VisitId>(0), in); });
    table.del(
        "/consultation-visits/{id}",
        {.id = "dropConsultationVisit",
         .access = all,
         .summary = "訪問の記録を消す",
         .refusals = {Code::not_found, Code::not_allowed}},
        +[](Call const& c) { drop_visit(c, c.path<VisitId>(0)); });
    table.get("/consultations/{id}/publication",
              {.id = "consultationPublication",
               .access = all,
               .summary = "公開する問いと答えの下書き",
               .refusals = {Code::not_found, Code::not_allowed, Code::wrong_status}},
              get_publication);
    table.post(
        "/consultations/{id}/publication",
        {.id = "publishConsultation",
         .access = all,
         .summary = "問いと答えを公開する",
         .refusals = {Code::not_found, Code::not_allowed, Code::invalid_input, Code::wrong_status, Code::already_exists,
                      Code::changed_meanwhile},
         .success = 201},
        +[](Call const& c, PublicationInput const& in) { return publish(c, id(c), in); });
}

}  // namespace

void routes(http::Table& table)
{
    desk_routes(table);
    asking_routes(table);
    guiding_routes(table);
    writing_routes(table);
    slot_routes(table);
    adviser_routes(table);
}

}  // namespace desk
