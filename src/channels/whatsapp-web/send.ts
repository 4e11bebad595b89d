import { createHash, randomBytes } from "node:crypto";
import type { AnyMessageContent } from "@whiskeysockets/baileys";
import {
  type Channel,
  isPicture,
  mimeOf,
  type Outgoing,
  type SendErrorCode,
  type SendResult,
} from "../../conversation/ports/channel.ts";
import { renderText } from "../render-text.ts";
import type { Acks } from "./acks.ts";
import { isLock } from "./closing.ts";
import type { Connection } from "./connection.ts";
import { codeOf } from "./library-log.ts";
import type { Pace } from "./pace.ts";
import { refusalOf } from "./read-status.ts";
import type { Link } from "./state.ts";

/** What a sending may take at most, in ms: waiting for a connection, for its turn, and in all. */
const waits = { connection: 5000, turn: 5000, all: 18_000 };

/** Characters of a text. WhatsApp takes more; the parts of the outbox are shorter by far. */
const longestText = 4096;

/** Sendings of unknown outcome whose message ids are remembered. */
const mostUnsure = 1000;

export type Sending = {
  link: Link;
  acks: Acks;
  pace: Pace;
  /** Whether the person wrote to the number that the bot has now. */
  wasMet: (user: string, own: string) => Promise<boolean>;
  /** The address that a person last wrote from. */
  addressOf: (user: string) => string;
  alarm: () => void;
};

/**
 * Sends a part as one message, to people only who wrote to this number before. `sent` means that WhatsApp has it. What is sent
 * again because WhatsApp said nothing keeps its id, so that a telephone shows it once.
 */
export function makeSend(sending: Sending): Channel["send"] {
  const unsure = new Map<string, string>();
  return async ({ user }, body): Promise<SendResult> => {
    const deadline = Date.now() + waits.all;
    const unfit = unfitness(body);
    if (unfit !== null) return failed("refused", unfit);
    const ready = await readiness(sending, user);
    if ("error" in ready) return ready.error;
    const { connection } = ready;
    const address = sending.addressOf(user);
    const typing = () => void connection.socket.sendPresenceUpdate("composing", address).catch(not);
    if (!(await sending.pace.turn(typing, waits.turn)))
      return failed("too_many", "the bot's own pace", { retryAfterMs: waits.turn });
    const mark = markOf(user, body);
    const id = unsure.get(mark) ?? newId();
    remember(unsure, mark, id);
    const result = await submit(sending, connection, { address, id, body }, deadline);
    const isUnsure = result.state === "failed" && result.error.code === "unreachable";
    if (!isUnsure) unsure.delete(mark);
    return result;
  };
}

type Ready = { connection: Connection } | { error: SendResult };

async function readiness({ link, wasMet }: Sending, user: string): Promise<Ready> {
  const { state } = link;
  if (link.restricted) return { error: failed("locked", "463") };
  if (state.is === "stopped") return { error: failed("locked", String(state.code)) };
  if (state.is === "elsewhere") return { error: failed("unreachable", "another process has it") };
  if (state.is === "pairing") return { error: failed("unauthorized", "not paired") };
  const connection = await link.open(waits.connection);
  if (!connection) return { error: failed("unreachable", "no connection") };
  const own = connection.own() ?? "";
  try {
    if (await wasMet(user, own)) return { connection };
  } catch {
    return { error: failed("unreachable", "the store does not answer") };
  }
  return { error: failed("window", "has not written to this number") };
}

type Letter = { address: string; id: string; body: Outgoing };

async function submit(
  { acks, link, alarm }: Sending,
  connection: Connection,
  { address, id, body }: Letter,
  deadline: number,
): Promise<SendResult> {
  const answer = acks.of(id, Math.max(0, deadline - Date.now()));
  try {
    const sent = connection.send(address, contentOf(body), id);
    const gone = await Promise.race([sent.then(() => true), answer.then(() => false)]);
    if (!gone) sent.catch(not);
  } catch (error) {
    acks.told(id, "");
    return failed("unreachable", `not sent (${codeOf(error) ?? "unknown"})`);
  }
  const refusal = await answer;
  if (refusal === undefined) return failed("unreachable", "no answer");
  if (refusal === null) return { state: "sent", receipt: id };
  if (isLock(refusal)) {
    link.restrict();
    alarm();
  }
  return failed(refusalOf(refusal), refusal.slice(0, 20));
}

function contentOf(body: Outgoing): AnyMessageContent {
  const text = renderText(body);
  const { file } = body;
  if (!file) return { text, linkPreview: null };
  // An empty small picture keeps the library from looking for a program to make one.
  if (isPicture(file))
    return {
      image: Buffer.from(file.content),
      mimetype: file.mime,
      jpegThumbnail: "",
      caption: text,
    };
  return {
    document: Buffer.from(file.content),
    mimetype: mimeOf(file),
    fileName: file.name.replace(/[\p{Cc}"\\/]/gu, "_").slice(0, 240),
    caption: text,
  };
}

/** Why WhatsApp could never take a part. */
function unfitness(body: Outgoing): string | null {
  if (body.text.trim() === "") return "the text is empty";
  const { length } = renderText(body);
  return length > longestText ? `the text has ${length} characters, of ${longestText}` : null;
}

const failed = (
  code: SendErrorCode,
  detail: string,
  more: { retryAfterMs?: number } = {},
): SendResult => ({ state: "failed", error: { code, detail, ...more } });

/** As WhatsApp Web makes them. */
const newId = (): string => `3EB0${randomBytes(9).toString("hex").toUpperCase()}`;

const markOf = (user: string, body: Outgoing): string =>
  createHash("sha256")
    .update(JSON.stringify([user, body.text, body.choices, body.file?.name]))
    .update(body.file?.content ?? "")
    .digest("base64");

function remember(unsure: Map<string, string>, mark: string, id: string): void {
  unsure.set(mark, id);
  if (unsure.size > mostUnsure) unsure.delete(unsure.keys().next().value ?? "");
}

const not = (): void => undefined;
