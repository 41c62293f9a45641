import { Fragment } from "react";

// Where Japanese names may break: after a department or section, at separators, and between kanji and katakana (情報|セキュリティ).
const ends =
    /(?<=[部局課室係会](?![員計議社場長題内門署])|[・／/›>　 、)）])(?=[^・／/›>　 、)）])|(?<=[\p{Script=Han}])(?=[\p{Script=Katakana}])|(?<=[\p{Script=Katakana}ー])(?=[\p{Script=Han}])|(?<=年度)(?=任用)/u;

export const phrases = (text: string) => text.split(ends);

/** A long name that wraps where its parts end, also in browsers that do not find phrases themselves. */
export function Phrases({ children }: { children: string }) {
    let at = 0;
    return (
        <span className="phrases">
            {phrases(children).map((part) => {
                at += part.length;
                return (
                    <Fragment key={at}>
                        {part}
                        <wbr />
                    </Fragment>
                );
            })}
        </span>
    );
}
