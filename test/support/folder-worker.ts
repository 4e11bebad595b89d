/**
 * One process on a data folder: `folder-worker.ts lock DIR` takes the folder's lock, tells its outcome and stays;
 * `folder-worker.ts fill DIR KEY` opens the store and enters message after message, telling every id that was acknowledged.
 */
import { setInterval } from "node:timers";
import { lockFolder } from "../../src/store/folder-lock.ts";
import { openStore } from "../../src/store/open.ts";
import { StoreError } from "../../src/store/store-error.ts";

const [what, dataDir = "", key] = process.argv.slice(2);
const tell = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`);

if (what === "lock") {
  try {
    lockFolder(dataDir);
    tell({ locked: true, pid: process.pid });
    setInterval(() => undefined, 1000);
  } catch (error) {
    const known = error instanceof StoreError ? error : undefined;
    tell({ locked: false, code: known?.code, message: known?.message, details: known?.details });
  }
} else {
  const store = await openStore({ dataDir, key, log: { warn: () => undefined } });
  const contact = { channel: "terminal", account: "bot", user: "filler" };
  for (let i = 0; ; i++) {
    const id = `${process.pid}.${i}`;
    const body = { kind: "message", at: new Date().toISOString(), text: id } as const;
    await store.line.enter(contact, { id, body }, Date.now());
    tell({ id });
  }
}
