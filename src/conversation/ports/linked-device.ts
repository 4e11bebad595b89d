import type { Account } from "./part.ts";

/** The right to be an account's one linked device until `until` (epoch ms); `token` is new with every lease. */
export type DeviceLease = { account: Account; token: string; until: number };

/**
 * What the bot keeps as a device that was linked to somebody's telephone: secret values by key, of whatever kinds the
 * provider's protocol has. One process at a time may be the device; `now` is epoch ms.
 */
export type LinkedDevice = {
  /** A lease for 30 s; null while another process has one. */
  take(account: Account, now: number): Promise<DeviceLease | null>;
  /** Prolongs the lease to 30 s from now; null when it is lost. */
  renew(lease: DeviceLease, now: number): Promise<DeviceLease | null>;
  /** Gives the lease back: the next process need not wait until it runs out. */
  release(lease: DeviceLease): Promise<void>;
  /** Values by key; what is not there is left out. */
  read(account: Account, keys: readonly string[]): Promise<Map<string, string>>;
  /** Stores all of them or nothing; null removes. False, and nothing stored, when the lease is lost. */
  write(lease: DeviceLease, values: ReadonlyMap<string, string | null>): Promise<boolean>;
  /** Removes every value: the device was unlinked. False, and nothing removed, when the lease is lost. */
  wipe(lease: DeviceLease): Promise<boolean>;
};

/**
 * Under which key a person is known whom a provider calls by several names (a phone number, an id that hides it): the first
 * under which they were met, as long as anything is kept of them. They go when the person's data is erased.
 */
export type PersonNames = {
  /**
   * The person's key: the one of the first of these names that is known, else the first name itself. All of the names lead
   * to it from now on, and the person has now, at epoch ms, been met by `own`, the bot's own number of the moment.
   */
  meet(account: Account, names: readonly string[], own: string, now: number): Promise<string>;
  /** Whether this person wrote to this number of the bot's. */
  wasMet(account: Account, user: string, own: string): Promise<boolean>;
  /** Removes the names of people who last wrote before this time (epoch ms) and of whom there are no records; returns how many. */
  forget(before: number): Promise<number>;
};
