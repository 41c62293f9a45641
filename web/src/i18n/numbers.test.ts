import { expect, test } from "vitest";
import { number, percent, signed } from "./numbers.ts";

test("a share is never rounded to all or to none while it is neither", () => {
    expect(percent(1, 3)).toBe("33.3%");
    expect(percent(2599, 2600)).toBe("99.9%");
    expect(percent(1, 26000)).toBe("0.1%");
    expect(percent(5, 5)).toBe("100.0%");
    expect(percent(0, 0)).toBe("–");
    expect(number(12345)).toBe("12,345");
});

test("a difference always says its direction", () => {
    expect([1234, -2, 0].map(signed)).toEqual(["+1,234", "−2", "0"]);
});
