import type { IncomingMessage, ServerResponse } from "node:http";

/** What a method was called with; a file that was sent along is a `Upload`. */
export type Params = Record<string, unknown>;

export type Upload = { name: string; data: Buffer };

/** Telegram's answer to a call that failed. */
export type Failure = {
  error_code: number;
  description: string;
  parameters?: Record<string, unknown>;
};

/** A call is refused in Telegram's way. */
export class Refusal extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.description);
    this.failure = failure;
  }
}

/** Refuses a call with 400. */
export function bad(words: string): never {
  throw new Refusal({ error_code: 400, description: `Bad Request: ${words}` });
}

/** The parameters of a call, from the address, JSON or a form with files. */
export async function readParams(request: IncomingMessage, raw: Buffer, url: URL): Promise<Params> {
  const type = request.headers["content-type"] ?? "";
  const params: Params = Object.fromEntries(url.searchParams);
  if (type.startsWith("application/json"))
    return raw.length === 0 ? params : { ...params, ...(JSON.parse(String(raw)) as Params) };
  if (!/^(?:multipart\/|application\/x-www-form-urlencoded)/.test(type)) return params;
  const form = await new Response(raw, { headers: { "content-type": type } }).formData();
  for (const [key, value] of form.entries())
    params[key] =
      typeof value === "string"
        ? fromForm(value)
        : { name: value.name, data: Buffer.from(await value.arrayBuffer()) };
  return params;
}

/** In a form lists and objects stand as JSON. */
function fromForm(value: string): unknown {
  if (!/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** The body of a failed call. */
export const failed = (error_code: number, description: string) => ({
  ok: false,
  error_code,
  description,
});

/** Answers with JSON, unless the other side is gone. */
export function reply(response: ServerResponse, status: number, body: unknown): void {
  if (response.writableEnded || response.destroyed) return;
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}
