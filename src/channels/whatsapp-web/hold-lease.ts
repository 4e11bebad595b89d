import { setTimeout as sleep } from "node:timers/promises";
import type { DeviceLease, LinkedDevice } from "../../conversation/ports/linked-device.ts";
import type { Account } from "../../conversation/ports/part.ts";

/** How often a lease is asked for and prolonged, and how long before its end it counts as lost, in ms. */
export type LeaseTimes = { askEvery: number; renewEvery: number; margin: number };

export const usualLeaseTimes: LeaseTimes = { askEvery: 3000, renewEvery: 8000, margin: 5000 };

export type Leasing = {
  device: Pick<LinkedDevice, "take" | "renew" | "release">;
  account: Account;
  clock: () => number;
  times: LeaseTimes;
  signal: AbortSignal;
  /** Another process has the lease: told once, and then waited for. */
  elsewhere: () => void;
  /** The store did not answer. */
  troubled: (error: unknown) => void;
};

/** Waits until this process may be the device; null when the signal ends it. */
export async function takeLease(leasing: Leasing): Promise<DeviceLease | null> {
  const { device, account, clock, times, signal, elsewhere, troubled } = leasing;
  let isTold = false;
  while (!signal.aborted) {
    try {
      const lease = await device.take(account, clock());
      if (lease) return lease;
      if (!isTold) elsewhere();
      isTold = true;
    } catch (error) {
      troubled(error);
    }
    await sleep(times.askEvery, undefined, { signal }).catch(() => undefined);
  }
  return null;
}

/**
 * Keeps the lease while `work` goes on, and gives it back at its end. The signal that `work` is handed says, before another
 * process could take over, that the lease is lost or all is to end.
 */
export async function underLease(
  lease: DeviceLease,
  { device, clock, times, signal, troubled }: Leasing,
  work: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const lost = new AbortController();
  const ending = AbortSignal.any([signal, lost.signal]);
  const working = work(ending).finally(() => lost.abort());
  let until = lease.until;
  while (!lost.signal.aborted) {
    const pause = Math.min(times.renewEvery, until - times.margin - clock());
    if (pause <= 0) lost.abort();
    else await sleep(pause, undefined, { signal: lost.signal }).catch(() => undefined);
    if (lost.signal.aborted) break;
    const renewed = await within(
      device.renew(lease, clock()),
      until - times.margin - clock(),
    ).catch((error: unknown) => {
      troubled(error);
      return undefined;
    });
    if (renewed === null) lost.abort();
    if (renewed) until = renewed.until;
  }
  await working;
  await device.release(lease).catch(troubled);
}

/** What comes of it, or undefined when the time is over first. */
async function within<Value>(work: Promise<Value>, ms: number): Promise<Value | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, Math.max(0, ms), undefined);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
