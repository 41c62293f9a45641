/** What the editor shows the form of: a question, a section, the shares that are followed, or the questionnaire itself. */
export interface Chosen {
    question?: string;
    section?: string;
    indicators?: true;
}

/** In the address: `Q3`, `section:S1`, `indicators`. */
export function chosenFrom(text: string): Chosen {
    if (text === "indicators") return { indicators: true };
    if (text.startsWith("section:")) return { section: text.slice("section:".length) };
    return text ? { question: text } : {};
}

export function chosenText({ question, section, indicators }: Chosen): string {
    if (indicators) return "indicators";
    return section ? `section:${section}` : (question ?? "");
}
