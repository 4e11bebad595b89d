import type { proto, WAMessage } from "@whiskeysockets/baileys";
import type { Inbound } from "../../conversation/ports/line.ts";
import { isLid, type PersonJid, personJid } from "./jid.ts";
import { readMessage } from "./read-message.ts";

/** What was written longer ago is not answered any more, in ms: nobody waits for that. */
const longAgo = 3 * 86_400_000;
/** How far a message's own time may lie before ours to be believed, in ms. */
const ahead = 60_000;

/**
 * A message of a person's. `from`: the address it came from; `names`: every address of theirs that it tells, the one that
 * hides the number first.
 */
export type Heard = {
  from: PersonJid;
  names: [PersonJid, ...PersonJid[]];
  id: string;
  message: Inbound;
};

/** Takes the wrappers off a content. */
export type Unwrap = (content: proto.IMessage) => proto.IMessage | undefined;

/**
 * What a person wrote to the bot; null for everything else: own messages, groups, channels, statuses, what could not be
 * decrypted (it comes once more) and what is too old. `now`: epoch ms.
 */
export function readUpsert(
  { key, message, messageTimestamp }: WAMessage,
  unwrap: Unwrap,
  now: number,
): Heard | null {
  const { remoteJid, remoteJidAlt, fromMe, id } = key;
  const from = personJid(remoteJid);
  if (fromMe || !id || !message || !from) return null;
  const names = [remoteJid, remoteJidAlt]
    .flatMap((jid) => personJid(jid) ?? [])
    .sort((a, b) => Number(isLid(b)) - Number(isLid(a)));
  const [first, ...others] = names;
  const at = timeOf(Number(messageTimestamp ?? 0), now);
  if (first === undefined || at < now - longAgo) return null;
  const content = isEdit(message) ? message.editedMessage?.message : unwrap(message);
  const said = content && readMessage(content);
  if (!said) return null;
  return {
    from,
    names: [first, ...others],
    id,
    message: {
      kind: "message",
      at: new Date(at).toISOString(),
      ...said,
    },
  };
}

const isEdit = ({ editedMessage }: proto.IMessage): boolean =>
  Boolean(editedMessage?.message?.protocolMessage);

function timeOf(seconds: number, now: number): number {
  const at = seconds * 1000;
  return Number.isFinite(at) && at > 0 && at <= now + ahead ? at : now;
}
