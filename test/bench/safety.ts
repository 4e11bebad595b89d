import { setTimeout as sleep } from "node:timers/promises";
import { startChild } from "./child.ts";
import { holdWritesTo } from "./hold-writes.ts";
import { type Meter, meterOn } from "./meter.ts";
import { openPeer, scriptFor } from "./open-peer.ts";
import { isRight, type Peer } from "./peer.ts";
import { idOf, type VictimTells } from "./victim.ts";

/** Forms that ended right, of `users`, for each thing that goes wrong on real channels. */
export type Safety = {
  peer: string;
  users: number;
  /** Three answers arrive together, in order, at one process. */
  burst: number;
  /** The same, at two instances in turn, each when the one before is taken in (elsewhere: one round trip to Redis later). */
  workers: number;
  /** An answer is delivered twice under the same id: no second reply either. */
  twice: number;
  /** The process is killed between reading and saving; the provider delivers the answer again: answered once. */
  killedAgain: number;
  /** The same, and nobody delivers it again. */
  killed: number;
};

/** Longest wait for one reply, in ms. */
const patience = 3000;
/** After the lease of a killed process has run out. */
const leaseOver = 31_000;
const invalidNik = 3;

/** `first` is the number of its first person: every trial has people of its own. */
type Trial = { name: string; url: string; users: number; first: number; meter: Meter };

/** Counts the right forms of one engine, mode by mode. */
export async function checkSafety(order: {
  peer: string;
  url: string;
  users: number;
}): Promise<Safety> {
  const { peer: name, url, users } = order;
  const meter = meterOn(url);
  const trial = (number: number): Trial => ({ name, url, users, first: number * 1000, meter });
  return {
    peer: name,
    users,
    burst: await bursts(trial(1), 1),
    workers: await bursts(trial(2), 2),
    twice: await redeliveries(trial(3)),
    killedAgain: await kills(trial(4), true),
    killed: await kills(trial(5), false),
  };
}

/** A person's messages without the invalid one, by number of the step, and the last reply wanted. */
function shortScript(name: string, user: number): { says: string[]; last: string | undefined } {
  const { says, wants } = scriptFor(name)(user);
  return { says: says.filter((_, step) => step !== invalidNik), last: wants.at(-1) };
}

/** How many of the persons' trials came out true, eight persons at a time. */
async function counted(
  { users, first }: Trial,
  one: (user: number) => Promise<boolean>,
): Promise<number> {
  let right = 0;
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < users) if (await one(first + next++).catch(() => false)) right++;
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  return right;
}

/** What came of a message: its reply, undefined where there was none or an error or no end. */
const replyTo = (peer: Peer, user: number, text: string, id: number): Promise<string | undefined> =>
  Promise.race([
    peer.send(user, text, id).catch(() => undefined),
    sleep(patience, undefined, { ref: false }),
  ]);

/** Says the rest of the form one by one; whether it ended with the right record. */
async function endsRight(trial: Trial, peer: Peer, user: number, from: number): Promise<boolean> {
  const { says, last } = shortScript(trial.name, user);
  let reply: string | undefined;
  for (let step = from; step < says.length; step++)
    reply = await replyTo(peer, user, says[step] ?? "", idOf(user, step));
  return isRight(reply, last);
}

async function bursts(trial: Trial, instances: number): Promise<number> {
  await trial.meter.flush();
  const { name, url } = trial;
  const first = await openPeer(name, { url });
  const second = instances > 1 ? await openPeer(name, { url }) : first;
  const right = await counted(trial, async (user) => {
    const { says } = shortScript(name, user);
    await replyTo(first, user, says[0] ?? "", idOf(user, 0));
    const sent: Promise<unknown>[] = [];
    for (const [at, peer] of [first, second, first].entries()) {
      sent.push(replyTo(peer, user, says[at + 1] ?? "", idOf(user, at + 1)));
      if (instances > 1) await (peer.taken ?? trial.meter.ping)();
    }
    await Promise.all(sent);
    await Promise.all([first.rest?.(user), second.rest?.(user)]);
    return endsRight(trial, first, user, 4);
  });
  await first.close();
  if (second !== first) await second.close();
  return right;
}

async function redeliveries(trial: Trial): Promise<number> {
  await trial.meter.flush();
  const peer = await openPeer(trial.name, { url: trial.url });
  const right = await counted(trial, async (user) => {
    const { says } = shortScript(trial.name, user);
    await replyTo(peer, user, says[0] ?? "", idOf(user, 0));
    await replyTo(peer, user, says[1] ?? "", idOf(user, 1));
    const again = await replyTo(peer, user, says[1] ?? "", idOf(user, 1));
    const ended = await endsRight(trial, peer, user, 2);
    const replies = peer.replies?.(user).length ?? says.length;
    return again === undefined && ended && replies === says.length;
  });
  await peer.close();
  return right;
}

async function kills(trial: Trial, deliveredAgain: boolean): Promise<number> {
  await trial.meter.flush();
  const { name, url } = trial;
  const replied = await killedVictim(trial);
  const peer = await openPeer(name, { url, clockAhead: leaseOver });
  await peer.recover?.();
  const right = await counted(trial, async (user) => {
    const { says } = shortScript(name, user);
    let replies = replied.get(user) ?? 0;
    if (deliveredAgain) {
      const reply = await replyTo(peer, user, says[2] ?? "", idOf(user, 2));
      if (reply !== undefined) replies++;
    }
    replies += peer.replies?.(user).length ?? 0;
    const ended = await endsRight(trial, peer, user, 3);
    return ended && (!deliveredAgain || replies === 1);
  });
  await peer.close();
  return right;
}

/** Has a process killed in the middle of everybody's third message; how many replies to it went out before, by person. */
async function killedVictim({ name, url, users, first }: Trial): Promise<Map<number, number>> {
  const holder = await holdWritesTo(url);
  const replied = new Map<number, number>();
  let stopped = 0;
  const told = (what: unknown): void => {
    const one = what as VictimTells;
    if ("ready" in one) holder.hold();
    else if ("stopped" in one) stopped = one.stopped;
    else replied.set(one.replied, (replied.get(one.replied) ?? 0) + 1);
  };
  const own = name === "payung";
  const victim = startChild(
    {
      do: "victim",
      peer: name,
      url: own ? url : holder.url,
      users,
      first,
      instances: own ? Math.ceil(users / 50) : users,
    },
    { told },
  );
  const allStopped = async (): Promise<void> => {
    const end = performance.now() + 60_000;
    while ((own ? stopped : holder.held()) < users) {
      if (performance.now() > end) throw new Error(`${name} was not stopped before saving`);
      await sleep(20);
    }
    await sleep(200);
  };
  try {
    await Promise.race([allStopped(), victim.result]);
  } finally {
    await victim.kill();
    holder.close();
  }
  return replied;
}
