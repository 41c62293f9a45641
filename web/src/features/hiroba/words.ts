import { defineWords } from "../../i18n/words.ts";

export const words = defineWords(
    () => ({
        places: "ひろばの場所",
        place: { hiroba: "ひろば", desk: "相談", improvement: "改善", notices: "お知らせ" },
    }),
    () => ({
        places: "Places of the hiroba",
        place: { hiroba: "Hiroba", desk: "Consultations", improvement: "Improvements", notices: "Notices" },
    }),
);
