import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import {
  type BinaryNode,
  generateMessageID,
  getMediaKeys,
  hmacSign,
  type proto,
  sha256,
} from "@whiskeysockets/baileys";
import type { WaDesk } from "./wa-mock-desk.ts";
import { SignalDevice } from "./wa-mock-device.ts";

/** A message of the bot's as a telephone shows it. */
export type WaSent = { id: string; text: string; message: proto.Message; at: number };

export type MediaKind = "image" | "document" | "audio" | "video";

/** Somebody with a telephone who talks with the bot. `pn`: their number, `lid`: the id that hides it; digits both. */
export class WaPerson {
  readonly device = new SignalDevice();
  /** What was received, each id once, as telephones do. */
  readonly inbox: WaSent[] = [];
  /** Messages that came again under the same id. */
  repeated = 0;
  /** Whether this telephone tells what it received, and that it was read. */
  tells: readonly ("delivered" | "read")[] = [];
  private taken = 0;
  readonly pn: string;
  readonly lid: string;
  readonly name: string;
  private readonly server: WaDesk;
  private lastSend: Promise<unknown> = Promise.resolve();

  constructor(server: WaDesk, pn: string, lid: string, name: string) {
    this.server = server;
    this.pn = pn;
    this.lid = lid;
    this.name = name;
  }

  get pnJid(): string {
    return `${this.pn}@s.whatsapp.net`;
  }

  get lidJid(): string {
    return `${this.lid}@lid`;
  }

  /** Sends a text or any content; gives the message's id when it is on its way. `by`: which address the server names, and whether it tells the other. */
  send(
    content: string | proto.IMessage,
    {
      by = "lid",
      id = generateMessageID(),
    }: { by?: "lid" | "pn" | "pn-only" | "lid-only"; id?: string } = {},
  ): Promise<string> {
    const message = typeof content === "string" ? { conversation: content } : content;
    const sent = this.lastSend.then(() => this.sendNow(message, by, id));
    this.lastSend = sent.catch(() => undefined);
    return sent;
  }

  private async sendNow(message: proto.IMessage, by: string, id: string): Promise<string> {
    const { server, device } = this;
    const { type, ciphertext } = await device.encrypt("bot", message, () => server.botBundle());
    const from: Record<string, string> = by.startsWith("lid")
      ? { from: this.lidJid, addressing_mode: "lid" }
      : { from: this.pnJid, addressing_mode: "pn" };
    if (by === "lid") from["sender_pn"] = this.pnJid;
    if (by === "pn") from["sender_lid"] = this.lidJid;
    const t = String(Math.floor(Date.now() / 1000));
    const enc: BinaryNode = { tag: "enc", attrs: { v: "2", type }, content: ciphertext };
    server.deliver({
      tag: "message",
      attrs: { ...from, id, t, notify: this.name, type: "text" },
      content: [enc],
    });
    return id;
  }

  /** Sends a file. */
  async sendFile(kind: MediaKind, data: Buffer, fields: Record<string, unknown> = {}) {
    const mediaKey = randomBytes(32);
    const { iv, cipherKey, macKey } = await getMediaKeys(mediaKey, kind);
    const aes = createCipheriv("aes-256-cbc", cipherKey, iv);
    const inner = Buffer.concat([aes.update(data), aes.final()]);
    const mac = hmacSign(Buffer.concat([iv, inner]), macKey as Buffer).subarray(0, 10);
    const body = Buffer.concat([inner, mac]);
    const { url, direct_path: directPath } = this.server.files.put(body);
    const facts = {
      ...{ url, directPath, mediaKey, mimetype: "application/octet-stream" },
      fileLength: data.length,
      fileSha256: sha256(data),
      fileEncSha256: sha256(body),
    };
    return this.send({ [`${kind}Message`]: { ...facts, ...fields } });
  }

  /** Fetches and opens a file that the bot sent. */
  async open({ message }: WaSent): Promise<Buffer> {
    const file = message.documentMessage ?? message.imageMessage;
    if (!file?.mediaKey) throw new Error("no file came");
    const kind = message.imageMessage ? "image" : "document";
    const { iv, cipherKey } = await getMediaKeys(file.mediaKey, kind);
    const body = this.server.files.kept.get(file.directPath ?? "") ?? Buffer.alloc(0);
    const aes = createDecipheriv("aes-256-cbc", cipherKey, iv);
    return Buffer.concat([aes.update(body.subarray(0, -10)), aes.final()]);
  }

  /** The server brings something of the bot's. */
  receive(id: string, message: proto.Message): void {
    if (this.inbox.some((one) => one.id === id)) {
      this.repeated += 1;
      return;
    }
    const text =
      message.conversation ||
      message.extendedTextMessage?.text ||
      message.documentMessage?.caption ||
      message.imageMessage?.caption ||
      "";
    this.inbox.push({ id, text, message, at: Date.now() });
    for (const state of this.tells) this.tell(id, state);
  }

  /** The next message that this person has not looked at yet. */
  async hears(ms: number): Promise<WaSent> {
    for (const end = Date.now() + ms; ; await sleep(10)) {
      const next = this.inbox[this.taken];
      if (next) {
        this.taken += 1;
        return next;
      }
      if (Date.now() > end) throw new Error(`${this.name} heard nothing in ${ms} ms`);
    }
  }

  /** Tells the bot what became of a message. */
  tell(id: string, state: "delivered" | "read"): void {
    const attrs: Record<string, string> = { from: this.lidJid, id, t: "1" };
    if (state === "read") attrs["type"] = "read";
    this.server.toBot({ tag: "receipt", attrs });
  }

  /** Tells the bot that a message could not be decrypted. */
  askAgain(id: string): void {
    const number = Buffer.alloc(4);
    number.writeUInt32BE(this.device.registrationId);
    this.server.toBot({
      tag: "receipt",
      attrs: { from: this.lidJid, id, t: "1", type: "retry" },
      content: [
        { tag: "retry", attrs: { count: "1", id, t: "1", v: "1" } },
        { tag: "registration", attrs: {}, content: number },
      ],
    });
  }
}
