import type * as Baileys from "@whiskeysockets/baileys";

/** The library by which the bot is a linked device. */
export type Library = typeof Baileys;

export type Socket = Baileys.WASocket;

/**
 * Loads the library. Its cryptography prints whole sessions, private keys included, by `console`; so nothing is printed by
 * `console` any more from here on, in all of the process. Payung itself prints by other ways.
 */
export async function loadBaileys(): Promise<Library> {
  silenceConsole();
  return import("@whiskeysockets/baileys");
}

function silenceConsole(): void {
  const silent = () => undefined;
  const printing = ["log", "info", "warn", "error", "debug", "trace", "dir", "table"] as const;
  Object.assign(globalThis.console, Object.fromEntries(printing.map((name) => [name, silent])));
}
