import {
  aesDecryptGCM,
  aesEncryptGCM,
  type BinaryNode,
  Curve,
  decodeBinaryNode,
  encodeBinaryNode,
  hkdf,
  NOISE_MODE,
  NOISE_WA_HEADER,
  proto,
  sha256,
  WA_CERT_DETAILS,
} from "@whiskeysockets/baileys";

const empty = Buffer.alloc(0);

function nonce(count: number): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32BE(count, 8);
  return bytes;
}

/** An authority of the tests' own: root, intermediate, and the server's key. */
export type TestAuthority = ReturnType<typeof makeAuthority>;

export function makeAuthority() {
  const [root, between, server] = [0, 1, 2].map(() => Curve.generateKeyPair());
  if (!root || !between || !server) throw new Error("no keys");
  const { Details } = proto.CertChain.NoiseCertificate;
  const issuerSerial = WA_CERT_DETAILS.SERIAL;
  const details = Details.encode({ serial: 1, issuerSerial, key: between.public }).finish();
  const leaf = Details.encode({ serial: 2, issuerSerial: 1, key: server.public }).finish();
  const chain = proto.CertChain.encode({
    intermediate: { details, signature: Curve.sign(root.private, details) },
    leaf: { details: leaf, signature: Curve.sign(between.private, leaf) },
  }).finish();
  return { root: Buffer.from(root.public), server, chain };
}

export type NoiseParts = {
  authority: TestAuthority;
  write: (bytes: Buffer) => void;
  onLogin: (payload: proto.ClientPayload) => void;
  onNode: (node: BinaryNode) => Promise<void> | void;
  onError: () => void;
};

/** The server's side of Noise_XX_25519_AESGCM_SHA256, framed as WhatsApp does. */
export class NoiseServer {
  private readonly parts: NoiseParts;
  private buffer = empty as Buffer;
  private begun = false;
  private stage: "hello" | "finish" | "open" = "hello";
  private chain: Promise<void> = Promise.resolve();
  private hash: Buffer = Buffer.from(NOISE_MODE);
  private salt: Buffer = Buffer.from(NOISE_MODE);
  private key: Buffer = Buffer.from(NOISE_MODE);
  private count = 0;
  private readonly ephemeral = Curve.generateKeyPair();
  private outKey: Buffer = empty;
  private inKey: Buffer = empty;
  private read = 0;
  private written = 0;

  constructor(parts: NoiseParts) {
    this.parts = parts;
    this.mixHash(NOISE_WA_HEADER);
  }

  /** Sends a stanza, after the handshake. */
  send(node: BinaryNode): void {
    this.frame(aesEncryptGCM(encodeBinaryNode(node), this.outKey, nonce(this.written++), empty));
  }

  /** Takes bytes of the connection; frames are seen to strictly in order. */
  push(data: Buffer): void {
    this.chain = this.chain.then(() => this.feed(data)).catch(() => this.parts.onError());
  }

  private mixHash(data: Uint8Array): void {
    this.hash = Buffer.from(sha256(Buffer.concat([this.hash, data])));
  }

  private mixKey(input: Uint8Array): void {
    const keys = Buffer.from(hkdf(Buffer.from(input), 64, { salt: this.salt, info: "" }));
    this.salt = keys.subarray(0, 32);
    this.key = keys.subarray(32);
    this.count = 0;
  }

  private seal(data: Uint8Array): Buffer {
    const sealed = aesEncryptGCM(data, this.key, nonce(this.count++), this.hash);
    this.mixHash(sealed);
    return Buffer.from(sealed);
  }

  private unseal(sealed: Uint8Array): Buffer {
    const data = aesDecryptGCM(sealed, this.key, nonce(this.count++), this.hash);
    this.mixHash(sealed);
    return Buffer.from(data);
  }

  private frame(data: Uint8Array): void {
    const head = Buffer.alloc(3);
    head.writeUIntBE(data.length, 0, 3);
    this.parts.write(Buffer.concat([head, data]));
  }

  private async feed(data: Buffer): Promise<void> {
    this.buffer = Buffer.concat([this.buffer, data]);
    if (!this.begun) {
      const routed = this.buffer.subarray(0, 2).toString() === "ED";
      const at = routed ? 7 + this.buffer.readUIntBE(4, 3) : 0;
      if (this.buffer.length < at + 4) return;
      if (this.buffer.subarray(at, at + 2).toString() !== "WA") throw new Error("not WhatsApp");
      this.buffer = this.buffer.subarray(at + 4);
      this.begun = true;
    }
    while (this.buffer.length >= 3) {
      const length = this.buffer.readUIntBE(0, 3);
      if (this.buffer.length < length + 3) return;
      const frame = this.buffer.subarray(3, length + 3);
      this.buffer = this.buffer.subarray(length + 3);
      await this.take(frame);
    }
  }

  private async take(frame: Buffer): Promise<void> {
    if (this.stage === "hello") return this.greet(frame);
    if (this.stage === "finish") return this.finish(frame);
    const plain = aesDecryptGCM(frame, this.inKey, nonce(this.read++), empty);
    await this.parts.onNode(await decodeBinaryNode(Buffer.from(plain)));
  }

  private greet(frame: Buffer): void {
    const { authority } = this.parts;
    const theirs = Buffer.from(
      proto.HandshakeMessage.decode(frame).clientHello?.ephemeral ?? empty,
    );
    this.mixHash(theirs);
    this.mixHash(this.ephemeral.public);
    this.mixKey(Curve.sharedKey(this.ephemeral.private, theirs));
    const key = this.seal(authority.server.public);
    this.mixKey(Curve.sharedKey(authority.server.private, theirs));
    const payload = this.seal(authority.chain);
    const serverHello = { ephemeral: this.ephemeral.public, static: key, payload };
    this.frame(proto.HandshakeMessage.encode({ serverHello }).finish());
    this.stage = "finish";
  }

  private finish(frame: Buffer): void {
    const { clientFinish } = proto.HandshakeMessage.decode(frame);
    const theirs = this.unseal(clientFinish?.static ?? empty);
    this.mixKey(Curve.sharedKey(this.ephemeral.private, theirs));
    const payload = proto.ClientPayload.decode(this.unseal(clientFinish?.payload ?? empty));
    this.mixKey(empty);
    this.inKey = this.salt;
    this.outKey = this.key;
    this.stage = "open";
    this.parts.onLogin(payload);
  }
}
