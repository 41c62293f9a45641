import { expect, test } from "vitest";
import { movedTo } from "./order.ts";

test("an entry goes up, down and over several others", () => {
    expect(movedTo(["a", "b", "c", "d"], 2, 1)).toEqual(["a", "c", "b", "d"]);
    expect(movedTo(["a", "b", "c", "d"], 0, 3)).toEqual(["b", "c", "d", "a"]);
});

test("nothing goes beyond the ends, and the list given is not touched", () => {
    const list = ["a", "b"];
    expect(movedTo(list, 0, -1)).toEqual(["a", "b"]);
    expect(movedTo(list, 1, 2)).toEqual(["a", "b"]);
    movedTo(list, 0, 1);
    expect(list).toEqual(["a", "b"]);
});
