// A refusal is what the server says when the user can act on it (application/problem+json).
export interface Problem {
    pointer: string;
    problem: string;
    problem_en: string;
}

interface ProblemDocument {
    code: string;
    message: string;
    message_en: string;
    detail?: string | null;
    detail_en?: string | null;
    problems?: Problem[];
    request?: string;
}

export class Refusal extends Error {
    readonly status: number;
    readonly code: string;
    readonly message_en: string;
    readonly detail: string;
    readonly detail_en: string;
    readonly problems: readonly Problem[];
    readonly request: string;
    readonly retry_after: number | null;

    constructor(status: number, document: ProblemDocument, retry_after: number | null = null) {
        super(document.message);
        this.status = status;
        this.code = document.code;
        this.message_en = document.message_en;
        this.detail = document.detail ?? "";
        this.detail_en = document.detail_en ?? "";
        this.problems = document.problems ?? [];
        this.request = document.request ?? "";
        this.retry_after = retry_after;
    }
}

/** Reads the refusal out of an answer; an answer that is no problem document (a proxy's page) becomes one all the same. */
export async function refusalFrom(response: Response): Promise<Refusal> {
    const retry = Number(response.headers.get("retry-after"));
    const request = response.headers.get("x-request-id") ?? "";
    const body: unknown = await response
        .clone()
        .json()
        .catch(() => null);
    if (isProblem(body)) return new Refusal(response.status, { request, ...body }, retry || null);
    const nothing = {
        code: "unreachable",
        message: "サーバーから正しい応答がありませんでした。",
        message_en: "The server did not answer as expected.",
    };
    return new Refusal(response.status, { ...nothing, request }, retry || null);
}

function isProblem(body: unknown): body is ProblemDocument {
    return typeof body === "object" && body !== null && "code" in body && "message" in body;
}

/** Whatever was thrown, as a refusal: a failed connection is one too. */
export function refusalOf(error: unknown): Refusal {
    if (error instanceof Refusal) return error;
    return new Refusal(0, {
        code: "unreachable",
        message: "サーバーに接続できませんでした。ネットワークを確認して、もう一度お試しください。",
        message_en: "The server could not be reached. Please check the network and try again.",
    });
}

type Pair = (ja: string, en: string) => string;

/** The refusal and its detail in the reader's language, for where there is room for one text. */
export function saidOf(refusal: Refusal, pair: Pair): string {
    return [pair(refusal.message, refusal.message_en), pair(refusal.detail, refusal.detail_en)].filter(Boolean).join(" ");
}

/** The wrong places with their remedies. A JSON pointer says nothing to a reader, and a detail is not said twice. */
export function placesOf(refusal: Refusal, pair: Pair): string[] {
    const detail = pair(refusal.detail, refusal.detail_en);
    return refusal.problems.flatMap(({ pointer, problem, problem_en }) => {
        const text = pair(problem, problem_en);
        if (text === detail) return [];
        return pointer === "" || pointer.startsWith("/") ? text : `${pointer}: ${text}`;
    });
}
