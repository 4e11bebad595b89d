import {
  type Channel,
  isPicture,
  type Outgoing,
  type SendResult,
} from "../../conversation/ports/channel.ts";
import type { Api } from "./api.ts";
import { keyboardOf } from "./keyboard.ts";
import { sendErrorFrom } from "./send-error.ts";
import type { Typing } from "./typing.ts";

/** Telegram's own limits, in characters: of a text, and of one that goes along with a file. */
const longestText = 4096;
const longestCaption = 1024;

export type Sending = { api: Api; typing: Typing; texts: (key: string) => string };

/** Sends a part as one message of Telegram's: never cut, never in two, so that a repetition repeats it as a whole or not at all. */
export function makeSend({ api, typing, texts }: Sending): Channel["send"] {
  return async (contact, body): Promise<SendResult> => {
    typing.replied(contact.user);
    const unfit = unfitness(body);
    if (unfit !== null) return { state: "failed", error: { code: "refused", detail: unfit } };
    const { text, file } = body;
    const common = { chat_id: contact.user, reply_markup: keyboardOf(body, texts) };
    const answer = file
      ? await api.call(methodOf(file), { ...common, caption: text, [fieldOf(file)]: bytesOf(file) })
      : await api.call("sendMessage", {
          ...common,
          text,
          link_preview_options: { is_disabled: true },
        });
    return answer.ok ? { state: "sent" } : { state: "failed", error: sendErrorFrom(answer.fault) };
  };
}

/** Why Telegram could never take a part. */
function unfitness({ text, file }: Outgoing): string | null {
  if (text.trim() === "") return "the text is empty";
  const most = file ? longestCaption : longestText;
  return text.length > most ? `the text has ${text.length} characters, of ${most}` : null;
}

type File = NonNullable<Outgoing["file"]>;

const methodOf = (file: File) => (isPicture(file) ? "sendPhoto" : "sendDocument");
const fieldOf = (file: File) => (isPicture(file) ? "photo" : "document");

/** The name stands between quotes in a header line. */
const bytesOf = ({ name, content }: File) => ({
  source: Buffer.from(content),
  filename: name.replace(/[\p{Cc}"\\/]/gu, "_"),
});
