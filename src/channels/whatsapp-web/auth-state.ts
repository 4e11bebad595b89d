import type { AuthenticationCreds, SignalDataSet, SignalKeyStore } from "@whiskeysockets/baileys";
import type { Library } from "./baileys.ts";
import type { Journal } from "./journal.ts";

/** What a device is and what it has agreed upon with others, as the library wants it, kept by a journal. */
export type AuthState = {
  creds: AuthenticationCreds;
  keys: SignalKeyStore;
  /** Stores the credentials as they are now. */
  save(): void;
};

const credsKey = "creds";
/** Holds the one kind of value that is not plain data to the library. */
const messageKind = "app-state-sync-key";

/**
 * Reads the device's state, or makes one that is not paired yet. What does not parse throws: it must never silently become a
 * new pairing. Kinds of keys are not enumerated: whatever the library keeps is kept.
 */
export async function openAuthState(
  library: Library,
  journal: Pick<Journal, "read" | "write">,
): Promise<AuthState> {
  const { BufferJSON, initAuthCreds, proto } = library;
  const written = (value: unknown): string => JSON.stringify(value, BufferJSON.replacer);
  const parsed = (text: string): unknown => JSON.parse(text, BufferJSON.reviver);
  const stored = (await journal.read([credsKey])).get(credsKey);
  const known = stored === undefined ? null : (parsed(stored) as AuthenticationCreds);
  const creds = known && !isHalfPaired(known) ? known : initAuthCreds();
  const keys: SignalKeyStore = {
    async get(type, ids) {
      const rows = await journal.read(ids.map((id) => `${type}:${id}`));
      const found: Record<string, unknown> = {};
      for (const id of ids) {
        const text = rows.get(`${type}:${id}`);
        if (text === undefined) continue;
        const value = parsed(text);
        found[id] =
          type === messageKind
            ? proto.Message.AppStateSyncKeyData.fromObject(value as object)
            : value;
      }
      return found as never;
    },
    set(data: SignalDataSet) {
      const values = new Map<string, string | null>();
      for (const [type, ofType] of Object.entries(data))
        for (const [id, value] of Object.entries(ofType ?? {}))
          values.set(`${type}:${id}`, value == null ? null : written(value));
      journal.write(values);
    },
  };
  return { creds, keys, save: () => journal.write(new Map([[credsKey, written(creds)]])) };
}

/** A pairing by code that the telephone never confirmed looks like a login, and WhatsApp refuses it. */
const isHalfPaired = ({ me, account }: AuthenticationCreds): boolean =>
  me !== undefined && account === undefined;

/** Whether a telephone has confirmed this device. */
export const isPaired = ({ me, account }: AuthenticationCreds): boolean =>
  me !== undefined && account !== undefined;
