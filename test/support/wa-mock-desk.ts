import type { BinaryNode } from "@whiskeysockets/baileys";
import type { Bundle, SignalDevice } from "./wa-mock-device.ts";
import type { WaFiles } from "./wa-mock-files.ts";

/** What people on WhatsApp, and answers to the bot's questions, need of the server. */
export type WaDesk = {
  readonly files: WaFiles;
  readonly account: { pn: string; lid: string; device: number };
  readonly bundle: { preKeys: Bundle["preKey"][] } | undefined;
  botBundle(): Promise<Bundle>;
  /** Keeps what somebody wrote until the bot confirms it. */
  deliver(stanza: BinaryNode): void;
  toBot(stanza: BinaryNode): void;
  deviceOf(jid: string): SignalDevice | undefined;
  personOf(jid: string): { lid: string } | undefined;
};
