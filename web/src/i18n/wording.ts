// A city's own words. The plan names them; where it says nothing the national term stands.
export interface Word {
    word: string;
    word_en: string;
}

const national = {
    plan: { word: "デジタル人材育成計画", word_en: "digital talent development plan" },
    talent: { word: "デジタル人材", word_en: "digital talent" },
    skill: { word: "スキル", word_en: "skill" },
    knowledge: { word: "知識", word_en: "knowledge" },
    ability: { word: "能力", word_en: "ability" },
    leader: { word: "DX推進リーダー", word_en: "DX promotion leader" },
    officer: { word: "デジタル推進員", word_en: "digital officer" },
    specialist: { word: "高度専門人材", word_en: "advanced specialist" },
    manager: { word: "管理職", word_en: "manager" },
    general_staff: { word: "一般行政職員", word_en: "general staff" },
    staff_member: { word: "職員", word_en: "staff member" },
    section: { word: "所属", word_en: "section" },
    section_head: { word: "所属長", word_en: "head of section" },
    dx_office: { word: "DX推進担当", word_en: "DX office" },
} satisfies Record<string, Word>;

export type Term = keyof typeof national;
export type Wording = Readonly<Record<Term, string>>;
export type Language = "ja" | "en";

/** The words of one city in one language: its own where the plan gives one, the national term otherwise. */
export function wordingOf(language: Language, own: Readonly<Record<string, Word | undefined>> = {}): Wording {
    const pick = (term: Term) => {
        const word = own[term];
        const given = language === "ja" ? word?.word : word?.word_en;
        return given || (language === "ja" ? national[term].word : national[term].word_en);
    };
    return Object.fromEntries((Object.keys(national) as Term[]).map((term) => [term, pick(term)])) as Record<Term, string>;
}
