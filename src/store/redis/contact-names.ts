import type { Contact } from "../../conversation/ports/contact.ts";
import type { Account } from "../../conversation/ports/part.ts";
import type { Cipher } from "../encryption.ts";

/** Shards of which a contact belongs to one; each lies in one slot of a cluster. */
export const SHARDS = 64;
/** Characters of a name in base64: 96 bits. */
export const NAME_LENGTH = 16;
/** Contacts whose names are kept at hand. */
const KEPT = 5000;

/** How a contact is named in Redis. */
export type ContactNames = {
  /** 96 bits of a keyed digest of channel, account and user. */
  id: string;
  /** The shard's hash tag, which stands in front of all its keys. */
  tag: string;
  /** Tag and id: the key of the contact's record, and the beginning of their other keys. */
  key: string;
  /** Name of the account that the contact writes to. */
  account: string;
  /** The contact's record without a session, once it was made. */
  record: Buffer | null;
  /** Lanes of the contact's shard and account into which this process has put parts. */
  lanes: Set<string>;
  /** The part last named, with its name. */
  lastPart: { partId: string; name: string } | null;
  /** The message last named, with its digest. */
  lastItem: { itemId: string; digest: { name: string; bits: Buffer } } | null;
};

/** Names contacts, accounts and shards. */
export type Namer = {
  contact(contact: Contact): ContactNames;
  account(account: Account): string;
  /** The tags of all shards, each time from another one on, so that none is always the last. */
  tags(): string[];
  /** The shard's tag. */
  tag(shard: number): string;
};

/** Names under a prefix, so that several stores can share one Redis. The names of contacts lately met are remembered. */
export function namer(cipher: Cipher, prefix: string): Namer {
  let young = new Map<string, ContactNames>();
  let old = new Map<string, ContactNames>();
  const lanes = new Map<string, Set<string>>();
  let start = 0;
  const tags = Array.from({ length: SHARDS }, (_, shard) => tagOf(prefix, shard));
  const tag = (shard: number) => tags[shard] ?? tagOf(prefix, shard);
  const account = (named: Account) =>
    cipher.id("account", named.channel, named.account).slice(0, NAME_LENGTH);
  const made = (contact: Contact): ContactNames => {
    const digest = cipher.hash("contact", contact.channel, contact.account, contact.user);
    const id = digest.toString("base64url").slice(0, NAME_LENGTH);
    // The last byte does not reach into the name.
    const own = tag((digest.at(-1) ?? 0) % SHARDS);
    const named = account(contact);
    const lanesOfShard = lanes.get(own + named) ?? new Set();
    lanes.set(own + named, lanesOfShard);
    const key = own + id;
    return {
      id,
      tag: own,
      key,
      account: named,
      record: null,
      lanes: lanesOfShard,
      lastPart: null,
      lastItem: null,
    };
  };
  return {
    account,
    tag,
    tags() {
      start = (start + 1) % SHARDS;
      return [...tags.slice(start), ...tags.slice(0, start)];
    },
    contact(contact) {
      const clear = `${contact.channel}\n${contact.account}\n${contact.user}`;
      let names = young.get(clear);
      if (names !== undefined) return names;
      names = old.get(clear) ?? made(contact);
      if (young.size >= KEPT) {
        old = young;
        young = new Map();
      }
      young.set(clear, names);
      return names;
    },
  };
}

const tagOf = (prefix: string, shard: number): string =>
  `{${prefix}s${String(shard).padStart(2, "0")}}`;
