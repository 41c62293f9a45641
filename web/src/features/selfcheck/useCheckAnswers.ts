// The answers of a section as they are typed: kept on the server as one goes, beside a colleague who may answer at the same time.
import { useEffect, useRef, useState } from "react";
import { queries, server } from "../../api/client.ts";
import { Keeper, type Kept } from "../../api/keeping.ts";
import { refusalOf } from "../../api/refusal.ts";
import { useMe } from "../../app/session.ts";
import {
    type CheckForm,
    changedItems,
    clashingItems,
    type Typed,
    type TypedAnswers,
    togetherWith,
    toSend,
    typedFrom,
} from "./answers.ts";

interface Known {
    revision: number;
    answers: TypedAnswers;
}

const knownOf = (form: CheckForm): Known => ({ revision: form.revision, answers: typedFrom(form.answers) });
const placeOf = ({ summary, unit }: CheckForm) => ({ params: { path: { id: summary.id, unit } } });

export function useCheckAnswers(form: CheckForm) {
    const { account, municipality } = useMe();
    const place = placeOf(form);
    const known = useRef(knownOf(form));
    const [theirs, setTheirs] = useState<Known | null>(null);
    const [kept, setKept] = useState<Kept>("nothing");
    const newest = useRef<TypedAnswers>({});

    const learn = (now: CheckForm) => {
        known.current = knownOf(now);
        queries.setQueryData(["get", "/selfchecks/{id}/sections/{unit}", place], now);
    };
    const send = async (mine: TypedAnswers, submit: boolean): Promise<void> => {
        const { revision, answers } = known.current;
        // All items when it is submitted: what is missing is named by an item's place.
        const items = submit ? form.list.items.map(({ code }) => code) : changedItems(answers, mine);
        const body = { revision, submit, answers: toSend(mine, items) };
        try {
            const { data } = await server.PUT("/selfchecks/{id}/sections/{unit}", { ...place, body });
            if (data) learn(data);
        } catch (error) {
            if (refusalOf(error).code !== "changed_meanwhile") throw error;
            const { data } = await server.GET("/selfchecks/{id}/sections/{unit}", place);
            if (!data) throw error;
            const now = knownOf(data);
            if (clashingItems(answers, mine, now.answers).length > 0) {
                setTheirs(now);
                throw error;
            }
            const both = togetherWith(answers, mine, now.answers);
            known.current = now;
            show(both);
            return send(both, submit);
        }
    };
    const sending = useRef(send);
    sending.current = send;
    const [keeper] = useState(
        () =>
            new Keeper<TypedAnswers>({
                key: `hagukumi.selfcheck.${municipality.slug}.${account}.${form.summary.id}.${form.unit}`,
                store: sessionStorage,
                tell: setKept,
                refused: (error) => {
                    const { status } = refusalOf(error);
                    return status >= 400 && status < 500 && status !== 429;
                },
                send: (mine) => sending.current(mine, false),
            }),
    );
    const [answers, setAnswers] = useState<TypedAnswers>(() => ({ ...known.current.answers, ...keeper.left() }));
    const show = (now: TypedAnswers) => {
        newest.current = now;
        setAnswers(now);
    };

    const submitted = form.submitted_at != null;
    useEffect(() => {
        const hurry = () => keeper.hurry();
        const hidden = () => document.visibilityState === "hidden" && keeper.hurry();
        const left = keeper.left();
        if (left && !submitted) keeper.keep(left);
        window.addEventListener("online", hurry);
        document.addEventListener("visibilitychange", hidden);
        return () => {
            window.removeEventListener("online", hurry);
            document.removeEventListener("visibilitychange", hidden);
            keeper.hurry();
        };
    }, [keeper, submitted]);

    const answer = (item: string, part: Partial<Typed>) => {
        const before = { ...answers, ...newest.current };
        show({ ...before, [item]: { ...(before[item] as Typed), ...part } });
        // What was submitted stays complete: corrections wait in the browser until they are submitted too.
        if (submitted) keeper.hold(newest.current);
        else keeper.keep(newest.current);
    };
    return {
        answers,
        kept,
        base: known.current.answers,
        theirs: theirs?.answers ?? null,
        answer,
        /** After a colleague answered the same: these answers go on from theirs. */
        choose: (chosen: TypedAnswers) => {
            if (!theirs) return;
            known.current = theirs;
            setTheirs(null);
            show(chosen);
            if (submitted) keeper.hold(chosen);
            else keeper.keep(chosen);
        },
        /** Throws `Refusal`. */
        submit: async () => {
            await send({ ...answers, ...newest.current }, true);
            keeper.rest();
        },
    };
}
