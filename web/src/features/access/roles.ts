import { defineWords } from "../../i18n/words.ts";

/** The eight roles as this city calls them. */
export const roles = defineWords<Record<string, string>>(
    (w) => ({
        staff: w.staff_member,
        section_head: w.section_head,
        dx_leader: w.leader,
        adviser: "アドバイザー",
        training_officer: "研修担当",
        dx_office: w.dx_office,
        executive: "経営層",
        administrator: "システム管理者",
    }),
    (w) => ({
        staff: "Staff member",
        section_head: "Head of section",
        dx_leader: w.leader,
        adviser: "Adviser",
        training_officer: "Training officer",
        dx_office: "DX office",
        executive: "Executive",
        administrator: "Administrator",
    }),
);
