/** Writes the database client into src/store/generated, only when schema or generator are newer than what is there. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import process from "node:process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const schema = fileURLToPath(new URL("schema.prisma", import.meta.url));
const generated = fileURLToPath(new URL("../src/store/generated/", import.meta.url));
const stampFile = `${generated}.stamp`;
const require = createRequire(import.meta.url);
const { version } = require("prisma/package.json");

const stamp = createHash("sha256").update(version).update(readFileSync(schema)).digest("hex");
const current = existsSync(`${generated}client.ts`) && existsSync(stampFile);
if (!current || readFileSync(stampFile, "utf8") !== stamp) generate();

function generate() {
  const result = spawnSync(
    process.execPath,
    [require.resolve("prisma/build/index.js"), "generate", "--schema", schema],
    {
      cwd: root,
      encoding: "utf8",
      env: {
        // biome-ignore lint/style/noProcessEnv: the child needs the whole environment.
        ...process.env,
        // Generating needs no schema engine, but Prisma would download one unless a file is named.
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        CHECKPOINT_DISABLE: "1",
        PRISMA_HIDE_UPDATE_MESSAGE: "1",
      },
    },
  );
  if (result.status === 0 && existsSync(`${generated}client.ts`)) {
    writeFileSync(stampFile, stamp);
    return;
  }
  const output =
    `${result.error?.message ?? ""}${result.stdout ?? ""}${result.stderr ?? ""}`.trim();
  process.stderr.write(
    `The database client could not be generated from prisma/schema.prisma:\n${output}\n`,
  );
  process.exit(1);
}
