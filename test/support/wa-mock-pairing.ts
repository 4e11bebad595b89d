import { randomBytes } from "node:crypto";
import {
  aesDecryptCTR,
  aesDecryptGCM,
  aesEncryptCTR,
  type BinaryNode,
  getBinaryNodeChildBuffer as bytesOf,
  Curve,
  derivePairingCodeKey,
  hkdf,
  hmacSign,
  type KeyPair,
  proto,
  S_WHATSAPP_NET,
  WA_ADV_ACCOUNT_SIG_PREFIX,
} from "@whiskeysockets/baileys";

/** What the telephone does when its owner scans the picture that holds this text: the secret that both know then. */
export const secretIn = (qr: string): Buffer =>
  Buffer.from(qr.slice(qr.indexOf("#") + 1).split(",")[3] ?? "", "base64");

/** What the telephone first answers to a device that shows a code; `keys`: what the second part needs. */
export async function helloFor(code: string, request: BinaryNode) {
  const wrapped = bufferIn(request, "link_code_pairing_wrapped_companion_ephemeral_pub");
  const theirKey = await derivePairingCodeKey(code, wrapped.subarray(0, 32));
  const theirs = aesDecryptCTR(wrapped.subarray(48), theirKey, wrapped.subarray(32, 48));
  const [own, account] = [Curve.generateKeyPair(), Curve.generateKeyPair()];
  const [salt, iv] = [randomBytes(32), randomBytes(16)];
  const sealed = aesEncryptCTR(own.public, await derivePairingCodeKey(code, salt), iv);
  const leaf = (tag: string, content: Uint8Array): BinaryNode => ({ tag, attrs: {}, content });
  const hello: BinaryNode = {
    tag: "notification",
    attrs: { from: S_WHATSAPP_NET, type: "link_code_companion_reg", id: "lc1", t: "1" },
    content: [
      {
        tag: "link_code_companion_reg",
        attrs: { stage: "primary_hello" },
        content: [
          leaf("link_code_pairing_ref", Buffer.from("ref")),
          leaf("primary_identity_pub", account.public),
          leaf(
            "link_code_pairing_wrapped_primary_ephemeral_pub",
            Buffer.concat([salt, iv, sealed]),
          ),
        ],
      },
    ],
  };
  return { hello, keys: { theirs, own, account } };
}

/** The secret that comes of the device's last word; throws when the code was wrong. */
export function secretFrom(
  finish: BinaryNode,
  { theirs, own, account }: { theirs: Uint8Array; own: KeyPair; account: KeyPair },
): Buffer {
  const bundle = bufferIn(finish, "link_code_pairing_wrapped_key_bundle");
  const shared = Curve.sharedKey(own.private, theirs);
  const info = "link_code_pairing_key_bundle_encryption_key";
  const key = hkdf(shared, 32, { salt: bundle.subarray(0, 32), info });
  const plain = aesDecryptGCM(bundle.subarray(44), key, bundle.subarray(32, 44), Buffer.alloc(0));
  const identity = Curve.sharedKey(account.private, plain.subarray(0, 32));
  const input = Buffer.concat([shared, identity, plain.subarray(64, 96)]);
  return Buffer.from(hkdf(input, 32, { info: "adv_secret" }));
}

/** The stanza by which the telephone confirms a device. */
export function pairSuccess(
  device: { jid: string; lid: string; identity: Uint8Array },
  secret: Uint8Array,
  account: KeyPair,
): BinaryNode {
  const details = proto.ADVDeviceIdentity.encode({ rawId: 1, timestamp: 1, keyIndex: 1 }).finish();
  const signed = proto.ADVSignedDeviceIdentity.encode({
    details,
    accountSignatureKey: account.public,
    accountSignature: Curve.sign(
      account.private,
      Buffer.concat([WA_ADV_ACCOUNT_SIG_PREFIX, details, device.identity]),
    ),
  }).finish();
  const hmac = hmacSign(signed, secret);
  const content = proto.ADVSignedDeviceIdentityHMAC.encode({ details: signed, hmac }).finish();
  return {
    tag: "iq",
    attrs: { from: S_WHATSAPP_NET, type: "set", id: "pair1", xmlns: "md" },
    content: [
      {
        tag: "pair-success",
        attrs: {},
        content: [
          { tag: "device-identity", attrs: {}, content },
          { tag: "device", attrs: { jid: device.jid, lid: device.lid } },
          { tag: "platform", attrs: { name: "android" } },
        ],
      },
    ],
  };
}

const bufferIn = (node: BinaryNode, tag: string): Buffer =>
  Buffer.from(bytesOf(node, tag) ?? new Uint8Array());
