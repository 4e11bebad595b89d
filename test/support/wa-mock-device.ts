import {
  type BinaryNode,
  Curve,
  encodeBigEndian,
  encodeWAMessage,
  generateRegistrationId,
  type KeyPair,
  proto,
  signedKeyPair,
  unpadRandomMax16,
} from "@whiskeysockets/baileys";
import libsignal from "libsignal";

// The library prints whole sessions.
Object.assign(globalThis.console, { info: () => undefined, warn: () => undefined });

/** What one must know of a device to write to it first. */
export type Bundle = {
  registrationId: number;
  identityKey: Uint8Array;
  signedPreKey: { keyId: number; publicKey: Uint8Array; signature: Uint8Array };
  preKey: { keyId: number; publicKey: Uint8Array };
};

/** A public key as libsignal wants it: with its type in front. */
export const withType = (key: Uint8Array): Buffer => Buffer.concat([Buffer.from([5]), key]);

const pairOf = (keys: KeyPair) => ({
  privKey: Buffer.from(keys.private),
  pubKey: withType(keys.public),
});

/** A telephone: a Signal peer, all in memory. */
export class SignalDevice {
  readonly registrationId = generateRegistrationId();
  private readonly identity = Curve.generateKeyPair();
  private readonly signedPreKey = signedKeyPair(this.identity, 1);
  private readonly preKeys = new Map<number, KeyPair>();
  private nextPreKey = 1;
  private sessions = new Map<string, Uint8Array>();

  private readonly store = {
    loadSession: async (id: string) => {
      const known = this.sessions.get(id);
      return known ? libsignal.SessionRecord.deserialize(known) : null;
    },
    storeSession: async (id: string, record: { serialize(): Uint8Array }) => {
      this.sessions.set(id, record.serialize());
    },
    isTrustedIdentity: () => true,
    loadPreKey: async (id: number | string) => {
      const known = this.preKeys.get(Number(id));
      return known && pairOf(known);
    },
    removePreKey: (id: number) => void this.preKeys.delete(id),
    loadSignedPreKey: () => pairOf(this.signedPreKey.keyPair),
    getOurRegistrationId: () => this.registrationId,
    getOurIdentity: () => pairOf(this.identity),
  };

  /** Forgets with whom it has talked, as a telephone that was set up anew. */
  forget(): void {
    this.sessions = new Map();
  }

  /** What somebody is told who wants to write to it first; a fresh key each time. */
  bundleNode(jid: string): BinaryNode {
    const id = this.nextPreKey++;
    const key = Curve.generateKeyPair();
    this.preKeys.set(id, key);
    const leaf = (tag: string, content: Uint8Array | BinaryNode[]): BinaryNode => ({
      tag,
      attrs: {},
      content,
    });
    const { keyId, keyPair, signature } = this.signedPreKey;
    return {
      tag: "user",
      attrs: { jid },
      content: [
        leaf("registration", encodeBigEndian(this.registrationId)),
        leaf("type", Buffer.from([5])),
        leaf("identity", this.identity.public),
        leaf("skey", [
          leaf("id", encodeBigEndian(keyId, 3)),
          leaf("value", keyPair.public),
          leaf("signature", signature),
        ]),
        leaf("key", [leaf("id", encodeBigEndian(id, 3)), leaf("value", key.public)]),
      ],
    };
  }

  /** `bundle` is asked for only where there is no session yet. */
  async encrypt(peer: string, message: proto.IMessage, bundle: () => Promise<Bundle>) {
    const address = new libsignal.ProtocolAddress(peer, 0);
    if (!this.sessions.has(address.toString()))
      await new libsignal.SessionBuilder(this.store, address).initOutgoing(await bundle());
    const cipher = new libsignal.SessionCipher(this.store, address);
    const { type, body } = await cipher.encrypt(Buffer.from(encodeWAMessage(message)));
    return { type: type === 3 ? "pkmsg" : "msg", ciphertext: Buffer.from(body, "binary") };
  }

  async decrypt(peer: string, type: string, ciphertext: Uint8Array): Promise<proto.Message> {
    const address = new libsignal.ProtocolAddress(peer, 0);
    const cipher = new libsignal.SessionCipher(this.store, address);
    const data = Buffer.from(ciphertext);
    const plain =
      type === "pkmsg"
        ? await cipher.decryptPreKeyWhisperMessage(data)
        : await cipher.decryptWhisperMessage(data);
    return proto.Message.decode(unpadRandomMax16(plain));
  }
}
