import type { Message } from "../engine/event.ts";
import { handleOf } from "./perform/file-handle.ts";
import type { Contact } from "./ports/contact.ts";
import type { Inbound, Media } from "./ports/line.ts";

/** A message as the engine hears it: without addresses, its file under a handle. */
export function messageFrom(
  id: string,
  { text, choice, media, phone, location, notice, secret, place }: Inbound,
): Message {
  return {
    ...(text === undefined ? {} : { text }),
    ...(choice === undefined ? {} : { choice }),
    ...(media === undefined ? {} : { media: mediaFrom(id, media) }),
    ...(phone === undefined ? {} : { phone }),
    ...(location === undefined ? {} : { location }),
    ...(notice === undefined ? {} : { notice }),
    ...(secret === undefined ? {} : { secret }),
    ...(place === undefined ? {} : { place }),
  };
}

const mediaFrom = (
  id: string,
  { kind, name, size, ref }: Media,
): NonNullable<Message["media"]> => ({
  kind,
  ...(name === undefined ? {} : { name }),
  ...(size === undefined ? {} : { size }),
  handle: handleOf({ id, kind, name, size, ref }),
});

/** A channel as texts may select by it: "whatsapp" for both. */
export const channelWord = ({ channel }: Pick<Contact, "channel">): string =>
  channel.split("-")[0] ?? channel;
