/**
 * Why a call did not succeed: the HTTP status and Meta's own code, null where none came, and its words. Holds neither the
 * token nor numbers of persons nor what was sent.
 */
export type Fault = { http: number | null; code: number | null; words: string };

export type Answer = { ok: true; body: unknown } | { ok: false; fault: Fault };

/** Meta's Graph API, for one business phone number. */
export type Graph = {
  /** The business phone number's id. */
  account: string;
  /** Where the API answers, without a version. */
  apiRoot: string;
  /** Calls once and never throws; ends with a fault when the signal says so. JSON, or a form where a file goes along; GET without either. */
  call(path: string, options: CallOptions): Promise<Answer>;
  /** Any address of Meta's, with the token. No redirection is followed. Throws as fetch does. */
  open(url: URL, signal: AbortSignal): Promise<Response>;
};

export type CallOptions = { json?: object; form?: FormData; signal: AbortSignal };

export type GraphOptions = {
  token: string;
  phoneNumberId: string;
  apiRoot: string;
  apiVersion: string;
};

/** Meta's file server takes nothing from a caller without a name. */
const userAgent = "Payung/1";

/** The Graph API over fetch. */
export function makeGraph({ token, phoneNumberId, apiRoot, apiVersion }: GraphOptions): Graph {
  const own = { authorization: `Bearer ${token}`, "user-agent": userAgent };
  const root = apiRoot.replace(/\/+$/, "");
  const request = async (path: string, { json, form, signal }: CallOptions): Promise<Answer> => {
    const body = form ?? (json && JSON.stringify(json));
    const response = await fetch(`${root}/${apiVersion}/${path}`, {
      method: body === undefined ? "GET" : "POST",
      headers: json ? { ...own, "content-type": "application/json" } : own,
      ...(body === undefined ? {} : { body }),
      redirect: "manual",
      signal,
    });
    const answer = parsed(await response.text());
    if (response.ok && answer !== null) return { ok: true, body: answer };
    return { ok: false, fault: faultFrom(response.status, answer, token) };
  };
  return {
    account: phoneNumberId,
    apiRoot: root,
    async call(path, options) {
      try {
        return await request(path, options);
      } catch (error) {
        return { ok: false, fault: { http: null, code: null, words: networkWords(error) } };
      }
    },
    open: (url, signal) => fetch(url, { headers: own, redirect: "manual", signal }),
  };
}

function faultFrom(http: number, answer: unknown, token: string): Fault {
  const error = fieldOf(answer, "error");
  const code = fieldOf(error, "code");
  const said = [fieldOf(error, "message"), fieldOf(fieldOf(error, "error_data"), "details")]
    .filter((words) => typeof words === "string")
    .join(": ");
  return {
    http,
    code: typeof code === "number" ? code : null,
    words: shortened(said.replaceAll(token, "…") || "no words of Meta's"),
  };
}

/** What a value from outside holds under a name. */
export const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null && name in value
    ? (value as Record<string, unknown>)[name]
    : undefined;

/** Without numbers and ids of persons, tokens and what stands in quotes, and short. */
export const shortened = (words: string): string =>
  words
    .replace(/"[^"]*"|“[^”]*”/g, "…")
    .replace(/[\w-]{25,}/g, "…")
    .replace(/\d(?:[\s().-]?\d){6,}/g, "…")
    .slice(0, 200);

function networkWords(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  if (error.name === "AbortError" || error.name === "TimeoutError") return "no answer in time";
  const code = fieldOf(error.cause, "code") ?? fieldOf(error, "code");
  return typeof code === "string" ? code : error.name;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
