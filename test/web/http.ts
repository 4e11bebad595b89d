import { once } from "node:events";
import { Agent, type ClientRequest, type IncomingMessage, request } from "node:http";

/** An answer as it came over the wire. */
export type Answer = { status: number; headers: IncomingMessage["headers"]; body: Buffer };

type Asked = { method?: string; headers?: Record<string, string>; body?: string };

function open(
  base: string,
  path: string,
  { method = "GET", headers = {} }: Asked,
  agent: Agent | false = false,
): ClientRequest {
  const { hostname, port } = new URL(base);
  return request({ host: hostname, port, path, method, headers, agent });
}

/** One request with exactly these headers. */
export async function ask(base: string, path: string, asked: Asked = {}): Promise<Answer> {
  const out = open(base, path, asked);
  // Who refuses may hang up before all was written.
  out.on("error", () => undefined);
  out.end(asked.body);
  const [answer] = (await once(out, "response")) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return { status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) };
}

/** A request from the page itself, as a browser sends it. */
export const fromPage = (cookie: string, body: unknown): Asked => ({
  method: "POST",
  headers: {
    "Content-Type": "application/json",
    "Sec-Fetch-Site": "same-origin",
    Cookie: cookie,
  },
  body: JSON.stringify(body),
});

/** The cookie of a first visit, and the user it stands for. */
export async function visit(base: string): Promise<{ cookie: string; user: string }> {
  const { headers } = await ask(base, "/");
  const cookie = headers["set-cookie"]?.[0]?.split(";")[0] ?? "";
  return { cookie, user: cookie.split("=")[1] ?? "" };
}

export type Event = { name: string; id: string | null; data: unknown };

/** A stream that is listened to. */
export type Listener = {
  status: number;
  headers: IncomingMessage["headers"];
  /** Everything that came, as it came. */
  raw: () => string;
  events: () => Event[];
  /** Waits until so many events came. */
  until(count: number): Promise<Event[]>;
  /** Resolves when the server ends it. */
  ended: Promise<unknown>;
  pause(): void;
  hangUp(): void;
};

/** Listens to a person's stream. */
export async function listen(base: string, cookie: string, since = 1): Promise<Listener> {
  const headers = { "Sec-Fetch-Site": "same-origin", Cookie: cookie };
  const browserLike = new Agent({ keepAlive: true });
  const out = open(base, `/aliran?sejak=${since}`, { headers }, browserLike);
  out.on("error", () => undefined);
  out.end();
  const [answer] = (await once(out, "response")) as [IncomingMessage];
  let raw = "";
  answer.setEncoding("utf8");
  answer.on("data", (chunk: string) => {
    raw += chunk;
  });
  answer.on("error", () => undefined);
  const ended = new Promise((resolve) => answer.once("close", resolve));
  const events = () => eventsIn(raw);
  return {
    ...{ status: answer.statusCode ?? 0, headers: answer.headers, raw: () => raw, events, ended },
    async until(count) {
      while (events().length < count) await once(answer, "data");
      return events();
    },
    pause: () => answer.pause(),
    hangUp: () => out.destroy(),
  };
}

function eventsIn(raw: string): Event[] {
  return raw
    .split("\n\n")
    .slice(0, -1)
    .map((block) => Object.fromEntries(block.split("\n").map((row) => row.split(/: (.*)/s))))
    .filter((fields) => fields["event"] !== undefined)
    .map((fields) => ({
      name: fields["event"],
      id: fields["id"] ?? null,
      data: JSON.parse(fields["data"]),
    }));
}
