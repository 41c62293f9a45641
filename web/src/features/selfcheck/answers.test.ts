import { expect, test } from "vitest";
import { type Answer, changedItems, clashingItems, lacking, togetherWith, toSend, typedFrom } from "./answers.ts";

const item = (code: string) => ({ code, group: "G", text: code, text_en: code, good: "", good_en: "", source: "" });
const answer = (code: string, choice: Answer["answer"]) => ({ item: code, answer: choice, remark: "", remedy: null }) as Answer;
const base = typedFrom([answer("R1", "yes"), answer("R2", null), answer("I1", "no")]);

test("an item without an answer, and a no without what, who and until when, keep it from being submitted", () => {
    expect(lacking(["R1", "R2", "I1"].map(item), base)).toEqual([
        { item: "R2", lacks: ["answer"] },
        { item: "I1", lacks: ["what", "who", "due"] },
    ]);
});

test("a remedy waits for its day, and one that is no longer needed is not sent", () => {
    const now = typedFrom([answer("R1", "yes"), answer("I1", "no")]);
    const typed = { ...now, I1: { ...now.I1, answer: "no" as const, remark: " ", what: "台帳を作る", who: "係長", due: "" } };
    expect(toSend(typed, ["I1"])).toEqual([{ item: "I1", answer: "no", remark: "", remedy: null }]);
    typed.I1.due = "2026-03-31";
    expect(toSend(typed, ["I1"])[0]?.remedy).toEqual({ what: "台帳を作る", who: "係長", due: "2026-03-31" });
    expect(toSend({ I1: { ...typed.I1, answer: "yes" } }, ["I1"])[0]?.remedy).toBeNull();
});

test("what two people answered comes together unless it is the same item", () => {
    const mine = { ...base, R2: { ...base.R1, answer: "partly" as const, remark: "", what: "", who: "", due: "" } };
    const theirs = typedFrom([answer("R1", "no"), answer("R2", null), answer("I1", "no")]);
    expect(changedItems(base, mine)).toEqual(["R2"]);
    expect(clashingItems(base, mine, theirs)).toEqual([]);
    expect(togetherWith(base, mine, theirs)).toMatchObject({ R1: { answer: "no" }, R2: { answer: "partly" } });
    expect(clashingItems(base, mine, typedFrom([answer("R2", "yes")]))).toEqual(["R2"]);
});
