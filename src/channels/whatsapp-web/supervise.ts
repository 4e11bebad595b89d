import { setTimeout as sleep } from "node:timers/promises";
import type { LinkedDevice } from "../../conversation/ports/linked-device.ts";
import type { Log } from "../../lib/log.ts";
import type { Library } from "./baileys.ts";
import { closingOf } from "./closing.ts";
import { type Connection, type Dialling, dial, type Hooks } from "./connection.ts";
import { type Leasing, takeLease, underLease } from "./hold-lease.ts";
import type { Link } from "./state.ts";

/** Pauses before a new connection, in ms: the first, and the longest. */
export type Waits = { firstMs: number; mostMs: number };

export const usualWaits: Waits = { firstMs: 1000, mostMs: 60_000 };

/** How long a connection must have been open for the pauses to begin anew, in ms. */
const soundFor = 30_000;

export type Supervising = Omit<Leasing, "device"> & {
  device: LinkedDevice;
  load: () => Promise<Library>;
  dialling: Pick<Dialling, "url" | "version">;
  hooks: Hooks;
  link: Link;
  waits: Waits;
  random: () => number;
  log: Log;
};

/** Is the device, whenever this process may be, until the signal ends it: one connection after the other, never two. */
export async function supervise(parts: Supervising): Promise<void> {
  const library = await parts.load();
  while (!parts.signal.aborted) {
    const lease = await takeLease(parts);
    if (!lease) return;
    const store = {
      read: (keys: readonly string[]) => parts.device.read(lease.account, keys),
      async write(values: ReadonlyMap<string, string | null>) {
        if (!(await parts.device.write(lease, values))) throw new LeaseLost();
      },
    };
    const wipe = () => parts.device.wipe(lease);
    await underLease(lease, parts, (signal) =>
      connectAgain(parts, { library, store, wipe, signal }),
    );
    parts.link.set({ is: "elsewhere" });
  }
}

type Under = {
  library: Library;
  store: Dialling["store"];
  wipe: () => Promise<boolean>;
  signal: AbortSignal;
};

async function connectAgain(parts: Supervising, under: Under): Promise<void> {
  const { link, waits, log, account, random, clock } = parts;
  const { signal } = under;
  let pause = waits.firstMs;
  let restarts = 0;
  while (!signal.aborted) {
    link.set({ is: "connecting" });
    const began = clock();
    const code = await connectOnce(parts, under);
    if (signal.aborted) return;
    const closing = closingOf(code);
    if (clock() - began > soundFor) pause = waits.firstMs;
    switch (closing) {
      case "restart":
        // Once is how a pairing ends.
        if (++restarts % 2 === 1) continue;
        break;
      case "stop":
        log.error("whatsapp_web_stopped", { account: account.account, code });
        link.set({ is: "stopped", code });
        await ended(signal);
        return;
      case "unlinked":
        log.error("whatsapp_web_unlinked", { account: account.account, code });
        await wipeAgain(parts, under);
        break;
      case "again":
        log.warn("whatsapp_web_closed", { account: account.account, code });
    }
    link.set({ is: "connecting" });
    await sleep(pause * (0.75 + random() / 2), undefined, { signal }).catch(() => undefined);
    pause = Math.min(2 * pause, waits.mostMs);
  }
}

/** One connection; gives the code by which it ended. When the signal ends it, it is over before this resolves. */
async function connectOnce(parts: Supervising, { library, store, signal }: Under): Promise<number> {
  const { dialling, hooks, log, account } = parts;
  let connection: Connection;
  try {
    connection = await dial({ ...dialling, library, store, log, hooks, account: account.account });
  } catch (error) {
    parts.troubled(error);
    return 0;
  }
  const end = () => void connection.end();
  signal.addEventListener("abort", end, { once: true });
  if (signal.aborted) end();
  const code = await connection.closed;
  signal.removeEventListener("abort", end);
  await connection.end();
  return code;
}

/** What is left of a pairing that is over must go before there is a new one. */
async function wipeAgain({ troubled, waits }: Supervising, { wipe, signal }: Under): Promise<void> {
  while (!signal.aborted) {
    try {
      await wipe();
      return;
    } catch (error) {
      troubled(error);
      await sleep(waits.firstMs, undefined, { signal }).catch(() => undefined);
    }
  }
}

const ended = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });

/** Another process is the device by now. */
class LeaseLost extends Error {
  override name = "LeaseLost";
}
