import { defineWords } from "../../i18n/words.ts";

export const words = defineWords(
    (w) => ({
        title: "つながり",
        lead: `話題から相談、事例、ニュースレター、${w.skill}の根拠へと続く流れです。`,
        kind: {
            topic: "話題",
            consultation: "相談",
            improvement_case: "改善の事例",
            newsletter: "ニュースレター",
            evidence: `${w.skill}の根拠`,
        },
        here: "いま見ているもの",
    }),
    (w) => ({
        title: "Connections",
        lead: `From topic to consultation, improvement case, newsletter and evidence of a ${w.skill}.`,
        kind: {
            topic: "Topic",
            consultation: "Consultation",
            improvement_case: "Improvement case",
            newsletter: "Newsletter",
            evidence: "Evidence",
        },
        here: "what you are looking at",
    }),
);
