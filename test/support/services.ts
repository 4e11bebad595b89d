import process from "node:process";
import type { TestProject } from "vitest/node";
import { findOrInstall, found, type Need, onPath } from "./packages.ts";
import { POSTGRES, startPostgres } from "./postgres-server.ts";
import { REDIS, startRedis } from "./redis-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A PostgreSQL server on which tests may make databases. */
    postgresUrl: string;
    /** A Redis on which tests may write under key prefixes of their own. */
    redisUrl: string;
    /** Chromium's program. */
    chromiumPath: string;
    /** LibreOffice's program. */
    libreOfficePath: string;
  }
}

type Service = { url: string; stop: () => Promise<void> };

const CHROMIUM: Need<string> = {
  find: () => given("CHROMIUM_PATH") ?? onPath("chromium", "chromium-browser", "google-chrome"),
  debianPackage: "chromium",
  missing: "The tests need Chromium: install it (chromium in PATH) or set CHROMIUM_PATH.",
};

const LIBRE_OFFICE: Need<string> = {
  find: () => given("LIBREOFFICE_PATH") ?? onPath("soffice", "libreoffice"),
  debianPackage: "libreoffice-calc-nogui",
  missing: "The tests need LibreOffice: install it (soffice in PATH) or set LIBREOFFICE_PATH.",
};

/** Brings up what the tests need, a real PostgreSQL and Redis, and finds a browser and LibreOffice; fails in one sentence where that is not possible. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [postgresUrl, redisUrl] = [given("DATABASE_URL"), given("REDIS_URL")];
  const needs: Need<unknown>[] = [CHROMIUM, LIBRE_OFFICE];
  if (postgresUrl === null) needs.push(POSTGRES);
  if (redisUrl === null) needs.push(REDIS);
  findOrInstall(needs);

  const running: Service[] = [];
  const stop = async () => {
    await Promise.all(running.splice(0).map((service) => service.stop()));
  };
  const brought = async (start: () => Promise<Service>) => {
    const service = await start();
    running.push(service);
    return service.url;
  };
  try {
    project.provide("chromiumPath", found(CHROMIUM));
    project.provide("libreOfficePath", found(LIBRE_OFFICE));
    project.provide("redisUrl", redisUrl ?? (await brought(startRedis)));
    project.provide("postgresUrl", postgresUrl ?? (await brought(startPostgres)));
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

function given(name: string): string | null {
  const value = process.env[name];
  return value === undefined || value === "" ? null : value;
}
