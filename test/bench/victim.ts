import { openPeer, scriptFor } from "./open-peer.ts";
import type { Peer } from "./peer.ts";

/** The id of a person's message, as a channel counts them. */
export const idOf = (user: number, step: number): number => user * 100 + step;

/** What a victim tells: its first two messages are answered; so many are stopped before saving; a reply went out. */
export type VictimTells = { ready: true } | { stopped: number } | { replied: number };

/**
 * Answers everybody's first two messages, then takes everybody's third and is stopped each time between reading and saving,
 * until it is killed. Persons are spread over instances, each with a connection of its own.
 */
export async function beVictim(
  order: { peer: string; url: string; users: number; first: number; instances: number },
  tell: (what: VictimTells) => void,
): Promise<never> {
  let stalling = false;
  let stopped = 0;
  const beforeCommit = (): Promise<void> => {
    if (!stalling) return Promise.resolve();
    tell({ stopped: ++stopped });
    return new Promise(() => undefined);
  };
  const onReply = (user: number): void => {
    if (stalling) tell({ replied: user });
  };
  const peers: Peer[] = [];
  for (let i = 0; i < order.instances; i++)
    peers.push(await openPeer(order.peer, { url: order.url, beforeCommit, onReply }));
  const scriptOf = scriptFor(order.peer);
  const all = Array.from({ length: order.users }, (_, i) => order.first + i);
  const say = (user: number, step: number): Promise<unknown> => {
    const peer = peers[user % peers.length];
    return peer?.send(user, scriptOf(user).says[step] ?? "", idOf(user, step)) ?? Promise.resolve();
  };
  for (const user of all) for (const step of [0, 1]) await say(user, step);
  for (const peer of peers) await peer.settle?.();
  stalling = true;
  tell({ ready: true });
  await new Promise((resolve) => setTimeout(resolve, 100));
  await Promise.all(all.map((user) => say(user, 2)));
  return new Promise<never>(() => setInterval(() => undefined, 1000));
}
