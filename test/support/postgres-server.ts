import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { found, freePort, type Need } from "./packages.ts";

const PASSWORD = "payung-test";
const START_MS = 30_000;

/** The folder with PostgreSQL's programs. */
export const POSTGRES: Need<string> = {
  find: findBinaries,
  debianPackage: "postgresql",
  missing:
    "The tests need PostgreSQL: install it (initdb and postgres in PATH) or set DATABASE_URL.",
};

function findBinaries(): string | null {
  const packaged = "/usr/lib/postgresql";
  const versions = existsSync(packaged) ? readdirSync(packaged).sort((a, b) => +b - +a) : [];
  const folders = [
    ...versions.map((version) => join(packaged, version, "bin")),
    ...(process.env["PATH"] ?? "").split(delimiter),
  ];
  return (
    folders.find((f) => existsSync(join(f, "initdb")) && existsSync(join(f, "postgres"))) ?? null
  );
}

/** Starts a PostgreSQL server in a temporary folder on a free port. */
export async function startPostgres(): Promise<{ url: string; stop: () => Promise<void> }> {
  const bin = found(POSTGRES);
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
  await untilItAnswers(url, child);
  const stop = async () => {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    const pid = Number(readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[0]);
    process.kill(pid, "SIGQUIT");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
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

async function untilItAnswers(url: string, child: ChildProcess): Promise<void> {
  const end = performance.now() + START_MS;
  for (;;) {
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      return await client.end();
    } catch {
      if (child.exitCode !== null || performance.now() > end) {
        child.kill("SIGKILL");
        throw new Error("PostgreSQL was found, but a server for the tests did not start.");
      }
      await sleep(50);
    }
  }
}
