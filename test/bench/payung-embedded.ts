import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "../../src/store/open.ts";
import { payungOn } from "./payung-on.ts";
import type { Peer, PeerOptions } from "./peer.ts";

/** Payung with nothing configured: the same ports in SQL on the embedded database, in a folder. */
export async function create(options: PeerOptions): Promise<Peer> {
  const folder = mkdtempSync(join(tmpdir(), "payung-bench-"));
  const log = { warn: () => undefined };
  const store = await openStore({ dataDir: join(folder, "data"), log });
  const close = async (): Promise<void> => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...payungOn(store, close, options), stores: false };
}
