import { setTimeout as sleep } from "node:timers/promises";
import { drive, percentile } from "./drive.ts";
import { meterOn } from "./meter.ts";
import { openPeer, scriptFor } from "./open-peer.ts";
import { isRight } from "./peer.ts";

export type OpenRun = {
  /** Messages a second that came in, and for how long. */
  rate: number;
  seconds: number;
  messages: number;
  p50: number;
  p95: number;
  p99: number;
  max: number;
  /** Replies that were not the wanted ones, or never came. */
  wrong: number;
};

/** Persons of the warm-up: a bot that has just started is another measurement. */
const warmUpUsers = 800;
/** How long after the last message the last reply may come, in ms. */
const patience = 15_000;

/**
 * Messages arrive whether or not the ones before are answered: at times fixed beforehand (Poisson, the same at every run),
 * and each latency is counted from the time the message was due, so that a stall shows in all that it delayed.
 */
export async function measureOpen(order: {
  peer: string;
  url: string;
  rate: number;
  seconds: number;
}): Promise<OpenRun> {
  const { rate, seconds } = order;
  const meter = meterOn(order.url);
  await meter.flush();
  const peer = await openPeer(order.peer, order);
  const scriptOf = scriptFor(order.peer);
  const steps = scriptOf(1).says.length;
  const run = async (offset: number, messages: number): Promise<OpenRun> => {
    const users = Math.ceil(messages / steps);
    const latencies = new Float64Array(messages).fill(patience);
    let wrong = messages;
    const dues = arrivals(messages, rate);
    const start = performance.now() + 20;
    const one = async (index: number): Promise<void> => {
      const { says, wants } = scriptOf(offset + (index % users));
      const step = Math.floor(index / users);
      const reply = await peer.send(offset + (index % users), says[step] ?? "");
      latencies[index] = performance.now() - start - (dues[index] ?? 0);
      if (isRight(reply, wants[step])) wrong--;
    };
    const sent: Promise<void>[] = [];
    while (sent.length < messages) {
      const passed = performance.now() - start;
      while (sent.length < messages && (dues[sent.length] ?? 0) <= passed)
        sent.push(one(sent.length).catch(() => undefined));
      const wait = (dues[sent.length] ?? 0) - (performance.now() - start);
      await sleep(Math.max(0, Math.floor(wait)));
    }
    await Promise.race([Promise.all(sent), sleep(patience)]);
    latencies.sort();
    return {
      rate,
      seconds,
      messages,
      p50: percentile(latencies, 0.5),
      p95: percentile(latencies, 0.95),
      p99: percentile(latencies, 0.99),
      max: percentile(latencies, 1),
      wrong,
    };
  };
  await drive(peer, { users: warmUpUsers, concurrency: 32, offset: 900_000, scriptOf });
  const measured = await run(1, rate * seconds);
  await meter.close();
  return measured;
}

/** Due times in ms of so many messages at this rate a second: exponential gaps from a fixed seed. */
function arrivals(messages: number, rate: number): Float64Array {
  const dues = new Float64Array(messages);
  let state = 20_261_122;
  let at = 0;
  for (let i = 0; i < messages; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    at -= (Math.log(1 - state / 2 ** 32) * 1000) / rate;
    dues[i] = at;
  }
  return dues;
}
