// @vitest-environment happy-dom
import { QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { type FunctionComponent, Suspense } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { answer } from "../../../e2e/mock/town.ts";

vi.hoisted(() => {
    (globalThis as unknown as { happyDOM: { setURL: (url: string) => void } }).happyDOM.setURL("http://localhost/hirakata/desk");
});

const sent: { method: string; path: string; body: unknown }[] = [];

// The client takes the fetch it finds when it is loaded.
vi.stubGlobal("fetch", async (request: Request) => {
    const url = new URL(request.url);
    const path = url.pathname.replace("/hirakata/api", "");
    if (request.method !== "GET") sent.push({ method: request.method, path, body: await request.json() });
    const { status, body } = answer("GET", "hirakata", path, url.searchParams, "town=in");
    return Response.json(request.method === "GET" ? body : { id: 1 }, { status });
});

const { queries } = await import("../../api/client.ts");
const { DeskPage } = await import("./DeskPage.tsx");
const { NewConsultationPage } = await import("./NewConsultationPage.tsx");
const { ConsultationPage } = await import("./ConsultationPage.tsx");
const { BoardPage } = await import("./BoardPage.tsx");
const { PublishPage } = await import("./PublishPage.tsx");

let root: Root;
/** Waits until it is so; the machine may be slow. */
const until = (is_so: () => void) => vi.waitFor(is_so, 20_000);

beforeEach(() => {
    sent.length = 0;
    queries.clear();
    sessionStorage.clear();
});
afterEach(() => root.unmount());

const pages: readonly (readonly [string, FunctionComponent])[] = [
    ["/desk", DeskPage],
    ["/desk/new", NewConsultationPage],
    ["/desk/board", BoardPage],
    ["/desk/$consultation", ConsultationPage],
    ["/desk/$consultation/publication", PublishPage],
];

async function shown(path: string): Promise<HTMLElement> {
    const top = createRootRoute();
    const routes = pages.map(([at, component]) => createRoute({ getParentRoute: () => top, path: at as "/desk", component }));
    const router = createRouter({
        routeTree: top.addChildren(routes),
        history: createMemoryHistory({ initialEntries: [path] }),
        defaultPendingMinMs: 0,
        defaultNotFoundComponent: () => null,
    });
    const place = document.createElement("div");
    document.body.replaceChildren(place);
    root = createRoot(place);
    root.render(
        <QueryClientProvider client={queries}>
            <Suspense>
                <RouterProvider router={router as never} />
            </Suspense>
        </QueryClientProvider>,
    );
    await until(() => {
        expect(place.querySelector("h1")).not.toBeNull();
        expect(place.querySelector("[data-skeleton]")).toBeNull();
    });
    return place;
}

const named = (place: Element, tag: string, text: string) =>
    [...place.querySelectorAll<HTMLElement>(tag)].filter((one) => one.textContent?.includes(text));

test("whoever asked sees no note, is told that it is their turn, and moves no stage", async () => {
    const place = await shown("/desk/2");
    expect(named(place, "article", "課長はマクロに慎重")).toHaveLength(0);
    expect(named(place, "p", "担当者が、あなたの返事を待っています")).toHaveLength(1);
    expect(named(place, "button", "へ進める")).toHaveLength(0);
    expect(named(place, "label", "内部メモ")).toHaveLength(0);
});

test("the desk sees the note marked in words, and says before writing who will read it", async () => {
    const place = await shown("/desk/1");
    const [note] = named(place, "li", "課長はマクロに慎重");
    expect(note?.textContent).toContain("相談した人には見えません");
    expect(named(place, "button", "実装へ進める")).toHaveLength(1);
    const kinds = named(place, "label", "相談した人");
    expect(kinds.map((one) => one.textContent)).toEqual(
        expect.arrayContaining([expect.stringContaining("返事"), expect.stringContaining("内部メモ")]),
    );
});

test("the stages say which is now, which are behind and why one was skipped", async () => {
    const place = await shown("/desk/1");
    const now = [...place.querySelectorAll("[aria-current=step]")];
    expect(now.length).toBeGreaterThan(0);
    for (const one of now) expect(one.textContent).toContain("設計");
    expect(named(place, "li", "飛ばした段階")[0]?.textContent).toContain("いまある道具で足ります");
});

test("a consultation whose owner has moved asks the desk to hand it over", async () => {
    const place = await shown("/desk/4");
    expect(named(place, "p", "担当の高橋 実さんは異動しました")).toHaveLength(1);
    expect(named(place, "button", "担当を引き継ぐ")).toHaveLength(1);
});

test("the first page puts what waits for me first and says how busy each subject is", async () => {
    const place = await shown("/desk");
    const first = place.querySelector("section li");
    expect(first?.textContent).toContain("あなたの返事を待っています");
    expect(named(place, "li", "申請・届出の電子化").at(-1)?.textContent).toContain("混み合い");
});

test("made from a topic, the question begins with what was written there", async () => {
    const place = await shown("/desk/new?topic=5");
    expect(place.querySelector<HTMLInputElement>("input[name=title]")?.value).toBe("集計の手作業を減らした人はいますか");
    expect(place.querySelector<HTMLTextAreaElement>("textarea[name=trouble]")?.value).toContain("毎月の集計を手で写しています。");
});

test("nothing is sent until a subject is chosen and the trouble is told", async () => {
    const place = await shown("/desk/new");
    const form = place.querySelector("form");
    form?.requestSubmit();
    await until(() => expect(place.textContent).toContain("分野を選んでください。"));
    expect(sent).toEqual([]);
});

test("the board counts subjects by stages and shows who is late", async () => {
    const place = await shown("/desk/board");
    const [grid] = place.querySelectorAll("table");
    expect(grid?.textContent).toContain("業務の見直し(BPR)");
    expect(named(place, "td", "2開庁日の超過")).toHaveLength(1);
    expect(named(place, "td", "担当者なし")).toHaveLength(1);
});

test("what is published and what is kept back stand side by side, and it goes out only once it was checked", async () => {
    const place = await shown("/desk/6/publication");
    const [kept] = named(place, "section", "公開しないもの").slice(-1);
    expect(kept?.textContent).toContain("課長はマクロに慎重");
    place.querySelector("form")?.requestSubmit();
    await until(() => expect(place.textContent).toContain("内容を確かめて、しるしを付けてください。"));
    expect(sent).toEqual([]);
    const checked = place.querySelector<HTMLInputElement>("form input[type=checkbox]");
    checked?.click();
    await until(() => expect(checked?.checked).toBe(true));
    place.querySelector("form")?.requestSubmit();
    await until(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({
        method: "POST",
        path: "/consultations/6/publication",
        body: { tags: ["予約", "表計算"], revision: 4 },
    });
    expect(JSON.stringify(sent[0]?.body)).not.toContain("課長はマクロに慎重");
});
