import { expect, test } from "vitest";
import { fieldOf } from "./useForm.ts";

test("a problem inside a field belongs to the field", () => {
    expect(fieldOf("/login")).toBe("login");
    expect(fieldOf("/roles/0/unit")).toBe("roles");
    expect(fieldOf("/a~1b")).toBe("a/b");
    expect(fieldOf("")).toBe("");
});
