import { type Script, scriptOf } from "./form.ts";
import type { Peer, PeerOptions } from "./peer.ts";
import { script as peersScript } from "./peers/form.mjs";

/** Names of what can be measured, the limits first. */
export const LIMITS = ["bare-unpipelined", "bare-autopipelined"] as const;
export const PEERS = [
  "telegraf-redis",
  "telegraf-ioredis",
  "xstate-redis",
  "botframework-redis",
  "builderbot-redis",
  "grammy-redis",
] as const;

/** Measured where it is asked for by name: Payung without a Redis. */
export const EMBEDDED = "payung-embedded";

/** Measured where it is asked for by name: Payung's engine alone, over one GET and one SET. */
export const PLAIN = "payung-plain";

/** Of Payung itself: nothing to install for them, and no forms to lose. */
export const OWN: readonly string[] = [EMBEDDED, PLAIN];

/** Starts one engine on this Redis. */
export async function openPeer(name: string, options: PeerOptions): Promise<Peer> {
  if (name === "payung") return (await import("./payung.ts")).create(options);
  if (name === EMBEDDED) return (await import("./payung-embedded.ts")).create(options);
  if (name === PLAIN) return (await import("./payung-plain.ts")).create(options);
  if (name.startsWith("bare-"))
    return (await import("./bare.ts")).create(options, name === "bare-autopipelined");
  const { create } = await import(new URL(`./peers/${name}.mjs`, import.meta.url).href);
  return create(options) as Promise<Peer>;
}

/** The script that this engine is driven with. */
export const scriptFor = (name: string): ((user: number) => Script) =>
  name.startsWith("payung") ? scriptOf : (peersScript as (user: number) => Script);
