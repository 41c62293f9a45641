#include "platform/core/refused.hpp"

#include <boost/describe/enum_to_string.hpp>

RefusalText text_of(Code code)
{
    switch (code) {
        case Code::not_signed_in: return {401, "サインインしてください。", "Please sign in."};
        case Code::session_expired:
            return {401, "時間が経過したため、もう一度サインインしてください。",
                    "Your session has expired. Please sign in again."};
        case Code::password_must_change:
            return {403, "はじめに新しいパスワードを設定してください。", "Please set a new password first."};
        case Code::wrong_credentials:
            return {401, "職員番号またはパスワードが違います。", "The staff number or the password is wrong."};
        case Code::locked_out:
            return {429, "サインインの失敗が続いたため、しばらく時間をおいてからお試しください。",
                    "Too many failed attempts. Please wait and try again."};
        case Code::weak_password:
            return {422, "推測されにくい12文字以上のパスワードを設定してください。",
                    "Choose a password of at least 12 characters that is hard to guess."};
        case Code::not_allowed:
            return {403, "この操作を行う権限がありません。必要な場合はシステム管理者に相談してください。",
                    "Your role does not allow this. Ask the system administrator if you need it."};
        case Code::not_found:
            return {404, "見つかりません。削除されたか、表示できる範囲の外にあります。",
                    "Not found: it was removed, or lies outside what you may see."};
        case Code::other_origin:
            return {403, "別のサイトからの操作のため受け付けませんでした。画面を開き直してください。",
                    "The request came from another site and was not accepted. Please reopen the page."};
        case Code::invalid_input: return {422, "入力内容を確認してください。", "Please check what was entered."};
        case Code::too_large: return {413, "大きすぎるため受け付けられません。", "This is too large to be accepted."};
        case Code::unreadable_file: return {422, "ファイルを読み取れませんでした。", "The file could not be read."};
        case Code::unsupported_file:
            return {415, "この形式のファイルは扱えません。CSV、TSV、xlsx のいずれかで保存してください。",
                    "This kind of file is not supported. Save it as CSV, TSV or xlsx."};
        case Code::conflict:
            return {409, "ほかの記録と矛盾するため保存できません。", "This contradicts another record and was not saved."};
        case Code::already_exists: return {409, "同じものがすでに登録されています。", "The same thing is already registered."};
        case Code::in_use:
            return {409, "ほかから使われているため変更できません。", "It is in use elsewhere and cannot be changed."};
        case Code::changed_meanwhile:
            return {409, "ほかの画面か、ほかの人が先に変更しています。最新の内容を確認してから、もう一度保存してください。",
                    "It was changed in the meantime, by somebody else or in another window. Look at the latest and save again."};
        case Code::immutable_version:
            return {409, "施行中または過去の版は変更できません。改定案を作成してください。",
                    "A version in force or past cannot be changed. Make a draft."};
        case Code::plan_has_errors: return {422, "計画に誤りがあります。", "The plan has errors."};
        case Code::dates_overlap: return {409, "期間が重なっています。", "The periods overlap."};
        case Code::not_undoable:
            return {409, "この操作は取り消せません。後の変更がこの内容に基づいています。",
                    "This can no longer be undone: later changes rest on it."};
        case Code::rows_refused: return {422, "取り込めない行があります。", "Some rows cannot be imported."};
        case Code::run_closed:
            return {409, "この開催は、いまは申込みや変更を受け付けていません。",
                    "This run does not take applications or changes now."};
        case Code::already_enrolled: return {409, "この開催にはすでに申し込まれています。", "Already enrolled in this run."};
        case Code::prerequisite_missing:
            return {409, "先に修了しておく研修があります。", "Another course has to be completed first."};
        case Code::not_eligible:
            return {409, "対象となる条件に当てはまらないため受け付けられません。",
                    "This is not open to you: its conditions are not met."};
        case Code::wrong_status:
            return {409, "いまの状態からはこの操作はできません。最新の状態を確認してください。",
                    "This cannot be done from the present state. Look at the latest."};
        case Code::rate_limited:
            return {429, "短時間に多くの操作がありました。少し待ってからお試しください。",
                    "Too many requests. Please wait a moment."};
        case Code::busy:
            return {503, "ただいま混み合っています。少し待ってからお試しください。",
                    "The server is busy. Please try again in a moment."};
        case Code::disk_full:
            return {507, "サーバーの空き容量が不足しているため保存できません。システム管理者に連絡してください。",
                    "The server's disk is full; nothing was saved. Tell the system administrator."};
    }
    return {500, "処理できませんでした。", "Something went wrong."};
}

std::string_view name_of(Code code) { return boost::describe::enum_to_string(code, "unknown"); }
