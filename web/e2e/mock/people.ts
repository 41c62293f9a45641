// The people of the mock town, the same on every run. Names are invented.
const family = ["山田", "佐藤", "髙橋", "渡邉", "山﨑", "小鳥遊", "勅使河原", "伊藤", "齋藤", "吉田"];
const given = ["花子", "太郎", "美咲", "健一", "さくら", "大輔", "結衣", "翔", "陽菜", "誠"];
const kana_family = [
    "ヤマダ",
    "サトウ",
    "タカハシ",
    "ワタナベ",
    "ヤマザキ",
    "タカナシ",
    "テシガワラ",
    "イトウ",
    "サイトウ",
    "ヨシダ",
];
const kana_given = ["ハナコ", "タロウ", "ミサキ", "ケンイチ", "サクラ", "ダイスケ", "ユイ", "ショウ", "ヒナ", "マコト"];
const units = [
    "総務部 情報政策課",
    "市民生活部 市民課 窓口係",
    "健康福祉部 障害福祉課",
    "土木部 道路河川管理課 管理係",
    "教育委員会事務局 学校教育部 学校支援課",
];
const ranks = ["部長", "課長", "課長補佐", "係長", "主任", "係員"];
const categories = ["DX推進リーダー", "管理職", "一般行政職員"];

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

export const staff = Array.from({ length: 2600 }, (_, index) => ({
    id: index + 1,
    staff_no: String(index + 1).padStart(6, "0"),
    name: `${at(family, index)} ${at(given, index * 7 + Math.floor(index / 10))}`,
    kana: `${at(kana_family, index)} ${at(kana_given, index * 7 + Math.floor(index / 10))}`,
    unit: (index % units.length) + 1,
    unit_name: at(units, index).split(" ").at(-1) ?? "",
    unit_path: at(units, index),
    rank: at(ranks, index * 5 + 3),
    band: "staff",
    employment: index % 9 === 0 ? "会計年度任用" : "正規",
    occupation: "行政職",
    concurrent: index % 40 === 0 ? 1 : 0,
    on_leave: index % 33 === 0,
    primary_category: `C${index % 3}`,
    primary_category_name: at(categories, index),
    required: 8,
    held: (index * 3) % 9,
}));
