import { execFileSync, spawn } from "node:child_process";
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** A PostgreSQL server on which tests may make databases. */
    postgresUrl: string;
  }
}

const env = process.env;
const PASSWORD = "payung-test";
const APT = "apt-get";
const START_MS = 30_000;

/** Brings up what the tests need, a real PostgreSQL; fails in one sentence where that is not possible. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = env["DATABASE_URL"];
  if (given !== undefined && given !== "") {
    project.provide("postgresUrl", given);
    return async () => undefined;
  }
  const bin = findBinaries() ?? install();
  const server = await start(bin);
  project.provide("postgresUrl", server.url);
  return server.stop;
}

function findBinaries(): string | null {
  const packaged = "/usr/lib/postgresql";
  const versions = existsSync(packaged) ? readdirSync(packaged).sort((a, b) => +b - +a) : [];
  const folders = [
    ...versions.map((version) => join(packaged, version, "bin")),
    ...(env["PATH"] ?? "").split(delimiter),
  ];
  return (
    folders.find((f) => existsSync(join(f, "initdb")) && existsSync(join(f, "postgres"))) ?? null
  );
}

function install(): string {
  const missing =
    "The tests need PostgreSQL: install it (initdb and postgres in PATH) or set DATABASE_URL.";
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) throw new Error(missing);
  process.stdout.write("Installing PostgreSQL for the tests (apt-get install postgresql)\n");
  const options = { stdio: "ignore", env: { ...env, DEBIAN_FRONTEND: "noninteractive" } } as const;
  execFileSync(APT, ["update"], options);
  execFileSync(APT, ["install", "-y", "--no-install-recommends", "postgresql"], options);
  const bin = findBinaries();
  if (bin === null) throw new Error(missing);
  return bin;
}

async function start(bin: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "payung-pg-"));
  const data = join(folder, "data");
  const passwordFile = join(folder, "password");
  writeFileSync(passwordFile, PASSWORD);
  const asServer = serverUser(folder, passwordFile);
  asServer(join(bin, "initdb"), [
    ...["-D", data, "-U", "payung", "-E", "UTF8", "--locale=C", "--no-sync"],
    ...["--auth=scram-sha-256", `--pwfile=${passwordFile}`],
  ]);
  const port = await freePort();
  const [command, args] = asServer.command(join(bin, "postgres"), [
    ...["-D", data, "-p", String(port), "-k", folder, "-h", "127.0.0.1"],
    ...["-c", "fsync=off", "-c", "max_connections=200", "-c", "log_min_messages=fatal"],
  ]);
  const child = spawn(command, args, { stdio: "ignore" });
  const url = `postgresql://payung:${PASSWORD}@127.0.0.1:${port}/postgres`;
  const stop = async () => {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    const pid = Number(readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[0]);
    process.kill(pid, "SIGQUIT");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  await untilItAnswers(url);
  return { url, stop };
}

/** PostgreSQL refuses to run as root: it then runs as the user that its package made. */
function serverUser(folder: string, passwordFile: string) {
  const asRoot = process.getuid?.() === 0;
  if (asRoot) {
    const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { stdio: "pipe" }));
    for (const path of [folder, passwordFile]) chownSync(path, id("-u"), id("-g"));
  }
  const command = (program: string, args: string[]): [string, string[]] =>
    asRoot ? ["runuser", ["-u", "postgres", "--", program, ...args]] : [program, args];
  const run = (program: string, args: string[]) => {
    execFileSync(...command(program, args), { stdio: "pipe", cwd: folder });
  };
  return Object.assign(run, { command });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" ? (address?.port ?? 0) : 0));
    });
  });
}

async function untilItAnswers(url: string): Promise<void> {
  const end = performance.now() + START_MS;
  for (;;) {
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      return await client.end();
    } catch (error) {
      if (performance.now() > end) throw error;
      await sleep(50);
    }
  }
}
