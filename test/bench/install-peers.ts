import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("./peers", import.meta.url));

/** Installs the packages that are compared into a folder of their own, unless they are there; false if that fails. */
export function installPeers(): boolean {
  const wanted = Object.keys(dependencies());
  if (wanted.every((name) => existsSync(`${folder}/node_modules/${name}/package.json`)))
    return true;
  const flags = ["--ignore-scripts", "--no-save", "--no-package-lock", "--no-audit", "--no-fund"];
  try {
    execFileSync("npm", ["install", "--silent", ...flags], { cwd: folder, stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** The exact versions that are compared, by package. */
export const dependencies = (): Record<string, string> =>
  (
    JSON.parse(readFileSync(`${folder}/package.json`, "utf8")) as {
      dependencies: Record<string, string>;
    }
  ).dependencies;
