import { useEffect, useRef, useState } from "react";
import { server } from "../../api/client.ts";
import { Keeper, type Kept } from "../../api/keeping.ts";
import { refusalOf } from "../../api/refusal.ts";
import { useMe } from "../../app/session.ts";
import { type Answer, type Answers, answersFrom, toKeep } from "./asked.ts";

/** The answers as they are typed, kept on the server as one goes. */
export function useKeptDraft(wave: number, before: readonly Answer[]) {
    const { account, municipality } = useMe();
    const [kept, setKept] = useState<Kept>("nothing");
    const [keeper] = useState(
        () =>
            new Keeper<Answer[]>({
                key: `hagukumi.answers.${municipality.slug}.${account}.${wave}`,
                store: sessionStorage,
                tell: setKept,
                refused: (error) => {
                    const { status } = refusalOf(error);
                    return status >= 400 && status < 500 && status !== 429;
                },
                send: async (answers) => {
                    await server.PUT("/survey-waves/{id}/draft", { params: { path: { id: wave } }, body: { answers } });
                },
            }),
    );
    const [answers, setAnswers] = useState<Answers>(() => answersFrom(keeper.left() ?? before));
    const newest = useRef(answers);

    useEffect(() => {
        const hurry = () => keeper.hurry();
        const hidden = () => document.visibilityState === "hidden" && keeper.hurry();
        const left = keeper.left();
        if (left) keeper.keep(left);
        window.addEventListener("online", hurry);
        document.addEventListener("visibilitychange", hidden);
        return () => {
            window.removeEventListener("online", hurry);
            document.removeEventListener("visibilitychange", hidden);
            keeper.hurry();
        };
    }, [keeper]);

    const answer = (given: Answer) => {
        newest.current = { ...newest.current, [given.question]: given };
        setAnswers(newest.current);
        keeper.keep(toKeep(newest.current));
    };
    return { answers, answer, kept, end: () => keeper.end() };
}
