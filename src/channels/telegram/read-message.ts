import type { Inbound, Media } from "../../conversation/ports/line.ts";
import { withoutSlash } from "./commands.ts";
import { refOf } from "./file-ref.ts";
import type { File, Message, Place } from "./update.ts";

/** Messages that Telegram writes about a chat; nobody said anything. */
const service: readonly string[] =
  "pinned_message message_auto_delete_timer_changed chat_background_set connected_website write_access_allowed users_shared chat_shared web_app_data passport_data successful_payment refunded_payment boost_added proximity_alert_triggered gift unique_gift".split(
    " ",
  );

/** Largest photo that is asked for, in bytes; Telegram keeps each in several sizes. */
const photoBytes = 5 * 2 ** 20;

/** Characters of a file's name that are passed on. */
const longestName = 255;

/** What a person sent in a private chat; null when it was not the person who spoke. `at` is an ISO time. */
export function readMessage(message: Message, at: string): Inbound | null {
  if (service.some((key) => key in message)) return null;
  const inbound: Inbound = { kind: "message", at };
  const text = message.text ?? message.caption;
  if (text !== undefined) inbound.text = withoutSlash(text);
  const content = contentOf(message);
  if (content) return { ...inbound, ...content };
  return message.text === undefined ? { ...inbound, media: { kind: "other" } } : inbound;
}

function contentOf(message: Message): Pick<Inbound, "phone" | "location" | "media"> | null {
  if (message.contact) {
    const phone = ownPhone(message);
    return phone === null ? null : { phone };
  }
  const place = message.venue?.location ?? message.location;
  if (place) return { location: placeOf(place) };
  const media = mediaOf(message);
  return media && { media };
}

/** E.164, and only the person's own: somebody else's number is not theirs to be registered with. */
function ownPhone({ contact, from }: Message): string | null {
  if (!from || contact?.user_id !== from.id) return null;
  const phone = `+${(contact.phone_number ?? "").replace(/\D/g, "")}`;
  return /^\+[1-9]\d{6,14}$/.test(phone) ? phone : null;
}

const placeOf = ({ latitude, longitude }: Place) => ({ lat: latitude, lon: longitude });

function mediaOf(message: Message): Media | null {
  const photo = message.photo?.findLast(({ file_size = 0 }) => file_size <= photoBytes);
  if (message.photo) return fileOf("image", photo ?? message.photo[0] ?? {});
  // An animation comes with a copy of itself as a document.
  const video = message.animation ?? message.video ?? message.video_note;
  if (video) return fileOf("video", video);
  const sound = message.voice ?? message.audio;
  if (sound) return fileOf("voice", sound);
  if (message.sticker) return fileOf("sticker", message.sticker);
  return message.document ? fileOf("document", message.document) : null;
}

const fileOf = (
  kind: Media["kind"],
  { file_id, file_name, file_size, mime_type }: File,
): Media => ({
  kind,
  ...(file_name === undefined ? {} : { name: file_name.slice(0, longestName) }),
  ...(file_size === undefined ? {} : { size: file_size }),
  ...(file_id === undefined ? {} : { ref: refOf(file_id, mime_type) }),
});
