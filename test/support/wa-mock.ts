import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import {
  type BinaryNode,
  Curve,
  getBinaryNodeChild as child,
  getBinaryNodeChildren as children,
  generateMessageID,
  jidDecode,
  type KeyPair,
  type proto,
  S_WHATSAPP_NET,
} from "@whiskeysockets/baileys";
import type { WebSocket } from "ws";
import { type Bundle, SignalDevice } from "./wa-mock-device.ts";
import { WaDoor } from "./wa-mock-door.ts";
import { answerTo, bundleFrom } from "./wa-mock-iq.ts";
import { node } from "./wa-mock-node.ts";
import { makeAuthority, NoiseServer } from "./wa-mock-noise.ts";
import { helloFor, pairSuccess, secretFrom, secretIn } from "./wa-mock-pairing.ts";
import { WaPerson } from "./wa-mock-person.ts";

/** Asked first about every stanza of the bot's: an answer, or to leave it unanswered. */
export type Override = (stanza: BinaryNode) => BinaryNode | "ignore" | undefined;

type Wire = { ws: WebSocket; noise: NoiseServer; online: boolean };

const seconds = (): string => String(Math.floor(Date.now() / 1000));

/**
 * WhatsApp's chat server on 127.0.0.1, for one bot: pairing by picture and by code, login, what is written kept until the bot
 * says that it has it, delivered anew at every login, files over TLS. Not in it: groups, history, synchronised settings.
 * Emits `login`, `online`, `stanza`, `receipt`, `ack`, `disconnected`.
 */
export class WaMock extends WaDoor {
  readonly authority = makeAuthority();
  readonly people: WaPerson[] = [];
  /** The telephone that the bot is a device of. */
  readonly phone = new SignalDevice();
  account = { pn: "62811900000001", lid: "900000000000001", device: 7 };
  /** What people wrote and the bot has not confirmed yet. */
  readonly pending = new Map<string, BinaryNode>();
  readonly overrides: Override[] = [];
  /** Those of the pending that count as written in the moment of a login: they come live, behind what waited. */
  readonly justWritten = new Set<BinaryNode | undefined>();
  /** The next logins are refused by this code. */
  refuseLogin: number | null = null;
  logins = 0;
  bundle: { base: Omit<Bundle, "preKey">; preKeys: Bundle["preKey"][] } | undefined;
  private wire: Wire | undefined;
  private pairing: proto.ClientPayload.IDevicePairingRegistrationData | undefined;
  private linkCode: BinaryNode | undefined;

  person(number: number, name = `Orang ${number}`): WaPerson {
    const one = new WaPerson(this, `62812${10_000_000 + number}`, `1112223${number}44`, name);
    this.people.push(one);
    return one;
  }

  toBot(stanza: BinaryNode): void {
    this.wire?.noise.send(stanza);
  }

  /** Keeps what somebody wrote until the bot confirms it. */
  deliver(stanza: BinaryNode): void {
    this.pending.set(stanza.attrs["id"] ?? "", stanza);
    if (this.wire?.online) this.toBot(stanza);
  }

  /** The bot's own telephone tells its device something. */
  async fromPhone(message: proto.IMessage): Promise<void> {
    const { type, ciphertext } = await this.phone.encrypt("bot", message, () => this.botBundle());
    const from = `${this.account.pn}@s.whatsapp.net`;
    const attrs = { from, id: generateMessageID(), t: seconds(), type: "text", category: "peer" };
    this.deliver(node("message", attrs, [node("enc", { v: "2", type }, ciphertext)]));
  }

  dropConnection(): void {
    this.wire?.ws.terminate();
  }

  /** Ends the connection by a code, or by a named reason. */
  streamError(code: number | null, reason?: string): void {
    const content = reason === undefined ? undefined : [node(reason)];
    this.toBot(node("stream:error", code === null ? {} : { code: String(code) }, content));
    setTimeout(() => this.dropConnection(), 20);
  }

  /** What somebody needs who writes to the bot first. Waits until the bot has told it. */
  async botBundle(): Promise<Bundle> {
    for (const end = Date.now() + 20_000; Date.now() < end; await sleep(20)) {
      const preKey = this.bundle?.preKeys.shift();
      if (this.bundle && preKey) return { ...this.bundle.base, preKey };
    }
    throw new Error("the bot has no keys to be written to");
  }

  /** The owner scans the picture with this text. */
  scan(qr: string): void {
    this.confirm(secretIn(qr), Curve.generateKeyPair());
  }

  /** The owner types the code; throws when it is wrong. */
  async typeCode(code: string): Promise<void> {
    while (!this.linkCode) await once(this, "link-code");
    const { hello, keys } = await helloFor(code.replace("-", ""), this.linkCode);
    const finished = once(this, "link-code-finish") as Promise<[BinaryNode]>;
    this.toBot(hello);
    const [finish] = await finished;
    this.confirm(secretFrom(finish, keys), keys.account);
  }

  private confirm(secret: Uint8Array, account: KeyPair): void {
    const identity = this.pairing?.eIdent ?? new Uint8Array();
    const { pn, lid, device } = this.account;
    const jid = `${pn}:${device}@s.whatsapp.net`;
    // A device anew: nobody has talked with it.
    this.bundle = undefined;
    this.phone.forget();
    for (const one of this.people) one.device.forget();
    this.toBot(pairSuccess({ jid, lid: `${lid}:${device}@lid`, identity }, secret, account));
  }

  deviceOf(jid: string): SignalDevice | undefined {
    const { user, device = 0 } = jidDecode(jid) ?? {};
    if (device !== 0) return undefined;
    if (user === this.account.pn || user === this.account.lid) return this.phone;
    return this.personOf(jid)?.device;
  }

  personOf(jid: string): WaPerson | undefined {
    const user = jidDecode(jid)?.user;
    return this.people.find(({ pn, lid }) => pn === user || lid === user);
  }

  protected override connected(ws: WebSocket): void {
    const wire: Wire = {
      ws,
      online: false,
      noise: new NoiseServer({
        authority: this.authority,
        write: (bytes) => ws.readyState === ws.OPEN && ws.send(bytes),
        onLogin: (payload) => this.loggedIn(wire, payload),
        onNode: (stanza) => this.take(wire, stanza),
        onError: () => ws.terminate(),
      }),
    };
    ws.on("message", (data) => wire.noise.push(data as Buffer));
    ws.on("error", () => undefined);
    ws.on("close", () => {
      if (this.wire === wire) this.wire = undefined;
      this.emit("disconnected");
    });
  }

  private loggedIn(wire: Wire, payload: proto.ClientPayload): void {
    this.wire?.ws.terminate();
    this.wire = wire;
    this.logins += 1;
    if (this.refuseLogin !== null) {
      const reason = String(this.refuseLogin);
      this.toBot(node("failure", { reason, location: "mock" }));
      return;
    }
    if (payload.devicePairingData) {
      this.pairing = payload.devicePairingData;
      this.linkCode = undefined;
      const refs = ["a", "b", "c", "d"].map((ref) => node("ref", {}, Buffer.from(`2@${ref}`)));
      const attrs = { from: S_WHATSAPP_NET, type: "set", id: "pair0", xmlns: "md" };
      this.toBot(node("iq", attrs, [node("pair-device", {}, refs)]));
      return;
    }
    this.emit("login");
    const lid = `${this.account.lid}:${this.account.device}@lid`;
    this.toBot(node("success", { t: seconds(), lid, creation: seconds(), location: "mock" }));
  }

  private async take(wire: Wire, stanza: BinaryNode): Promise<void> {
    this.emit("stanza", stanza);
    for (const override of this.overrides) {
      const answer = override(stanza);
      if (answer === "ignore") return;
      if (answer) return wire.noise.send(answer);
    }
    const { id = "", to = "", type } = stanza.attrs;
    switch (stanza.tag) {
      case "iq":
        return this.takeIq(wire, stanza);
      case "message":
        return this.takeMessage(wire, stanza);
      case "receipt": {
        this.pending.delete(id);
        const more = children(child(stanza, "list"), "item");
        for (const { attrs } of more) this.pending.delete(attrs["id"] ?? "");
        wire.noise.send(node("ack", { class: "receipt", id, from: to, ...(type ? { type } : {}) }));
        this.emit("receipt", stanza.attrs);
        return;
      }
      case "ack":
        this.pending.delete(id);
        this.emit("ack", stanza.attrs);
    }
  }

  private takeIq(wire: Wire, stanza: BinaryNode): void {
    const { id = "", xmlns, type } = stanza.attrs;
    const [first] = Array.isArray(stanza.content) ? stanza.content : [];
    if (type === "result") {
      // Only a pairing is asked of the bot: it begins anew after that.
      if (first?.tag === "pair-device-sign") setTimeout(() => this.streamError(515), 10);
      return;
    }
    if (first?.tag === "link_code_companion_reg") {
      const isHello = first.attrs["stage"] === "companion_hello";
      if (isHello) this.linkCode = first;
      this.emit(isHello ? "link-code" : "link-code-finish", first);
    }
    if (xmlns === "encrypt" && type === "set" && child(stanza, "list"))
      this.bundle = bundleFrom(stanza, this.bundle?.preKeys ?? []);
    wire.noise.send(
      node("iq", { from: S_WHATSAPP_NET, type: "result", id }, answerTo(this, stanza)),
    );
    if (xmlns === "passive" && first?.tag === "active") this.bringBacklog(wire);
  }

  private bringBacklog(wire: Wire): void {
    const live = [...this.pending.values()].filter((one) => this.justWritten.has(one));
    const backlog = [...this.pending.values()].filter((one) => !this.justWritten.has(one));
    for (const [index, stanza] of backlog.entries())
      wire.noise.send({ ...stanza, attrs: { ...stanza.attrs, offline: String(index) } });
    wire.online = true;
    const count = String(backlog.length);
    wire.noise.send(node("ib", { from: S_WHATSAPP_NET }, [node("offline", { count })]));
    for (const stanza of live) wire.noise.send(stanza);
    this.emit("online");
  }

  private async takeMessage(wire: Wire, stanza: BinaryNode): Promise<void> {
    const { id = "", to = "" } = stanza.attrs;
    wire.noise.send(node("ack", { class: "message", id, from: to, t: seconds() }));
    for (const one of children(child(stanza, "participants"), "to")) {
      const jid = one.attrs["jid"] ?? "";
      const enc = child(one, "enc");
      const device = this.deviceOf(jid);
      if (!device || !(enc?.content instanceof Uint8Array)) continue;
      const read = await device
        .decrypt("bot", enc.attrs["type"] ?? "", enc.content)
        .catch(() => null);
      const person = this.personOf(jid);
      if (read) person?.receive(id, read);
      else person?.askAgain(id);
    }
  }
}
