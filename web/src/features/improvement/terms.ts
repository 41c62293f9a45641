// The words for what a case is and how far it has come; every screen about cases says them alike.
import { defineWords } from "../../i18n/words.ts";

export const terms = defineWords(
    () => ({
        stage: { issue: "課題", study: "検討", action: "実施", effect: "効果", spread: "横展開" },
        status: { draft: "下書き", submitted: "公開・確認待ち", confirmed: "確認済み", returned: "差戻し" },
        axis: { citizen_service: "市民サービス", administration: "行政", work_style: "働きかた" },
    }),
    () => ({
        stage: { issue: "Problem", study: "Study", action: "Action", effect: "Effect", spread: "Spread" },
        status: { draft: "draft", submitted: "not confirmed yet", confirmed: "confirmed", returned: "returned" },
        axis: { citizen_service: "Service to citizens", administration: "Administration", work_style: "Way of working" },
    }),
);
