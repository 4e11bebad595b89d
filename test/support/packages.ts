import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { createServer } from "node:net";
import { delimiter, join } from "node:path";
import process from "node:process";

/** A program that the tests need: how to find it, which Debian package brings it, and what to say when there is none. */
export type Need<T> = { find: () => T | null; debianPackage: string; missing: string };

const APT = "apt-get";

/** Finds everything; what is missing is installed in one go, as root on Debian. Otherwise fails with one sentence for each. */
export function findOrInstall(needs: readonly Need<unknown>[]): void {
  const missing = needs.filter((need) => need.find() === null);
  if (missing.length === 0) return;
  const packages = missing.map((need) => need.debianPackage);
  if (process.getuid?.() === 0 && existsSync("/etc/debian_version")) install(packages);
  const left = missing.filter((need) => need.find() === null);
  if (left.length > 0) throw new Error(left.map((need) => need.missing).join("\n"));
}

function install(packages: readonly string[]): void {
  const command = [APT, "install", "-y", "--no-install-recommends", ...packages];
  process.stdout.write(`Installing what the tests need (${command.join(" ")})\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  try {
    execFileSync(APT, ["update"], { stdio: "ignore", env });
    execFileSync(APT, command.slice(1), { stdio: "ignore", env });
  } catch {
    process.stdout.write(`${command.join(" ")} failed\n`);
  }
}

/** What was found, or the sentence that says what is missing. */
export function found<T>(need: Need<T>): T {
  const value = need.find();
  if (value === null) throw new Error(need.missing);
  return value;
}

/** The first of these programs that stands in PATH; null if none does. */
export function onPath(...names: readonly string[]): string | null {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const places = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return places.find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A port of 127.0.0.1 on which nobody listens. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" ? (address?.port ?? 0) : 0));
    });
  });
}
