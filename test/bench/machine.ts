import { readFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";

/** Where and with what it was measured, as lines of Markdown. */
export function machineLines(redis: string, packages: Record<string, string>): string[] {
  const [cpu] = cpus();
  const versions = Object.entries(packages).map(([name, version]) => `${name} ${version}`);
  return [
    `* ${new Date().toISOString().slice(0, 10)}; ${cpu?.model.trim() ?? "unknown CPU"}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`,
    `* Node ${process.version}, Redis ${redis} on loopback without persistence, ioredis ${ownVersion("ioredis")}`,
    ...(versions.length > 0 ? [`* ${versions.join(", ")}`] : []),
  ];
}

function ownVersion(name: string): string {
  const file = new URL(`../../node_modules/${name}/package.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}

/** Milliseconds that all cores were busy since the machine started; null where there is no /proc. */
export function busyMs(): number | null {
  try {
    const [line = ""] = readFileSync("/proc/stat", "utf8").split("\n");
    const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] = line
      .trim()
      .split(/\s+/)
      .slice(1)
      .map(Number);
    return (user + nice + system + irq + softirq + steal) * 10;
  } catch {
    return null;
  }
}

/** Percent of the machine that was busy with other things than these milliseconds of CPU. */
export function othersShare(before: number | null, own: number, wallMs: number): number | null {
  const after = busyMs();
  if (before === null || after === null) return null;
  return Math.max(0, ((after - before - own) / (wallMs * cpus().length)) * 100);
}
