import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { portTries, requestWithin } from "./limits.ts";
import { makeStreams } from "./streams.ts";
import { type WebParts, webApp } from "./web-app.ts";

/** Where the web server listens. */
export type WebOptions = WebParts & {
  /** 0 = any free port. */
  port: number;
  /** How many ports are tried, from `port` upwards; 20 if it is not said. */
  tries?: number;
};

/** A web server under way. */
export type Web = {
  /** Address of the page on this machine. */
  url: string;
  /** Ends all streams and connections at once. */
  close(): Promise<void>;
};

/** How long requests under way may take at shutdown, in ms. */
const lastRequests = 2000;

/** How often connections that have become idle are closed at shutdown, in ms: browsers would keep them. */
const idleEvery = 20;

/** Serves the web chat and the webhooks. Throws when no port is free or the page lacks a text. */
export async function startWeb(options: WebOptions): Promise<Web> {
  const { host, port, tries = portTries, log } = options;
  const streams = makeStreams(options.mailbox, log);
  const server = createAdaptorServer({
    fetch: webApp(options, streams).fetch,
    overrideGlobalObjects: false,
    serverOptions: { headersTimeout: 10_000, requestTimeout: requestWithin },
  }) as Server;
  try {
    await listen(server, host, port, tries);
  } catch (error) {
    streams.close();
    throw error;
  }
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${taken}`,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      streams.close();
      const idle = setInterval(() => server.closeIdleConnections(), idleEvery);
      const patience = setTimeout(() => server.closeAllConnections(), lastRequests);
      await closed;
      clearInterval(idle);
      clearTimeout(patience);
    },
  };
}

async function listen(server: Server, host: string, port: number, tries: number): Promise<void> {
  for (let tried = 1; ; tried++) {
    const error = await listenOnce(server, host, port === 0 ? 0 : port + tried - 1);
    if (!error) return;
    if (error.code !== "EADDRINUSE" || tried >= tries) throw error;
  }
}

function listenOnce(
  server: Server,
  host: string,
  port: number,
): Promise<NodeJS.ErrnoException | null> {
  return new Promise((resolve) => {
    server.once("error", resolve);
    server.listen(port, host, () => {
      server.off("error", resolve);
      resolve(null);
    });
  });
}
