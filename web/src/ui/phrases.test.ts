import { expect, test } from "vitest";
import { phrases } from "./Phrases.tsx";

test.each([
    ["情報システム部門職員", ["情報", "システム", "部門職員"]],
    ["総務部情報政策課窓口係", ["総務部", "情報政策課", "窓口係"]],
    ["教育委員会事務局 学校教育部 学校支援課", ["教育委員会", "事務局 ", "学校教育部 ", "学校支援課"]],
    ["情報セキュリティ", ["情報", "セキュリティ"]],
    ["データ利活用", ["データ", "利活用"]],
    ["業務改善・BPR", ["業務改善・", "BPR"]],
    ["会計課", ["会計課"]],
    ["会計年度任用職員", ["会計年度", "任用職員"]],
])("%s may wrap between its parts", (text, parts) => {
    expect(phrases(text)).toEqual(parts);
});
