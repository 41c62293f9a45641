// A roster as personnel offices send it: a title above the header, a header merged over two rows, full-width digits, half-width kana,
// R7.4.1 beside 2025/4/1 and a serial number of Excel, leading zeros, 髙﨑〜, and rows that cannot be taken. CP932, as Excel saves it.
import { execFileSync } from "node:child_process";

interface Line {
    no: string;
    name: string;
    kana: string;
    since: string;
}

const good: Line[] = [
    { no: "００９００１", name: "髙﨑　晴子", kana: "ﾀｶｻｷ ﾊﾙｺ", since: "R7.4.1" },
    { no: "009002", name: "渡邉　〜乃", kana: "ワタナベ　ノノ", since: "2025/4/1" },
    { no: "009003", name: "①澤　健", kana: "ｲﾁｻﾞﾜ ｹﾝ", since: "45748" },
    { no: "009004", name: "神﨑　栞", kana: "カンザキ シオリ", since: "令和7年4月1日" },
];
const bad: Line[] = [
    { no: "", name: "番号　無子", kana: "バンゴウ ナシコ", since: "R7.4.1" },
    { no: "009006", name: "日付　違太", kana: "ヒヅケ チガタ", since: "R7.13.45" },
];

export const messy = {
    good: good.length,
    bad: bad.length,
    first: "髙﨑",
    bytes(): Buffer {
        const rows = [...good, ...bad].map(({ no, name, kana, since }) =>
            [no, name, kana, since, "試行部", "試行課", "主任", "正規職員"].join(","),
        );
        const text = [
            "職員名簿（令和７年４月１日現在）,,,,,,,",
            ",,,,,,,",
            "職員番号,氏名,カナ,採用年月日,所属,,職位,任用形態",
            ",,,,部,課,,",
            ...rows,
            "",
        ].join("\r\n");
        return execFileSync("iconv", ["-f", "UTF-8", "-t", "CP932"], { input: text });
    },
};
