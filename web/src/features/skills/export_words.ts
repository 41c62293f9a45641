import { defineWords } from "../../i18n/words.ts";

export const words = defineWords(
    () => ({ xlsx: "Excel(データ)", xlsx_pretty: "印刷用のExcel", csv: "CSV(UTF-8)" }),
    () => ({ xlsx: "Excel, as data", xlsx_pretty: "Excel for printing", csv: "CSV (UTF-8)" }),
);
