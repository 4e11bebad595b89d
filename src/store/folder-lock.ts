import { createHash, randomBytes } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { StoreError } from "./store-error.ts";

/** Unix socket paths longer than this are refused by some systems. */
const SOCKET_PATH_BYTES = 100;

/** Who holds a data folder. `started` is the process's start as the system counts it, where it tells; `nonce` is new with every lock. */
export type Holder = {
  pid: number;
  host: string;
  started: string | null;
  /** ISO instant. */
  since: string;
  /** Where the holder answers commands about its folder. */
  socket: string;
  nonce: string;
};

export type FolderLock = { holder: Holder; release(): void };

/** Where the process that holds the folder listens: inside it, or under a hashed name where that path would be too long. */
export function socketPathOf(dataDir: string): string {
  const folder = resolve(dataDir);
  const path = join(folder, "payung.sock");
  if (Buffer.byteLength(path) <= SOCKET_PATH_BYTES) return path;
  const name = createHash("sha256").update(folder).digest("hex").slice(0, 16);
  return join(tmpdir(), `payung-${name}.sock`);
}

/**
 * Takes the data folder for this process, made if need be. A lock is taken over only from a process that is dead.
 * Throws StoreError `folder_held` with `pid`, `socket` and `file` in its details.
 */
export function lockFolder(dataDir: string): FolderLock {
  const folder = resolve(dataDir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const holder: Holder = {
    pid: process.pid,
    host: hostname(),
    started: statOf(process.pid)?.started ?? null,
    since: new Date().toISOString(),
    socket: socketPathOf(folder),
    nonce: randomBytes(6).toString("hex"),
  };
  const file = join(folder, "payung.lock");
  hold(file, holder);
  return { holder, release: () => removeIfOf(file, holder.nonce) };
}

/** Who holds the folder now; null when nobody does, or only a dead process. */
export function holderOf(dataDir: string): Holder | null {
  const holder = readHolder(join(resolve(dataDir), "payung.lock"));
  return holder !== null && isAlive(holder) ? holder : null;
}

/**
 * Makes the file, or takes it over from a dead holder. The right to remove a dead holder's file is itself such a file,
 * named after that holder: two processes can never both find the same dead one and remove each other's new lock.
 */
function hold(file: string, me: Holder): void {
  while (!create(file, me)) {
    const other = readHolder(file);
    if (other === null) continue;
    if (isAlive(other)) throw held(file, other);
    const claim = `${file}.${other.nonce}`;
    hold(claim, me);
    removeIfOf(file, other.nonce);
    removeIfOf(claim, me.nonce);
  }
}

/** A link either appears with its whole content or, if the name is taken, not at all. */
function create(file: string, me: Holder): boolean {
  const draft = `${file}.${process.pid}.${me.nonce}`;
  const handle = openSync(draft, "wx", 0o600);
  try {
    writeSync(handle, JSON.stringify(me));
    fsyncSync(handle);
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  } finally {
    closeSync(handle);
    unlinkSync(draft);
  }
}

function readHolder(file: string): Holder | null {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  }
  try {
    return JSON.parse(text) as Holder;
  } catch {
    throw new StoreError(
      "folder_held",
      `The lock file ${file} cannot be read: remove it if no Payung is running on this folder.`,
      { file },
    );
  }
}

function removeIfOf(file: string, nonce: string): void {
  if (readHolder(file)?.nonce === nonce) unlinkSync(file);
}

/** A process on another machine cannot be looked at, so it counts as alive. */
function isAlive(holder: Holder): boolean {
  if (holder.host !== hostname()) return true;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
  const stat = statOf(holder.pid);
  if (stat === null) return true;
  const isGhost = stat.state === "Z" || stat.state === "X";
  return !isGhost && (holder.started === null || stat.started === holder.started);
}

/**
 * State and start, fields 3 and 22 of /proc/<pid>/stat: they tell a process from a later one with its id and from one that
 * ended and was not waited for. Null where the system has no such file.
 */
function statOf(pid: number): { state: string; started: string } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return { state: fields[0] ?? "", started: fields[19] ?? "" };
  } catch {
    return null;
  }
}

function held(file: string, { pid, host, since, socket }: Holder): StoreError {
  const where = host === hostname() ? "" : ` on ${host}`;
  const remedy = where === "" ? "" : ` (if that machine is gone, remove ${file})`;
  return new StoreError(
    "folder_held",
    `The data folder is held by process ${pid}${where} since ${since}${remedy}.`,
    { pid, host, since, socket, file },
  );
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
