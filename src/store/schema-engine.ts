import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type {
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";
import { StoreError } from "./store-error.ts";

/** Node has it; the types of the language alone do not. */
declare const WebAssembly: {
  instantiate(
    bytes: Uint8Array,
    imports: Record<string, unknown>,
  ): Promise<{ instance: { exports: Record<string, unknown> } }>;
};

const ENGINE = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm");

/** The filter that leaves nothing out. */
export const EVERYTHING = { externalTables: [], externalEnums: [] };

/**
 * Prisma's schema engine as WebAssembly on a driver adapter: nothing is downloaded, and its bookkeeping is the one of
 * `prisma migrate`. Takes about half a second, so ask it only when something is pending.
 */
export async function openSchemaEngine(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  schema: string,
): Promise<SchemaEngine> {
  loading ??= load();
  return (await loading).new(
    { datamodels: [["schema.prisma", schema]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(awaitingScripts(adapter)),
  );
}

let loading: Promise<typeof SchemaEngine> | undefined;

/** Once a process: the module's glue code serves one instance. */
async function load(): Promise<typeof SchemaEngine> {
  const engine = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = readFileSync(join(dirname(ENGINE), "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": engine });
  engine.__wbg_set_wasm(instance.exports);
  // Where the engine leaves its last words: it answers nothing more after them.
  const set_message = (message: string) => {
    throw new StoreError("migration_failed", `The schema engine gave up: ${message}`);
  };
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message } });
  const start = instance.exports["__wbindgen_start"];
  if (typeof start === "function") start();
  return engine.SchemaEngine;
}

/** Applies what is pending of the list, in order; gives the names of what it applied. */
export async function applyMigrations(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  schema: string,
  migrationsList: MigrationList,
): Promise<string[]> {
  const engine = await openSchemaEngine(adapter, schema);
  const done = await engine.applyMigrations({ migrationsList, filters: EVERYTHING });
  return done.appliedMigrationNames;
}

/** The PGlite adapter sends scripts without awaiting them, so a failing one would go unnoticed. */
function awaitingScripts(
  factory: SqlMigrationAwareDriverAdapterFactory,
): SqlMigrationAwareDriverAdapterFactory {
  const mended = async (connecting: Promise<SqlDriverAdapter>) => {
    const adapter = await connecting;
    const client = "client" in adapter ? adapter.client : undefined;
    if (adapter.adapterName === "pglite-prisma-adapter" && canExec(client)) {
      adapter.executeScript = async (script) => {
        await client.exec(script);
      };
    }
    return adapter;
  };
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: () => mended(factory.connect()),
    connectToShadowDb: () => mended(factory.connectToShadowDb()),
  };
}

function canExec(value: unknown): value is { exec(script: string): Promise<unknown> } {
  return typeof value === "object" && value !== null && "exec" in value;
}
