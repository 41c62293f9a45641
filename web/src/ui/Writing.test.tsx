// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, useState } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { server } from "../api/client.ts";
import type { Attachment } from "../api/upload.ts";
import { Writing, type WritingProps } from "./Writing.tsx";

let root: Root;
let text = "";
let files: readonly Attachment[] = [];

function Box({ start, ...props }: Partial<WritingProps> & { start: string }) {
    const [value, setValue] = useState(start);
    const [taken, setTaken] = useState<readonly Attachment[]>([]);
    text = value;
    files = taken;
    return (
        <QueryClientProvider client={new QueryClient()}>
            <Writing label="本文" value={value} onChange={setValue} files={taken} onFiles={setTaken} {...props} />
        </QueryClientProvider>
    );
}

/** A request as the browser sends it, answered at once. */
class Sending {
    static sent: string[] = [];
    status = 201;
    responseText = JSON.stringify({ id: 7, name: "図.png", media_type: "image/png", size: 3, picture: true });
    upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
    onload = () => {};
    open = (_: string, url: string) => void Sending.sent.push(url);
    getResponseHeader = () => null;
    abort = () => {};
    send = () => void setTimeout(() => this.onload());
}

async function shown(start: string, props: Partial<WritingProps> = {}) {
    const place = document.createElement("div");
    document.body.replaceChildren(place);
    root = createRoot(place);
    await act(async () => root.render(<Box start={start} {...props} />));
    const area = place.querySelector("textarea");
    if (!area) throw new Error("no box");
    return { place, area };
}
const button = (place: Element, name: string) => {
    const found = [...place.querySelectorAll("button")].find(
        (one) => one.getAttribute("aria-label")?.startsWith(name) || one.textContent === name,
    );
    if (!found) throw new Error(`no button ${name}`);
    return found;
};
const key = (area: Element, name: string, more: KeyboardEventInit = {}) =>
    act(
        async () =>
            void area.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true, ...more })),
    );
const pasted = (data: object) => {
    const event = new Event("paste", { bubbles: true, cancelable: true });
    return Object.assign(event, { clipboardData: data });
};

beforeEach(() => {
    (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
    Sending.sent = [];
    vi.stubGlobal("XMLHttpRequest", Sending);
});
afterEach(async () => {
    await act(async () => root.unmount());
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
});

test("a button marks the words that are selected", async () => {
    const { place, area } = await shown("とても大事です");
    area.setSelectionRange(3, 5);
    await act(async () => button(place, "太字").click());
    expect(text).toBe("とても**大事**です");
});

test("Ctrl+Enter sends, but not while a word is still being chosen from the dictionary", async () => {
    const onSend = vi.fn();
    const { area } = await shown("はい", { onSend });
    await key(area, "Enter", { ctrlKey: true, isComposing: true });
    await key(area, "Enter");
    expect(onSend).not.toHaveBeenCalled();
    await key(area, "Enter", { ctrlKey: true });
    expect(onSend).toHaveBeenCalledOnce();
});

test("a pasted picture is sent, and stands in the text once it has arrived", async () => {
    const { area } = await shown("画面です");
    area.setSelectionRange(4, 4);
    const picture = new File(["png"], "image.png", { type: "image/png" });
    await act(async () => void area.dispatchEvent(pasted({ files: [picture], types: ["Files"] })));
    await vi.waitFor(async () => {
        await act(async () => {});
        expect(text).toBe("画面です\n![図](attachment:7)\n");
    });
    expect(decodeURIComponent(Sending.sent[0] ?? "")).toContain("/api/attachments?name=貼り付けた画像.png");
    expect(files.map(({ id }) => id)).toEqual([7]);
});

test("a file of another kind is not sent, and the sentence beside it says which are taken", async () => {
    const { place, area } = await shown("");
    await act(async () => void area.dispatchEvent(pasted({ files: [new File(["x"], "run.exe")], types: ["Files"] })));
    expect(Sending.sent).toEqual([]);
    expect(place.querySelector("[role=alert]")?.textContent).toContain("pdf");
});

test("the preview shows what the server makes of it, and the text stays", async () => {
    const pieces = [
        { kind: "paragraph", depth: 0, number: 0, text: "", href: "" },
        { kind: "strong", depth: 1, number: 0, text: "", href: "" },
        { kind: "text", depth: 2, number: 0, text: "大事", href: "" },
    ];
    vi.spyOn(server, "POST").mockResolvedValue({ data: { pieces }, response: new Response() } as never);
    const { place, area } = await shown("**大事**");
    await act(async () => button(place, "プレビュー").click());
    await vi.waitFor(() => expect(place.querySelector("strong")?.textContent).toBe("大事"));
    await act(async () => button(place, "書く").click());
    expect(area.hidden).toBe(false);
    expect(area.value).toBe("**大事**");
});

test("a name typed after @ is chosen with the keyboard and stands in the text as a name", async () => {
    const found = [
        { key: "3", label: "山田 太郎", hint: "情報政策課", text: "[@山田 太郎](/hiroba/people/3)" },
        { key: "4", label: "山田 花子", hint: "市民課", text: "[@山田 花子](/hiroba/people/4)" },
    ];
    const suggest = (typed: string | null) => (typed === "山田" ? found : []);
    const { place, area } = await shown("ねえ@山田", { suggest });
    await act(async () => area.focus());
    area.setSelectionRange(5, 5);
    await act(async () => void area.dispatchEvent(new KeyboardEvent("keyup", { key: "田", bubbles: true })));
    expect(place.querySelectorAll("[role=option]")).toHaveLength(2);
    await key(area, "ArrowDown");
    await key(area, "Enter");
    expect(text).toBe("ねえ[@山田 花子](/hiroba/people/4) ");
});
