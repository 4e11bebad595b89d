import type { proto } from "@whiskeysockets/baileys";
import type { Inbound, Media } from "../../conversation/ports/line.ts";
import { type MediaFacts, type MediaType, refOf } from "./media-ref.ts";

/** Characters of a file's name that are passed on. */
const longestName = 255;

/** Ids of choices look like the bot's own, and none is longer. */
const choiceShape = /^[\w-]{1,8}\.[\w-]+\.\S{1,50}$/;

type Content = proto.IMessage;
type Said = Omit<Inbound, "kind" | "at" | "phone">;

/** Contents by which nobody says anything: receipts of the protocol, reactions, votes, pins. */
const silent: readonly (keyof Content)[] = [
  "reactionMessage",
  "encReactionMessage",
  "pollUpdateMessage",
  "keepInChatMessage",
  "pinInChatMessage",
  "senderKeyDistributionMessage",
  "deviceSentMessage",
  "call",
  "chat",
];

/** What only accompanies a content. */
const besides = new Set<string>(["messageContextInfo", "senderKeyDistributionMessage"]);

/**
 * What a person sent, of a content without its wrappers (disappearing, to be seen once, with a caption, edited); null when
 * they said nothing. Never throws.
 */
export function readMessage(content: Content): Said | null {
  const text = content.conversation ?? content.extendedTextMessage?.text;
  if (typeof text === "string") return { text };
  if (content.protocolMessage) return noticed(content.protocolMessage);
  return (
    tapped(content) ??
    withFile(content) ??
    located(content) ??
    (isSilent(content) ? null : { media: { kind: "other" } })
  );
}

/** `MESSAGE_EDIT` of the protocol's kinds; a deletion and the others are nothing that is answered. */
const editKind = 14;

const noticed = ({ type }: proto.Message.IProtocolMessage): Said | null =>
  type === editKind ? { notice: "edited" } : null;

function isSilent(content: Content): boolean {
  const there = Object.entries(content).flatMap(([key, value]) => (value == null ? [] : [key]));
  const said = there.filter((key) => !besides.has(key));
  return said.every((key) => (silent as readonly string[]).includes(key));
}

/** The bot sends no buttons; a tap on somebody else's still says its label. */
function tapped(content: Content): Said | null {
  const { buttonsResponseMessage, templateButtonReplyMessage, listResponseMessage } = content;
  const { interactiveResponseMessage } = content;
  const found =
    (buttonsResponseMessage && [
      buttonsResponseMessage.selectedDisplayText,
      buttonsResponseMessage.selectedButtonId,
    ]) ??
    (templateButtonReplyMessage && [
      templateButtonReplyMessage.selectedDisplayText,
      templateButtonReplyMessage.selectedId,
    ]) ??
    (listResponseMessage && [
      listResponseMessage.title,
      listResponseMessage.singleSelectReply?.selectedRowId,
    ]) ??
    (interactiveResponseMessage && [interactiveResponseMessage.body?.text, undefined]);
  if (!found) return null;
  const [label, id] = found;
  if (!label && !id) return { media: { kind: "other" } };
  return { text: label || id || "", ...(id && choiceShape.test(id) ? { choice: id } : {}) };
}

type File = MediaFacts & {
  fileLength?: unknown;
  fileName?: string | null;
  caption?: string | null;
};

function withFile(content: Content): Said | null {
  const { imageMessage, documentMessage, videoMessage, ptvMessage, audioMessage } = content;
  const found: [Media["kind"], MediaType, File | null | undefined][] = [
    ["image", "image", imageMessage],
    ["document", "document", documentMessage],
    ["video", "video", videoMessage ?? ptvMessage],
    ["voice", "audio", audioMessage],
    ["sticker", "sticker", content.stickerMessage],
  ];
  for (const [kind, type, file] of found) {
    if (!file) continue;
    const ref = refOf(type, file);
    const size = Number(file.fileLength ?? 0);
    const media: Media = {
      kind,
      ...(file.fileName ? { name: file.fileName.slice(0, longestName) } : {}),
      ...(size > 0 && Number.isSafeInteger(size) ? { size } : {}),
      ...(ref === undefined ? {} : { ref }),
    };
    return file.caption ? { text: file.caption, media } : { media };
  }
  return null;
}

function located({ locationMessage, liveLocationMessage }: Content): Said | null {
  const place = locationMessage ?? liveLocationMessage;
  if (!place) return null;
  const { degreesLatitude: lat, degreesLongitude: lon } = place;
  const isPlace =
    typeof lat === "number" &&
    typeof lon === "number" &&
    Math.abs(lat) <= 90 &&
    Math.abs(lon) <= 180;
  return isPlace ? { location: { lat, lon } } : { media: { kind: "other" } };
}
