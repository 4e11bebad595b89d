import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { holderOf, lockFolder, socketPathOf } from "../../src/store/folder-lock.ts";
import { openStore } from "../../src/store/open.ts";
import { startProgram } from "../support/processes.ts";
import { keptLog, ownFolder, TEST_KEY } from "../support/stores.ts";

let folder: ReturnType<typeof ownFolder>;
let dataDir: string;
beforeEach(() => {
  folder = ownFolder();
  dataDir = join(folder.path, "data");
});
afterEach(() => folder.remove());

const locker = () => startProgram("folder-worker.ts", ["lock", dataDir]);

test("a second process is refused and told who holds the folder", async () => {
  const first = locker();
  expect(await first.next()).toMatchObject({ locked: true });
  const second = locker();
  const refused = await second.next();
  expect(refused).toMatchObject({
    locked: false,
    code: "folder_held",
    details: { pid: first.child.pid, socket: join(dataDir, "payung.sock") },
  });
  expect(refused["message"]).toContain(`held by process ${first.child.pid}`);
  expect(holderOf(dataDir)?.pid).toBe(first.child.pid);
  await first.kill();
});

test("the lock of a dead process is taken over, by one of several who try at once", async () => {
  const dead = locker();
  await dead.next();
  await dead.kill();
  expect(existsSync(join(dataDir, "payung.lock"))).toBe(true);
  expect(holderOf(dataDir)).toBeNull();
  const heirs = [1, 2, 3, 4].map(locker);
  const outcomes = await Promise.all(heirs.map((heir) => heir.next()));
  expect(outcomes.filter((outcome) => outcome["locked"] === true)).toHaveLength(1);
  await Promise.all(heirs.map((heir) => heir.kill()));
});

test.runIf(existsSync("/proc/self/stat"))(
  "a process that ended and was not waited for is dead",
  async () => {
    const parent = spawn("sh", ["-c", "sleep 0 & echo $!; exec sleep 60"]);
    const pid = Number(String((await once(parent.stdout, "data"))[0]).trim());
    const lock = lockFolder(dataDir);
    const zombie = { ...lock.holder, pid, started: null, nonce: "of the dead" };
    writeFileSync(join(dataDir, "payung.lock"), JSON.stringify(zombie));
    await expect.poll(() => readFileSync(`/proc/${pid}/stat`, "utf8")).toMatch(/\) Z /);
    expect(holderOf(dataDir)).toBeNull();
    lockFolder(dataDir).release();
    parent.kill("SIGKILL");
  },
);

test("a folder is not opened twice in one process, and is free after it was given back", async () => {
  const options = { dataDir, key: TEST_KEY, log: keptLog().log };
  const store = await openStore(options);
  await expect(openStore(options)).rejects.toMatchObject({ code: "folder_held" });
  await store.close();
  await store.close();
  expect(readdirSync(dataDir)).toEqual(["pg"]);
  await (await openStore(options)).close();
});

test("a living process that merely has the number of the dead holder is not taken for it", () => {
  const lock = lockFolder(dataDir);
  const file = join(dataDir, "payung.lock");
  const earlier = { ...lock.holder, started: "1", nonce: "of an earlier process" };
  writeFileSync(file, JSON.stringify(earlier));
  const taken = lockFolder(dataDir);
  lock.release();
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(taken.holder);
  taken.release();
  expect(existsSync(file)).toBe(false);
});

test("a lock of another machine or one that can't be read is never taken over", () => {
  const lock = lockFolder(dataDir);
  const file = join(dataDir, "payung.lock");
  writeFileSync(file, JSON.stringify({ ...lock.holder, host: "elsewhere", pid: 999_999_999 }));
  expect(() => lockFolder(dataDir)).toThrow(/on elsewhere .*if that machine is gone, remove/);
  writeFileSync(file, "");
  expect(() => lockFolder(dataDir)).toThrow(/cannot be read: remove it if no Payung is running/);
});

test("the socket's path is in the folder, or under a short name where that would be too long", () => {
  expect(socketPathOf("/srv/payung")).toBe("/srv/payung/payung.sock");
  const long = socketPathOf(`/srv/${"a".repeat(120)}`);
  expect(Buffer.byteLength(long)).toBeLessThanOrEqual(100);
  expect(long).toMatch(/payung-[0-9a-f]{16}\.sock$/);
  expect(socketPathOf(`/srv/${"b".repeat(120)}`)).not.toBe(long);
});

test("no acknowledged message is lost when the process is killed, twelve times over", {
  timeout: 120_000,
}, async () => {
  const acknowledged: string[] = [];
  for (let kill = 0; kill < 12; kill++) {
    const filler = startProgram("folder-worker.ts", ["fill", dataDir, TEST_KEY]);
    for (let i = 0; i < 10 + kill * 3; i++) acknowledged.push(String((await filler.next())["id"]));
    filler.child.kill("SIGKILL");
    acknowledged.push(...(await restOf(filler)));
    await filler.kill();
  }
  const store = await openStore({ dataDir, key: TEST_KEY, log: keptLog().log });
  const contact = { channel: "terminal", account: "bot", user: "filler" };
  const found: string[] = [];
  let now = Date.now() + 60_000;
  let turn = await store.line.take(contact, now);
  while (turn !== null) {
    const taken = turn.items.map((item) => item.id);
    found.push(...taken);
    now += 10;
    const outcome = { session: null, taken, parts: [], jobs: [] };
    const committed = await store.line.commit(turn.lease, outcome, now);
    turn = committed.state === "next" ? committed.turn : null;
  }
  expect(found.filter((id) => acknowledged.includes(id))).toEqual(acknowledged);
  // One message a kill may have been stored without its process living to tell.
  expect(found.length - acknowledged.length).toBeLessThanOrEqual(12);
  await store.close();
});

/** What it had told before it was gone. */
async function restOf(program: ReturnType<typeof startProgram>): Promise<string[]> {
  const ids: string[] = [];
  try {
    for (;;) ids.push(String((await program.next())["id"]));
  } catch {
    return ids;
  }
}
