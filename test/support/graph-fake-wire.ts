import type { IncomingMessage, ServerResponse } from "node:http";

/** What goes wrong with a call: Meta's error under an HTTP status. Without a code the answer is a page. */
export type GraphFault = {
  http?: number;
  code?: number;
  message?: string;
  details?: string;
  /** Of a redirection. */
  location?: string;
};

/** A call is refused in Meta's way. */
export class GraphRefusal extends Error {
  readonly fault: GraphFault;
  constructor(fault: GraphFault) {
    super(fault.message ?? String(fault.code));
    this.fault = fault;
  }
}

/** Refuses with 400 and an error code of Meta's. */
export function refuse(code: number, details: string, http = 400): never {
  throw new GraphRefusal({ http, code, details });
}

/** Answers as Meta does when something is wrong. */
export function answerFault(response: ServerResponse, fault: GraphFault): void {
  const { http = 400, code, details } = fault;
  if (code === undefined) {
    response.writeHead(http, {
      "content-type": "text/html",
      ...(fault.location === undefined ? {} : { location: fault.location }),
    });
    response.end(fault.message ?? "<html>Sorry, something went wrong.</html>");
    return;
  }
  answer(response, http, {
    error: {
      message: fault.message ?? `(#${code}) Something is wrong`,
      type: "OAuthException",
      code,
      ...(details ? { error_data: { messaging_product: "whatsapp", details } } : {}),
      fbtrace_id: "AbCdEfGh12",
    },
  });
}

/** Answers with JSON, unless the other side is gone. */
export function answer(response: ServerResponse, status: number, body: unknown): void {
  if (response.writableEnded || response.destroyed) return;
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}

/** The whole body of a request. */
export async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
