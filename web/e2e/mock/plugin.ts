// Answers the API from memory, so that screens can be drawn and looked at without a server: `vite --mode mock`, `vite preview --mode mock`.
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Plugin } from "vite";
import { answer } from "./town.ts";

function middleware(request: IncomingMessage, response: ServerResponse, next: () => void) {
    const url = new URL(request.url ?? "/", "http://town");
    const [, town = "", path] = /^\/(?:([a-z0-9-]+)\/)?api(\/.*)$/.exec(url.pathname) ?? [];
    if (!path || town === "src") return next();
    if (path === "/events") {
        response.writeHead(200, { "content-type": "text/event-stream" });
        return void response.write(": here\n\n");
    }
    const { status, body } = answer(request.method ?? "GET", town, path, url.searchParams, request.headers.cookie ?? "");
    response.statusCode = status;
    response.setHeader("content-type", status < 400 ? "application/json" : "application/problem+json");
    if (path === "/session")
        response.setHeader("set-cookie", request.method === "DELETE" ? "town=; Path=/; Max-Age=0" : "town=in; Path=/");
    response.end(JSON.stringify(body));
}

export function mock(): Plugin {
    return {
        name: "mock-town",
        configureServer: ({ middlewares }) => void middlewares.use(middleware),
        configurePreviewServer: ({ middlewares }) => void middlewares.use(middleware),
    };
}
