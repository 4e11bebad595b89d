import { connect, createServer, type Socket } from "node:net";

/** Stands between an engine and its Redis, and can keep an engine from saving. */
export type Holder = {
  url: string;
  /** From now on a connection is stopped at its first SET, which Redis never sees. */
  hold(): void;
  /** Connections stopped so far. */
  held(): number;
  close(): void;
};

/** SET as a command name in RESP. */
const SAVES = /\$3\r\nset\r\n/i;

export async function holdWritesTo(redisUrl: string): Promise<Holder> {
  const port = Number(new URL(redisUrl).port);
  let holding = false;
  let held = 0;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const redis = connect(port, "127.0.0.1");
    let stopped = false;
    client.on("data", (bytes) => {
      if (!stopped && holding && SAVES.test(bytes.toString("latin1"))) {
        stopped = true;
        held++;
      }
      if (!stopped) redis.write(bytes);
    });
    redis.pipe(client);
    for (const socket of [client, redis]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on("error", () => undefined);
      socket.on("close", () => {
        client.destroy();
        redis.destroy();
        sockets.delete(socket);
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    url: `redis://127.0.0.1:${address.port}`,
    hold: () => {
      holding = true;
    },
    held: () => held,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
