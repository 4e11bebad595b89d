import type { Inbound, Media } from "../../conversation/ports/line.ts";
import type { WaMessage } from "./event.ts";

/** Characters of a file's name that are passed on. */
const longestName = 255;

/** Bytes of a choice's id; whatever is longer is none of ours. */
const longestChoice = 64;

type Said = Omit<Inbound, "kind" | "at" | "phone">;

/**
 * What a person sent; null when they said nothing (a reaction, a deleted message, a changed number). A message of a kind
 * that must have content and has none throws.
 */
export function readMessage(message: WaMessage): Said | null {
  switch (message.type) {
    case "text":
      return { text: there(message.text).body };
    case "interactive":
      return tapped(message.interactive);
    case "button":
      return pressed(there(message.button));
    case "image":
    case "document":
    case "video":
    case "sticker":
      return withFile(message.type, there(message[message.type]));
    case "audio":
    case "voice":
      return withFile("voice", there(message.audio ?? message.voice));
    case "location":
      return located(there(message.location));
    case "edit":
      return { notice: "edited" };
    case "revoke":
    case "reaction":
    case "system":
    case "request_welcome":
      return null;
    default:
      return { media: { kind: "other" } };
  }
}

function tapped(interactive: WaMessage["interactive"]): Said {
  const reply = interactive?.button_reply ?? interactive?.list_reply;
  // A form or a permission to call: the bot asks for neither.
  if (!reply) return { media: { kind: "other" } };
  const { id, title } = reply;
  return isChoice(id) ? { text: title, choice: id } : { text: title };
}

/** A button below an approved message: whoever wrote that decided on the payload. */
function pressed({ text, payload = "" }: NonNullable<WaMessage["button"]>): Said {
  return isChoice(payload) && /^[\w-]{1,8}\.[\w-]+\.\S+$/.test(payload)
    ? { text, choice: payload }
    : { text };
}

const isChoice = (id: string): boolean => id !== "" && Buffer.byteLength(id) <= longestChoice;

type File = NonNullable<WaMessage["document"]>;

function withFile(kind: Media["kind"], { id, caption, filename }: File): Said {
  const media: Media = {
    kind,
    ...(filename === undefined ? {} : { name: filename.slice(0, longestName) }),
    ...(id === undefined ? {} : { ref: id }),
  };
  return caption === undefined ? { media } : { text: caption, media };
}

const located = ({ latitude, longitude }: NonNullable<WaMessage["location"]>): Said => ({
  location: { lat: latitude, lon: longitude },
});

function there<Content>(content: Content | undefined): Content {
  if (content === undefined) throw new Error("a message without its content");
  return content;
}
