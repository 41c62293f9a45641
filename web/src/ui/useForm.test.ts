import { expect, test } from "vitest";
import { fieldOf, typedOf } from "./useForm.ts";

test("a problem inside a field belongs to the field", () => {
    expect(fieldOf("/login")).toBe("login");
    expect(fieldOf("/roles/0/unit")).toBe("roles");
    expect(fieldOf("/a~1b")).toBe("a/b");
    expect(fieldOf("")).toBe("");
});

test("what was not typed is not kept, so that it cannot undo what others have saved since", () => {
    const initial = { name: "DX基礎", text: "前の内容", roles: ["a"] };
    expect(typedOf(initial, { name: "DX入門", text: "前の内容", roles: ["a"] })).toEqual({ name: "DX入門" });
    expect(typedOf(initial, { ...initial })).toEqual({});
});
