// Printed from api/openapi.json by `npm run api`; not edited by hand.
export interface paths {
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 変化の知らせ（Server-Sent Events） */
        get: operations["listen"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** サインインする */
        post: operations["signIn"];
        /** サインアウトする */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 自分のアカウント、権限、計画のことば */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 自分のサインインの一覧 */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        /** ほかのすべての端末からサインアウトする */
        delete: operations["endOtherSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/sessions/{session}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** ひとつの端末からサインアウトする */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 自分のパスワードを変える */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/demo-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** デモ用アカウント */
        get: operations["listDemoAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** アカウントの一覧 */
        get: operations["listAccounts"];
        put?: never;
        /** アカウントを作る */
        post: operations["createAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{account}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** アカウント */
        get: operations["getAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** アカウントの名前、職員、役割、停止、パスワードを変える */
        patch: operations["changeAccount"];
        trace?: never;
    };
    "/accounts/roster": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** アカウントのない職員と、退職した人のアカウントの数 */
        get: operations["compareAccountsWithRoster"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/roster/missing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** アカウントのない職員すべてに、職員番号のアカウントを作る。最初のパスワードを渡すまでサインインできない */
        post: operations["makeMissingAccounts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/roster/leavers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 退職した人のアカウントをすべて停止する */
        post: operations["disableAccountsOfLeavers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 操作と閲覧の記録 */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 記録が書き換えられていないか確かめる */
        get: operations["verifyAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 記録を CSV で取り出す */
        get: operations["exportAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 文章に添えるファイルを載せる */
        put: operations["putAttachment"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/attachments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 添えられたファイル（見られる人は、添えた先を見られる人） */
        get: operations["getAttachment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 組織の一覧 */
        get: operations["units"];
        put?: never;
        /** 組織を設ける */
        post: operations["addUnit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/units/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 所属のページ */
        get: operations["unitPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 組織の名称変更・統合・廃止 */
        patch: operations["changeUnit"];
        trace?: never;
    };
    "/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 職員の一覧 */
        get: operations["staffList"];
        put?: never;
        /** 職員を登録する */
        post: operations["addStaff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 職員・所属・計画の言葉を探す */
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/{id}/card": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 職員の名刺 */
        get: operations["staffCard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 氏名や意欲を改める */
        patch: operations["changeStaff"];
        trace?: never;
    };
    "/staff/{id}/numbers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 職員番号を改める */
        post: operations["renumberStaff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 同じ人の二つの記録を一つにする */
        post: operations["mergeStaff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/{id}/postings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 発令を加える */
        post: operations["addPosting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/postings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** まだ効力のない発令を取り下げる */
        delete: operations["withdrawPosting"];
        options?: never;
        head?: never;
        /** 発令を終える */
        patch: operations["changePosting"];
        trace?: never;
    };
    "/staff/{id}/engagements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 任用を加える */
        post: operations["addEngagement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/{id}/leaves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 休業・休職を加える */
        post: operations["addLeave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leaves/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 休業・休職の終わりを定める */
        patch: operations["endLeave"];
        trace?: never;
    };
    "/staff/{id}/systems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 担当システムを加える */
        post: operations["addSystem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/systems/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 担当システムの終わりを定める */
        patch: operations["endSystem"];
        trace?: never;
    };
    "/staff/{id}/appointments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 役割に任命する */
        post: operations["appoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appointments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 任命の終わりを定める */
        patch: operations["endAppointment"];
        trace?: never;
    };
    "/exports/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 職員の一覧をファイルで */
        get: operations["exportStaff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/staff/lost-characters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shift_JISで表せない文字の一覧 */
        get: operations["exportStaffLost"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 施行中の計画を読む */
        get: operations["getPlan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plan/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 計画の版の一覧 */
        get: operations["listPlanVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plan/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 計画の版を読む */
        get: operations["getPlanVersion"];
        put?: never;
        post?: never;
        /** 改定案を取り下げる */
        delete: operations["discardPlanDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plan/versions/{version}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 改定で変わる点 */
        get: operations["diffPlanVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plan/versions/{version}/yaml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 計画を YAML で書き出す */
        get: operations["getPlanYaml"];
        /** 改定案を YAML で置き換える */
        put: operations["putPlanYaml"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plan/versions/{version}/xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 計画を Excel で書き出す */
        get: operations["getPlanXlsx"];
        /** 改定案を Excel で置き換える */
        put: operations["putPlanXlsx"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plan/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 改定案を作る */
        post: operations["startPlanDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plan/versions/{version}/cells": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 改定案のスキルマップを直す */
        patch: operations["editPlanCells"];
        trace?: never;
    };
    "/plan/versions/{version}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 改定案の項目を直す */
        patch: operations["editPlanItem"];
        trace?: never;
    };
    "/plan/versions/{version}/enact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 改定案を施行する */
        post: operations["enactPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rules/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 規則の書き方を確かめる */
        post: operations["checkRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/{staff}/skills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 職員のスキルと不足 */
        get: operations["getStaffSkills"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/{staff}/skills/{code}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** スキルの根拠を記録する */
        post: operations["addEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/evidence/{evidence}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 根拠を取り下げる */
        delete: operations["withdrawEvidence"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/{staff}/skills/{code}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** ★が業務に必要かを判断する */
        post: operations["decideConditional"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/skills/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** スキルマップ */
        get: operations["getSkillMap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gap/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 所属×スキルの充足 */
        get: operations["getGapByUnit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gap/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 区分×スキルの充足 */
        get: operations["getGapByCategory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gap/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 所属の職員×スキル */
        get: operations["getGapByPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gap/skills/{code}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** スキルが不足している職員 */
        get: operations["listMissing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 人材区分と人数 */
        get: operations["listCategories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/categories/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 二つの日の間に区分を出入りした職員 */
        get: operations["getCategoryChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/{staff}/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 職員がいつから各区分に入っているか */
        get: operations["getStaffCategories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/categories/{code}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 区分の職員と理由 */
        get: operations["listCategoryPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plan/versions/{version}/dry-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 改定案の試算 */
        get: operations["dryRunPlan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/gap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 職員ごとのスキルの不足をファイルで */
        get: operations["exportGap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/skill-map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** スキルマップをファイルで */
        get: operations["exportSkillMap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/category-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 人材区分の変化をファイルで */
        get: operations["exportCategoryChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 研修の一覧 */
        get: operations["courses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 研修のページ */
        get: operations["course"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/training": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** わたしの研修の年 */
        get: operations["myTraining"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/units/{unit}/training": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 所属の研修 */
        get: operations["unitTraining"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/training/outstanding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 未受講の一覧 */
        get: operations["outstandingTraining"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/training/year": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 研修の年間計画と実績 */
        get: operations["trainingYear"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/outstanding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 未受講の一覧をファイルで */
        get: operations["exportOutstanding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 研修の開催の一覧 */
        get: operations["runs"];
        put?: never;
        /** 開催を登録する */
        post: operations["addRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs/{run}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 研修の開催 */
        get: operations["run"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 開催を改める */
        patch: operations["changeRun"];
        trace?: never;
    };
    "/runs/{run}/opening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 申込みを受け付ける */
        post: operations["openRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs/{run}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 開催を中止する */
        post: operations["cancelRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs/{run}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 開催を締め切る */
        post: operations["closeRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs/{run}/enrolments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 受講申込の一覧 */
        get: operations["runEnrolments"];
        put?: never;
        /** 研修に申し込む */
        post: operations["enrolInRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs/{run}/recommendations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 研修に職員を推薦する */
        post: operations["recommendForRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enrolments/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 所属長が受講を承認する */
        post: operations["releaseEnrolment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enrolments/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 受講申込を見送る */
        post: operations["declineEnrolment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enrolments/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 受講申込を取り下げる */
        post: operations["withdrawEnrolment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enrolments/{id}/substitutes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 交代できる同じ所属の職員 */
        get: operations["substitutes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enrolments/{id}/substitution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 受講者を同じ所属の職員と交代する */
        post: operations["substitute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enrolments/{id}/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 受ける日程を選ぶ */
        put: operations["chooseSession"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs/{run}/roll": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 出欠簿をファイルで */
        get: operations["exportRoll"];
        /** 出欠簿のファイルを確かめ、取り込む */
        put: operations["takeRoll"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs/{run}/attendance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 出欠を記録する */
        put: operations["markAttendance"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs/{run}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 修了・未修了を記録する */
        post: operations["enterResults"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{code}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 研修を振り返る */
        put: operations["reviewCourse"];
        post?: never;
        /** 研修の振り返りを消す */
        delete: operations["takeBackReview"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/training/next-year": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 翌年度の研修計画の案を作る */
        post: operations["draftNextYear"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{code}/materials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 教材のファイルを加える */
        put: operations["addCourseFile"];
        /** 教材のリンクを加える */
        post: operations["addCourseLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/materials/{material}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 教材のファイル */
        get: operations["courseFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/materials/{material}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 教材を消す */
        delete: operations["removeMaterial"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 自主学習のライセンス */
        get: operations["licences"];
        put?: never;
        /** ライセンスを登録する */
        post: operations["addLicence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licences/{licence}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** ライセンスを改める */
        patch: operations["changeLicence"];
        trace?: never;
    };
    "/licences/{licence}/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ライセンスの申請の一覧 */
        get: operations["licenceRequests"];
        put?: never;
        /** ライセンスを申請する */
        post: operations["askForLicence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licences/{licence}/giving": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 空いているライセンスを申請の順に交付する */
        post: operations["giveLicences"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licence-requests/{request}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** ライセンスの申請を見送る */
        post: operations["declineLicenceRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licence-requests/{request}/taking-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** ライセンスを回収する */
        post: operations["takeLicenceBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licence-requests/{request}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** ライセンスの申請を取り下げる、返す */
        post: operations["handLicenceBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/nominations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 指名・推薦・公募の一覧 */
        get: operations["nominationRounds"];
        put?: never;
        /** 募集を準備する */
        post: operations["addNominationRound"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/nominations/{round}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 募集の回答と選考 */
        get: operations["nominationRound"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 募集を改める */
        patch: operations["changeNominationRound"];
        trace?: never;
    };
    "/nominations/{round}/opening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 募集の受付を始める */
        post: operations["openNominationRound"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/nominations/{round}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 募集を取りやめる */
        post: operations["cancelNominationRound"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/nominations/{round}/sections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 回答を求める所属と人数を決める */
        put: operations["askNominationSections"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/nominations/{round}/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 未回答の所属に督促する */
        post: operations["remindNominationSections"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/nominations/{round}/sections/{unit}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 所属の候補者と回答 */
        get: operations["nominationSheet"];
        /** 所属として指名・推薦する */
        put: operations["answerNomination"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/nominations/{round}/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 公募に応募する */
        post: operations["applyForRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/nominations/{round}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 公募への応募を取り下げる */
        post: operations["withdrawApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/nominees/{id}/consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 所属の職員の応募に同意する */
        post: operations["consentToApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/nominations/{round}/selection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 選考の結果をつける */
        post: operations["selectNominees"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/nominations/{round}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 決裁により任命する */
        post: operations["decideNominations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/nominations/{round}/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 決定通知 */
        get: operations["nominationNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/seat-plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 席の割振り案の一覧 */
        get: operations["seatPlans"];
        put?: never;
        /** 席の割振り案を作る */
        post: operations["addSeatPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/seat-plans/outlook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 研修ごとの席のない人と空席 */
        get: operations["seatOutlook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/seat-plans/{plan}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 席の割振り案 */
        get: operations["seatPlan"];
        put?: never;
        post?: never;
        /** 割振り案を破棄する */
        delete: operations["discardSeatPlan"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/seat-plans/{plan}/seats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 割振り案の人ごとの席 */
        get: operations["seatPlanSeats"];
        /** 割振り案の一人の席を変える */
        put: operations["moveSeat"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/seat-plans/{plan}/again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 手で決めた席を残して割り振り直す */
        post: operations["proposeSeatsAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/seat-plans/{plan}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 割振り案のとおり受講を命じる */
        post: operations["confirmSeatPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/completions/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 修了の一覧のファイルを送り、列の意味の案を受け取る */
        put: operations["uploadCompletions"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/completions/files/{upload}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 送った修了の一覧を、選んだシート・見出し行・文字コードで読み直す */
        get: operations["describeCompletions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/completions/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 修了を取り込むと何が加わるかを見る */
        post: operations["previewCompletions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/completions/preview/refused": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 取り込めない修了の行を理由付きの Excel で受け取る */
        get: operations["downloadRefusedCompletions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/completions/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** これまでの修了の取込 */
        get: operations["listCompletionImports"];
        put?: never;
        /** 修了の一覧を取り込む。取り込めない行があるとジョブが rows_refused で断る */
        post: operations["importCompletions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/completions/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 1回の修了の取込 */
        get: operations["getCompletionImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/completions/imports/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 修了の取込を取り消す */
        post: operations["undoCompletionImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/work-training": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 職場研修(OJT)・派遣研修の記録 */
        get: operations["listWorkTraining"];
        put?: never;
        /** 職場研修(OJT)・派遣研修を記録する */
        post: operations["recordWorkTraining"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/work-training/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 確認前の職場研修(OJT)・派遣研修の記録を消す */
        delete: operations["dropWorkTraining"];
        options?: never;
        head?: never;
        /** 職場研修(OJT)・派遣研修の記録を改める */
        patch: operations["changeWorkTraining"];
        trace?: never;
    };
    "/work-training/{id}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 所属長が記録を確認し、スキルの証拠にする */
        post: operations["confirmWorkTraining"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/work-training/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 記録を差し戻す */
        post: operations["returnWorkTraining"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 研修の報告(復命) */
        get: operations["listReports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一つの報告 */
        get: operations["getReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enrolments/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 受けた研修を報告する */
        put: operations["reportOnRun"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/work-training/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 職場研修・派遣研修を報告する */
        put: operations["reportOnWorkTraining"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/{id}/reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 所属長が報告を読んだことを記録する */
        post: operations["readReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practice/offer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** したことが、どのスキルの証拠になりうるか */
        get: operations["getPracticeOffer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practice/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 実践の申告の一覧 */
        get: operations["listPracticeClaims"];
        put?: never;
        /** したことをスキルの証拠として申告する */
        post: operations["claimPractice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practice/claims/{claim}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 所属長が申告を確認し、スキルの証拠にする */
        post: operations["confirmPractice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practice/claims/{claim}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 申告を差し戻す */
        post: operations["returnPractice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practice/claims/{claim}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 自分の申告を取り下げる */
        delete: operations["withdrawPractice"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendar.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 研修の日程(iCalendar) */
        get: operations["trainingCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 自分の研修カレンダーの有無 */
        get: operations["myCalendar"];
        put?: never;
        /** 自分の研修カレンダーのアドレスを作り直す */
        post: operations["renewMyCalendar"];
        /** 自分の研修カレンダーのアドレスを止める */
        delete: operations["revokeMyCalendar"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 受講の督促と、届かなかったメール */
        get: operations["listReminders"];
        put?: never;
        /** 未受講の職員と所属長にメールで知らせる */
        post: operations["remind"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reminders/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 届かなかったメールをもう一度送る */
        post: operations["sendFailedAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/surveys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 調査票の一覧 */
        get: operations["listSurveys"];
        put?: never;
        /** 調査票をつくり始める */
        post: operations["startSurvey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/surveys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 調査票 */
        get: operations["getSurvey"];
        /** 調査票の下書きを保存する */
        put: operations["saveSurvey"];
        post?: never;
        /** 下書きを破棄する */
        delete: operations["discardSurvey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/surveys/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 調査票を公開する(以後は変わらない) */
        post: operations["publishSurvey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/surveys/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 調査票をファイルで */
        get: operations["getSurveyFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/survey-files/yaml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** YAML の調査票を取り込む */
        put: operations["takeInSurveyYaml"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/survey-files/xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Excel の調査票を取り込む */
        put: operations["takeInSurveyWorkbook"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/survey-waves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 調査の回の一覧 */
        get: operations["listSurveyWaves"];
        put?: never;
        /** 調査の回をつくる */
        post: operations["addSurveyWave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/survey-waves/audience": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 対象者の数 */
        get: operations["countSurveyAudience"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/survey-waves/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 調査の回 */
        get: operations["getSurveyWave"];
        /** 始める前の調査の回を直す */
        put: operations["changeSurveyWave"];
        post?: never;
        /** 調査の回を取りやめる(回答は消える) */
        delete: operations["cancelSurveyWave"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/survey-waves/{id}/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 調査を始める(対象者・公表の下限・対応表の期限が決まる) */
        post: operations["openSurveyWave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/survey-waves/{id}/last-day": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 最終日を変える */
        put: operations["moveSurveyLastDay"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/survey-waves/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 調査を締め切る */
        post: operations["closeSurveyWave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/survey-waves/{id}/sections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 所属ごとの回答率 */
        get: operations["getSurveyResponseRates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/survey-waves/{id}/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 調査の督促 */
        get: operations["listSurveyReminders"];
        put?: never;
        /** まだ回答していない職員と所属長に知らせる */
        post: operations["remindOfSurvey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/survey-waves/{id}/paper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 回答用紙を印刷する */
        post: operations["printSurveyForms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/survey-waves/{id}/paper-answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 回答用紙を入力する */
        post: operations["typeInSurveyForm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/survey-answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** わたしへの調査 */
        get: operations["listMySurveys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/survey-waves/{id}/form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 回答の画面 */
        get: operations["getSurveyForm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/survey-waves/{id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 途中の回答を保存する */
        put: operations["keepSurveyDraft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/survey-waves/{id}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 回答を送る */
        post: operations["answerSurvey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/survey-waves/{id}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 調査の集計 */
        get: operations["getSurveyResults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/survey-waves/{id}/results/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 調査の集計をファイルで */
        get: operations["getSurveyResultsFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/survey-waves/{id}/pairs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 同じ人の前後の比較 */
        get: operations["getSurveyPairs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/survey-waves/{id}/texts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 自由記述と分類 */
        get: operations["getSurveyTexts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/survey-waves/{id}/themes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 自由記述の分類をつくる */
        post: operations["addSurveyTheme"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/survey-themes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 自由記述の分類をなくす */
        delete: operations["removeSurveyTheme"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/survey-texts/{code}/themes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 自由記述を分類する */
        put: operations["assignSurveyThemes"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/survey-trends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 指標の推移 */
        get: operations["getSurveyTrends"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/survey-actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 課題・方向性・対応 */
        get: operations["listSurveyActions"];
        put?: never;
        /** 対応を加える */
        post: operations["addSurveyAction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/survey-actions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 対応を直す */
        put: operations["changeSurveyAction"];
        post?: never;
        /** 対応をなくす */
        delete: operations["removeSurveyAction"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/course-evaluations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 研修の効果 */
        get: operations["getCourseEvaluation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/course-evaluations/setting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 研修に付ける調査の設定 */
        get: operations["getEvaluationSetting"];
        /** 研修に付ける調査を決める */
        put: operations["setEvaluation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/levels/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** レベル認定の要件を満たした職員 */
        get: operations["listLevelCandidates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/levels/{code}/holders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** レベルの認定を受けている職員 */
        get: operations["listLevelHolders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/levels/{code}/certifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 選んだ職員をまとめて認定する */
        post: operations["certifyLevel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/levels/{code}/prior-learning": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 既修得の表を確かめ、取り込む */
        put: operations["takePriorLearning"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/certifications/{id}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 認定を取り消す */
        post: operations["revokeCertification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/certifications/{id}/certificate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 認定証 */
        get: operations["getCertificate"];
        put?: never;
        /** 認定証を発行・再発行する */
        post: operations["issueCertificate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/certificates/prints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 認定証をまとめてPDFにする */
        post: operations["printCertificates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/certificates/prints/{job}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** まとめて作った認定証のPDF */
        get: operations["printedCertificates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/certifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 職員のレベル認定 */
        get: operations["listCertifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 自分の認定証 */
        get: operations["myCertificates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/certifications/{id}/certificate.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 認定証のPDF */
        get: operations["getCertificateSheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/certificates/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 番号で認定証を確かめる */
        get: operations["checkCertificate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/targets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 目標と実績 */
        get: operations["listTargets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/targets/breakdown": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 目標の内訳(所属と人) */
        get: operations["getTargetBreakdown"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/targets/cohorts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 年度ごとの育成の流れ */
        get: operations["getCohorts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/targets/snapshots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 固定した数の一覧 */
        get: operations["listTargetSnapshots"];
        put?: never;
        /** ある日の数を固定する */
        post: operations["takeTargetSnapshot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/targets/snapshots/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 固定した数と、いま数え直した数 */
        get: operations["getTargetSnapshot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/selfchecks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** セキュリティ自己点検の年度 */
        get: operations["listSelfchecks"];
        put?: never;
        /** 自己点検の点検表をつくり始める */
        post: operations["startSelfcheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/selfchecks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 自己点検の点検表 */
        get: operations["getSelfcheck"];
        /** 点検表の下書きを保存する */
        put: operations["saveSelfcheck"];
        post?: never;
        /** 点検表の下書きを破棄する */
        delete: operations["discardSelfcheck"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/selfchecks/{id}/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 自己点検を始める(点検する所属と項目が決まる) */
        post: operations["openSelfcheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/selfchecks/{id}/last-day": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 自己点検の最終日を変える */
        put: operations["moveSelfcheckLastDay"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/selfchecks/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 自己点検を締め切る */
        post: operations["closeSelfcheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/selfchecks/{id}/sections/{unit}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 所属の自己点検 */
        get: operations["getSelfcheckForm"];
        /** 所属の自己点検に回答する(途中の保存も) */
        put: operations["answerSelfcheck"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/selfchecks/{id}/table": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 自己点検の所属と項目の表 */
        get: operations["getSelfcheckTable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/selfchecks/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 自己点検の結果をファイルで */
        get: operations["getSelfcheckFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/selfcheck-remedies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 自己点検で見つかった不備の改善 */
        get: operations["listSelfcheckRemedies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/selfcheck-remedies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 不備の改善 */
        get: operations["getSelfcheckRemedy"];
        /** 改善の内容・担当・期限を直す */
        put: operations["changeSelfcheckRemedy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/selfcheck-remedies/{id}/done": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 改善したことを記録する */
        post: operations["finishSelfcheckRemedy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/selfcheck-remedies/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 改善をもう一度開く */
        post: operations["reopenSelfcheckRemedy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** わたしへのお知らせ */
        get: operations["listNotices"];
        put?: never;
        /** お知らせの下書きをつくる */
        post: operations["addNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** お知らせ */
        get: operations["getNotice"];
        /** お知らせを直す */
        put: operations["changeNotice"];
        post?: never;
        /** お知らせの下書きを破棄する */
        delete: operations["discardNotice"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notices/{id}/reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** お知らせを読んだ */
        post: operations["markNoticeRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notices/{id}/readers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** お知らせをだれが読んだか */
        get: operations["getNoticeReaders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notices/kept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下書きを含むお知らせと読まれ方 */
        get: operations["listKeptNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notices/audience": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** お知らせの対象者の数 */
        get: operations["countNoticeAudience"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notices/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** お知らせを公開する */
        post: operations["publishNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notices/{id}/taking-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** お知らせを取り下げる */
        post: operations["takeBackNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/newsletters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ニュースレターの一覧 */
        get: operations["listNewsletters"];
        put?: never;
        /** ニュースレターの号をつくり始める */
        post: operations["startNewsletter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/newsletters/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 前の号からの新しいできごと */
        get: operations["proposeNewsletter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/newsletters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ニュースレターの号 */
        get: operations["getNewsletter"];
        /** 号の下書きを保存する */
        put: operations["saveNewsletter"];
        post?: never;
        /** 号の下書きを破棄する */
        delete: operations["discardNewsletter"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/newsletters/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 号を発行する(以後は変わらない) */
        post: operations["publishNewsletter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/newsletters/{id}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ニュースレターのPDF */
        get: operations["getNewsletterSheets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 名簿のファイルを送り、列の意味の案を受け取る */
        put: operations["uploadRoster"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/files/{upload}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 送った名簿を、選んだシート・見出し行・文字コードで読み直す */
        get: operations["describeRoster"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 取り込むと何が変わるかを見る */
        post: operations["previewImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/preview/refused": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 取り込めない行を理由付きの Excel で受け取る */
        get: operations["downloadRefusedRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** これまでの取込 */
        get: operations["listImports"];
        put?: never;
        /** 名簿を取り込む。取り込めない行があるとジョブが rows_refused で断る */
        post: operations["startImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 1回の取込と、区分が変わった人 */
        get: operations["getImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 最後の取込を取り消す */
        post: operations["undoImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 自分が頼んだ処理の進み具合 */
        get: operations["getJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/home": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ホーム */
        get: operations["getHome"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/{staff}/page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 職員のページ */
        get: operations["getStaffPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/digest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** すること・新しいこと */
        get: operations["getDigest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/digest/setting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** まとめをメールで受け取るか */
        get: operations["getDigestSetting"];
        /** まとめをメールで受け取るかを選ぶ */
        put: operations["chooseDigest"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ひろばの部屋 */
        get: operations["listChannels"];
        put?: never;
        /** 部屋を作る */
        post: operations["addChannel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/channels/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 部屋を改める */
        put: operations["changeChannel"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 閉じたグループ */
        get: operations["listGroups"];
        put?: never;
        /** 閉じたグループを作る */
        post: operations["addGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/members/{account}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** グループの参加者を決める */
        put: operations["setGroupMember"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hiroba/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ひろばの約束 */
        get: operations["getRules"];
        /** ひろばの約束を書き直す */
        put: operations["writeRules"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ひろばの話題 */
        get: operations["listTopics"];
        put?: never;
        /** 話題を投稿する */
        post: operations["postTopic"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/topics/similar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 入力中の題名に近い話題 */
        get: operations["similarTopics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/topics/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一つの話題と返信 */
        get: operations["getTopic"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 話題を書き直す */
        patch: operations["editTopic"];
        trace?: never;
    };
    "/topics/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 話題の書き直す前の文 */
        get: operations["topicHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/topics/{id}/replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 話題の返信（続き） */
        get: operations["listReplies"];
        put?: never;
        /** 返信する */
        post: operations["postReply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/replies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 返信を書き直す */
        patch: operations["editReply"];
        trace?: never;
    };
    "/replies/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 返信の書き直す前の文 */
        get: operations["replyHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/topics/{id}/accepted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 解決した返信を選ぶ */
        put: operations["acceptReply"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/topics/{id}/reactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 話題への反応 */
        put: operations["reactToTopic"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/replies/{id}/reactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 返信への反応 */
        put: operations["reactToReply"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/topics/{id}/follow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 話題を追う */
        put: operations["followTopic"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/topics/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** ここまで読んだ */
        put: operations["readTopic"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hiroba/drafts/{place}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 書きかけ */
        get: operations["getDraft"];
        /** 書きかけを残す */
        put: operations["keepDraft"];
        post?: never;
        /** 書きかけを消す */
        delete: operations["dropDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hiroba/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 声をかけられる人と、いまの抱え具合 */
        get: operations["listColleagues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hiroba/speed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 疑問が解決するまでの時間 */
        get: operations["getSpeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/writing/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 書いた文の見え方 */
        post: operations["previewWriting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/topics/{id}/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 話題を運営に知らせる */
        post: operations["reportTopic"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/replies/{id}/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 返信を運営に知らせる */
        post: operations["reportReply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hiroba/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 運営への知らせ */
        get: operations["listHirobaReports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hiroba/reports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 知らせに応じて隠すか残すかを決める */
        put: operations["decideHirobaReport"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/topics/{id}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 話題を閉じる・隠す・戻す */
        put: operations["setTopicState"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/replies/{id}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 返信を隠す・戻す */
        put: operations["setReplyState"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AcceptInput: {
            /** Format: int64 */
            reply?: number | null;
        };
        Account: {
            /** Format: int64 */
            id: number;
            login: string;
            display_name: string;
            /** Format: int64 */
            staff: number | null;
            staff_name: string | null;
            disabled: boolean;
            must_change: boolean;
            roles: components["schemas"]["RoleView"][];
            /** Format: date-time */
            last_seen_at: string | null;
        };
        AccountChange: {
            display_name?: string | null;
            /** Format: int64 */
            staff?: number | null;
            nobodys?: boolean | null;
            disabled?: boolean | null;
            roles?: components["schemas"]["Grant"][] | null;
            password?: string | null;
        };
        Accounts: {
            accounts: components["schemas"]["Account"][];
            total: number;
        };
        AccountsDisabled: {
            disabled: number;
        };
        AccountsMade: {
            made: number;
        };
        Action: {
            issue: string;
            direction: string;
            measure: string;
            what: string;
            owner: string;
            /** Format: date */
            due: string | null;
            status: components["schemas"]["ActionStatus"];
            indicator: string;
            /** Format: int64 */
            wave: number | null;
            note: string;
            /** Format: int64 */
            id: number;
            issue_name: string;
            measure_name: string;
            overdue: boolean;
            revision: number;
        };
        ActionChange: {
            issue: string;
            direction: string;
            measure: string;
            what: string;
            owner: string;
            /** Format: date */
            due?: string | null;
            status: components["schemas"]["ActionStatus"];
            indicator: string;
            /** Format: int64 */
            wave?: number | null;
            note: string;
            revision: number;
        };
        ActionForm: {
            issue: string;
            direction: string;
            measure: string;
            what: string;
            owner: string;
            /** Format: date */
            due?: string | null;
            status: components["schemas"]["ActionStatus"];
            indicator: string;
            /** Format: int64 */
            wave?: number | null;
            note: string;
        };
        /** @enum {string} */
        ActionStatus: "planned" | "under_way" | "done" | "dropped";
        Actions: {
            actions: components["schemas"]["Action"][];
            issues: components["schemas"]["IssueOffer"][];
            measures: components["schemas"]["MeasureOffer"][];
            trends: components["schemas"]["Trend"][];
            may_edit: boolean;
        };
        Again: {
            revision: number;
            per_day?: number | null;
        };
        Answer: {
            question: string;
            options: string[];
            items: components["schemas"]["ItemAnswer"][];
            number: number | null;
            text: string;
        };
        AnswerBefore: {
            answer: components["schemas"]["Choice"];
            remark: string;
            what: string;
            remedied: boolean;
        };
        AnswerForm: {
            /** Format: int64 */
            wave: number;
            name: string;
            note: string;
            issuer: string;
            /** Format: date */
            closes_on: string;
            threshold: number;
            readers: components["schemas"]["Readers"];
            /** Format: date */
            keys_until: string;
            paired: boolean;
            answered: boolean;
            takes_answers: boolean;
            survey: components["schemas"]["Survey"];
            draft: components["schemas"]["Answer"][];
        };
        AnswerInput: {
            revision: number;
            nominees: components["schemas"]["Named"][];
            none: boolean;
            reason: string;
        };
        /** @enum {string} */
        AnswerState: "unanswered" | "nominated" | "none" | "filled";
        AnswersInput: {
            revision: number;
            submit: boolean;
            answers: components["schemas"]["SelfcheckAnswerInput"][];
        };
        ApplyInput: {
            reason: string;
        };
        AppointedRole: {
            code: string;
            name: string;
            name_en: string;
            routes: components["schemas"]["Route"][];
            eligibility: string;
            per_section: number;
            term_years: number;
            renewal: string;
            confidence: components["schemas"]["Confidence"];
            note: string;
            clause: string;
        };
        Appointment: {
            /** Format: int64 */
            id: number;
            role: string;
            role_name: string;
            route: string;
            /** Format: int64 */
            unit: number | null;
            unit_name: string;
            /** Format: date */
            valid_from: string;
            /** Format: date */
            valid_until: string | null;
            basis_no: string;
            /** Format: date */
            basis_on: string | null;
            reason: string;
        };
        AppointmentDecision: {
            revision: number;
            basis_no: string;
            /** Format: date */
            basis_on: string;
        };
        AppointmentEnd: {
            /** Format: date */
            valid_until?: string | null;
            reason: string;
        };
        AppointmentInput: {
            role: string;
            route: components["schemas"]["AppointmentRoute"];
            /** Format: int64 */
            unit?: number | null;
            /** Format: date */
            valid_from: string;
            /** Format: date */
            valid_until?: string | null;
            basis_no?: string | null;
            /** Format: date */
            basis_on?: string | null;
            reason?: string | null;
        };
        /** @enum {string} */
        AppointmentRoute: "nomination" | "recommendation" | "open_call" | "position" | "course" | "selection" | "external";
        AskInput: {
            reason: string;
        };
        AskSection: {
            /** Format: int64 */
            unit: number;
            asked: boolean;
            quota: number;
        };
        AskedHead: {
            /** Format: int64 */
            staff: number;
            name: string;
            unit_name: string;
            stands_above: boolean;
        };
        /** @enum {string} */
        Attend: "all" | "one";
        AttendanceInput: {
            /** Format: int64 */
            session: number;
            marks: components["schemas"]["MarkInput"][];
        };
        AttendanceMark: {
            /** Format: int64 */
            session: number;
            mark: components["schemas"]["TrainingPresence"];
            reason: string;
        };
        AudienceCount: {
            people: number;
            on_leave: number;
            text: string;
            text_en: string;
        };
        AuditEntries: {
            entries: components["schemas"]["AuditEntry"][];
            more: boolean;
        };
        AuditEntry: {
            seq: number;
            /** Format: date-time */
            at: string;
            actor: string;
            action: string;
            subject_kind: string;
            subject_id: number | null;
            subject_name: string | null;
            detail: unknown;
        };
        Author: {
            /** Format: int64 */
            account: number;
            name: string;
            unit: string;
            ambassador: boolean;
        };
        Axis: {
            code: string;
            name: string;
            name_en: string;
            text: string;
            clause: string;
        };
        AxisView: {
            code: string;
            name: string;
            name_en: string;
        };
        Baseline: {
            survey: string;
            fielded: string;
            population: string;
            question_code: string;
            question: string;
            option: string;
            percent: number | null;
            stated: components["schemas"]["Stated"];
            note: string;
            clause: string;
        };
        BeforeAfter: {
            before: number;
            after: number;
        };
        Board: {
            fiscal_year: number;
            rows: components["schemas"]["BoardRow"][];
        };
        BoardRow: {
            course: string | null;
            name: string;
            name_en: string;
            activity: string;
            band: string;
            band_name: string;
            band_name_en: string;
            months: number[];
            runs: components["schemas"]["HeldRun"][];
            state: components["schemas"]["BoardState"];
            obliged: number | null;
            outstanding: number | null;
            review: components["schemas"]["Review"] | null;
            note: string;
            clause: string;
            confidence: components["schemas"]["Confidence"];
        };
        /** @enum {string} */
        BoardState: "held" | "ahead" | "late" | "not_held" | "unplanned" | "activity";
        ByHand: {
            course: string;
            name: string;
            name_en: string;
            judgement: components["schemas"]["Judgement"];
            change: string;
        };
        Candidate: {
            /** Format: int64 */
            staff: number;
            staff_no: string;
            name: string;
            unit_name: string;
            /** Format: int64 */
            unit: number | null;
            on_leave: boolean;
            fulfils: boolean;
            /** Format: date */
            fulfilled_on: string | null;
            evidence: components["schemas"]["LevelEvidence"][];
            missing: components["schemas"]["LevelsCourseName"][];
        };
        Candidates: {
            /** Format: date */
            on: string;
            levels: components["schemas"]["LevelLine"][];
            level: components["schemas"]["LevelRule"] | null;
            rows: components["schemas"]["Candidate"][];
        };
        Catalogue: {
            courses: components["schemas"]["CourseLine"][];
        };
        Category: {
            code: string;
            name: string;
            name_en: string;
            axis: string;
            priority: number;
            rule: string;
            reason: string;
            audience: string;
            role: string;
            wanted: string;
            abilities: string[];
            inherits: string[];
            security_role: string;
            confidence: components["schemas"]["Confidence"];
            note: string;
            clause: string;
        };
        CategoryChange: {
            code: string;
            name: string;
            enters: number;
            leaves: number;
            people: components["schemas"]["CategoryMove"][];
        };
        CategoryChangeCount: {
            code: string;
            name: string;
            name_en: string;
            before: number;
            after: number;
            entered: number;
            left: number;
        };
        CategoryChanges: {
            /** Format: date */
            from: string;
            /** Format: date */
            on: string;
            planned_before: boolean;
            categories: components["schemas"]["CategoryChangeCount"][];
            rows: components["schemas"]["ChangedMember"][];
            total: number;
        };
        CategoryEffect: {
            code: string;
            name: string;
            name_en: string;
            enters: number;
            leaves: number;
            before: number;
            after: number;
            people: components["schemas"]["Crossing"][];
        };
        CategoryList: {
            population: components["schemas"]["PopulationView"];
            axes: components["schemas"]["AxisView"][];
            categories: components["schemas"]["CategoryView"][];
        };
        CategoryMove: {
            /** Format: int64 */
            staff: number;
            name: string;
            enters: boolean;
        };
        CategoryProgress: {
            category: string;
            name: string;
            name_en: string;
            required: number;
            held: number;
        };
        CategoryView: {
            code: string;
            name: string;
            name_en: string;
            axis: string;
            rule: string;
            sentence: string;
            sentence_en: string;
            people: number;
            primary_people: number;
            clause: string;
            note: string;
            confidence: components["schemas"]["Confidence"];
        };
        /** @enum {string} */
        Cause: "posting" | "engagement" | "system" | "appointment" | "completion" | "certification" | "organisation" | "plan";
        Caution: {
            text: string;
            text_en: string;
        };
        CellEdit: {
            category: string;
            skill: string;
            mark?: components["schemas"]["Mark"] | null;
            scope?: components["schemas"]["Scope"] | null;
            confidence?: components["schemas"]["Confidence"] | null;
            note?: string | null;
        };
        CellEdits: {
            revision: number;
            cells: components["schemas"]["CellEdit"][];
        };
        Certificate: {
            /** Format: int64 */
            certification: number;
            /** Format: int64 */
            staff: number;
            number: string;
            version: number;
            /** Format: date */
            issued_on: string;
            text: components["schemas"]["CertificateText"];
            state: components["schemas"]["LevelsState"];
            /** Format: date */
            revoked_on: string | null;
            versions: components["schemas"]["CertificateVersion"][];
        };
        CertificateCheck: {
            /** Format: int64 */
            staff: number;
            number: string;
            name: string;
            title: string;
            title_en: string;
            city: string;
            city_en: string;
            /** Format: date */
            certified_on: string;
            /** Format: date */
            valid_until: string | null;
            /** Format: date */
            revoked_on: string | null;
            state: components["schemas"]["LevelsState"];
            version: number;
            /** Format: date */
            issued_on: string;
        };
        CertificateText: {
            city: string;
            city_en: string;
            plan_title: string;
            plan_title_en: string;
            name: string;
            title: string;
            title_en: string;
            purpose: string;
            statement: string;
            statement_en: string;
            /** Format: date */
            certified_on: string;
            /** Format: date */
            valid_until: string | null;
            issuer: string;
        };
        CertificateVersion: {
            version: number;
            /** Format: date */
            issued_on: string;
            reason: string;
        };
        Certification: {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            staff: number;
            level: string;
            level_name: string;
            level_name_en: string;
            /** Format: date */
            certified_on: string;
            /** Format: date */
            valid_until: string | null;
            ground: components["schemas"]["Ground"];
            basis: string;
            basis_no: string;
            /** Format: date */
            basis_on: string | null;
            evidence: components["schemas"]["LevelEvidence"][];
            state: components["schemas"]["LevelsState"];
            /** Format: date */
            revoked_on: string | null;
            revoked_why: string;
            number: string | null;
        };
        CertificationList: {
            certifications: components["schemas"]["Certification"][];
            plan_has_levels: boolean;
        };
        CertifyInput: {
            /** Format: date */
            certified_on: string;
            /** Format: date */
            valid_until?: string | null;
            basis_no: string;
            /** Format: date */
            basis_on: string;
            staff: number[];
            ground: components["schemas"]["Ground"];
            basis?: string | null;
        };
        Change: {
            table: string;
            code: string;
            label: string;
            kind: components["schemas"]["ChangeKind"];
            field: string;
            before: string;
            after: string;
            sentence: string;
            sentence_en: string;
        };
        /** @enum {string} */
        ChangeKind: "added" | "removed" | "changed";
        ChangeSide: {
            presence: components["schemas"]["Presence"];
            unit_name: string;
            rank: string;
            categories: string[];
            because: string[];
        };
        ChangedMember: {
            /** Format: int64 */
            staff: number;
            staff_no: string;
            name: string;
            category: string;
            category_name: string;
            category_name_en: string;
            move: components["schemas"]["MembershipMove"];
            reason: string;
            reason_en: string;
            before: components["schemas"]["ChangeSide"];
            after: components["schemas"]["ChangeSide"];
        };
        Changes: {
            changes: components["schemas"]["Change"][];
        };
        Channel: {
            /** Format: int64 */
            id: number;
            kind: components["schemas"]["ChannelKind"];
            name: string;
            name_en: string;
            about: string;
            measure: string;
            /** Format: int64 */
            group: number | null;
            group_name: string;
            topics: number;
            unread: number;
            archived: boolean;
            position: number;
        };
        ChannelInput: {
            kind: components["schemas"]["ChannelKind"];
            name: string;
            name_en: string;
            about: string;
            measure: string;
            /** Format: int64 */
            group?: number | null;
            archived: boolean;
            position: number;
        };
        /** @enum {string} */
        ChannelKind: "question" | "issue" | "idea" | "practice" | "talk" | "tool" | "measure" | "answers";
        Channels: {
            channels: components["schemas"]["Channel"][];
        };
        CheckAnswer: {
            item: string;
            answer: components["schemas"]["Choice"] | null;
            remark: string;
            remedy: components["schemas"]["Remedy"] | null;
            before: components["schemas"]["AnswerBefore"] | null;
            /** Format: date-time */
            answered_at: string | null;
            answered_by: string;
        };
        CheckDetail: {
            summary: components["schemas"]["CheckSummary"];
            list: components["schemas"]["Checklist"];
            problems: components["schemas"]["Problem"][];
            sections_today: number;
        };
        CheckDraft: {
            revision: number;
            /** Format: date */
            opens_on: string;
            /** Format: date */
            closes_on: string;
            list: components["schemas"]["ChecklistInput"];
        };
        CheckForm: {
            summary: components["schemas"]["CheckSummary"];
            list: components["schemas"]["Checklist"];
            /** Format: int64 */
            unit: number;
            unit_name: string;
            revision: number;
            may_answer: boolean;
            /** Format: date-time */
            submitted_at: string | null;
            submitted_by: string;
            answers: components["schemas"]["CheckAnswer"][];
            /** Format: date */
            usual_due: string;
        };
        /** @enum {string} */
        CheckFrom: "shipped" | "previous" | "empty";
        CheckGroup: {
            code: string;
            title: string;
            title_en: string;
        };
        CheckGroupInput: {
            code: string;
            title: string;
            title_en: string;
        };
        CheckItem: {
            code: string;
            group: string;
            text: string;
            text_en: string;
            good: string;
            good_en: string;
            source: string;
        };
        CheckItemInput: {
            code: string;
            group: string;
            text: string;
            text_en: string;
            good: string;
            good_en: string;
            source: string;
        };
        CheckLastDay: {
            /** Format: date */
            closes_on: string;
        };
        CheckStart: {
            fiscal_year: number;
            from: components["schemas"]["CheckFrom"];
        };
        /** @enum {string} */
        CheckStatus: "draft" | "waiting" | "open" | "closed";
        CheckSummary: {
            /** Format: int64 */
            id: number;
            fiscal_year: number;
            title: string;
            title_en: string;
            status: components["schemas"]["CheckStatus"];
            /** Format: date */
            opens_on: string;
            /** Format: date */
            closes_on: string;
            revision: number;
            items: number;
            sections: number;
            submitted: number;
            open_remedies: number;
            overdue_remedies: number;
        };
        CheckTable: {
            summary: components["schemas"]["CheckSummary"];
            year_before: number | null;
            groups: components["schemas"]["TableGroup"][];
            columns: components["schemas"]["TableColumn"][];
            rows: components["schemas"]["TableRow"][];
            not_answered: number[];
            may_open_sections: boolean;
        };
        CheckYear: {
            summary: components["schemas"]["CheckSummary"];
            mine: components["schemas"]["MyCheckSection"][];
        };
        CheckYears: {
            years: components["schemas"]["CheckYear"][];
            may_manage: boolean;
            may_see_table: boolean;
            next_year: number | null;
        };
        Checklist: {
            title: string;
            title_en: string;
            intro: string;
            intro_en: string;
            source: string;
            groups: components["schemas"]["CheckGroup"][];
            items: components["schemas"]["CheckItem"][];
        };
        ChecklistInput: {
            title: string;
            title_en: string;
            intro: string;
            intro_en: string;
            source: string;
            groups: components["schemas"]["CheckGroupInput"][];
            items: components["schemas"]["CheckItemInput"][];
        };
        /** @enum {string} */
        Choice: "yes" | "partly" | "no" | "not_applicable";
        ChoiceCount: {
            yes: number;
            partly: number;
            no: number;
            not_applicable: number;
            unanswered: number;
        };
        City: {
            targets: components["schemas"]["TargetActual"][];
            people: number;
            counted: number;
            on_leave: number;
            required: number;
            held: number;
            heat: components["schemas"]["HeatTable"];
        };
        Claim: {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            staff: number;
            staff_no: string;
            name: string;
            unit_name: string;
            kind: components["schemas"]["PracticeSource"];
            source: number;
            title: string;
            url: string;
            /** Format: date */
            on: string;
            skill: string;
            skill_name: string;
            skill_name_en: string;
            note: string;
            status: components["schemas"]["Status"];
            word: string;
            decided_by: string;
            /** Format: date-time */
            decided_at: string | null;
            /** Format: date-time */
            claimed_at: string;
            may_withdraw: boolean;
            may_decide: boolean;
        };
        Claims: {
            claims: components["schemas"]["Claim"][];
        };
        ClosingCourse: {
            code: string;
            name: string;
            name_en: string;
            delivery: components["schemas"]["Delivery"];
            provider: components["schemas"]["Provider"];
            reachable_from: components["schemas"]["Reachable"];
        };
        CohortStep: {
            code: string;
            name: string;
            name_en: string;
            entered: number;
            standing: number;
        };
        CohortYear: {
            fiscal_year: number;
            /** Format: date */
            counted_on: string;
            learned: number;
            first_learned: number;
            levels: components["schemas"]["CohortStep"][];
            roles: components["schemas"]["CohortStep"][];
        };
        Cohorts: {
            years: components["schemas"]["CohortYear"][];
        };
        Colleague: {
            /** Format: int64 */
            account: number;
            name: string;
            unit: string;
            ambassador: boolean;
            answers: number;
            asked: number;
        };
        Colleagues: {
            people: components["schemas"]["Colleague"][];
        };
        Colophon: {
            publisher: string;
            published: string;
            address: string;
            tel: string;
            fax: string;
            email: string;
            url: string;
        };
        CommunityDecisionInput: {
            hide: boolean;
            why: string;
        };
        CompletionCounts: {
            added: number;
            already: number;
            not_completed: number;
            left_out: number;
            refused: number;
        };
        CompletionFile: {
            upload: string;
            encoding: components["schemas"]["Encoding"];
            delimiter: string;
            sheet: string;
            sheets: string[];
            header_row: number;
            rows: number;
            columns: components["schemas"]["FileColumn"][];
            fields: components["schemas"]["FieldChoice"][];
            warnings: components["schemas"]["Problem"][];
            source: string;
        };
        CompletionImport: {
            /** Format: int64 */
            id: number;
            file_name: string;
            source: string;
            /** Format: date-time */
            imported_at: string;
            imported_by: string;
            counts: components["schemas"]["CompletionCounts"];
            /** Format: date-time */
            undone_at: string | null;
        };
        CompletionImportDetail: {
            /** Format: int64 */
            id: number;
            file_name: string;
            source: string;
            /** Format: date-time */
            imported_at: string;
            imported_by: string;
            counts: components["schemas"]["CompletionCounts"];
            /** Format: date-time */
            undone_at: string | null;
            refused: components["schemas"]["RefusedCompletion"][];
        };
        CompletionImports: {
            imports: components["schemas"]["CompletionImport"][];
        };
        CompletionsInput: {
            upload: string;
            sheet?: string | null;
            header_row?: number | null;
            encoding?: components["schemas"]["Encoding"] | null;
            columns: {
                [key: string]: string | null;
            };
            source: string;
            courses?: {
                [key: string]: string;
            } | null;
            course?: string | null;
            /** Format: date */
            completed_on?: string | null;
            skip_refused?: boolean | null;
        };
        CompletionsPreview: {
            counts: components["schemas"]["CompletionCounts"];
            courses: components["schemas"]["CourseName"][];
            rows: components["schemas"]["NewCompletion"][];
            refused: components["schemas"]["RefusedCompletion"][];
        };
        ConditionalDecision: {
            needed: boolean;
            reason: string;
            /** Format: date */
            decided_on: string;
            by: string;
        };
        /** @enum {string} */
        Confidence: "certain" | "near_certain" | "high" | "medium" | "low";
        ConfirmInput: {
            basis_no: string;
            revision: number;
        };
        Conflict: {
            /** Format: int64 */
            staff: number;
            kind: components["schemas"]["ConflictKind"];
            /** Format: date */
            day: string | null;
            text: string;
            text_en: string;
        };
        /** @enum {string} */
        ConflictKind: "overlap" | "leave" | "transfer" | "prerequisite";
        ConsentInput: {
            consents: boolean;
            reason: string;
        };
        /** @enum {string} */
        Counting: "inclusive_cumulative" | "highest_only" | "new_in_year";
        Counts: {
            added: number;
            changed: number;
            left: number;
            unchanged: number;
            refused: number;
        };
        Course: {
            code: string;
            name: string;
            name_en: string;
            summary: string;
            kind: components["schemas"]["TrainingKind"];
            delivery: components["schemas"]["Delivery"];
            provider: components["schemas"]["Provider"];
            reachable_from: components["schemas"]["Reachable"];
            skills: string[];
            audience: string;
            audience_text: string;
            prerequisites: string[];
            capacity: number;
            validity_months: number;
            confidence: components["schemas"]["Confidence"];
            note: string;
            clause: string;
        };
        CourseEvaluation: {
            course: string;
            fiscal_year: number;
            threshold: number;
            reaction: components["schemas"]["Figure"][];
            learning: components["schemas"]["PairedShare"][];
            learning_means: components["schemas"]["PairedMean"][];
            behaviour: components["schemas"]["Figure"][];
            participants: number;
            completed: number;
            wishes: string[];
            runs: components["schemas"]["EvaluatedRun"][];
        };
        CourseLine: {
            code: string;
            name: string;
            name_en: string;
            summary: string;
            kind: components["schemas"]["TrainingKind"];
            delivery: components["schemas"]["Delivery"];
            provider: components["schemas"]["Provider"];
            reachable_from: components["schemas"]["Reachable"];
            fit: components["schemas"]["Fit"];
            /** Format: date */
            due: string | null;
            closes: components["schemas"]["SkillName"][];
            gives: components["schemas"]["SkillName"][];
            level: string | null;
            /** Format: date */
            completed_on: string | null;
            /** Format: date */
            valid_until: string | null;
            prerequisites: components["schemas"]["Prerequisite"][];
            capacity: number;
            validity_months: number;
            audience: string;
            audience_en: string;
            runs: components["schemas"]["Run"][];
        };
        CourseName: {
            given: string;
            rows: number;
            course: string;
            by: components["schemas"]["MatchedBy"];
        };
        CoursePage: {
            course: components["schemas"]["CourseLine"];
            note: string;
            clause: string;
            runs: components["schemas"]["Run"][];
            materials: components["schemas"]["Material"][];
        };
        Crossing: {
            /** Format: int64 */
            staff: number;
            name: string;
            unit_name: string;
            enters: boolean;
            reason: string;
        };
        CurrentEngagement: {
            employment: string;
            occupation: string;
            recruitment: string;
            uses_pc: boolean;
            is_external: boolean;
            /** Format: date */
            valid_from: string;
        };
        CutName: {
            code: string;
            name: string;
            name_en: string;
        };
        Decided: {
            appointed: number;
            ended: number;
        };
        DecisionInput: {
            needed: boolean;
            reason: string;
        };
        /** @enum {string} */
        Delivery: "unspecified" | "classroom" | "e_learning" | "video" | "live_online" | "workshop" | "material" | "manual";
        DemoAccount: {
            login: string;
            password: string;
            name: string;
            role: components["schemas"]["Role"];
            role_name: string;
            description: string;
            description_en: string;
        };
        DemoAccounts: {
            accounts: components["schemas"]["DemoAccount"][];
        };
        Difference: {
            level: string;
            level_name: string;
            level_name_en: string;
            counted_now: boolean;
            /** Format: int64 */
            staff: number | null;
            name: string;
            unit_name: string;
            reason: string;
            reason_en: string;
        };
        Digest: {
            /** Format: date */
            as_of: string;
            todo: components["schemas"]["Todo"][];
            fresh: components["schemas"]["Fresh"][];
            notices: components["schemas"]["NoticeLine"][];
        };
        DigestChoice: {
            mail: components["schemas"]["DigestMail"];
        };
        /** @enum {string} */
        DigestMail: "never" | "daily" | "weekly";
        DigestSetting: {
            mail: components["schemas"]["DigestMail"];
            relay: boolean;
            address: string;
        };
        Document: {
            key: string;
            title: string;
            title_en: string;
            version: string;
            supersedes: string;
            /** Format: date */
            in_force_from: string | null;
            /** Format: date */
            in_force_until: string | null;
            period_text: string;
            review_text: string;
            owners: string[];
            purpose: string;
            clause: string;
            colophon: components["schemas"]["Colophon"];
        };
        Doubt: {
            table: string;
            code: string;
            label: string;
            confidence: components["schemas"]["Confidence"];
            note: string;
            alternative: string;
            clause: string;
        };
        Draft: {
            content: components["schemas"]["DraftContent"] | null;
            /** Format: date-time */
            saved_at: string | null;
            files: components["schemas"]["File"][];
        };
        DraftContent: {
            /** Format: int64 */
            channel: number | null;
            title: string;
            text: string;
            tags: string[];
            files: number[];
        };
        DraftContentInput: {
            /** Format: int64 */
            channel?: number | null;
            title: string;
            text: string;
            tags: string[];
            files: number[];
        };
        DraftInput: {
            title: string;
            note: string;
        };
        DryRun: {
            population: components["schemas"]["BeforeAfter"];
            categories: components["schemas"]["CategoryEffect"][];
            gap: components["schemas"]["GapEffect"];
            units: components["schemas"]["UnitEffect"][];
            /** Format: date */
            as_of: string;
        };
        Earlier: {
            revision: number;
            title: string;
            pieces: components["schemas"]["Piece"][];
            /** Format: date-time */
            until_at: string;
        };
        EmptyUnit: {
            path: string;
            kind: string;
        };
        EnactInput: {
            /** Format: date */
            in_force_from: string;
            revision: number;
        };
        /** @enum {string} */
        Encoding: "utf8" | "utf8_bom" | "cp932" | "utf16";
        EndingLine: {
            /** Format: int64 */
            staff: number;
            staff_no: string;
            name: string;
            unit_name: string;
            moved: boolean;
            renewed: boolean;
        };
        Engagement: {
            employment: string;
            occupation: string;
            recruitment: string;
            uses_pc: boolean;
            is_external: boolean;
            /** Format: date */
            valid_from: string;
            /** Format: date */
            valid_until?: string | null;
        };
        EnrolInput: {
            reason: string;
        };
        Enrolled: {
            enrolment: components["schemas"]["Enrolment"];
            conflicts: components["schemas"]["Conflict"][];
        };
        Enrolment: {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            run: number;
            /** Format: int64 */
            staff: number;
            staff_no: string;
            name: string;
            unit_name: string;
            status: components["schemas"]["EnrolmentStatus"];
            place: number;
            route: components["schemas"]["EnrolmentRoute"];
            reason: string;
            proxy: string;
            /** Format: date-time */
            released_at: string | null;
            released_by: string;
            basis_no: string;
            last_reason: string;
            attendance: components["schemas"]["AttendanceMark"][];
            attended: boolean;
            /** Format: int64 */
            session: number | null;
            /** Format: date-time */
            reported_at: string | null;
        };
        EnrolmentList: {
            enrolments: components["schemas"]["Enrolment"][];
        };
        /** @enum {string} */
        EnrolmentRoute: "applied" | "recommended" | "ordered";
        /** @enum {string} */
        EnrolmentStatus: "applied" | "accepted" | "waiting" | "declined" | "withdrawn" | "lapsed" | "completed" | "not_completed";
        EvaluatedRun: {
            /** Format: int64 */
            run: number;
            name: string;
            /** Format: date */
            last_day: string;
            waves: components["schemas"]["Wave"][];
        };
        EvaluationSetting: {
            on: boolean;
            /** Format: int64 */
            reaction: number | null;
            /** Format: int64 */
            awareness: number | null;
            /** Format: int64 */
            follow_up: number | null;
            answer_days: number;
            follow_up_after_days: number;
            threshold: number;
            revision: number;
        };
        EvaluationSettingInput: {
            on: boolean;
            /** Format: int64 */
            reaction?: number | null;
            /** Format: int64 */
            awareness?: number | null;
            /** Format: int64 */
            follow_up?: number | null;
            answer_days: number;
            follow_up_after_days: number;
            threshold: number;
            revision: number;
        };
        Evidence: {
            /** Format: int64 */
            id: number | null;
            kind: components["schemas"]["EvidenceKind"];
            holds: boolean;
            /** Format: date */
            dated_on: string;
            /** Format: date */
            valid_until: string | null;
            source: string;
            note: string;
            by: string;
            url: string;
        };
        EvidenceInput: {
            kind: components["schemas"]["EvidenceKind"];
            holds: boolean;
            /** Format: date */
            dated_on: string;
            /** Format: date */
            valid_until?: string | null;
            source: string;
            note: string;
        };
        /** @enum {string} */
        EvidenceKind: "self" | "confirmed" | "certified" | "course" | "exam" | "project" | "ojt" | "consultation" | "prior";
        /** @enum {string} */
        EvidenceRule: "best" | "latest";
        /** @enum {string} */
        ExportFormat: "csv" | "csv_cp932" | "xlsx" | "xlsx_pretty";
        FailedLetter: {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            round: number;
            /** Format: int64 */
            staff: number;
            name: string;
            address: string;
            error: string;
            attempts: number;
            /** Format: date-time */
            ended_at: string;
        };
        Feed: {
            active: boolean;
            /** Format: date-time */
            created_at: string | null;
        };
        FieldChange: {
            field: string;
            label: string;
            label_en: string;
            before: string;
            after: string;
        };
        FieldChoice: {
            name: string;
            label: string;
            label_en: string;
            required: boolean;
            several: boolean;
        };
        Figure: {
            name: string;
            name_en: string;
            answered: number;
            value: number;
            is_share: boolean;
        };
        File: {
            /** Format: int64 */
            id: number;
            name: string;
            media_type: string;
            size: number;
            picture: boolean;
        };
        FileColumn: {
            index: number;
            header: string;
            samples: string[];
            field: string | null;
        };
        /** @enum {string} */
        FindingsFormat: "xlsx" | "csv";
        /** @enum {string} */
        Fit: "obligation" | "gap" | "audience" | "other";
        FollowInput: {
            on: boolean;
        };
        Fresh: {
            kind: components["schemas"]["FreshKind"];
            text: string;
            text_en: string;
            count: number;
            url: string;
        };
        /** @enum {string} */
        FreshKind: "notice" | "newsletter" | "answers" | "mentions" | "returned_case" | "returned_practice";
        GapEffect: {
            before: number;
            after: number;
            people_changed: number;
        };
        GlossaryEntry: {
            term: string;
            reading: string;
            meaning: string;
            usage: string;
            broader: string;
            clause: string;
        };
        Grant: {
            role: components["schemas"]["Role"];
            /** Format: int64 */
            unit?: number | null;
        };
        /** @enum {string} */
        Ground: "rule" | "deemed" | "prior";
        Group: {
            /** Format: int64 */
            id: number;
            name: string;
            purpose: string;
            members: components["schemas"]["GroupMember"][];
            may_change: boolean;
        };
        GroupCounts: {
            group: string;
            group_en: string;
            hidden: boolean;
            answered: number;
            options: components["schemas"]["OptionCount"][];
            mean: number | null;
        };
        GroupInput: {
            name: string;
            purpose: string;
        };
        GroupMember: {
            /** Format: int64 */
            account: number;
            name: string;
            unit: string;
            keeper: boolean;
        };
        GroupMemberInput: {
            member: boolean;
            keeper: boolean;
        };
        Groups: {
            groups: components["schemas"]["Group"][];
        };
        GuidelineItem: {
            code: string;
            text: string;
            status: components["schemas"]["GuidelineStatus"];
            met_by: string;
            note: string;
            clause: string;
        };
        /** @enum {string} */
        GuidelineStatus: "met" | "partly" | "planned" | "not_stated";
        Head: {
            /** Format: int64 */
            staff: number;
            name: string;
            kind: components["schemas"]["PostingKind"];
        };
        HeatCell: {
            needed: number;
            held: number;
        };
        HeatColumn: {
            code: string;
            name: string;
            name_en: string;
            area: string;
        };
        HeatRow: {
            code: string;
            name: string;
            name_en: string;
            /** Format: int64 */
            unit: number | null;
            depth: number;
            people: number;
            on_leave: number;
            cells: components["schemas"]["HeatCell"][];
        };
        HeatTable: {
            columns: components["schemas"]["HeatColumn"][];
            rows: components["schemas"]["HeatRow"][];
            total: components["schemas"]["HeatTotal"];
            /** Format: date */
            as_of: string;
        };
        HeatTotal: {
            people: number;
            needed: number;
            held: number;
        };
        HeldLevel: {
            code: string;
            name: string;
            name_en: string;
            purpose: string;
            clause: string;
        };
        HeldRun: {
            /** Format: int64 */
            run: number;
            name: string;
            status: components["schemas"]["RunStatus"];
            starts_at: string | null;
            month: number;
            capacity: number | null;
            seated: number;
            completed: number;
        };
        History: {
            versions: components["schemas"]["Earlier"][];
        };
        /** @enum {string} */
        HistoryKind: "joined" | "posting" | "leave" | "appointment" | "completion" | "certification";
        HistoryLine: {
            /** Format: date */
            on: string;
            kind: components["schemas"]["HistoryKind"];
            text: string;
            text_en: string;
        };
        Hit: {
            kind: components["schemas"]["HitKind"];
            id: number | null;
            code: string;
            title: string;
            subtitle: string;
            url: string;
        };
        /** @enum {string} */
        HitKind: "staff" | "unit" | "skill" | "category" | "course" | "term" | "page";
        Hits: {
            hits: components["schemas"]["Hit"][];
        };
        Home: {
            /** Format: date */
            as_of: string;
            me: components["schemas"]["Mine"] | null;
            todo: components["schemas"]["Todo"][];
            fresh: components["schemas"]["Fresh"][];
            sections: components["schemas"]["HomeSection"][];
            city: components["schemas"]["City"] | null;
            roster: components["schemas"]["Roster"] | null;
        };
        HomeSection: {
            /** Format: int64 */
            unit: number;
            name: string;
            people: number;
            on_leave: number;
            required: number;
            held: number;
            heat: components["schemas"]["PersonHeat"];
            moves: components["schemas"]["Move"][];
            decisions: components["schemas"]["OpenDecision"][];
        };
        ImportDetail: {
            /** Format: int64 */
            id: number;
            file_name: string;
            /** Format: date */
            as_of: string;
            whole: boolean;
            /** Format: date-time */
            imported_at: string;
            imported_by: string;
            counts: components["schemas"]["Counts"];
            undoable: boolean;
            /** Format: date-time */
            undone_at: string | null;
            categories: components["schemas"]["CategoryChange"][];
            new_units: components["schemas"]["ImportsNewUnit"][];
            refused: components["schemas"]["RowReport"][];
            closed_units: components["schemas"]["EmptyUnit"][];
        };
        ImportEntry: {
            /** Format: int64 */
            id: number;
            file_name: string;
            /** Format: date */
            as_of: string;
            whole: boolean;
            /** Format: date-time */
            imported_at: string;
            imported_by: string;
            counts: components["schemas"]["Counts"];
            undoable: boolean;
            /** Format: date-time */
            undone_at: string | null;
        };
        ImportFile: {
            upload: string;
            encoding: components["schemas"]["Encoding"];
            delimiter: string;
            sheet: string;
            sheets: string[];
            header_row: number;
            columns: components["schemas"]["FileColumn"][];
            rows: number;
            fields: components["schemas"]["FieldChoice"][];
            warnings: components["schemas"]["Problem"][];
        };
        ImportInput: {
            upload: string;
            sheet?: string | null;
            header_row?: number | null;
            encoding?: components["schemas"]["Encoding"] | null;
            /** Format: date */
            as_of: string;
            whole: boolean;
            columns: {
                [key: string]: string | null;
            };
            create_units?: boolean | null;
            /** Format: date */
            announced_on?: string | null;
            same_person?: {
                [key: string]: number;
            } | null;
            skip_refused: boolean;
            close_units?: boolean | null;
        };
        ImportPreview: {
            counts: components["schemas"]["Counts"];
            rows: components["schemas"]["RowReport"][];
            categories: components["schemas"]["CategoryChange"][];
            new_units: components["schemas"]["ImportsNewUnit"][];
            empty_units: components["schemas"]["EmptyUnit"][];
        };
        Imports: {
            imports: components["schemas"]["ImportEntry"][];
        };
        ImportsNewUnit: {
            path: string;
            kind: string;
        };
        Indicator: {
            code: string;
            name: string;
            name_en: string;
            question: string;
            item: string;
            options: string[];
            lower_is_better: boolean;
            baseline_survey: string;
            baseline_question: string;
            baseline_options: string[];
            claim: string;
            issue: string;
            clause: string;
        };
        IndicatorInput: {
            code: string;
            name: string;
            name_en: string;
            question: string;
            item: string;
            options: string[];
            lower_is_better: boolean;
            baseline_survey: string;
            baseline_question: string;
            baseline_options: string[];
            claim: string;
            issue: string;
            clause: string;
        };
        Issue: {
            code: string;
            name: string;
            evidence: string;
            direction: string;
            confidence: components["schemas"]["Confidence"];
            note: string;
            clause: string;
        };
        IssueInput: {
            reason: string;
        };
        IssueOffer: {
            code: string;
            name: string;
            direction: string;
        };
        Item: {
            code: string;
            text: string;
            text_en: string;
        };
        ItemAnswer: {
            item: string;
            option: string;
        };
        ItemAnswerInput: {
            item: string;
            option: string;
        };
        ItemEdit: {
            revision: number;
            table: string;
            key: string;
            remove: boolean;
            members: {
                [key: string]: string;
            };
        };
        ItemInput: {
            code: string;
            text: string;
            text_en: string;
        };
        ItemResult: {
            item: string;
            hidden: boolean;
            answered: number;
            options: components["schemas"]["OptionCount"][];
            spread: components["schemas"]["Spread"] | null;
            groups: components["schemas"]["GroupCounts"][];
        };
        Job: {
            /** Format: int64 */
            id: number;
            kind: string;
            state: components["schemas"]["State"];
            progress: number;
            step: string;
            result: unknown;
        };
        /** @enum {string} */
        Judgement: "keep" | "change" | "stop";
        KeptNotice: {
            line: components["schemas"]["NoticeLine"];
            by: string;
            audience_text: string;
            audience_text_en: string;
            people: number;
            read: number;
        };
        KeptNotices: {
            notices: components["schemas"]["KeptNotice"][];
        };
        /** @enum {string} */
        Kind: "paragraph" | "heading" | "quote" | "list" | "ordered_list" | "item" | "code_block" | "table" | "table_row" | "table_head" | "table_cell" | "rule" | "text" | "strong" | "emphasis" | "strike" | "code" | "link" | "image" | "line_break";
        LastDay: {
            /** Format: date */
            closes_on: string;
        };
        LastTerm: {
            /** Format: date */
            since: string;
            /** Format: date */
            until: string | null;
            terms: number;
            goes_on: boolean;
            moved_from: string;
        };
        LeaveLine: {
            /** Format: int64 */
            id: number;
            kind: string;
            /** Format: date */
            valid_from: string;
            /** Format: date */
            valid_until: string | null;
        };
        LeavePeriod: {
            kind: string;
            /** Format: date */
            valid_from: string;
            /** Format: date */
            valid_until?: string | null;
        };
        /** @enum {string} */
        Leavers: "keep" | "drop";
        Level: {
            code: string;
            name: string;
            name_en: string;
            order: number;
            category: string;
            purpose: string;
            required_courses: string[];
            needs_previous: boolean;
            confidence: components["schemas"]["Confidence"];
            note: string;
            clause: string;
        };
        LevelEvidence: {
            kind: components["schemas"]["LevelEvidenceKind"];
            code: string;
            name: string;
            name_en: string;
            /** Format: date */
            on: string;
        };
        /** @enum {string} */
        LevelEvidenceKind: "completion" | "certification";
        LevelHolder: {
            /** Format: int64 */
            certification: number;
            /** Format: int64 */
            staff: number;
            staff_no: string;
            name: string;
            unit_name: string;
            on_leave: boolean;
            /** Format: date */
            certified_on: string;
            /** Format: date */
            valid_until: string | null;
            number: string | null;
        };
        LevelHolders: {
            rows: components["schemas"]["LevelHolder"][];
        };
        LevelLine: {
            level: string;
            name: string;
            name_en: string;
            holders: number;
            ready: number;
            near: number;
        };
        LevelNeed: {
            kind: components["schemas"]["LevelNeedKind"];
            code: string;
            name: string;
            name_en: string;
            done: boolean;
        };
        /** @enum {string} */
        LevelNeedKind: "course" | "level";
        LevelRule: {
            level: string;
            name: string;
            name_en: string;
            purpose: string;
            required: components["schemas"]["LevelsCourseName"][];
            needs_previous: boolean;
            below: string;
            below_en: string;
            clause: string;
            note: string;
            confidence: components["schemas"]["Confidence"];
        };
        LevelStanding: {
            held: components["schemas"]["HeldLevel"] | null;
            next: components["schemas"]["NextLevel"] | null;
        };
        LevelsCourseName: {
            code: string;
            name: string;
            name_en: string;
        };
        /** @enum {string} */
        LevelsState: "valid" | "expired" | "revoked";
        Licence: {
            /** Format: int64 */
            id: number;
            name: string;
            course: string;
            course_name: string;
            course_name_en: string;
            url: string;
            seats: number;
            given: number;
            waiting: number;
            /** Format: date */
            valid_from: string;
            /** Format: date */
            last_day: string;
            over: boolean;
            eligibility: string;
            eligible: string;
            eligible_en: string;
            note: string;
            revision: number;
            may_ask: boolean;
            unfit: components["schemas"]["Unfit"][];
            mine: components["schemas"]["MyRequest"] | null;
        };
        LicenceChange: {
            name: string;
            course: string;
            url: string;
            seats: number;
            /** Format: date */
            valid_from: string;
            /** Format: date */
            last_day: string;
            eligibility: string;
            note: string;
            revision: number;
        };
        LicenceForm: {
            name: string;
            course: string;
            url: string;
            seats: number;
            /** Format: date */
            valid_from: string;
            /** Format: date */
            last_day: string;
            eligibility: string;
            note: string;
        };
        LicenceRequest: {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            staff: number;
            staff_no: string;
            name: string;
            unit_name: string;
            status: components["schemas"]["RequestStatus"];
            place: number;
            reason: string;
            why: string;
            /** Format: date-time */
            asked_at: string;
            /** Format: date-time */
            decided_at: string | null;
            decided_by: string;
        };
        LicenceRequests: {
            licence: components["schemas"]["Licence"];
            requests: components["schemas"]["LicenceRequest"][];
        };
        Licences: {
            licences: components["schemas"]["Licence"][];
        };
        LinkInput: {
            title: string;
            url: string;
        };
        Listed: {
            slug: string;
            name: string;
            name_en: string;
            plan_title: string;
            plan_title_en: string;
        };
        Look: {
            /** Format: date-time */
            at: string;
            actor: string;
        };
        LostCharacter: {
            row: number;
            column: string;
            character: string;
            text: string;
        };
        LostCharacters: {
            lost: components["schemas"]["LostCharacter"][];
        };
        MapArea: {
            code: string;
            name: string;
            name_en: string;
        };
        MapCategory: {
            code: string;
            name: string;
            name_en: string;
            axis: string;
            people: number;
        };
        MapSkill: {
            code: string;
            name: string;
            name_en: string;
            area: string;
            kind: components["schemas"]["SkillKind"];
            text: string;
            clause: string;
        };
        MapViewCell: {
            category: string;
            skill: string;
            mark: components["schemas"]["Mark"];
            scope: components["schemas"]["Scope"];
            qualifier: string;
            inherited_from: string | null;
            confidence: components["schemas"]["Confidence"];
            note: string;
            alternative: string;
            clause: string;
            people: number;
            held: number;
        };
        /** @enum {string} */
        Mark: "required" | "conditional";
        MarkInput: {
            /** Format: int64 */
            staff: number;
            mark: components["schemas"]["TrainingPresence"];
            reason: string;
        };
        /** @enum {string} */
        MatchedBy: "nothing" | "name" | "likeness" | "memory" | "choice";
        Material: {
            /** Format: int64 */
            id: number;
            title: string;
            url: string;
            file_name: string;
            size: number;
            /** Format: date-time */
            added_at: string;
            added_by: string;
        };
        Me: {
            /** Format: int64 */
            account: number;
            login: string;
            name: string;
            /** Format: int64 */
            staff: number | null;
            roles: components["schemas"]["RoleView"][];
            permissions: components["schemas"]["Permission"][];
            must_change: boolean;
            /** Format: int64 */
            unit: number | null;
            unit_name: string | null;
            municipality: components["schemas"]["MunicipalityName"];
            plan_title: string;
            plan_title_en: string;
            wording: {
                [key: string]: components["schemas"]["Word"];
            };
            fiscal_year: number;
            /** Format: date */
            today: string;
            demo: boolean;
        };
        Measure: {
            code: string;
            pillar: string;
            measure: string;
            action: string;
            audience: string;
            content: string;
            owner: string;
            training: boolean;
            confidence: components["schemas"]["Confidence"];
            note: string;
            clause: string;
        };
        MeasureOffer: {
            code: string;
            name: string;
        };
        MemberList: {
            rows: components["schemas"]["MemberRow"][];
            total: number;
        };
        MemberRow: {
            /** Format: int64 */
            staff: number;
            name: string;
            unit_name: string;
            rank: string;
            reason: string;
            because: string[];
        };
        Membership: {
            category: string;
            name: string;
            name_en: string;
            axis: string;
            axis_name: string;
            axis_name_en: string;
            primary: boolean;
            reason: string;
            reason_en: string;
            because: string[];
            clause: string;
            note: string;
            confidence: components["schemas"]["Confidence"];
        };
        /** @enum {string} */
        MembershipMove: "entered" | "left";
        MembershipSince: {
            category: string;
            /** Format: date */
            since: string;
            causes: components["schemas"]["Cause"][];
        };
        MergeInput: {
            /** Format: int64 */
            into: number;
            reason: string;
        };
        Mine: {
            /** Format: int64 */
            staff: number;
            name: string;
            unit_name: string;
            /** Format: int64 */
            unit: number | null;
            categories: components["schemas"]["Membership"][];
            required: number;
            held: number;
            conditional_open: number;
            level_name: string | null;
            next_level_name: string | null;
            next_done: number;
            next_needed: number;
            missing: components["schemas"]["MissingSkill"][];
        };
        Missing: {
            rows: components["schemas"]["MissingRow"][];
            total: number;
        };
        MissingRow: {
            /** Format: int64 */
            staff: number;
            name: string;
            unit_name: string;
        };
        MissingSkill: {
            skill: string;
            name: string;
            name_en: string;
            course: string | null;
            course_name: string | null;
            reachable_from: components["schemas"]["Reachable"];
        };
        Move: {
            /** Format: int64 */
            staff: number;
            name: string;
            kind: components["schemas"]["MoveKind"];
            /** Format: date */
            on: string;
            other_unit: string;
        };
        MoveAhead: {
            /** Format: date */
            on: string;
            unit_name: string;
        };
        MoveInput: {
            /** Format: int64 */
            staff: number;
            course: string;
            /** Format: int64 */
            run?: number | null;
            pinned: boolean;
            revision: number;
        };
        /** @enum {string} */
        MoveKind: "arrives" | "leaves";
        Moved: {
            revision: number;
            cautions: components["schemas"]["Caution"][];
        };
        MovedAway: {
            /** Format: int64 */
            staff: number;
            name: string;
            now_in: string;
        };
        Municipalities: {
            municipalities: components["schemas"]["Listed"][];
            demo: boolean;
        };
        Municipality: {
            slug: string;
            name: string;
            name_en: string;
            area_code: string;
        };
        MunicipalityName: {
            slug: string;
            name: string;
            name_en: string;
        };
        MyCheckSection: {
            /** Format: int64 */
            unit: number;
            unit_name: string;
            answered: number;
            submitted: boolean;
            open_remedies: number;
            overdue_remedies: number;
        };
        MyCompletion: {
            course: string;
            course_name: string;
            course_name_en: string;
            /** Format: date */
            completed_on: string;
            source: string;
        };
        MyNomination: {
            status: components["schemas"]["NomineeStatus"];
            applied: boolean;
            reason: string;
            head_reason: string;
            decision_reason: string;
            basis_no: string;
            /** Format: date */
            basis_on: string | null;
        };
        MyRequest: {
            /** Format: int64 */
            id: number;
            status: components["schemas"]["RequestStatus"];
            place: number;
            why: string;
        };
        MySeat: {
            enrolment: components["schemas"]["Enrolment"];
            run: components["schemas"]["Run"];
        };
        MySection: {
            section: components["schemas"]["SectionAnswer"];
            mine: boolean;
        };
        MySession: {
            /** Format: int64 */
            run: number;
            course_name: string;
            course_name_en: string;
            run_name: string;
            starts_at: string;
            ends_at: string;
            place: string;
            online_address: string;
            reachable_from: components["schemas"]["Reachable"];
        };
        MySurvey: {
            /** Format: int64 */
            wave: number;
            name: string;
            title: string;
            title_en: string;
            /** Format: date */
            closes_on: string;
            questions: number;
            begun: boolean;
            answered: boolean;
        };
        MySurveys: {
            surveys: components["schemas"]["MySurvey"][];
        };
        MyYear: {
            fiscal_year: number;
            obligations: components["schemas"]["Obligation"][];
            seats: components["schemas"]["MySeat"][];
            sessions: components["schemas"]["MySession"][];
            completions: components["schemas"]["MyCompletion"][];
        };
        Named: {
            /** Format: int64 */
            staff: number;
            reason: string;
        };
        NewAccount: {
            login: string;
            display_name: string;
            /** Format: int64 */
            staff?: number | null;
            password?: string | null;
            roles: components["schemas"]["Grant"][];
        };
        NewClaims: {
            kind: components["schemas"]["PracticeSource"];
            id: number;
            title: string;
            /** Format: date */
            on?: string | null;
            skills: string[];
            note: string;
        };
        NewCompletion: {
            line: number;
            /** Format: int64 */
            staff: number;
            staff_no: string;
            name: string;
            course: string;
            course_name: string;
            course_name_en: string;
            /** Format: date */
            completed_on: string;
            fiscal_year: number;
        };
        NewFeed: {
            path: string;
            /** Format: date-time */
            created_at: string;
        };
        NewReply: {
            text: string;
            files: number[];
            key?: string | null;
        };
        NewTopic: {
            /** Format: int64 */
            channel: number;
            title: string;
            text: string;
            tags: string[];
            files: number[];
            key?: string | null;
        };
        NewUnit: {
            code: string;
            name: string;
            kind: string;
            /** Format: int64 */
            parent?: number | null;
            tags: string[];
            /** Format: date */
            valid_from: string;
        };
        NewWorkTraining: {
            kind: components["schemas"]["WorkTrainingKind"];
            title: string;
            place: string;
            /** Format: date */
            from_on: string;
            /** Format: date */
            until_on: string;
            note: string;
            skills: string[];
            /** Format: int64 */
            staff: number;
        };
        NewestImport: {
            /** Format: int64 */
            id: number;
            file_name: string;
            /** Format: date */
            as_of: string;
            /** Format: date-time */
            imported_at: string;
            undone: boolean;
            refused: number;
        };
        NewsChange: {
            title: string;
            opening: string;
            closing: string;
            /** Format: date */
            from: string;
            /** Format: date */
            until: string;
            items: components["schemas"]["NewsItemInput"][];
            revision: number;
        };
        NewsColophon: {
            municipality: string;
            publisher: string;
            address: string;
            tel: string;
            fax: string;
            email: string;
            url: string;
        };
        NewsGroup: {
            kind: components["schemas"]["NewsKind"];
            items: components["schemas"]["NewsItem"][];
        };
        NewsItem: {
            kind: components["schemas"]["NewsKind"];
            id: number | null;
            title: string;
            lead: string;
            url: string;
            figure: string;
        };
        NewsItemInput: {
            kind: components["schemas"]["NewsKind"];
            id?: number | null;
            title: string;
            lead: string;
            url: string;
            figure: string;
        };
        /** @enum {string} */
        NewsKind: "improvement_case" | "answer" | "consultation" | "training" | "figure" | "trend" | "text";
        NewsLine: {
            /** Format: int64 */
            id: number;
            number: number | null;
            title: string;
            lead: string;
            status: components["schemas"]["NewsStatus"];
            /** Format: date */
            from: string;
            /** Format: date */
            until: string;
            /** Format: date */
            issued_on: string | null;
            items: number;
            url: string;
        };
        NewsProposal: {
            /** Format: date */
            from: string;
            /** Format: date */
            until: string;
            groups: components["schemas"]["NewsGroup"][];
        };
        NewsStart: {
            /** Format: date */
            from?: string | null;
            /** Format: date */
            until?: string | null;
            title: string;
            fill: boolean;
        };
        /** @enum {string} */
        NewsStatus: "draft" | "published";
        Newsletter: {
            line: components["schemas"]["NewsLine"];
            opening_pieces: components["schemas"]["Piece"][];
            closing_pieces: components["schemas"]["Piece"][];
            items: components["schemas"]["ShownItem"][];
            colophon: components["schemas"]["NewsColophon"];
            /** Format: int64 */
            before: number | null;
            /** Format: int64 */
            after: number | null;
            may_edit: boolean;
            opening: string;
            closing: string;
            revision: number;
        };
        Newsletters: {
            issues: components["schemas"]["NewsLine"][];
            may_publish: boolean;
        };
        NextLevel: {
            code: string;
            name: string;
            name_en: string;
            purpose: string;
            note: string;
            clause: string;
            confidence: components["schemas"]["Confidence"];
            needs: components["schemas"]["LevelNeed"][];
        };
        NextYear: {
            fiscal_year: number;
            /** Format: int64 */
            version: number | null;
            new_draft: boolean;
            added: number;
            changed: number;
            stopped: number;
            already: number;
            every_year: number;
            gone: number;
            by_hand: components["schemas"]["ByHand"][];
        };
        NextYearInput: {
            fiscal_year: number;
        };
        NominationsAskInput: {
            sections: components["schemas"]["AskSection"][];
        };
        Nominee: {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            staff: number;
            staff_no: string;
            name: string;
            rank: string;
            /** Format: int64 */
            unit: number;
            unit_name: string;
            now_in: string;
            status: components["schemas"]["NomineeStatus"];
            applied: boolean;
            on_leave: boolean;
            reason: string;
            head_reason: string;
            decision_reason: string;
            place: number;
            last: components["schemas"]["LastTerm"] | null;
            move: components["schemas"]["MoveAhead"] | null;
            against: components["schemas"]["Words"][];
        };
        /** @enum {string} */
        NomineeStatus: "applied" | "declined" | "withdrawn" | "nominated" | "selected" | "reserve" | "not_selected" | "appointed";
        NotCompleted: {
            /** Format: int64 */
            enrolment: number;
            reason: string;
        };
        NotReader: {
            /** Format: int64 */
            staff: number;
            name: string;
            unit_name: string;
        };
        Nothing: Record<string, never>;
        Notice: {
            /** Format: int64 */
            staff: number;
            staff_no: string;
            name: string;
            /** Format: int64 */
            unit: number;
            unit_name: string;
            status: components["schemas"]["NomineeStatus"];
            applied: boolean;
            reason: string;
            basis_no: string;
            /** Format: date */
            basis_on: string;
        };
        NoticeChange: {
            kind: components["schemas"]["NoticeKind"];
            title: string;
            text: string;
            audience: string;
            link: string;
            /** Format: date */
            from: string;
            /** Format: date */
            until?: string | null;
            important: boolean;
            files: number[];
            revision: number;
            again: boolean;
        };
        NoticeForm: {
            kind: components["schemas"]["NoticeKind"];
            title: string;
            text: string;
            audience: string;
            link: string;
            /** Format: date */
            from: string;
            /** Format: date */
            until?: string | null;
            important: boolean;
            files: number[];
        };
        /** @enum {string} */
        NoticeKind: "national_trend" | "support_scheme" | "training" | "tools" | "security" | "general" | "newsletter";
        NoticeLine: {
            /** Format: int64 */
            id: number;
            kind: components["schemas"]["NoticeKind"];
            title: string;
            lead: string;
            important: boolean;
            status: components["schemas"]["NoticeStatus"];
            /** Format: date */
            from: string;
            /** Format: date */
            until: string | null;
            link: string;
            files: number;
            /** Format: date-time */
            published_at: string | null;
            /** Format: date-time */
            edited_at: string | null;
            /** Format: date-time */
            read_at: string | null;
            url: string;
        };
        NoticeRevision: {
            revision: number;
        };
        /** @enum {string} */
        NoticeStatus: "draft" | "published" | "taken_back";
        NoticeTakingBack: {
            revision: number;
            reason: string;
        };
        Notices: {
            round: components["schemas"]["Round"];
            title: components["schemas"]["Words"];
            notices: components["schemas"]["Notice"][];
        };
        NoticesNotice: {
            line: components["schemas"]["NoticeLine"];
            pieces: components["schemas"]["Piece"][];
            attached: components["schemas"]["File"][];
            by: string;
            taken_back_why: string;
            may_edit: boolean;
            may_see_readers: boolean;
            text: string;
            audience: string;
            audience_text: string;
            audience_text_en: string;
            revision: number;
        };
        NoticesNotices: {
            notices: components["schemas"]["NoticeLine"][];
            unread: number;
            may_publish: boolean;
        };
        NoticesReaders: {
            line: components["schemas"]["NoticeLine"];
            people: number;
            read: number;
            on_leave: number;
            sections: components["schemas"]["ReaderSection"][];
            not_read: components["schemas"]["NotReader"][];
        };
        NumberInput: {
            staff_no: string;
            /** Format: date */
            valid_from: string;
        };
        Obligation: {
            course: string;
            course_name: string;
            course_name_en: string;
            /** Format: date */
            due: string;
            done: boolean;
            overdue: boolean;
            /** Format: date */
            completed_on: string | null;
            /** Format: date */
            valid_until: string | null;
            reason: string;
            reason_en: string;
            clause: string;
            reachable_from: components["schemas"]["Reachable"];
        };
        /** @enum {string} */
        Obstacle: "none" | "no_run" | "taken_out" | "not_meant" | "decided" | "leave" | "overlap" | "full" | "section_full" | "section_day";
        ObstacleCount: {
            obstacle: components["schemas"]["Obstacle"];
            people: number;
        };
        Offer: {
            kind: components["schemas"]["PracticeSource"];
            source: number;
            title: string;
            url: string;
            /** Format: date */
            on: string | null;
            rules: components["schemas"]["OfferRule"][];
            skills: components["schemas"]["OfferedSkill"][];
        };
        OfferRule: {
            text: string;
            clause: string;
            note: string;
        };
        OfferedSkill: {
            skill: string;
            name: string;
            name_en: string;
            area_name: string;
            needed: boolean;
            holds: boolean;
            claimed: components["schemas"]["Status"] | null;
        };
        OpenDecision: {
            /** Format: int64 */
            staff: number;
            name: string;
            skill: string;
            skill_name: string;
            clause: string;
        };
        Option: {
            code: string;
            text: string;
            text_en: string;
            with_text: boolean;
            alone: boolean;
        };
        OptionCount: {
            code: string;
            count: number;
            share: number;
        };
        OptionInput: {
            code: string;
            text: string;
            text_en: string;
            with_text: boolean;
            alone: boolean;
        };
        /** @enum {string} */
        Organisation: "then" | "now";
        OutstandingCourse: {
            course: string;
            course_name: string;
            course_name_en: string;
            /** Format: date */
            due: string;
            overdue: boolean;
            /** Format: int64 */
            run: number | null;
            status: components["schemas"]["EnrolmentStatus"] | null;
            starts_at: string | null;
        };
        OutstandingPage: {
            fiscal_year: number;
            people: components["schemas"]["OutstandingPerson"][];
            total: number;
            courses: components["schemas"]["OutstandingTotal"][];
            /** Format: int64 */
            next: number | null;
        };
        OutstandingPerson: {
            /** Format: int64 */
            staff: number;
            staff_no: string;
            name: string;
            unit_path: string;
            rank: string;
            courses: components["schemas"]["OutstandingCourse"][];
        };
        OutstandingTotal: {
            course: string;
            course_name: string;
            course_name_en: string;
            /** Format: date */
            due: string;
            people: number;
        };
        Overview: {
            rounds: components["schemas"]["RoundLine"][];
            roles: components["schemas"]["RoleLine"][];
        };
        PackOffer: {
            code: string;
            title: string;
            title_en: string;
            purpose: components["schemas"]["Purpose"];
            source: string;
            questions: number;
        };
        PairedMean: {
            question: string;
            item: string;
            name: string;
            name_en: string;
            pairs: number;
            before: number;
            after: number;
            difference: number;
            low: number;
            high: number;
            effect: number;
            p: number;
            sentence: string;
            sentence_en: string;
        };
        PairedShare: {
            question: string;
            item: string;
            indicator: string;
            name: string;
            name_en: string;
            lower_is_better: boolean;
            pairs: number;
            before: number;
            after: number;
            difference: number;
            low: number;
            high: number;
            effect: number;
            p: number;
            sentence: string;
            sentence_en: string;
        };
        Pairs: {
            before: components["schemas"]["Wave"];
            after: components["schemas"]["Wave"];
            pairs: number;
            left_out: number;
            too_few: boolean;
            shares: components["schemas"]["PairedShare"][];
            means: components["schemas"]["PairedMean"][];
        };
        PaperAnswer: {
            code: string;
            answers: components["schemas"]["SurveysAnswer2"][];
        };
        PaperForm: {
            name: string;
            unit_name: string;
            code: string;
        };
        PaperForms: {
            form: components["schemas"]["AnswerForm"];
            forms: components["schemas"]["PaperForm"][];
        };
        PaperInput: {
            /** Format: int64 */
            unit: number;
        };
        /** @enum {string} */
        PaperLanguage: "ja" | "en";
        PasswordInput: {
            current: string;
            next: string;
        };
        PeriodEnd: {
            /** Format: date */
            valid_until?: string | null;
        };
        /** @enum {string} */
        Permission: "see_own" | "see_section" | "see_city" | "see_future_postings" | "see_statistics" | "see_targets" | "rate_self" | "confirm_skills" | "record_evidence" | "decide_conditional" | "appoint" | "level_certify" | "edit_people" | "import_people" | "export_data" | "edit_plan" | "enact_plan" | "training_enrol" | "training_release" | "training_manage" | "survey_answer" | "survey_read" | "survey_manage" | "take_part" | "moderate" | "advise" | "manage_desk" | "confirm_cases" | "manage_improvement" | "answer_selfcheck" | "publish_notices" | "manage_accounts" | "read_audit" | "manage_system";
        /** @enum {string} */
        PersonCell: "none" | "missing" | "held" | "undecided";
        PersonHeat: {
            columns: components["schemas"]["HeatColumn"][];
            rows: components["schemas"]["PersonHeatRow"][];
            /** Format: date */
            as_of: string;
        };
        PersonHeatRow: {
            /** Format: int64 */
            staff: number;
            name: string;
            rank: string;
            on_leave: boolean;
            cells: components["schemas"]["PersonCell"][];
        };
        PersonSkills: {
            required: number;
            held: number;
            conditional_open: number;
            categories: components["schemas"]["CategoryProgress"][];
            rows: components["schemas"]["SkillRow"][];
        };
        Piece: {
            kind: components["schemas"]["Kind"];
            depth: number;
            number: number;
            text: string;
            href: string;
        };
        PlacedProblem: {
            line: number;
            column: number;
            pointer: string;
            ja: string;
            en: string;
        };
        Plan: {
            municipality: components["schemas"]["Municipality"];
            document: components["schemas"]["Document"];
            population: components["schemas"]["Population"];
            wording: components["schemas"]["Wording"][];
            glossary: components["schemas"]["GlossaryEntry"][];
            policies: components["schemas"]["Policy"][];
            statements: components["schemas"]["Statement"][];
            ranks: components["schemas"]["Rank"][];
            axes: components["schemas"]["Axis"][];
            categories: components["schemas"]["Category"][];
            roles: components["schemas"]["AppointedRole"][];
            areas: components["schemas"]["SkillArea"][];
            skills: components["schemas"]["Skill"][];
            requirements: components["schemas"]["Requirement"][];
            courses: components["schemas"]["Course"][];
            year_plan: components["schemas"]["YearRow"][];
            practice: components["schemas"]["PracticeRule"][];
            levels: components["schemas"]["Level"][];
            targets: components["schemas"]["Target"][];
            measures: components["schemas"]["Measure"][];
            issues: components["schemas"]["Issue"][];
            baselines: components["schemas"]["Baseline"][];
            guideline: components["schemas"]["GuidelineItem"][];
        };
        PlanDocument: {
            version: components["schemas"]["Version"];
            plan: components["schemas"]["Plan"];
            to_confirm: components["schemas"]["Doubt"][];
            problems: components["schemas"]["PlacedProblem"][];
            rules: components["schemas"]["RuleSentence"][];
        };
        /** @enum {string} */
        PlanState: "computing" | "proposed" | "confirmed";
        PlannedCourse: {
            course: string;
            course_name: string;
            course_name_en: string;
            wanted: number;
            seated: number;
            further_runs: number;
            run_seats: number | null;
            month: number;
            obstacles: components["schemas"]["ObstacleCount"][];
        };
        PlannedRun: {
            /** Format: int64 */
            run: number;
            course: string;
            course_name: string;
            course_name_en: string;
            name: string;
            starts_at: string | null;
            capacity: number | null;
            per_unit: number;
            taken: number;
            planned: number;
        };
        PlannedSeat: {
            /** Format: int64 */
            staff: number;
            staff_no: string;
            name: string;
            unit_name: string;
            course: string;
            course_name: string;
            course_name_en: string;
            required: boolean;
            asked: boolean;
            pinned: boolean;
            /** Format: int64 */
            run: number | null;
            obstacle: components["schemas"]["Obstacle"];
        };
        Policy: {
            title: string;
            issued: string;
            period: string;
            relation: components["schemas"]["PolicyRelation"];
            note: string;
            clause: string;
        };
        /** @enum {string} */
        PolicyRelation: "upper" | "lower" | "related" | "predecessor";
        Population: {
            rule: string;
            text: string;
            note: string;
            clause: string;
        };
        PopulationView: {
            people: number;
            counted: number;
            rule: string;
            sentence: string;
            sentence_en: string;
            clause: string;
        };
        PostReport: {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            topic: number;
            /** Format: int64 */
            reply: number | null;
            title: string;
            pieces: components["schemas"]["Piece"][];
            author: components["schemas"]["Author"];
            reason: string;
            reported_by: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            decided_at: string | null;
            decided_by: string;
            hidden: boolean;
        };
        PostReportInput: {
            reason: string;
        };
        PostReports: {
            reports: components["schemas"]["PostReport"][];
        };
        Posted: {
            id: number;
            revision: number;
        };
        PostingEnd: {
            /** Format: date */
            ended_on?: string | null;
            /** Format: date */
            seen_ended_on?: string | null;
        };
        PostingInput: {
            /** Format: int64 */
            unit: number;
            kind: components["schemas"]["PostingKind"];
            rank: string;
            title?: string | null;
            is_head?: boolean | null;
            /** Format: date */
            effective_on: string;
            /** Format: date */
            ended_on?: string | null;
            /** Format: date */
            announced_on?: string | null;
        };
        /** @enum {string} */
        PostingKind: "primary" | "concurrent" | "acting";
        PostingLine: {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            unit: number;
            unit_name: string;
            unit_path: string;
            kind: components["schemas"]["PostingKind"];
            rank: string;
            title: string;
            is_head: boolean;
            /** Format: date */
            effective_on: string;
            /** Format: date */
            ended_on: string | null;
            /** Format: date */
            announced_on: string;
        };
        /** @enum {string} */
        PracticeConfirmer: "head";
        PracticeRule: {
            code: string;
            source: components["schemas"]["PracticeSource"];
            skills: string[];
            confirmed_by: components["schemas"]["PracticeConfirmer"];
            text: string;
            confidence: components["schemas"]["Confidence"];
            note: string;
            clause: string;
        };
        /** @enum {string} */
        PracticeSource: "accepted_answer" | "consultation" | "improvement_case" | "project";
        PracticeWord: {
            word: string;
        };
        Prerequisite: {
            course: string;
            name: string;
            name_en: string;
            completed: boolean;
        };
        /** @enum {string} */
        Presence: "absent" | "hidden" | "seen";
        Preview: {
            pieces: components["schemas"]["Piece"][];
        };
        PreviewInput: {
            upload: string;
            sheet?: string | null;
            header_row?: number | null;
            encoding?: components["schemas"]["Encoding"] | null;
            /** Format: date */
            as_of: string;
            whole: boolean;
            columns: {
                [key: string]: string | null;
            };
            create_units?: boolean | null;
            /** Format: date */
            announced_on?: string | null;
            same_person?: {
                [key: string]: number;
            } | null;
        };
        PrintInput: {
            certifications: number[];
            language?: components["schemas"]["PaperLanguage"] | null;
        };
        PriorReport: {
            level: string;
            level_name: string;
            level_name_en: string;
            rows: components["schemas"]["PriorRow"][];
            refused: components["schemas"]["RefusedCell"][];
            recorded: boolean;
        };
        PriorRow: {
            line: number;
            /** Format: int64 */
            staff: number;
            staff_no: string;
            name: string;
            /** Format: date */
            certified_on: string;
            basis: string;
        };
        Problem: {
            pointer: string;
            problem: string;
            problem_en: string;
        };
        Profile: {
            /** Format: int64 */
            id: number;
            staff_no: string;
            numbers: string[];
            name: string;
            kana: string;
            former_name: string;
            legal_name: string;
            email: string;
            /** Format: date */
            joined_on: string | null;
            /** Format: date */
            left_on: string | null;
            motivation: string;
            engagement: components["schemas"]["CurrentEngagement"] | null;
            postings: components["schemas"]["PostingLine"][];
            leaves: components["schemas"]["LeaveLine"][];
            systems: components["schemas"]["SystemLine"][];
            appointments: components["schemas"]["Appointment"][];
            history: components["schemas"]["HistoryLine"][];
            visible_to: components["schemas"]["Viewer"][];
            looked: components["schemas"]["Look"][];
        };
        /** @enum {string} */
        Provider: "city" | "jlis" | "national" | "prefecture" | "private_sector";
        /** @enum {string} */
        Purpose: "baseline" | "awareness" | "reaction" | "follow_up" | "self_check" | "other";
        Question: {
            code: string;
            section: string;
            type: components["schemas"]["QuestionType"];
            text: string;
            text_en: string;
            hint: string;
            hint_en: string;
            required: boolean;
            options: components["schemas"]["Option"][];
            items: components["schemas"]["Item"][];
            least: number | null;
            most: number | null;
            unit: string;
            most_choices: number;
            if_question: string;
            if_any: string[];
            cut: boolean;
            text_lost: boolean;
            note: string;
            clause: string;
        };
        QuestionInput: {
            code: string;
            section: string;
            type: components["schemas"]["QuestionType"];
            text: string;
            text_en: string;
            hint: string;
            hint_en: string;
            required: boolean;
            options: components["schemas"]["OptionInput"][];
            items: components["schemas"]["ItemInput"][];
            least?: number | null;
            most?: number | null;
            unit: string;
            most_choices: number;
            if_question: string;
            if_any: string[];
            cut: boolean;
            text_lost: boolean;
            note: string;
            clause: string;
        };
        QuestionResult: {
            question: string;
            asked: number;
            items: components["schemas"]["ItemResult"][];
            texts: number;
        };
        /** @enum {string} */
        QuestionType: "single" | "multiple" | "scale" | "matrix" | "number" | "short_text" | "long_text";
        Rank: {
            name: string;
            order: number;
            band: components["schemas"]["RankBand"];
            aliases: string[];
            note: string;
            clause: string;
        };
        /** @enum {string} */
        RankBand: "executive" | "management" | "supervisory" | "staff";
        /** @enum {string} */
        Reachable: "lgwan" | "internet" | "both";
        Reaction: {
            kind: components["schemas"]["ReactionKind"];
            count: number;
            mine: boolean;
        };
        ReactionInput: {
            kind: components["schemas"]["ReactionKind"];
            on: boolean;
        };
        /** @enum {string} */
        ReactionKind: "insightful" | "helpful" | "will_try" | "same_here";
        ReadInput: {
            reply: number;
        };
        ReaderSection: {
            /** Format: int64 */
            unit: number;
            unit_name: string;
            people: number;
            read: number;
        };
        /** @enum {string} */
        Readers: "office" | "leaders" | "everybody";
        RecommendInput: {
            staff: number[];
            route?: components["schemas"]["EnrolmentRoute"] | null;
            reason: string;
            basis_no?: string | null;
        };
        Recommended: {
            enrolments: components["schemas"]["Enrolment"][];
            already: number[];
            conflicts: components["schemas"]["Conflict"][];
        };
        Recount: {
            level: string;
            frozen: number;
            now: number;
        };
        Refusal: {
            code: string;
            message: string;
            message_en: string;
            detail: string;
            detail_en: string;
            problems: components["schemas"]["Problem"][];
            request: string;
        };
        RefusedCell: {
            line: number;
            column: string;
            value: string;
            reason: string;
            reason_en: string;
        };
        RefusedCompletion: {
            line: number;
            staff_no: string;
            name: string;
            problems: components["schemas"]["RowProblem"][];
        };
        RefusedMark: {
            line: number;
            staff_no: string;
            name: string;
            problems: components["schemas"]["RowProblem"][];
        };
        Remedies: {
            remedies: components["schemas"]["Remedy"][];
            open: number;
            overdue: number;
            done: number;
        };
        Remedy: {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            check: number;
            fiscal_year: number;
            /** Format: int64 */
            unit: number;
            unit_name: string;
            item: string;
            item_text: string;
            item_text_en: string;
            answer: components["schemas"]["Choice"];
            what: string;
            who: string;
            /** Format: date */
            due: string;
            status: components["schemas"]["RemedyStatus"];
            overdue: boolean;
            result: string;
            revision: number;
            may_edit: boolean;
            may_reopen: boolean;
            steps: components["schemas"]["RemedyStep"][];
        };
        RemedyChange: {
            what: string;
            who: string;
            /** Format: date */
            due: string;
            revision: number;
        };
        RemedyDone: {
            revision: number;
            result: string;
        };
        RemedyPlan: {
            what: string;
            who: string;
            /** Format: date */
            due: string;
        };
        RemedyReopening: {
            revision: number;
            reason: string;
            /** Format: date */
            due?: string | null;
        };
        /** @enum {string} */
        RemedyStatus: "draft" | "open" | "done";
        RemedyStep: {
            kind: components["schemas"]["RemedyStepKind"];
            /** Format: date-time */
            at: string;
            by: string;
            note: string;
        };
        /** @enum {string} */
        RemedyStepKind: "planned" | "changed" | "done" | "reopened";
        RemindInput: {
            units: number[];
        };
        Reminded: {
            sections: number;
        };
        ReminderRound: {
            /** Format: int64 */
            id: number;
            course: string;
            course_name: string;
            course_name_en: string;
            unit_name: string;
            note: string;
            people: number;
            without_address: number;
            letters: number;
            sent: number;
            failed: number;
            /** Format: date-time */
            created_at: string;
            created_by: string;
        };
        Reminders: {
            relay: boolean;
            rounds: components["schemas"]["ReminderRound"][];
            failed: components["schemas"]["FailedLetter"][];
        };
        RemindersRemindInput: {
            course: string;
            /** Format: int64 */
            unit?: number | null;
            note: string;
            heads: boolean;
        };
        /** @enum {string} */
        Renewal: "yearly" | "continuing";
        Replies: {
            replies: components["schemas"]["Reply"][];
            earlier: number;
        };
        Reply: {
            /** Format: int64 */
            id: number;
            author: components["schemas"]["Author"];
            pieces: components["schemas"]["Piece"][];
            text: string;
            files: components["schemas"]["File"][];
            reactions: components["schemas"]["Reaction"][];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            edited_at: string | null;
            revision: number;
            accepted: boolean;
            hidden: boolean;
            hidden_why: string;
            may_edit: boolean;
            may_accept: boolean;
            may_claim: boolean;
        };
        ReplyChange: {
            revision: number;
            text: string;
            files: number[];
        };
        ReplyState: {
            hidden: boolean;
            why: string;
        };
        Report: {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            staff: number;
            staff_no: string;
            name: string;
            unit_name: string;
            on: components["schemas"]["ReportOn"];
            /** Format: int64 */
            enrolment: number | null;
            /** Format: int64 */
            run: number | null;
            /** Format: int64 */
            work_training: number | null;
            title: string;
            title_en: string;
            place: string;
            /** Format: date */
            from_on: string | null;
            /** Format: date */
            until_on: string | null;
            text: string;
            change: string;
            link: string;
            /** Format: date-time */
            submitted_at: string;
            proxy: string;
            /** Format: date-time */
            read_at: string | null;
            read_by: string;
            may_change: boolean;
            may_read: boolean;
        };
        ReportDue: {
            /** Format: int64 */
            staff: number;
            staff_no: string;
            name: string;
            on: components["schemas"]["ReportOn"];
            /** Format: int64 */
            enrolment: number | null;
            /** Format: int64 */
            work_training: number | null;
            title: string;
            title_en: string;
            /** Format: date */
            ended_on: string;
            /** Format: date */
            due: string;
            overdue: boolean;
        };
        ReportInput: {
            text: string;
            change: string;
            link: string;
        };
        /** @enum {string} */
        ReportOn: "run" | "ojt" | "dispatch";
        Reports: {
            due: components["schemas"]["ReportDue"][];
            reports: components["schemas"]["Report"][];
        };
        /** @enum {string} */
        RequestStatus: "waiting" | "given" | "declined" | "withdrawn" | "taken_back";
        RequiredBy: {
            category: string;
            name: string;
            inherited_from: string | null;
            clause: string;
        };
        Requirement: {
            category: string;
            skill: string;
            mark: components["schemas"]["Mark"];
            scope: components["schemas"]["Scope"];
            qualifier: string;
            confidence: components["schemas"]["Confidence"];
            alternative: string;
            note: string;
            clause: string;
        };
        ResponseRates: {
            wave: components["schemas"]["Wave"];
            sections: components["schemas"]["SectionRate"][];
            too_small: number;
        };
        Results: {
            wave: components["schemas"]["Wave"];
            survey: components["schemas"]["Survey"];
            counted: number;
            held_back: number;
            too_few: boolean;
            cuts: components["schemas"]["CutName"][];
            cut: string;
            questions: components["schemas"]["QuestionResult"][];
        };
        ResultsInput: {
            completed: number[];
            not_completed: components["schemas"]["NotCompleted"][];
            /** Format: date */
            completed_on: string;
        };
        ReturnReason: {
            reason: string;
        };
        ReturnWord: {
            word: string;
        };
        Review: {
            judgement: components["schemas"]["Judgement"];
            change: string;
            revision: number;
            /** Format: date-time */
            reviewed_at: string;
            reviewed_by: string;
        };
        ReviewInput: {
            fiscal_year: number;
            judgement: components["schemas"]["Judgement"];
            change: string;
            revision: number;
        };
        RevocationInput: {
            reason: string;
            /** Format: date */
            revoked_on?: string | null;
        };
        /** @enum {string} */
        Role: "staff" | "section_head" | "dx_leader" | "adviser" | "training_officer" | "dx_office" | "executive" | "administrator";
        RoleLine: {
            role: string;
            name: string;
            name_en: string;
            routes: components["schemas"]["Route"][];
            eligibility: string;
            per_section: number;
            term_years: number;
            renewal: string;
            note: string;
            clause: string;
            holders: number;
        };
        RoleView: {
            role: components["schemas"]["Role"];
            /** Format: int64 */
            unit: number | null;
            unit_name: string | null;
        };
        RollMark: {
            line: number;
            /** Format: int64 */
            staff: number;
            staff_no: string;
            name: string;
            /** Format: int64 */
            session: number;
            starts_at: string;
            mark: components["schemas"]["TrainingPresence"];
            reason: string;
        };
        RollReport: {
            marks: components["schemas"]["RollMark"][];
            unchanged: number;
            refused: components["schemas"]["RefusedMark"][];
            recorded: boolean;
        };
        Roster: {
            people: number;
            on_leave: number;
            last_import: components["schemas"]["NewestImport"] | null;
        };
        RosterAccounts: {
            missing: number;
            taken: string[];
            left: number;
        };
        Round: {
            role: string;
            fiscal_year: number;
            route: components["schemas"]["Route"];
            name: string;
            eligibility: string;
            per_section: number;
            /** Format: date */
            opens_on: string;
            /** Format: date */
            closes_on: string;
            /** Format: date */
            term_from: string;
            /** Format: date */
            term_until: string | null;
            renewal: components["schemas"]["Renewal"];
            max_terms: number;
            survives_transfer: boolean;
            note: string;
            /** Format: int64 */
            id: number;
            role_name: string;
            role_name_en: string;
            rule: components["schemas"]["Words"];
            renewal_text: string;
            clause: string;
            status: components["schemas"]["RoundStatus"];
            takes_answers: boolean;
            cancelled_why: string;
            basis_no: string;
            /** Format: date */
            basis_on: string | null;
            revision: number;
            city: string;
            city_en: string;
            issuer: string;
        };
        RoundBoard: {
            round: components["schemas"]["Round"];
            title: components["schemas"]["Words"];
            sections: components["schemas"]["SectionAnswer"][];
            nominees: components["schemas"]["Nominee"][];
            ending: components["schemas"]["EndingLine"][];
        };
        RoundChange: {
            role: string;
            fiscal_year: number;
            route: components["schemas"]["Route"];
            name: string;
            eligibility: string;
            per_section: number;
            /** Format: date */
            opens_on: string;
            /** Format: date */
            closes_on: string;
            /** Format: date */
            term_from: string;
            /** Format: date */
            term_until?: string | null;
            renewal: components["schemas"]["Renewal"];
            max_terms: number;
            survives_transfer: boolean;
            note: string;
            revision: number;
        };
        RoundFigures: {
            asked: number;
            answered: number;
            nominees: number;
            waiting: number;
            selected: number;
            appointed: number;
        };
        RoundForm: {
            role: string;
            fiscal_year: number;
            route: components["schemas"]["Route"];
            name: string;
            eligibility: string;
            per_section: number;
            /** Format: date */
            opens_on: string;
            /** Format: date */
            closes_on: string;
            /** Format: date */
            term_from: string;
            /** Format: date */
            term_until?: string | null;
            renewal: components["schemas"]["Renewal"];
            max_terms: number;
            survives_transfer: boolean;
            note: string;
        };
        RoundLine: {
            round: components["schemas"]["Round"];
            title: components["schemas"]["Words"];
            figures: components["schemas"]["RoundFigures"] | null;
            sections: components["schemas"]["MySection"][];
            applications: components["schemas"]["Nominee"][];
            mine: components["schemas"]["MyNomination"] | null;
            may_apply: boolean;
            against: components["schemas"]["Words"][];
        };
        RoundReason: {
            reason: string;
        };
        RoundState: {
            /** Format: int64 */
            id: number;
            status: components["schemas"]["RoundStatus"];
            revision: number;
        };
        /** @enum {string} */
        RoundStatus: "draft" | "open" | "decided" | "cancelled";
        /** @enum {string} */
        Route: "nomination" | "recommendation" | "open_call" | "position" | "course" | "selection" | "external";
        /** @enum {string} */
        RowKind: "added" | "changed" | "left" | "unchanged" | "refused";
        /** @enum {string} */
        RowMark: "required" | "conditional" | "optional";
        RowProblem: {
            column: string;
            value: string;
            problem: string;
            problem_en: string;
            remedy: string;
            remedy_en: string;
            refuses: boolean;
        };
        RowReport: {
            line: number;
            kind: components["schemas"]["RowKind"];
            staff_no: string;
            name: string;
            changes: components["schemas"]["FieldChange"][];
            problems: components["schemas"]["RowProblem"][];
            same_person: components["schemas"]["SamePerson"] | null;
        };
        RuleInput: {
            rule: string;
        };
        RuleReading: {
            ok: boolean;
            problems: components["schemas"]["Problem"][];
            sentence: string;
            sentence_en: string;
        };
        RuleSentence: {
            category: string;
            sentence: string;
            sentence_en: string;
        };
        Rules: {
            pieces: components["schemas"]["Piece"][];
            text: string;
            revision: number;
            may_change: boolean;
        };
        RulesInput: {
            text: string;
            revision: number;
        };
        Run: {
            /** Format: int64 */
            id: number;
            course: string;
            course_name: string;
            course_name_en: string;
            fiscal_year: number;
            name: string;
            capacity: number | null;
            /** Format: int64 */
            unit: number | null;
            unit_name: string;
            per_unit: number;
            /** Format: date */
            apply_from: string;
            /** Format: date */
            apply_until: string;
            /** Format: date */
            waiting_until: string | null;
            attend: components["schemas"]["Attend"];
            needs_release: boolean;
            status: components["schemas"]["RunStatus"];
            note: string;
            cancelled_why: string;
            per_day: number;
            report_days: number;
            revision: number;
            sessions: components["schemas"]["RunSession"][];
            applied: number;
            seated: number;
            waiting: number;
            completed: number;
            takes_applications: boolean;
            /** Format: int64 */
            my_enrolment: number | null;
            mine: components["schemas"]["EnrolmentStatus"] | null;
        };
        RunChange: {
            course: string;
            fiscal_year: number;
            name: string;
            capacity?: number | null;
            /** Format: int64 */
            unit?: number | null;
            per_unit: number;
            /** Format: date */
            apply_from: string;
            /** Format: date */
            apply_until: string;
            /** Format: date */
            waiting_until?: string | null;
            attend: components["schemas"]["Attend"];
            needs_release: boolean;
            note: string;
            per_day?: number | null;
            report_days?: number | null;
            sessions: components["schemas"]["SessionForm"][];
            revision: number;
        };
        RunForm: {
            course: string;
            fiscal_year: number;
            name: string;
            capacity?: number | null;
            /** Format: int64 */
            unit?: number | null;
            per_unit: number;
            /** Format: date */
            apply_from: string;
            /** Format: date */
            apply_until: string;
            /** Format: date */
            waiting_until?: string | null;
            attend: components["schemas"]["Attend"];
            needs_release: boolean;
            note: string;
            per_day?: number | null;
            report_days?: number | null;
            sessions: components["schemas"]["SessionForm"][];
        };
        RunList: {
            runs: components["schemas"]["Run"][];
        };
        RunReason: {
            reason: string;
        };
        RunSession: {
            /** Format: int64 */
            id: number;
            starts_at: string;
            ends_at: string;
            place: string;
            online_address: string;
        };
        /** @enum {string} */
        RunStatus: "draft" | "open" | "cancelled" | "closed";
        SamePerson: {
            /** Format: int64 */
            staff: number;
            staff_no: string;
            name: string;
            kana: string;
            unit_name: string;
        };
        /** @enum {string} */
        Scope: "unspecified" | "own_work" | "section" | "city";
        SeatDemand: {
            course: string;
            course_name: string;
            course_name_en: string;
            required: number;
            asked: number;
            runs: number;
            free_seats: number | null;
        };
        SeatOutlook: {
            courses: components["schemas"]["SeatDemand"][];
        };
        SeatPage: {
            seats: components["schemas"]["PlannedSeat"][];
            total: number;
        };
        SeatPlan: {
            /** Format: int64 */
            id: number;
            fiscal_year: number;
            state: components["schemas"]["PlanState"];
            per_day: number;
            wanted: number;
            seated: number;
            /** Format: date-time */
            created_at: string;
            created_by: string;
            /** Format: date-time */
            confirmed_at: string | null;
            basis_no: string;
            revision: number;
            required_wanted: number;
            required_seated: number;
            most_seats: number;
            most_required: number;
            runs: components["schemas"]["PlannedRun"][];
            courses: components["schemas"]["PlannedCourse"][];
            job: components["schemas"]["Job"] | null;
        };
        SeatPlanForm: {
            fiscal_year: number;
            courses: string[];
            per_day: number;
        };
        SeatPlanLine: {
            /** Format: int64 */
            id: number;
            fiscal_year: number;
            state: components["schemas"]["PlanState"];
            per_day: number;
            wanted: number;
            seated: number;
            /** Format: date-time */
            created_at: string;
            created_by: string;
            /** Format: date-time */
            confirmed_at: string | null;
            basis_no: string;
        };
        SeatPlanList: {
            plans: components["schemas"]["SeatPlanLine"][];
        };
        Section: {
            code: string;
            title: string;
            title_en: string;
            text: string;
            text_en: string;
        };
        SectionAnswer: {
            /** Format: int64 */
            unit: number;
            unit_name: string;
            unit_path: string;
            asked: boolean;
            quota: number;
            state: components["schemas"]["AnswerState"];
            named: number;
            going_on: number;
            reason: string;
            /** Format: date-time */
            answered_at: string | null;
            answered_by: string;
            proxy: boolean;
            revision: number;
            head: components["schemas"]["AskedHead"] | null;
            /** Format: date-time */
            reminded_at: string | null;
            reminded_times: number;
            held_last_year: number;
        };
        SectionCandidate: {
            /** Format: int64 */
            staff: number;
            staff_no: string;
            name: string;
            unit_name: string;
            rank: string;
            on_leave: boolean;
            against: components["schemas"]["Words"][];
            last: components["schemas"]["LastTerm"] | null;
            move: components["schemas"]["MoveAhead"] | null;
            status: components["schemas"]["NomineeStatus"] | null;
            reason: string;
            decision_reason: string;
        };
        SectionInput: {
            code: string;
            title: string;
            title_en: string;
            text: string;
            text_en: string;
        };
        SectionRate: {
            /** Format: int64 */
            unit: number | null;
            name: string;
            invited: number;
            answered: number;
        };
        SectionSeat: {
            /** Format: int64 */
            enrolment: number;
            /** Format: int64 */
            run: number;
            /** Format: int64 */
            staff: number;
            staff_no: string;
            name: string;
            course_name: string;
            course_name_en: string;
            run_name: string;
            status: components["schemas"]["EnrolmentStatus"];
            route: components["schemas"]["EnrolmentRoute"];
            reason: string;
            starts_at: string | null;
            capacity: number | null;
            seated: number;
            conflicts: components["schemas"]["Conflict"][];
        };
        SectionSheet: {
            round: components["schemas"]["Round"];
            title: components["schemas"]["Words"];
            section: components["schemas"]["SectionAnswer"];
            may_answer: boolean;
            candidates: components["schemas"]["SectionCandidate"][];
            moved_away: components["schemas"]["MovedAway"][];
        };
        SectionYear: {
            fiscal_year: number;
            /** Format: int64 */
            unit: number;
            unit_name: string;
            to_release: components["schemas"]["SectionSeat"][];
            going: components["schemas"]["SectionSeat"][];
            outstanding: components["schemas"]["OutstandingPerson"][];
        };
        SelectionInput: {
            nominees: number[];
            outcome: components["schemas"]["NomineeStatus"];
            reason: string;
        };
        SelfcheckAnswerInput: {
            item: string;
            answer?: components["schemas"]["Choice"] | null;
            remark: string;
            remedy?: components["schemas"]["RemedyPlan"] | null;
        };
        SessionChoice: {
            /** Format: int64 */
            session?: number | null;
        };
        SessionForm: {
            /** Format: int64 */
            id?: number | null;
            starts_at: string;
            ends_at: string;
            place: string;
            online_address: string;
        };
        SessionInfo: {
            /** Format: int64 */
            id: number;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            last_seen_at: string;
            address: string;
            agent: string;
            current: boolean;
        };
        Sessions: {
            sessions: components["schemas"]["SessionInfo"][];
        };
        ShownItem: {
            item: components["schemas"]["NewsItem"];
            pieces: components["schemas"]["Piece"][];
        };
        SignInInput: {
            login: string;
            password: string;
        };
        SimilarTopic: {
            /** Format: int64 */
            id: number;
            title: string;
            replies: number;
            accepted: boolean;
        };
        SimilarTopics: {
            topics: components["schemas"]["SimilarTopic"][];
        };
        Skill: {
            code: string;
            name: string;
            name_en: string;
            area: string;
            kind: components["schemas"]["SkillKind"];
            text: string;
            evidence_rule: components["schemas"]["EvidenceRule"];
            validity_months: number;
            confidence: components["schemas"]["Confidence"];
            note: string;
            clause: string;
        };
        SkillArea: {
            code: string;
            name: string;
            name_en: string;
            text: string;
            clause: string;
        };
        /** @enum {string} */
        SkillKind: "knowledge" | "skill" | "ability";
        SkillLearned: {
            skill: string;
            name: string;
            name_en: string;
        };
        SkillMapView: {
            areas: components["schemas"]["MapArea"][];
            categories: components["schemas"]["MapCategory"][];
            skills: components["schemas"]["MapSkill"][];
            cells: components["schemas"]["MapViewCell"][];
        };
        SkillName: {
            skill: string;
            name: string;
            name_en: string;
        };
        SkillRow: {
            skill: string;
            name: string;
            name_en: string;
            area: string;
            area_name: string;
            text: string;
            kind: components["schemas"]["SkillKind"];
            mark: components["schemas"]["RowMark"];
            needed: boolean;
            scope: components["schemas"]["Scope"];
            qualifier: string;
            from: components["schemas"]["RequiredBy"][];
            decision: components["schemas"]["ConditionalDecision"] | null;
            self: components["schemas"]["Evidence"] | null;
            confirmed: components["schemas"]["Evidence"] | null;
            certified: components["schemas"]["Evidence"] | null;
            evidence: components["schemas"]["Evidence"][];
            holds: boolean;
            /** Format: date */
            expires_on: string | null;
            courses: components["schemas"]["ClosingCourse"][];
        };
        Snapshot: {
            /** Format: int64 */
            id: number;
            /** Format: date */
            counted_on: string;
            /** Format: int64 */
            plan_version: number;
            plan_title: string;
            note: string;
            /** Format: date-time */
            taken_at: string;
            taken_by: string;
            figures: components["schemas"]["SnapshotFigure"][];
        };
        SnapshotFigure: {
            level: string;
            level_name: string;
            level_name_en: string;
            fiscal_year: number;
            target: number;
            reached: number;
            counting: components["schemas"]["Counting"];
            leavers: components["schemas"]["Leavers"];
            rule: string;
            rule_en: string;
            clause: string;
            sections: components["schemas"]["SnapshotSection"][];
        };
        SnapshotInput: {
            /** Format: date */
            counted_on: string;
            note?: string | null;
        };
        SnapshotList: {
            snapshots: components["schemas"]["Snapshot"][];
        };
        SnapshotPage: {
            snapshot: components["schemas"]["Snapshot"];
            same: boolean;
            recount: components["schemas"]["Recount"][];
            differences: components["schemas"]["Difference"][];
        };
        SnapshotSection: {
            name: string;
            path: string;
            depth: number;
            reached: number;
        };
        Speed: {
            topics: number;
            answered: number;
            solved: number;
            first_answer_minutes: number | null;
            accepted_minutes: number | null;
            answerers: components["schemas"]["Colleague"][];
        };
        Spread: {
            mean: number;
            deviation: number;
            lower_quartile: number;
            median: number;
            upper_quartile: number;
        };
        StaffCard: {
            /** Format: int64 */
            id: number;
            staff_no: string;
            name: string;
            kana: string;
            former_name: string;
            email: string;
        };
        StaffCategories: {
            rows: components["schemas"]["MembershipSince"][];
        };
        StaffChange: {
            name?: string | null;
            kana?: string | null;
            former_name?: string | null;
            legal_name?: string | null;
            email?: string | null;
            motivation?: string | null;
            /** Format: date */
            left_on?: string | null;
            seen?: components["schemas"]["StaffSeen"] | null;
        };
        StaffInput: {
            staff_no: string;
            name: string;
            kana: string;
            former_name?: string | null;
            legal_name?: string | null;
            email?: string | null;
            /** Format: date */
            joined_on: string;
            employment: string;
            occupation: string;
            recruitment?: string | null;
            uses_pc?: boolean | null;
            is_external?: boolean | null;
            /** Format: int64 */
            unit?: number | null;
            rank?: string | null;
            title?: string | null;
        };
        StaffList: {
            rows: components["schemas"]["StaffRow"][];
            total: number;
        };
        /** @enum {string} */
        StaffOrder: "kana" | "unit" | "rank" | "no";
        StaffPage: {
            profile: components["schemas"]["Profile"];
            categories: components["schemas"]["Membership"][];
            skills: components["schemas"]["PersonSkills"];
            level: components["schemas"]["LevelStanding"] | null;
        };
        StaffRow: {
            /** Format: int64 */
            id: number;
            staff_no: string;
            name: string;
            kana: string;
            /** Format: int64 */
            unit: number | null;
            unit_name: string;
            unit_path: string;
            rank: string;
            band: string;
            employment: string;
            occupation: string;
            concurrent: number;
            on_leave: boolean;
            primary_category: string | null;
            primary_category_name: string;
            required: number;
            held: number;
        };
        StaffSeen: {
            name?: string | null;
            kana?: string | null;
            former_name?: string | null;
            legal_name?: string | null;
            email?: string | null;
            motivation?: string | null;
        };
        /** @enum {string} */
        Stage: "reached" | "ready" | "near";
        /** @enum {string} */
        State: "queued" | "running" | "done" | "refused" | "failed";
        /** @enum {string} */
        Stated: "stated" | "derived" | "rank_only";
        Statement: {
            code: string;
            kind: components["schemas"]["StatementKind"];
            group: string;
            title: string;
            text: string;
            confidence: components["schemas"]["Confidence"];
            note: string;
            clause: string;
        };
        /** @enum {string} */
        StatementKind: "definition" | "principle" | "persona" | "ability" | "role" | "history" | "system" | "organisation";
        /** @enum {string} */
        Status: "waiting" | "confirmed" | "returned" | "withdrawn";
        SubstituteChoice: {
            /** Format: int64 */
            staff: number;
            staff_no: string;
            name: string;
            rank: string;
        };
        SubstituteInput: {
            /** Format: int64 */
            staff: number;
            reason: string;
        };
        Substitutes: {
            staff: components["schemas"]["SubstituteChoice"][];
        };
        Survey: {
            code: string;
            title: string;
            title_en: string;
            intro: string;
            intro_en: string;
            purpose: components["schemas"]["Purpose"];
            source: string;
            sections: components["schemas"]["Section"][];
            questions: components["schemas"]["Question"][];
            indicators: components["schemas"]["Indicator"][];
        };
        SurveyDetail: {
            summary: components["schemas"]["SurveySummary"];
            survey: components["schemas"]["Survey"];
            problems: components["schemas"]["Problem"][];
        };
        SurveyDraft: {
            revision: number;
            survey: components["schemas"]["SurveyInput"];
        };
        /** @enum {string} */
        SurveyFormat: "yaml" | "xlsx";
        SurveyInput: {
            code: string;
            title: string;
            title_en: string;
            intro: string;
            intro_en: string;
            purpose: components["schemas"]["Purpose"];
            source: string;
            sections: components["schemas"]["SectionInput"][];
            questions: components["schemas"]["QuestionInput"][];
            indicators: components["schemas"]["IndicatorInput"][];
        };
        SurveyList: {
            surveys: components["schemas"]["SurveySummary"][];
            packs: components["schemas"]["PackOffer"][];
        };
        SurveyReminder: {
            people: number;
            letters: number;
            without_address: number;
            heads: number;
            /** Format: date-time */
            reminded_at: string;
            note: string;
            reminded_by: string;
        };
        SurveyReminderInput: {
            note: string;
            heads: boolean;
        };
        SurveyReminders: {
            relay: boolean;
            reminders: components["schemas"]["SurveyReminder"][];
        };
        SurveyStart: {
            pack: string;
            /** Format: int64 */
            copy_of?: number | null;
            title: string;
        };
        /** @enum {string} */
        SurveyStatus: "draft" | "published";
        SurveySummary: {
            /** Format: int64 */
            id: number;
            code: string;
            version: number;
            title: string;
            title_en: string;
            purpose: components["schemas"]["Purpose"];
            status: components["schemas"]["SurveyStatus"];
            revision: number;
            /** Format: date-time */
            published_at: string | null;
            questions: number;
            waves: number;
        };
        SurveysAnswer2: {
            question: string;
            options: string[];
            items: components["schemas"]["ItemAnswerInput"][];
            number?: number | null;
            text: string;
        };
        SurveysAnswerInput: {
            answers: components["schemas"]["SurveysAnswer2"][];
        };
        SystemDuty: {
            system: string;
            /** Format: date */
            valid_from: string;
            /** Format: date */
            valid_until?: string | null;
        };
        SystemLine: {
            /** Format: int64 */
            id: number;
            system: string;
            /** Format: date */
            valid_from: string;
            /** Format: date */
            valid_until: string | null;
        };
        TableColumn: {
            code: string;
            group: string;
            text: string;
            text_en: string;
            count: components["schemas"]["ChoiceCount"];
            before: components["schemas"]["ChoiceCount"] | null;
        };
        TableGroup: {
            code: string;
            title: string;
            title_en: string;
            count: components["schemas"]["ChoiceCount"];
            before: components["schemas"]["ChoiceCount"] | null;
        };
        TableRow: {
            /** Format: int64 */
            unit: number;
            unit_name: string;
            submitted: boolean;
            answers: (components["schemas"]["Choice"] | null)[];
            before: (components["schemas"]["Choice"] | null)[];
            count: components["schemas"]["ChoiceCount"];
            count_before: components["schemas"]["ChoiceCount"] | null;
            open_remedies: number;
            overdue_remedies: number;
            done_remedies: number;
        };
        Target: {
            level: string;
            fiscal_year: number;
            people: number;
            counting: components["schemas"]["Counting"];
            leavers: components["schemas"]["Leavers"];
            confidence: components["schemas"]["Confidence"];
            note: string;
            clause: string;
        };
        TargetActual: {
            level: string;
            level_name: string;
            level_name_en: string;
            fiscal_year: number;
            target: number;
            actual: number | null;
            forecast: number | null;
            ready: number;
            on_the_way: number;
            /** Format: date */
            counted_on: string;
            counting: components["schemas"]["Counting"];
            leavers: components["schemas"]["Leavers"];
            rule: string;
            rule_en: string;
            assumption: string;
            assumption_en: string;
            clause: string;
            note: string;
            confidence: components["schemas"]["Confidence"];
        };
        TargetBreakdown: {
            target: components["schemas"]["TargetActual"];
            sections: components["schemas"]["TargetSection"][];
            people: components["schemas"]["TargetPerson"][];
        };
        TargetList: {
            rows: components["schemas"]["TargetActual"][];
        };
        TargetPerson: {
            /** Format: int64 */
            staff: number;
            staff_no: string;
            name: string;
            unit_name: string;
            stage: components["schemas"]["Stage"];
            done: number;
            needed: number;
        };
        TargetSection: {
            /** Format: int64 */
            unit: number | null;
            name: string;
            depth: number;
            reached: number;
            ready: number;
            near: number;
        };
        Text: {
            id: string;
            option: string;
            text: string;
            themes: number[];
        };
        TextThemes: {
            themes: number[];
        };
        Texts: {
            question: string;
            too_few: boolean;
            texts: components["schemas"]["Text"][];
            themes: components["schemas"]["Theme"][];
            words: components["schemas"]["WordCount"][];
        };
        Theme: {
            /** Format: int64 */
            id: number;
            name: string;
            issue: string;
            texts: number;
        };
        ThemeForm: {
            question: string;
            name: string;
            issue: string;
        };
        Todo: {
            kind: components["schemas"]["TodoKind"];
            text: string;
            text_en: string;
            count: number;
            url: string;
        };
        /** @enum {string} */
        TodoKind: "rate_skills" | "decide_conditional" | "confirm_cells" | "finish_draft" | "no_section_leader" | "refused_rows" | "take_training" | "session_soon" | "release_training" | "enter_attendance" | "open_runs" | "nominate" | "consent_application" | "select_nominees" | "write_report" | "confirm_work" | "read_reports" | "section_outstanding" | "answer_survey" | "answer_selfcheck" | "remedy_due" | "remedies_overdue" | "read_notice" | "answer_topics" | "judge_reports" | "answer_consultations" | "answer_desk" | "assign_consultations" | "adviser_reports" | "confirm_cases" | "confirm_practice";
        Topic: {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            channel: number;
            kind: components["schemas"]["ChannelKind"];
            channel_name: string;
            channel_name_en: string;
            group_name: string;
            title: string;
            author: components["schemas"]["Author"];
            pieces: components["schemas"]["Piece"][];
            text: string;
            tags: string[];
            files: components["schemas"]["File"][];
            reactions: components["schemas"]["Reaction"][];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            edited_at: string | null;
            /** Format: date-time */
            first_answer_at: string | null;
            /** Format: date-time */
            accepted_at: string | null;
            revision: number;
            /** Format: int64 */
            accepted: number | null;
            closed: boolean;
            hidden: boolean;
            hidden_why: string;
            followed: boolean;
            may_edit: boolean;
            may_reply: boolean;
            may_moderate: boolean;
            read_until: number;
            replies: components["schemas"]["Reply"][];
            earlier: number;
        };
        TopicChange: {
            revision: number;
            /** Format: int64 */
            channel: number;
            title: string;
            text: string;
            tags: string[];
            files: number[];
        };
        TopicLine: {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            channel: number;
            kind: components["schemas"]["ChannelKind"];
            channel_name: string;
            channel_name_en: string;
            title: string;
            author: components["schemas"]["Author"];
            tags: string[];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            last_at: string;
            replies: number;
            answered: boolean;
            accepted: boolean;
            unread: boolean;
            closed_group: boolean;
        };
        TopicLines: {
            topics: components["schemas"]["TopicLine"][];
            next: string | null;
        };
        TopicState: {
            hidden: boolean;
            closed: boolean;
            why: string;
        };
        /** @enum {string} */
        TrainingKind: "rank_based" | "elective" | "specialist" | "external" | "on_the_job" | "self_directed";
        /** @enum {string} */
        TrainingPresence: "present" | "late" | "absent";
        Trend: {
            survey: string;
            code: string;
            name: string;
            name_en: string;
            claim: string;
            question: string;
            question_en: string;
            issue: string;
            issue_name: string;
            lower_is_better: boolean;
            points: components["schemas"]["TrendPoint"][];
        };
        TrendPoint: {
            label: string;
            /** Format: int64 */
            wave: number | null;
            /** Format: date */
            on: string | null;
            fielded: string;
            share: number;
            answered: number | null;
            low: number | null;
            high: number | null;
            added_up: boolean;
            note: string;
            clause: string;
        };
        Trends: {
            trends: components["schemas"]["Trend"][];
        };
        Unfit: {
            text: string;
            text_en: string;
        };
        Unit: {
            /** Format: int64 */
            id: number;
            code: string;
            name: string;
            kind: string;
            /** Format: int64 */
            parent: number | null;
            depth: number;
            tags: string[];
            /** Format: date */
            valid_from: string;
            /** Format: date */
            valid_until: string | null;
            /** Format: int64 */
            succeeded_by: number | null;
            heads: components["schemas"]["Head"][];
            people: number;
        };
        UnitChange: {
            name?: string | null;
            /** Format: date */
            from?: string | null;
            /** Format: date */
            valid_until?: string | null;
            /** Format: int64 */
            succeeded_by?: number | null;
            tags?: string[] | null;
        };
        UnitEffect: {
            /** Format: int64 */
            unit: number;
            name: string;
            depth: number;
            enters: number;
            leaves: number;
            gap_before: number;
            gap_after: number;
        };
        UnitPage: {
            unit: components["schemas"]["Unit"];
            path: components["schemas"]["UnitStep"][];
            children: components["schemas"]["Unit"][];
            people: components["schemas"]["StaffRow"][];
            people_total: number;
            on_leave: number;
            moves: components["schemas"]["Move"][];
        };
        UnitStep: {
            /** Format: int64 */
            id: number;
            name: string;
        };
        Units: {
            units: components["schemas"]["Unit"][];
        };
        Verdict: {
            ok: boolean;
            entries: number;
            first_broken: number | null;
            last_hash: string;
        };
        Version: {
            /** Format: int64 */
            id: number;
            title: string;
            status: components["schemas"]["VersionStatus"];
            /** Format: date */
            in_force_from: string | null;
            /** Format: date */
            in_force_until: string | null;
            /** Format: int64 */
            based_on: number | null;
            revision: number;
            note: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            enacted_at: string | null;
        };
        /** @enum {string} */
        VersionStatus: "draft" | "in_force" | "superseded";
        Versions: {
            versions: components["schemas"]["Version"][];
        };
        /** @enum {string} */
        View: "all" | "unanswered" | "mine" | "followed" | "mentioned" | "matching";
        Viewer: {
            who: string;
            why: string;
            why_en: string;
        };
        Wave: {
            /** Format: int64 */
            survey: number;
            name: string;
            kind: components["schemas"]["WaveKind"];
            /** Format: int64 */
            pairs_with: number | null;
            audience: string;
            /** Format: date */
            as_of: string;
            /** Format: date */
            opens_on: string;
            /** Format: date */
            closes_on: string;
            threshold: number;
            readers: components["schemas"]["Readers"];
            /** Format: date */
            keys_until: string;
            note: string;
            /** Format: int64 */
            id: number;
            survey_code: string;
            survey_title: string;
            survey_title_en: string;
            survey_version: number;
            audience_text: string;
            audience_text_en: string;
            pairs_with_name: string;
            status: components["schemas"]["WaveStatus"];
            takes_answers: boolean;
            invited: number;
            answered: number;
            /** Format: date-time */
            keys_destroyed_at: string | null;
            /** Format: int64 */
            run: number | null;
            run_name: string;
            issuer: string;
            revision: number;
        };
        WaveChange: {
            /** Format: int64 */
            survey: number;
            name: string;
            kind: components["schemas"]["WaveKind"];
            /** Format: int64 */
            pairs_with?: number | null;
            audience: string;
            /** Format: date */
            as_of: string;
            /** Format: date */
            opens_on: string;
            /** Format: date */
            closes_on: string;
            threshold: number;
            readers: components["schemas"]["Readers"];
            /** Format: date */
            keys_until: string;
            note: string;
            revision: number;
        };
        WaveForm: {
            /** Format: int64 */
            survey: number;
            name: string;
            kind: components["schemas"]["WaveKind"];
            /** Format: int64 */
            pairs_with?: number | null;
            audience: string;
            /** Format: date */
            as_of: string;
            /** Format: date */
            opens_on: string;
            /** Format: date */
            closes_on: string;
            threshold: number;
            readers: components["schemas"]["Readers"];
            /** Format: date */
            keys_until: string;
            note: string;
        };
        /** @enum {string} */
        WaveKind: "baseline" | "before" | "after" | "follow_up" | "other";
        WaveList: {
            waves: components["schemas"]["Wave"][];
        };
        /** @enum {string} */
        WaveStatus: "draft" | "open" | "closed" | "cancelled";
        Withdrawn: {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            staff: number;
            skill: string;
        };
        Word: {
            word: string;
            word_en: string;
        };
        WordCount: {
            word: string;
            texts: number;
        };
        Wording: {
            term: string;
            word: string;
            word_en: string;
            note: string;
            clause: string;
        };
        Words: {
            ja: string;
            en: string;
        };
        WorkTraining: {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            staff: number;
            staff_no: string;
            name: string;
            unit_name: string;
            kind: components["schemas"]["WorkTrainingKind"];
            title: string;
            place: string;
            /** Format: date */
            from_on: string;
            /** Format: date */
            until_on: string;
            note: string;
            skills: components["schemas"]["SkillLearned"][];
            status: components["schemas"]["WorkTrainingStatus"];
            proxy: string;
            decided_by: string;
            decided_why: string;
            /** Format: date-time */
            decided_at: string | null;
            /** Format: date-time */
            reported_at: string | null;
            may_change: boolean;
            may_confirm: boolean;
            revision: number;
        };
        WorkTrainingChange: {
            kind: components["schemas"]["WorkTrainingKind"];
            title: string;
            place: string;
            /** Format: date */
            from_on: string;
            /** Format: date */
            until_on: string;
            note: string;
            skills: string[];
            revision: number;
        };
        /** @enum {string} */
        WorkTrainingKind: "ojt" | "dispatch";
        /** @enum {string} */
        WorkTrainingStatus: "recorded" | "confirmed" | "returned";
        WorkTrainings: {
            records: components["schemas"]["WorkTraining"][];
        };
        WritingInput: {
            text: string;
        };
        YearRow: {
            fiscal_year: number;
            band: string;
            course: string;
            activity: string;
            months: number[];
            confidence: components["schemas"]["Confidence"];
            note: string;
            clause: string;
        };
    };
    responses: never;
    parameters: {
        municipality: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listen: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 変化の知らせ（Server-Sent Events） */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInInput"];
            };
        };
        responses: {
            /** @description サインインする */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description wrong_credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description locked_out, rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description サインアウトする */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 自分のアカウント、権限、計画のことば */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 自分のサインインの一覧 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sessions"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    endOtherSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ほかのすべての端末からサインアウトする */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ひとつの端末からサインアウトする */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordInput"];
            };
        };
        responses: {
            /** @description 自分のパスワードを変える */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description not_signed_in, session_expired, wrong_credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description weak_password, invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description locked_out */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listDemoAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description デモ用アカウント */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemoAccounts"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listAccounts: {
        parameters: {
            query?: {
                q?: string;
                role?: components["schemas"]["Role"];
                page?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description アカウントの一覧 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accounts"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    createAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAccount"];
            };
        };
        responses: {
            /** @description アカウントを作る */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description already_exists */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description weak_password, invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description アカウント */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    changeAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountChange"];
            };
        };
        responses: {
            /** @description アカウントの名前、職員、役割、停止、パスワードを変える */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description already_exists, in_use */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description weak_password, invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    compareAccountsWithRoster: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description アカウントのない職員と、退職した人のアカウントの数 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RosterAccounts"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    makeMissingAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description アカウントのない職員すべてに、職員番号のアカウントを作る。最初のパスワードを渡すまでサインインできない */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountsMade"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    disableAccountsOfLeavers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 退職した人のアカウントをすべて停止する */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountsDisabled"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description in_use */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listAudit: {
        parameters: {
            query?: {
                actor?: string;
                action?: string;
                kind?: string;
                subject?: number;
                from?: string;
                until?: string;
                before?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 操作と閲覧の記録 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEntries"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    verifyAudit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 記録が書き換えられていないか確かめる */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verdict"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    exportAudit: {
        parameters: {
            query?: {
                actor?: string;
                action?: string;
                kind?: string;
                subject?: number;
                from?: string;
                until?: string;
                before?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 記録を CSV で取り出す */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    putAttachment: {
        parameters: {
            query: {
                name: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": unknown;
            };
        };
        responses: {
            /** @description 文章に添えるファイルを載せる */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["File"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input, unreadable_file */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getAttachment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 添えられたファイル（見られる人は、添えた先を見られる人） */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    units: {
        parameters: {
            query?: {
                on?: string;
                organisation?: components["schemas"]["Organisation"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 組織の一覧 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Units"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    addUnit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewUnit"];
            };
        };
        responses: {
            /** @description 組織を設ける */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unit"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description already_exists */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    unitPage: {
        parameters: {
            query?: {
                on?: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 所属のページ */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitPage"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    changeUnit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnitChange"];
            };
        };
        responses: {
            /** @description 組織の名称変更・統合・廃止 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unit"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description in_use, changed_meanwhile */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    staffList: {
        parameters: {
            query?: {
                on?: string;
                q?: string;
                unit?: number;
                category?: string;
                rank?: string;
                employment?: string;
                leave?: boolean;
                missing?: string;
                sort?: components["schemas"]["StaffOrder"];
                page?: number;
                size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 職員の一覧 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffList"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    addStaff: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffInput"];
            };
        };
        responses: {
            /** @description 職員を登録する */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description already_exists */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    search: {
        parameters: {
            query: {
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 職員・所属・計画の言葉を探す */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hits"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    staffCard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 職員の名刺 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffCard"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    changeStaff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffChange"];
            };
        };
        responses: {
            /** @description 氏名や意欲を改める */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description changed_meanwhile */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    renumberStaff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NumberInput"];
            };
        };
        responses: {
            /** @description 職員番号を改める */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description already_exists */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    mergeStaff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeInput"];
            };
        };
        responses: {
            /** @description 同じ人の二つの記録を一つにする */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description conflict, dates_overlap */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    addPosting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostingInput"];
            };
        };
        responses: {
            /** @description 発令を加える */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description dates_overlap */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    withdrawPosting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description まだ効力のない発令を取り下げる */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description in_use */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    changePosting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostingEnd"];
            };
        };
        responses: {
            /** @description 発令を終える */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description changed_meanwhile, dates_overlap */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    addEngagement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Engagement"];
            };
        };
        responses: {
            /** @description 任用を加える */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description dates_overlap */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    addLeave: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeavePeriod"];
            };
        };
        responses: {
            /** @description 休業・休職を加える */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description dates_overlap */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    endLeave: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PeriodEnd"];
            };
        };
        responses: {
            /** @description 休業・休職の終わりを定める */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description dates_overlap */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    addSystem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SystemDuty"];
            };
        };
        responses: {
            /** @description 担当システムを加える */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description dates_overlap */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    endSystem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PeriodEnd"];
            };
        };
        responses: {
            /** @description 担当システムの終わりを定める */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description dates_overlap */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    appoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppointmentInput"];
            };
        };
        responses: {
            /** @description 役割に任命する */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description dates_overlap */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    endAppointment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppointmentEnd"];
            };
        };
        responses: {
            /** @description 任命の終わりを定める */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description dates_overlap */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    exportStaff: {
        parameters: {
            query?: {
                on?: string;
                q?: string;
                unit?: number;
                category?: string;
                rank?: string;
                employment?: string;
                leave?: boolean;
                missing?: string;
                format?: components["schemas"]["ExportFormat"];
                staff?: number[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 職員の一覧をファイルで */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    exportStaffLost: {
        parameters: {
            query?: {
                on?: string;
                q?: string;
                unit?: number;
                category?: string;
                rank?: string;
                employment?: string;
                leave?: boolean;
                missing?: string;
                format?: components["schemas"]["ExportFormat"];
                staff?: number[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Shift_JISで表せない文字の一覧 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LostCharacters"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getPlan: {
        parameters: {
            query?: {
                on?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 施行中の計画を読む */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanDocument"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listPlanVersions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 計画の版の一覧 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Versions"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getPlanVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 計画の版を読む */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanDocument"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    discardPlanDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 改定案を取り下げる */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description immutable_version */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    diffPlanVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 改定で変わる点 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Changes"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getPlanYaml: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 計画を YAML で書き出す */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    putPlanYaml: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/plain": string;
            };
        };
        responses: {
            /** @description 改定案を YAML で置き換える */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Version"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description immutable_version */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input, plan_has_errors */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getPlanXlsx: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 計画を Excel で書き出す */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    putPlanXlsx: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": unknown;
            };
        };
        responses: {
            /** @description 改定案を Excel で置き換える */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Version"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description immutable_version */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description unsupported_file */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input, unreadable_file, plan_has_errors */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    startPlanDraft: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftInput"];
            };
        };
        responses: {
            /** @description 改定案を作る */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Version"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description already_exists */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    editPlanCells: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CellEdits"];
            };
        };
        responses: {
            /** @description 改定案のスキルマップを直す */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Version"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description changed_meanwhile, immutable_version */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    editPlanItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ItemEdit"];
            };
        };
        responses: {
            /** @description 改定案の項目を直す */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Version"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description changed_meanwhile, immutable_version */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    enactPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnactInput"];
            };
        };
        responses: {
            /** @description 改定案を施行する */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Version"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description conflict, changed_meanwhile, immutable_version */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input, plan_has_errors */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    checkRule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleInput"];
            };
        };
        responses: {
            /** @description 規則の書き方を確かめる */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleReading"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getStaffSkills: {
        parameters: {
            query?: {
                on?: string;
            };
            header?: never;
            path: {
                staff: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 職員のスキルと不足 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonSkills"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    addEvidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                staff: number;
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EvidenceInput"];
            };
        };
        responses: {
            /** @description スキルの根拠を記録する */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evidence"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    withdrawEvidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                evidence: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 根拠を取り下げる */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Withdrawn"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    decideConditional: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                staff: number;
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionInput"];
            };
        };
        responses: {
            /** @description ★が業務に必要かを判断する */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConditionalDecision"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getSkillMap: {
        parameters: {
            query?: {
                on?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description スキルマップ */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SkillMapView"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getGapByUnit: {
        parameters: {
            query?: {
                on?: string;
                unit?: number;
                depth?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 所属×スキルの充足 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeatTable"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getGapByCategory: {
        parameters: {
            query?: {
                on?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 区分×スキルの充足 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeatTable"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getGapByPerson: {
        parameters: {
            query?: {
                on?: string;
                unit?: number;
                depth?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 所属の職員×スキル */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonHeat"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listMissing: {
        parameters: {
            query?: {
                on?: string;
                unit?: number;
                depth?: number;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description スキルが不足している職員 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Missing"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listCategories: {
        parameters: {
            query?: {
                on?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 人材区分と人数 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryList"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getCategoryChanges: {
        parameters: {
            query?: {
                on?: string;
                from?: string;
                category?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 二つの日の間に区分を出入りした職員 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryChanges"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getStaffCategories: {
        parameters: {
            query?: {
                on?: string;
            };
            header?: never;
            path: {
                staff: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 職員がいつから各区分に入っているか */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffCategories"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listCategoryPeople: {
        parameters: {
            query?: {
                on?: string;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 区分の職員と理由 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberList"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    dryRunPlan: {
        parameters: {
            query?: {
                on?: string;
            };
            header?: never;
            path: {
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 改定案の試算 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRun"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input, plan_has_errors */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    exportGap: {
        parameters: {
            query?: {
                on?: string;
                format?: components["schemas"]["ExportFormat"];
                unit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 職員ごとのスキルの不足をファイルで */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    exportSkillMap: {
        parameters: {
            query?: {
                on?: string;
                format?: components["schemas"]["ExportFormat"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description スキルマップをファイルで */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    exportCategoryChanges: {
        parameters: {
            query?: {
                on?: string;
                from?: string;
                category?: string;
                format?: components["schemas"]["ExportFormat"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 人材区分の変化をファイルで */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    courses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 研修の一覧 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Catalogue"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    course: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 研修のページ */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoursePage"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    myTraining: {
        parameters: {
            query?: {
                fiscal_year?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description わたしの研修の年 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyYear"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    unitTraining: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unit: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 所属の研修 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SectionYear"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    outstandingTraining: {
        parameters: {
            query?: {
                course?: string;
                unit?: number;
                after?: number;
                size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 未受講の一覧 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutstandingPage"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    trainingYear: {
        parameters: {
            query?: {
                fiscal_year?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 研修の年間計画と実績 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Board"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    exportOutstanding: {
        parameters: {
            query?: {
                course?: string;
                unit?: number;
                format?: components["schemas"]["ExportFormat"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 未受講の一覧をファイルで */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    runs: {
        parameters: {
            query?: {
                fiscal_year?: number;
                course?: string;
                status?: components["schemas"]["RunStatus"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 研修の開催の一覧 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunList"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    addRun: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RunForm"];
            };
        };
        responses: {
            /** @description 開催を登録する */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    run: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 研修の開催 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    changeRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RunChange"];
            };
        };
        responses: {
            /** @description 開催を改める */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description in_use, changed_meanwhile, wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    openRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 申込みを受け付ける */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    cancelRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RunReason"];
            };
        };
        responses: {
            /** @description 開催を中止する */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description conflict, wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    closeRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 開催を締め切る */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    runEnrolments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 受講申込の一覧 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrolmentList"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    enrolInRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnrolInput"];
            };
        };
        responses: {
            /** @description 研修に申し込む */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enrolled"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description run_closed, already_enrolled, prerequisite_missing */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    recommendForRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecommendInput"];
            };
        };
        responses: {
            /** @description 研修に職員を推薦する */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recommended"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description run_closed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    releaseEnrolment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 所属長が受講を承認する */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enrolment"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description run_closed, wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    declineEnrolment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RunReason"];
            };
        };
        responses: {
            /** @description 受講申込を見送る */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enrolment"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description run_closed, wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    withdrawEnrolment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RunReason"];
            };
        };
        responses: {
            /** @description 受講申込を取り下げる */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enrolment"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description run_closed, wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    substitutes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 交代できる同じ所属の職員 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Substitutes"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    substitute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubstituteInput"];
            };
        };
        responses: {
            /** @description 受講者を同じ所属の職員と交代する */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enrolled"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description run_closed, already_enrolled, wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    chooseSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionChoice"];
            };
        };
        responses: {
            /** @description 受ける日程を選ぶ */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enrolment"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description run_closed, wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    exportRoll: {
        parameters: {
            query?: {
                format?: components["schemas"]["ExportFormat"];
            };
            header?: never;
            path: {
                run: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 出欠簿をファイルで */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    takeRoll: {
        parameters: {
            query?: {
                name?: string;
                check?: boolean;
            };
            header?: never;
            path: {
                run: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": unknown;
            };
        };
        responses: {
            /** @description 出欠簿のファイルを確かめ、取り込む */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RollReport"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description unsupported_file */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input, unreadable_file, rows_refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    markAttendance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AttendanceInput"];
            };
        };
        responses: {
            /** @description 出欠を記録する */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrolmentList"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    enterResults: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResultsInput"];
            };
        };
        responses: {
            /** @description 修了・未修了を記録する */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrolmentList"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    reviewCourse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewInput"];
            };
        };
        responses: {
            /** @description 研修を振り返る */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description changed_meanwhile */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    takeBackReview: {
        parameters: {
            query: {
                fiscal_year: number;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 研修の振り返りを消す */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    draftNextYear: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NextYearInput"];
            };
        };
        responses: {
            /** @description 翌年度の研修計画の案を作る */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NextYear"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    addCourseFile: {
        parameters: {
            query: {
                name: string;
                title?: string;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": unknown;
            };
        };
        responses: {
            /** @description 教材のファイルを加える */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Material"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input, unreadable_file */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    addCourseLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkInput"];
            };
        };
        responses: {
            /** @description 教材のリンクを加える */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Material"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    courseFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                material: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 教材のファイル */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    removeMaterial: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                material: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 教材を消す */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    licences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 自主学習のライセンス */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Licences"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    addLicence: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LicenceForm"];
            };
        };
        responses: {
            /** @description ライセンスを登録する */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Licence"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    changeLicence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                licence: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LicenceChange"];
            };
        };
        responses: {
            /** @description ライセンスを改める */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Licence"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description changed_meanwhile */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    licenceRequests: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                licence: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ライセンスの申請の一覧 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LicenceRequests"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    askForLicence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                licence: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskInput"];
            };
        };
        responses: {
            /** @description ライセンスを申請する */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Licence"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description already_exists, not_eligible, wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    giveLicences: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                licence: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 空いているライセンスを申請の順に交付する */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LicenceRequests"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    declineLicenceRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RunReason"];
            };
        };
        responses: {
            /** @description ライセンスの申請を見送る */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LicenceRequests"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    takeLicenceBack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RunReason"];
            };
        };
        responses: {
            /** @description ライセンスを回収する */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LicenceRequests"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    handLicenceBack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ライセンスの申請を取り下げる、返す */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Licence"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    nominationRounds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 指名・推薦・公募の一覧 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    addNominationRound: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoundForm"];
            };
        };
        responses: {
            /** @description 募集を準備する */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoundState"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    nominationRound: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 募集の回答と選考 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoundBoard"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    changeNominationRound: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoundChange"];
            };
        };
        responses: {
            /** @description 募集を改める */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoundState"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description changed_meanwhile, wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    openNominationRound: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 募集の受付を始める */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoundState"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    cancelNominationRound: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoundReason"];
            };
        };
        responses: {
            /** @description 募集を取りやめる */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoundState"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    askNominationSections: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NominationsAskInput"];
            };
        };
        responses: {
            /** @description 回答を求める所属と人数を決める */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoundState"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    remindNominationSections: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemindInput"];
            };
        };
        responses: {
            /** @description 未回答の所属に督促する */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reminded"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    nominationSheet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: number;
                unit: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 所属の候補者と回答 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SectionSheet"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    answerNomination: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: number;
                unit: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerInput"];
            };
        };
        responses: {
            /** @description 所属として指名・推薦する */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoundState"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description changed_meanwhile, wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    applyForRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplyInput"];
            };
        };
        responses: {
            /** @description 公募に応募する */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoundState"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    withdrawApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 公募への応募を取り下げる */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoundState"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    consentToApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentInput"];
            };
        };
        responses: {
            /** @description 所属の職員の応募に同意する */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoundState"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    selectNominees: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SelectionInput"];
            };
        };
        responses: {
            /** @description 選考の結果をつける */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoundState"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    decideNominations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppointmentDecision"];
            };
        };
        responses: {
            /** @description 決裁により任命する */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Decided"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description changed_meanwhile, dates_overlap, wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    nominationNotices: {
        parameters: {
            query?: {
                staff?: number;
                unit?: number;
            };
            header?: never;
            path: {
                round: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 決定通知 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notices"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    seatPlans: {
        parameters: {
            query?: {
                fiscal_year?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 席の割振り案の一覧 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeatPlanList"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    addSeatPlan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeatPlanForm"];
            };
        };
        responses: {
            /** @description 席の割振り案を作る */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeatPlan"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    seatOutlook: {
        parameters: {
            query?: {
                fiscal_year?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 研修ごとの席のない人と空席 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeatOutlook"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    seatPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 席の割振り案 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeatPlan"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    discardSeatPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 割振り案を破棄する */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    seatPlanSeats: {
        parameters: {
            query?: {
                run?: number;
                course?: string;
                unseated?: boolean;
                from?: number;
                size?: number;
            };
            header?: never;
            path: {
                plan: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 割振り案の人ごとの席 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeatPage"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    moveSeat: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveInput"];
            };
        };
        responses: {
            /** @description 割振り案の一人の席を変える */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Moved"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description conflict, changed_meanwhile, run_closed, wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    proposeSeatsAgain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Again"];
            };
        };
        responses: {
            /** @description 手で決めた席を残して割り振り直す */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeatPlan"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description changed_meanwhile, wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    confirmSeatPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmInput"];
            };
        };
        responses: {
            /** @description 割振り案のとおり受講を命じる */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeatPlan"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description conflict, changed_meanwhile, wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    uploadCompletions: {
        parameters: {
            query: {
                name: string;
                encoding?: components["schemas"]["Encoding"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": unknown;
            };
        };
        responses: {
            /** @description 修了の一覧のファイルを送り、列の意味の案を受け取る */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompletionFile"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description unsupported_file */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input, unreadable_file */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    describeCompletions: {
        parameters: {
            query?: {
                sheet?: string;
                header_row?: number;
                encoding?: components["schemas"]["Encoding"];
            };
            header?: never;
            path: {
                upload: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 送った修了の一覧を、選んだシート・見出し行・文字コードで読み直す */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompletionFile"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description unsupported_file */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input, unreadable_file */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    previewCompletions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompletionsInput"];
            };
        };
        responses: {
            /** @description 修了を取り込むと何が加わるかを見る */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompletionsPreview"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description unsupported_file */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input, unreadable_file */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    downloadRefusedCompletions: {
        parameters: {
            query: {
                upload: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 取り込めない修了の行を理由付きの Excel で受け取る */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description unsupported_file */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input, unreadable_file */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listCompletionImports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description これまでの修了の取込 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompletionImports"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    importCompletions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompletionsInput"];
            };
        };
        responses: {
            /** @description 修了の一覧を取り込む。取り込めない行があるとジョブが rows_refused で断る */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getCompletionImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 1回の修了の取込 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompletionImportDetail"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    undoCompletionImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 修了の取込を取り消す */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompletionImport"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_undoable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listWorkTraining: {
        parameters: {
            query?: {
                staff?: number;
                status?: components["schemas"]["WorkTrainingStatus"];
                fiscal_year?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 職場研修(OJT)・派遣研修の記録 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkTrainings"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    recordWorkTraining: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWorkTraining"];
            };
        };
        responses: {
            /** @description 職場研修(OJT)・派遣研修を記録する */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkTraining"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    dropWorkTraining: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 確認前の職場研修(OJT)・派遣研修の記録を消す */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    changeWorkTraining: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkTrainingChange"];
            };
        };
        responses: {
            /** @description 職場研修(OJT)・派遣研修の記録を改める */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkTraining"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description changed_meanwhile, wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    confirmWorkTraining: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 所属長が記録を確認し、スキルの証拠にする */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkTraining"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    returnWorkTraining: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnReason"];
            };
        };
        responses: {
            /** @description 記録を差し戻す */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkTraining"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listReports: {
        parameters: {
            query?: {
                staff?: number;
                unread?: boolean;
                fiscal_year?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 研修の報告(復命) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reports"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一つの報告 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    reportOnRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportInput"];
            };
        };
        responses: {
            /** @description 受けた研修を報告する */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    reportOnWorkTraining: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportInput"];
            };
        };
        responses: {
            /** @description 職場研修・派遣研修を報告する */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    readReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 所属長が報告を読んだことを記録する */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getPracticeOffer: {
        parameters: {
            query: {
                kind: components["schemas"]["PracticeSource"];
                id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description したことが、どのスキルの証拠になりうるか */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Offer"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listPracticeClaims: {
        parameters: {
            query?: {
                staff?: number;
                kind?: components["schemas"]["PracticeSource"];
                source?: number;
                status?: components["schemas"]["Status"];
                to_decide?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 実践の申告の一覧 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Claims"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    claimPractice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewClaims"];
            };
        };
        responses: {
            /** @description したことをスキルの証拠として申告する */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Claims"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description already_exists, not_eligible */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    confirmPractice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claim: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PracticeWord"];
            };
        };
        responses: {
            /** @description 所属長が申告を確認し、スキルの証拠にする */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Claim"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_eligible, wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    returnPractice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claim: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnWord"];
            };
        };
        responses: {
            /** @description 申告を差し戻す */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Claim"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    withdrawPractice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claim: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 自分の申告を取り下げる */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Claim"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    trainingCalendar: {
        parameters: {
            query: {
                key: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 研修の日程(iCalendar) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    myCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 自分の研修カレンダーの有無 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feed"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    renewMyCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 自分の研修カレンダーのアドレスを作り直す */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewFeed"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    revokeMyCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 自分の研修カレンダーのアドレスを止める */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listReminders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 受講の督促と、届かなかったメール */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reminders"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    remind: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemindersRemindInput"];
            };
        };
        responses: {
            /** @description 未受講の職員と所属長にメールで知らせる */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReminderRound"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    sendFailedAgain: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 届かなかったメールをもう一度送る */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reminders"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listSurveys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 調査票の一覧 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SurveyList"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    startSurvey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SurveyStart"];
            };
        };
        responses: {
            /** @description 調査票をつくり始める */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SurveyDetail"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getSurvey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 調査票 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SurveyDetail"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    saveSurvey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SurveyDraft"];
            };
        };
        responses: {
            /** @description 調査票の下書きを保存する */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SurveyDetail"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description changed_meanwhile, wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    discardSurvey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 下書きを破棄する */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    publishSurvey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 調査票を公開する(以後は変わらない) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SurveyDetail"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getSurveyFile: {
        parameters: {
            query?: {
                format?: components["schemas"]["SurveyFormat"];
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 調査票をファイルで */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    takeInSurveyYaml: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/plain": string;
            };
        };
        responses: {
            /** @description YAML の調査票を取り込む */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SurveyDetail"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    takeInSurveyWorkbook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": unknown;
            };
        };
        responses: {
            /** @description Excel の調査票を取り込む */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SurveyDetail"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input, unreadable_file */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listSurveyWaves: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 調査の回の一覧 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaveList"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    addSurveyWave: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WaveForm"];
            };
        };
        responses: {
            /** @description 調査の回をつくる */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Wave"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    countSurveyAudience: {
        parameters: {
            query?: {
                rule?: string;
                on?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 対象者の数 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AudienceCount"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getSurveyWave: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 調査の回 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Wave"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    changeSurveyWave: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WaveChange"];
            };
        };
        responses: {
            /** @description 始める前の調査の回を直す */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Wave"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description changed_meanwhile, wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    cancelSurveyWave: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 調査の回を取りやめる(回答は消える) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description in_use, wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    openSurveyWave: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 調査を始める(対象者・公表の下限・対応表の期限が決まる) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Wave"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description conflict, wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    moveSurveyLastDay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LastDay"];
            };
        };
        responses: {
            /** @description 最終日を変える */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Wave"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    closeSurveyWave: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 調査を締め切る */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Wave"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getSurveyResponseRates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 所属ごとの回答率 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResponseRates"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listSurveyReminders: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 調査の督促 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SurveyReminders"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    remindOfSurvey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SurveyReminderInput"];
            };
        };
        responses: {
            /** @description まだ回答していない職員と所属長に知らせる */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SurveyReminders"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description conflict, wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    printSurveyForms: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaperInput"];
            };
        };
        responses: {
            /** @description 回答用紙を印刷する */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaperForms"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description conflict, wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    typeInSurveyForm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaperAnswer"];
            };
        };
        responses: {
            /** @description 回答用紙を入力する */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description already_exists, wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listMySurveys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description わたしへの調査 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MySurveys"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getSurveyForm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 回答の画面 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnswerForm"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    keepSurveyDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SurveysAnswerInput"];
            };
        };
        responses: {
            /** @description 途中の回答を保存する */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description already_exists, wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    answerSurvey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SurveysAnswerInput"];
            };
        };
        responses: {
            /** @description 回答を送る */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description already_exists, wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getSurveyResults: {
        parameters: {
            query?: {
                cut?: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 調査の集計 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Results"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getSurveyResultsFile: {
        parameters: {
            query?: {
                format?: components["schemas"]["FindingsFormat"];
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 調査の集計をファイルで */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getSurveyPairs: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 同じ人の前後の比較 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pairs"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description conflict, wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getSurveyTexts: {
        parameters: {
            query?: {
                question?: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 自由記述と分類 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Texts"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    addSurveyTheme: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ThemeForm"];
            };
        };
        responses: {
            /** @description 自由記述の分類をつくる */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Texts"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description already_exists, wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    removeSurveyTheme: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 自由記述の分類をなくす */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Texts"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    assignSurveyThemes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TextThemes"];
            };
        };
        responses: {
            /** @description 自由記述を分類する */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getSurveyTrends: {
        parameters: {
            query?: {
                survey?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 指標の推移 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Trends"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listSurveyActions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 課題・方向性・対応 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Actions"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    addSurveyAction: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActionForm"];
            };
        };
        responses: {
            /** @description 対応を加える */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Actions"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    changeSurveyAction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActionChange"];
            };
        };
        responses: {
            /** @description 対応を直す */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Actions"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description changed_meanwhile */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    removeSurveyAction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 対応をなくす */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Actions"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getCourseEvaluation: {
        parameters: {
            query?: {
                course?: string;
                fiscal_year?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 研修の効果 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CourseEvaluation"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getEvaluationSetting: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 研修に付ける調査の設定 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvaluationSetting"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    setEvaluation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EvaluationSettingInput"];
            };
        };
        responses: {
            /** @description 研修に付ける調査を決める */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvaluationSetting"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description changed_meanwhile */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listLevelCandidates: {
        parameters: {
            query?: {
                on?: string;
                level?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description レベル認定の要件を満たした職員 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Candidates"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listLevelHolders: {
        parameters: {
            query?: {
                on?: string;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description レベルの認定を受けている職員 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LevelHolders"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    certifyLevel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CertifyInput"];
            };
        };
        responses: {
            /** @description 選んだ職員をまとめて認定する */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificationList"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    takePriorLearning: {
        parameters: {
            query?: {
                name?: string;
                basis_no?: string;
                basis_on?: string;
                check?: boolean;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": unknown;
            };
        };
        responses: {
            /** @description 既修得の表を確かめ、取り込む */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriorReport"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description unsupported_file */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input, unreadable_file, rows_refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    revokeCertification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevocationInput"];
            };
        };
        responses: {
            /** @description 認定を取り消す */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificationList"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getCertificate: {
        parameters: {
            query?: {
                version?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 認定証 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Certificate"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    issueCertificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueInput"];
            };
        };
        responses: {
            /** @description 認定証を発行・再発行する */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Certificate"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    printCertificates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PrintInput"];
            };
        };
        responses: {
            /** @description 認定証をまとめてPDFにする */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    printedCertificates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description まとめて作った認定証のPDF */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listCertifications: {
        parameters: {
            query: {
                staff: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 職員のレベル認定 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificationList"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    myCertificates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 自分の認定証 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificationList"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getCertificateSheet: {
        parameters: {
            query?: {
                version?: number;
                language?: components["schemas"]["PaperLanguage"];
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 認定証のPDF */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    checkCertificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 番号で認定証を確かめる */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateCheck"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listTargets: {
        parameters: {
            query?: {
                on?: string;
                fiscal_year?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 目標と実績 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TargetList"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getTargetBreakdown: {
        parameters: {
            query: {
                on?: string;
                level: string;
                fiscal_year: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 目標の内訳(所属と人) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TargetBreakdown"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getCohorts: {
        parameters: {
            query?: {
                on?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 年度ごとの育成の流れ */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cohorts"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listTargetSnapshots: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 固定した数の一覧 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SnapshotList"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    takeTargetSnapshot: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SnapshotInput"];
            };
        };
        responses: {
            /** @description ある日の数を固定する */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SnapshotPage"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description conflict, already_exists */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getTargetSnapshot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 固定した数と、いま数え直した数 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SnapshotPage"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listSelfchecks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description セキュリティ自己点検の年度 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckYears"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    startSelfcheck: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckStart"];
            };
        };
        responses: {
            /** @description 自己点検の点検表をつくり始める */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckDetail"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description already_exists */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getSelfcheck: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 自己点検の点検表 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckDetail"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    saveSelfcheck: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckDraft"];
            };
        };
        responses: {
            /** @description 点検表の下書きを保存する */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckDetail"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description changed_meanwhile, wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    discardSelfcheck: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 点検表の下書きを破棄する */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    openSelfcheck: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 自己点検を始める(点検する所属と項目が決まる) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckDetail"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description conflict, wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    moveSelfcheckLastDay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckLastDay"];
            };
        };
        responses: {
            /** @description 自己点検の最終日を変える */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckDetail"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    closeSelfcheck: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 自己点検を締め切る */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckDetail"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getSelfcheckForm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                unit: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 所属の自己点検 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckForm"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    answerSelfcheck: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                unit: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswersInput"];
            };
        };
        responses: {
            /** @description 所属の自己点検に回答する(途中の保存も) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckForm"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description changed_meanwhile, wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getSelfcheckTable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 自己点検の所属と項目の表 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckTable"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getSelfcheckFile: {
        parameters: {
            query?: {
                format?: components["schemas"]["ExportFormat"];
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 自己点検の結果をファイルで */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listSelfcheckRemedies: {
        parameters: {
            query?: {
                check?: number;
                unit?: number;
                status?: components["schemas"]["RemedyStatus"];
                overdue?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 自己点検で見つかった不備の改善 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Remedies"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getSelfcheckRemedy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 不備の改善 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Remedy"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    changeSelfcheckRemedy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemedyChange"];
            };
        };
        responses: {
            /** @description 改善の内容・担当・期限を直す */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Remedy"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description changed_meanwhile, wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    finishSelfcheckRemedy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemedyDone"];
            };
        };
        responses: {
            /** @description 改善したことを記録する */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Remedy"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description changed_meanwhile, wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    reopenSelfcheckRemedy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemedyReopening"];
            };
        };
        responses: {
            /** @description 改善をもう一度開く */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Remedy"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description changed_meanwhile, wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listNotices: {
        parameters: {
            query?: {
                kind?: components["schemas"]["NoticeKind"];
                unread?: boolean;
                past?: boolean;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description わたしへのお知らせ */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticesNotices"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    addNotice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoticeForm"];
            };
        };
        responses: {
            /** @description お知らせの下書きをつくる */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticesNotice"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getNotice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description お知らせ */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticesNotice"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    changeNotice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoticeChange"];
            };
        };
        responses: {
            /** @description お知らせを直す */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticesNotice"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description changed_meanwhile, wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    discardNotice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description お知らせの下書きを破棄する */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    markNoticeRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description お知らせを読んだ */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getNoticeReaders: {
        parameters: {
            query?: {
                unit?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description お知らせをだれが読んだか */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticesReaders"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listKeptNotices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 下書きを含むお知らせと読まれ方 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptNotices"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    countNoticeAudience: {
        parameters: {
            query?: {
                rule?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description お知らせの対象者の数 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AudienceCount"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    publishNotice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoticeRevision"];
            };
        };
        responses: {
            /** @description お知らせを公開する */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticesNotice"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description conflict, changed_meanwhile, wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    takeBackNotice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoticeTakingBack"];
            };
        };
        responses: {
            /** @description お知らせを取り下げる */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticesNotice"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description changed_meanwhile, wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listNewsletters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ニュースレターの一覧 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Newsletters"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    startNewsletter: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewsStart"];
            };
        };
        responses: {
            /** @description ニュースレターの号をつくり始める */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Newsletter"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    proposeNewsletter: {
        parameters: {
            query?: {
                from?: string;
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 前の号からの新しいできごと */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewsProposal"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getNewsletter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ニュースレターの号 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Newsletter"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    saveNewsletter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewsChange"];
            };
        };
        responses: {
            /** @description 号の下書きを保存する */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Newsletter"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description changed_meanwhile, wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    discardNewsletter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 号の下書きを破棄する */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    publishNewsletter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoticeRevision"];
            };
        };
        responses: {
            /** @description 号を発行する(以後は変わらない) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Newsletter"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description changed_meanwhile, wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getNewsletterSheets: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ニュースレターのPDF */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    uploadRoster: {
        parameters: {
            query: {
                name: string;
                encoding?: components["schemas"]["Encoding"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": unknown;
            };
        };
        responses: {
            /** @description 名簿のファイルを送り、列の意味の案を受け取る */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportFile"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description unsupported_file */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input, unreadable_file */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    describeRoster: {
        parameters: {
            query?: {
                sheet?: string;
                header_row?: number;
                encoding?: components["schemas"]["Encoding"];
            };
            header?: never;
            path: {
                upload: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 送った名簿を、選んだシート・見出し行・文字コードで読み直す */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportFile"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description unsupported_file */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input, unreadable_file */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    previewImport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewInput"];
            };
        };
        responses: {
            /** @description 取り込むと何が変わるかを見る */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPreview"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description unsupported_file */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input, unreadable_file */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    downloadRefusedRows: {
        parameters: {
            query: {
                upload: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 取り込めない行を理由付きの Excel で受け取る */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description unsupported_file */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input, unreadable_file */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listImports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description これまでの取込 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Imports"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    startImport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportInput"];
            };
        };
        responses: {
            /** @description 名簿を取り込む。取り込めない行があるとジョブが rows_refused で断る */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 1回の取込と、区分が変わった人 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportDetail"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    undoImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 最後の取込を取り消す */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_undoable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 自分が頼んだ処理の進み具合 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getHome: {
        parameters: {
            query?: {
                on?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ホーム */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Home"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getStaffPage: {
        parameters: {
            query?: {
                on?: string;
            };
            header?: never;
            path: {
                staff: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 職員のページ */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffPage"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getDigest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description すること・新しいこと */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Digest"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getDigestSetting: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description まとめをメールで受け取るか */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DigestSetting"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    chooseDigest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DigestChoice"];
            };
        };
        responses: {
            /** @description まとめをメールで受け取るかを選ぶ */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DigestSetting"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listChannels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ひろばの部屋 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channels"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    addChannel: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChannelInput"];
            };
        };
        responses: {
            /** @description 部屋を作る */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description already_exists */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    changeChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChannelInput"];
            };
        };
        responses: {
            /** @description 部屋を改める */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description already_exists */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listGroups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 閉じたグループ */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Groups"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    addGroup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupInput"];
            };
        };
        responses: {
            /** @description 閉じたグループを作る */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description already_exists */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    setGroupMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                account: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupMemberInput"];
            };
        };
        responses: {
            /** @description グループの参加者を決める */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ひろばの約束 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rules"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    writeRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RulesInput"];
            };
        };
        responses: {
            /** @description ひろばの約束を書き直す */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rules"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description changed_meanwhile */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listTopics: {
        parameters: {
            query?: {
                channel?: number;
                view?: components["schemas"]["View"];
                tag?: string;
                before?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ひろばの話題 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicLines"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    postTopic: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTopic"];
            };
        };
        responses: {
            /** @description 話題を投稿する */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Posted"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    similarTopics: {
        parameters: {
            query: {
                title: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 入力中の題名に近い話題 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimilarTopics"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getTopic: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一つの話題と返信 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Topic"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    editTopic: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TopicChange"];
            };
        };
        responses: {
            /** @description 話題を書き直す */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Posted"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description changed_meanwhile */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    topicHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 話題の書き直す前の文 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listReplies: {
        parameters: {
            query?: {
                after?: number;
                before?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 話題の返信（続き） */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Replies"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    postReply: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewReply"];
            };
        };
        responses: {
            /** @description 返信する */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Posted"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    editReply: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplyChange"];
            };
        };
        responses: {
            /** @description 返信を書き直す */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Posted"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description changed_meanwhile */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    replyHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 返信の書き直す前の文 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    acceptReply: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptInput"];
            };
        };
        responses: {
            /** @description 解決した返信を選ぶ */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    reactToTopic: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReactionInput"];
            };
        };
        responses: {
            /** @description 話題への反応 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    reactToReply: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReactionInput"];
            };
        };
        responses: {
            /** @description 返信への反応 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    followTopic: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FollowInput"];
            };
        };
        responses: {
            /** @description 話題を追う */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    readTopic: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadInput"];
            };
        };
        responses: {
            /** @description ここまで読んだ */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                place: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 書きかけ */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draft"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    keepDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                place: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftContentInput"];
            };
        };
        responses: {
            /** @description 書きかけを残す */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    dropDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                place: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 書きかけを消す */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listColleagues: {
        parameters: {
            query?: {
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 声をかけられる人と、いまの抱え具合 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Colleagues"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getSpeed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 疑問が解決するまでの時間 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Speed"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    previewWriting: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WritingInput"];
            };
        };
        responses: {
            /** @description 書いた文の見え方 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preview"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    reportTopic: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostReportInput"];
            };
        };
        responses: {
            /** @description 話題を運営に知らせる */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    reportReply: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostReportInput"];
            };
        };
        responses: {
            /** @description 返信を運営に知らせる */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listHirobaReports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 運営への知らせ */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostReports"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    decideHirobaReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommunityDecisionInput"];
            };
        };
        responses: {
            /** @description 知らせに応じて隠すか残すかを決める */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description wrong_status */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    setTopicState: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TopicState"];
            };
        };
        responses: {
            /** @description 話題を閉じる・隠す・戻す */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    setReplyState: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplyState"];
            };
        };
        responses: {
            /** @description 返信を隠す・戻す */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description not_signed_in, session_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description password_must_change, not_allowed, other_origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
            /** @description failed, busy */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Refusal"];
                };
            };
        };
    };
}
